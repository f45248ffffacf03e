"""Where numbers come from: the updates that made a parameter, and the samples that those learned from."""

from nn.origins.course import Change as Change
from nn.origins.course import Course as Course
from nn.origins.course import Piece as Piece
from nn.origins.course import changes_along as changes_along
from nn.origins.places import place_in_vector as place_in_vector
from nn.origins.score import is_asked_in as is_asked_in
from nn.origins.slopes import SampleSlopes as SampleSlopes
from nn.origins.taught import change_of as change_of
from nn.origins.taught import taught_along as taught_along
from nn.origins.taught import taught_roughly as taught_roughly
from nn.origins.teaching import Taught as Taught
from nn.origins.teaching import Teacher as Teacher
from nn.origins.teaching import Teaching as Teaching
from nn.origins.update import NumberUpdate as NumberUpdate
from nn.origins.update import number_update as number_update
