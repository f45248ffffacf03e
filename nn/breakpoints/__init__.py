"""Where a debugger stops: at a place of the pass, or when the numbers mean something."""

from nn.breakpoints.base import CONDITIONS as CONDITIONS
from nn.breakpoints.base import Breakpoint as Breakpoint
from nn.breakpoints.base import Condition as Condition
from nn.breakpoints.base import ConditionKind as ConditionKind
from nn.breakpoints.base import Finding as Finding
from nn.breakpoints.facts import Facts as Facts
from nn.breakpoints.inspector import Inspector as Inspector
from nn.breakpoints.inspector import Match as Match
from nn.breakpoints.inspector import Stop as Stop
from nn.breakpoints.inspector import first_match as first_match
from nn.breakpoints.inspector import matches as matches
from nn.breakpoints.place import Place as Place
