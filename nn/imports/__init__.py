"""Files of other makers, read as if every one of them were hostile: arrays, tables, pictures, weights.

Nothing here runs what a file says, and nothing is allocated before its size was checked. What cannot be read raises
a `BadFile`, whose text says what is wrong, what was expected and what to do.

`reading.read_samples` gives data, `tensors.read_tensors` arrays by name, `mapping.map_weights` finds their layers. They
are imported from their modules, because they are rarely needed and take a tenth of a second.
"""

from nn.imports.refusal import BadFile, Cancelled

__all__ = ["BadFile", "Cancelled"]
