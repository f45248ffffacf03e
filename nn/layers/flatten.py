"""Flatten: images become rows."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any

import numpy as np

from nn import graph
from nn.arrays import Array, Rng, Shape, as_float, rows
from nn.graph import Node
from nn.image_memory import empty_pictures, is_turned
from nn.layers.base import LAYERS, Calls, Formula, Layer, Plan
from nn.messages import Message


@LAYERS.register("Flatten")
class Flatten(Layer):
    """Lay the numbers of each sample out in one row."""

    formula = Formula("y = x.reshape(N, -1)", "dx = dout.reshape(x.shape)")

    def __init__(self) -> None:
        super().__init__()
        self._input_shape: Shape | None = None
        self._is_turned = False

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return one row of all the sample's numbers."""
        return Plan((prod(input_shape),))

    def forward(self, x: Array, training: bool = False, rng: Rng = None, out: Array | None = None) -> Array:
        """Return `x` with one row a sample; one sample of shape (D,) stays as it is."""
        x = as_float(x)
        self._input_shape, self._is_turned = x.shape, is_turned(x)
        if not self._is_turned:
            return rows(x).copy() if out is None else rows(x)
        result = np.empty((len(x), prod(x.shape[1:])), x.dtype) if out is None else out
        result.reshape(x.shape)[...] = x
        return result

    def inference(self, x: Array) -> tuple[Calls, Array]:
        """Return nothing to do."""
        return [], rows(x)

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return `dout` in the shape of the input."""
        if self._input_shape is None:
            raise RuntimeError(
                Message("{name}.backward needs the shape forward saw; call forward first", name=self.name)
            )
        dx = dout.reshape(self._input_shape)
        if self._is_turned:
            n, shape = self._input_shape[0], self._input_shape[1:]
            turned = empty_pictures(n, shape, dout.dtype) if out is None else out
            turned[...] = dx
            return turned
        return dx.copy() if out is None else dx

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return one flatten for shaped samples, a product with 1 for rows."""
        shaped = self._input_shape is not None and len(self._input_shape) > 2
        return graph.flatten(x) if shaped else graph.multiply(x, 1.0)
