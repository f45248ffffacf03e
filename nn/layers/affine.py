"""The affine transformation: matrix product and bias."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from math import prod
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from nn import graph
from nn.arrays import Array, Rng, Shape, as_float, rows
from nn.choices.options import Option
from nn.image_memory import empty_pictures, is_turned
from nn.layers.base import LAYERS, Calls, Formula, Plan, Weighted, drawn_weights
from nn.messages import Message

_PICTURE = 3  # dimensions of one: channels, height, width


@LAYERS.register("Affine")
class Affine(Weighted):
    """Fully connected layer ``y = x·W + b`` (book 5.6).

    Images and other shaped samples are flattened on the way in; their gradient gets its shape back.

    Parameters
    ----------
    W : ndarray, shape (D, M)
        Weights: one column a neuron. Kept, not copied: who changes it in place changes the layer.
    b : ndarray, shape (M,)
        Biases, kept likewise.
    """

    is_linear = True
    formula = Formula("y = x·W + b", "dx = dout·Wᵀ,  dW = xᵀ·dout,  db = Σ dout")
    options = (
        Option("units", 10, minimum=1, maximum=1_000_000, help="Number of neurons."),
        *Weighted.drawing,
    )

    def __init__(self, W: Array, b: Array) -> None:
        super().__init__()
        self.params = {"W": W, "b": b}
        self.x: Array | None = None
        self._input_shape: Shape = ()
        self._is_turned = False
        self._xlines: Array | None = None
        self._dlines: Array | None = None
        self._ones: Array = np.ones(0)

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return the shapes: every number of a sample is an input of every neuron."""
        units, inputs = options["units"], prod(input_shape)
        kept = inputs if len(input_shape) == _PICTURE else 0  # laid out as rows, each way
        params = {"W": (inputs, units), "b": (units,)}
        return Plan((units,), params, inner=kept, inner_back=kept, predicted=kept, products=inputs * units)

    @classmethod
    def build(cls, input_shape: Shape, rng: np.random.Generator, dtype: npt.DTypeLike, **options: Any) -> Self:
        """Draw the weights with the chosen initializer; biases start at 0."""
        shapes = cls.plan(input_shape, **options).params
        return cls(drawn_weights(rng, shapes["W"], dtype, options), np.zeros(shapes["b"], dtype))

    def forward(self, x: Array, training: bool = False, rng: Rng = None, out: Array | None = None) -> Array:
        """Return ``x·W + b``, shape (N, M), or (M,) for one sample."""
        if out is None:
            x = as_float(x)
        self._input_shape = x.shape
        if x.ndim != 2:
            self._is_turned = is_turned(x)
            x = self._turned_rows(x, out) if self._is_turned else self._samples(x)
        else:
            self._is_turned = False
        self.x = x
        params = self.params
        try:
            out = x.dot(params["W"], out)
        except ValueError:
            raise self._width_error(x) from None
        return np.add(out, params["b"], out=out)

    def inference(self, x: Array) -> tuple[Calls, Array]:
        """Return product and sum."""
        W, b = self.params["W"], self.params["b"]
        out: Array = np.empty((len(x), len(b)), W.dtype)
        return [partial(rows(x).dot, W, out), partial(np.add, out, b, out=out)], out

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return ``dout·Wᵀ`` in the shape of the input; sets ``dW`` and ``db``."""
        self.backward_params(dout)
        W = self.params["W"]
        if self._is_turned:
            dx = empty_pictures(self._input_shape[0], self._input_shape[1:], W.dtype) if out is None else out
            lines = self._dlines = self._lines(self._dlines, dx, out)
            W.dot(dout.T, lines.reshape(len(W), len(dx)))
            dx.transpose(1, 2, 3, 0)[...] = lines
            return dx
        if out is not None and out.ndim > 2:
            out = rows(out)
        out = dout.dot(W.T, out)
        return out if out.shape == self._input_shape else out.reshape(self._input_shape)

    def backward_params(self, dout: Array) -> None:
        """Set ``dW = xᵀ·dout`` and ``db``, the sum of `dout` over the batch."""
        x = self._kept(self.x)
        views = self._grad_views
        if not views:
            dout = as_float(dout, "dout")
        if x.ndim == 1:
            x, dout = x[np.newaxis], dout[np.newaxis]
        if len(self._ones) != len(dout) or self._ones.dtype != dout.dtype:
            self._ones = np.ones(len(dout), dout.dtype)
        self.grads["W"] = x.T.dot(dout, views.get("W"))
        # a product with ones sums over the batch ten times faster than sum(axis=0)
        self.grads["b"] = self._ones.dot(dout, views.get("b"))

    def graph(self, x: graph.Node, params: Mapping[str, graph.Node]) -> graph.Node:
        """Return dot, then +; images pass a flatten first."""
        if len(self._input_shape) > 2:
            x = graph.flatten(x)
        return graph.add(graph.dot(x, params["W"]), params["b"])

    def _turned_rows(self, x: Array, out: Array | None) -> Array:
        """Return pictures whose memory has the batch innermost as rows (N, D), which keep the batch innermost."""
        lines = self._xlines = self._lines(self._xlines, x, out)
        np.copyto(lines, x.transpose(1, 2, 3, 0))
        return lines.reshape(-1, len(x)).T

    @staticmethod
    def _lines(kept: Array | None, like: Array, out: Array | None) -> Array:
        """Return an array (C, H, W, N) for such pictures: the one kept from last time if the caller owns buffers."""
        n, *shape = like.shape
        fits = kept is not None and kept.shape == (*shape, n) and kept.dtype == like.dtype
        return kept if kept is not None and fits and out is not None else np.empty((*shape, n), like.dtype)

    def _samples(self, x: Array) -> Array:
        if not x.ndim:  # dot would take a number times W for the answer
            raise self._width_error(x)
        return rows(x)

    def _width_error(self, x: Array) -> ValueError:
        return ValueError(
            Message(
                "{layer} expects {wanted} inputs, got {got} (input shape {shape}); "
                "give samples of {wanted} numbers or build the layer for another input",
                layer=self.name,
                wanted=len(self.W),
                got=x.shape[-1] if x.ndim else Message("a single number"),
                shape=self._input_shape,
            )
        )
