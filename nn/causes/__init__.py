"""Why a training went wrong: the moment at which it was decided, and what would have helped, tried and not guessed."""

from nn.causes.earlier import Earlier as Earlier
from nn.causes.earlier import Narrowing as Narrowing
from nn.causes.earlier import deciding as deciding
from nn.causes.earlier import moments_before as moments_before
from nn.causes.finding import Found as Found
from nn.causes.finding import finding as finding
from nn.causes.suspects import Suspect as Suspect
from nn.causes.symptom import Losses as Losses
from nn.causes.symptom import Symptom as Symptom
from nn.causes.trials import Course as Course
from nn.causes.trials import trying as trying
from nn.causes.trials import updates_of as updates_of
from nn.causes.verdict import Verdict as Verdict
from nn.causes.verdict import verdict_of as verdict_of
