"""Dropout: switch neurons off at random while training."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from math import prod
from typing import Any

import numpy as np

from nn import graph
from nn.arrays import Array, Rng, Shape, as_float
from nn.choices.options import Option
from nn.graph import Node
from nn.layers.base import LAYERS, Calls, Formula, Layer, Plan, scratch
from nn.messages import Message


@LAYERS.register("Dropout")
class Dropout(Layer):
    """Inverted dropout [1]_: what is kept grows by ``1 / (1 - ratio)``, so that prediction needs no correction.

    Parameters
    ----------
    ratio : float
        Share of the inputs that is switched off, ``0 <= ratio < 1``.
    inverted : bool
        False for the book's Dropout (6.4.3): nothing grows while training, and prediction shrinks all inputs by
        ``1 - ratio`` instead.

    References
    ----------
    .. [1] N. Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, 2014, section 10.
    """

    formula = Formula("y = x · mask / (1 - ratio)", "dx = dout · mask / (1 - ratio)")
    random = True
    options = (
        Option("ratio", 0.5, minimum=0.0, maximum=0.99, help="Share of neurons switched off in training."),
        Option("inverted", True, help="What is kept grows while training; the book shrinks the predictions instead."),
    )

    def __init__(self, ratio: float = 0.5, inverted: bool = True) -> None:
        super().__init__()
        if not 0 <= ratio < 1:
            raise ValueError(Message("the dropout ratio is {ratio}; give a number from 0 to below 1", ratio=ratio))
        self.ratio = ratio
        self.inverted = inverted
        self.mask: Array | None = None

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return the same shape; the mask of the last batch is kept."""
        return Plan(input_shape, inner=prod(input_shape))

    @classmethod
    def written(cls, **options: Any) -> Formula:
        """Return the arithmetic of a layer with these options."""
        return cls.formula if options.get("inverted", True) else Formula("y = x · mask", "dx = dout · mask")

    def forward(self, x: Array, training: bool = False, rng: Rng = None, out: Array | None = None) -> Array:
        """Return `x` with a random share set to 0 while training; otherwise `x`, or the book's share of it.

        Without `rng` the mask comes from NumPy's global generator, as in the book; a `Network` does not train so.
        """
        if out is None:
            x = as_float(x)
        self.mask = self._drawn(x, rng, out) if training else np.array(1 if self.inverted else 1 - self.ratio, x.dtype)
        return np.multiply(x, self.mask, out=np.empty_like(x) if out is None else out)

    def inference(self, x: Array) -> tuple[Calls, Array]:
        """Return nothing to do, or the book's share."""
        return [] if self.inverted else [partial(np.multiply, x, x.dtype.type(1 - self.ratio), out=x)], x

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return the gradient where the input was kept, grown or shrunk likewise."""
        return np.multiply(dout, self._kept(self.mask), out=np.empty_like(dout) if out is None else out)

    def graph(self, x: Node, params: Mapping[str, Node]) -> Node:
        """Return x times the mask that was drawn."""
        return graph.multiply(x, graph.constant(self._kept(self.mask), "mask"))

    def _drawn(self, x: Array, rng: np.random.Generator | None, out: Array | None) -> Array:
        mask = scratch(self.mask, x, out)
        if rng is None:
            mask[...] = np.random.random_sample(mask.shape)  # noqa: NPY002 - in a reader's program, as in the book
        else:
            rng.random(out=mask, dtype=mask.dtype)
        np.greater_equal(mask, self.ratio, out=mask)
        if self.inverted:
            mask *= 1 / (1 - self.ratio)
        return mask
