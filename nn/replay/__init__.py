"""The way that training came, kept as data, and done again from anywhere on it, bit for bit."""

from nn.replay.again import Again as Again
from nn.replay.again import replay as replay
from nn.replay.again import replaying as replaying
from nn.replay.way import Leg as Leg
from nn.replay.way import Stretch as Stretch
from nn.replay.way import Way as Way
from nn.replay.way import Waypoint as Waypoint
