"""A learner's module brought to life: with the book's imports, and without what has no place here."""

from nn.own_code.loading.loader import Failure as Failure
from nn.own_code.loading.loader import Loaded as Loaded
from nn.own_code.loading.loader import load as load
from nn.own_code.loading.refused import Refused as Refused
