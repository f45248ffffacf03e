"""The way of one sample through a network, laid down once, for whoever asks the same network again and again.

For a single sample, what takes the time in a small network is to find out where everything goes: shapes, new arrays,
columns. Here each layer has said once which calls it takes (`Layer.inference`), with arrays that stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol, cast

import numpy as np
import numpy.typing as npt

from nn.arrays import Array, Shape
from nn.layers.base import Calls, Layer
from nn.windows import Window


class _Leading(Protocol):
    """What a layer can do that leads rows."""

    def inference(self, x: Array, pooled: Window | None = None) -> tuple[Calls, Array]:
        """Return the calls, which take the largest of each window of the outputs, too."""


class Inference:
    """The way of one sample through layers, without anything that only training needs.

    The numbers are those of the layers at the time of asking. They differ from what the layers make one after the
    other by no more than rounding: a product that is laid out otherwise may add up in another order.

    Parameters
    ----------
    layers : sequence of Layer
        In the order of the network.
    input_shape : tuple of int
        Shape of a sample.
    dtype : dtype_like
        Of the samples and of all numbers.
    """

    def __init__(self, layers: Sequence[Layer], input_shape: Shape, dtype: npt.DTypeLike) -> None:
        self._x = x = np.zeros((1, *input_shape), dtype)
        self._calls: Calls = []
        for layer, pooled in _with_pooling(_largest_first(layers)):
            calls, x = layer.inference(x) if pooled is None else cast("_Leading", layer).inference(x, pooled)
            self._calls += calls
        self._scores = x

    def scores(self, x: Array) -> Array:
        """Return the scores of a batch of one sample."""
        np.copyto(self._x, x)
        for call in self._calls:
            call()
        return self._scores.copy()


def _largest_first(layers: Sequence[Layer]) -> list[Layer]:
    """Return layers with each search for the largest before the functions that keep their order: fewer numbers."""
    ordered: list[Layer] = []
    for layer in layers:
        place = len(ordered)
        while layer.takes_largest and place and ordered[place - 1].keeps_order:
            place -= 1
        ordered.insert(place, layer)
    return ordered


def _with_pooling(layers: Sequence[Layer]) -> Iterator[tuple[Layer, Window | None]]:
    """Yield layers, each with the window of the layer behind it where it finds the largest itself."""
    is_done = False
    for layer, behind in pairwise([*layers, None]):
        if layer is None or is_done:
            is_done = False
            continue
        pooled = behind.takes_largest if behind is not None and layer.leads_rows else None
        is_done = pooled is not None
        yield layer, pooled
