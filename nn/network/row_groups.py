"""A convolution and what follows it, some rows at a time: its outputs are still in the cache when they are used.

A layer that can be part of it `goes_by_rows`: it takes pictures with `begin_forward`, makes rows of its output with
`forward_rows` as soon as the rows that they are made of (`rows_before`) are there, and the same on the way back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

import numpy as np

from nn.arrays import Array
from nn.image_memory import joined
from nn.layers.base import Layer

_AT_ONCE = 150_000
"""Numbers of a convolution that are made before they are used: with what is made of them, they fill a cache of 1 MB."""
_PICTURES = 4  # axes of a batch of them


class RowWise(Protocol):
    """What a layer in a group can do."""

    def rows_before(self, end: int) -> int:
        """Return how many rows of the input the first `end` rows of the output are made of."""

    def begin_forward(self, x: Array, out: Array) -> None:
        """Take what goes in, whose rows come later, and where the output goes."""

    def forward_rows(self, first: int, end: int) -> None:
        """Make rows of the output."""

    def begin_backward(self, dout: Array, out: Array | None) -> None:
        """Take the gradient by the output, whose rows come later, and where that by the input goes."""

    def backward_rows(self, first: int, end: int) -> None:
        """Use rows of the gradient by the output."""

    def end_backward(self) -> None:
        """Do what needs all rows."""


class _Pools(Protocol):
    """Pooling: what takes pictures alone, and of their rows the largest numbers."""

    def begin_backward(self, dout: Array, out: Array | None, *, stops_at_zero: bool) -> None:
        """Take the gradient, and where that before a layer goes which stops at 0."""


class RowGroup:
    """Layers whose outputs are made some rows at a time, from the first to the last, and back.

    Parameters
    ----------
    layers : sequence of Layer
        The first leads, the others go by rows.
    values, gradients : sequence of ndarray
        Where the output of each goes, and the gradient by the output of each but the last; pictures with whole rows.
    """

    def __init__(self, layers: Sequence[Layer], values: Sequence[Array], gradients: Sequence[Array]) -> None:
        self._layers: list[RowWise] = list(layers)  # type: ignore[arg-type]
        self.values = tuple(values)
        self._gradients = tuple(gradients)
        # on the way back, pooling does the work of what lies before it and stops at 0: there is a quarter as much of it
        self._spared: dict[int, _Pools] = {
            place: after  # type: ignore[misc]
            for place, (layer, after) in enumerate(pairwise(layers))
            if place and layer.stops_at_zero and after.takes_images
        }
        self._parts = list(self._all_parts())

    @property
    def shown(self) -> tuple[Array, ...]:
        """The outputs as pictures (N, C, H, W): copies of those that are split."""
        return tuple(joined(value) for value in self.values)

    def forward(
        self, x: Array, training: bool = False, rng: np.random.Generator | None = None, out: Array | None = None
    ) -> Array:
        """Return what comes out of the last layer."""
        for layer, taken, made in zip(self._layers, (x, *self.values), self.values, strict=False):
            layer.begin_forward(taken, made)
        for part in self._parts:
            for layer, rows in zip(self._layers, part, strict=True):
                layer.forward_rows(*rows)
        return self.values[-1]

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Send a gradient back; `out` is for that by what went in, and None where nobody asks for it."""
        after, before = (*self._gradients, dout), (out, *self._gradients)
        for place, (layer, given, sent) in enumerate(zip(self._layers, after, before, strict=True)):
            if place - 1 in self._spared:
                self._spared[place - 1].begin_backward(given, before[place - 1], stops_at_zero=True)
            elif place not in self._spared:
                layer.begin_backward(given, sent)
        for part in self._parts:
            for place in reversed(range(len(part))):
                if place not in self._spared:
                    self._layers[place].backward_rows(*part[place])
        for layer in reversed(self._layers):
            layer.end_backward()
        return dout if out is None else out

    def _all_parts(self) -> Iterator[list[tuple[int, int]]]:
        """Yield for each part of the work the rows of every layer's output, first and end."""
        heights = [value.shape[2] for value in self.values]
        line = self.values[0].size // heights[0]
        at_once = max(1, _AT_ONCE // (line * max(1, self._ends(1)[0])))
        stops = [*range(at_once, heights[-1], at_once), heights[-1]]
        ends = [[0] * len(heights), *(self._ends(stop) for stop in stops[:-1]), heights]
        for before, after in pairwise(ends):
            yield list(zip(before, after, strict=True))

    def _ends(self, end: int) -> list[int]:
        """Return how many rows each layer must have made for so many of the last."""
        ends = [end]
        for layer, value in zip(reversed(self._layers[1:]), reversed(self.values[:-1]), strict=True):
            ends.insert(0, min(layer.rows_before(ends[0]), value.shape[2]))
        return ends


def row_groups(layers: Sequence[Layer], shapes: Sequence[tuple[int, ...]]) -> Iterator[slice]:
    """Yield the places of layers that are worth a group: one that leads, and those behind it that go by rows."""
    place = 0
    while place < len(layers):
        end = place + 1
        if layers[place].leads_rows:
            while end < len(layers) and layers[end].goes_by_rows and len(shapes[end]) == _PICTURES - 1:
                end += 1
        if end - place > 1:
            yield slice(place, end)
        place = end


def split_outputs(layers: Sequence[Layer], shapes: Sequence[tuple[int, ...]]) -> set[int]:
    """Return the places of layers whose output is split: from the first of a group to a pooling that halves columns."""
    found: set[int] = set()
    for group in row_groups(layers, shapes):
        places = range(group.start, group.stop)
        halving = next((place for place in places if layers[place].halves_columns), group.start)
        if shapes[group.start][-1] % 2 == 0:
            found.update(range(group.start, halving))
    return found
