"""Numbers that a person puts in the place of computed ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from nn.arrays import Array
from nn.messages import Message
from nn.operations.base import Index
from nn.trace.later import sealed


class Overrides:
    """What stands where in named values, whatever was computed.

    Parameters
    ----------
    numbers : mapping of (str, tuple of int) to float
        Name of a value and index in it: ``{("z1", (0, 3)): 0.5}``.
    """

    def __init__(self, numbers: Mapping[tuple[str, Index], float] | None = None) -> None:
        self._by_name: dict[str, dict[Index, float]] = {}
        for (name, index), number in (numbers or {}).items():
            self._by_name.setdefault(name, {})[tuple(index)] = number

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def put(self, name: str, array: Array) -> Array:
        """Return `array`, or a copy with the numbers that are put into the value of this name.

        Raises
        ------
        IndexError
            If the value has no such place.
        """
        if name not in self._by_name:
            return array
        changed = np.array(array)
        for index, number in self._by_name[name].items():
            if len(index) != changed.ndim or not all(0 <= i < n for i, n in zip(index, changed.shape, strict=True)):
                raise IndexError(
                    Message(
                        "{name} has shape {shape}; it has no element {index} to be changed",
                        name=name,
                        shape=changed.shape,
                        index=list(index),
                    )
                )
            changed[index] = number
        return sealed(changed)

    def check(self, names: Iterable[str]) -> None:
        """Raise KeyError if a number is to be put into a value that is not among `names`."""
        known = set(names)
        for name in self._by_name:
            if name not in known:
                raise KeyError(Message("this pass computes no value {name!r} that could be changed", name=name))
