"""Files of other makers, read as if every one of them were hostile: arrays, tables, pictures, weights.

Nothing here runs what a file says, and nothing is allocated before its size was checked. What cannot be read raises
a `BadFile`, whose text says what is wrong, what was expected and what to do.
"""

from nn.imports.mapping import Mapping, map_weights
from nn.imports.preparing import prepare
from nn.imports.reading import read_samples
from nn.imports.refusal import BadFile, Cancelled
from nn.imports.samples import ReadingOptions, Samples
from nn.imports.tensors import read_tensors

__all__ = [
    "BadFile",
    "Cancelled",
    "Mapping",
    "ReadingOptions",
    "Samples",
    "map_weights",
    "prepare",
    "read_samples",
    "read_tensors",
]
