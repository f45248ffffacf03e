"""Where numbers come from: the updates that made a parameter, and the samples that those learned from."""

from nn.origins.course import Change as Change
from nn.origins.course import Course as Course
from nn.origins.course import Piece as Piece
from nn.origins.course import changes_along as changes_along
from nn.origins.places import place_in_vector as place_in_vector
from nn.origins.slopes import SampleSlopes as SampleSlopes
from nn.origins.update import NumberUpdate as NumberUpdate
from nn.origins.update import number_update as number_update
