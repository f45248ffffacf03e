"""Softmax as a layer of its own."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from nn import functions, graph
from nn.arrays import Array, Rng, as_float
from nn.graph import Node
from nn.layers.base import LAYERS, Formula, Layer


@LAYERS.register("Softmax")
class Softmax(Layer):
    """Turn scores into probabilities, row by row. For training use SoftmaxWithLoss, which is exact and faster."""

    formula = Formula("y = exp(x) / Σ exp(x)", "dx = y · (dout - Σ dout·y)")

    def __init__(self) -> None:
        super().__init__()
        self.y: Array | None = None

    def forward(self, x: Array, training: bool = False, rng: Rng = None, out: Array | None = None) -> Array:
        """Return probabilities along the last axis."""
        y = functions.softmax(as_float(x))
        if out is not None:
            out[...] = y
            y = out
        self.y = y
        return y

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return ``y (dout - Σ dout·y)``: every score moves every probability of its row."""
        y = self._kept(self.y)
        weighted = np.sum(dout * y, axis=-1, keepdims=True)
        return np.multiply(y, dout - weighted, out=out)

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return exp of the shifted scores over their sum."""
        e = graph.exp(graph.subtract(x, graph.shift(x)))
        return graph.multiply(e, graph.reciprocal(graph.total(e, axis=-1)))
