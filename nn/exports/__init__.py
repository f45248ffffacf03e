"""A network and its run in forms that others can use; one kind a file."""

from nn.exports.base import EXPORTS as EXPORTS
from nn.exports.base import Export as Export
from nn.exports.base import Run as Run
from nn.exports.base import Stretch as Stretch
from nn.exports.base import Unfit as Unfit
