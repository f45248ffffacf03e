"""A layer of a person's own as a recorded graph: plain data, read like any stranger's, replayed by the operations."""

from nn.recorded.program import Program as Program
from nn.recorded.program import Step as Step
from nn.recorded.reading import read_program as read_program
from nn.recorded.reading import written_program as written_program
from nn.recorded.replay import Replay as Replay
from nn.recorded.replay import node_of as node_of
from nn.recorded.replay import replay_of as replay_of
from nn.recorded.wording import written as written
