"""Races: several trainings that differ in chosen settings, from one start and one stream of batches, step by step."""

from nn.races.field import Field as Field
from nn.races.field import Runner as Runner
from nn.races.finish import Finish as Finish
from nn.races.race import Contestant as Contestant
from nn.races.race import Material as Material
from nn.races.race import Race as Race
