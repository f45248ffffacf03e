"""The convolution: one small filter laid over every place of a picture."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from nn import graph
from nn.arrays import Array, Rng, Shape, as_float
from nn.choices.options import Option
from nn.image_memory import RowColumns, as_lines, empty_pictures, has_whole_rows, stretches
from nn.initializers import INITIALIZERS
from nn.layers.base import LAYERS, Formula, Plan
from nn.layers.images import ImageLayer, left_out, window_options
from nn.messages import Message
from nn.windows import Pair, Window, window_of


@LAYERS.register("Convolution")
class Convolution(ImageLayer):
    """Convolution of pictures with filters (book 7.2).

    Each filter is laid over every place of the picture; its output there is the sum over all channels of what it
    meets times its weights, and its bias.

    Parameters
    ----------
    W : ndarray, shape (FN, C, FH, FW)
        Filters: how many, their channels, height and width. Kept, not copied.
    b : ndarray, shape (FN,)
        One bias a filter, kept likewise.
    stride, pad : int or (int, int)
        Pixels from one place to the next, and zeros put around the picture; a pair is vertical, horizontal.
    """

    formula = Formula("y = im2col(x)·col_W + b", "dx = col2im(dout·col_Wᵀ),  dW = im2col(x)ᵀ·dout,  db = Σ dout")
    weighted = True
    options = (
        Option("filters", 16, minimum=1, maximum=100_000, help="Number of filters: each makes one channel."),
        *window_options(3, 1),
        Option(
            "same",
            default=False,
            help="Pads so much that with stride 1 the output is as large as the picture; `pad` does not count then.",
        ),
        Option("initializer", "He", choices=tuple(INITIALIZERS), help="How the initial weights are drawn."),
        Option(
            "scale",
            0.01,
            minimum=-1e6,
            maximum=1e6,
            help="Standard deviation for 'std', value for 'constant'; the other initializers ignore it.",
        ),
    )

    def __init__(self, W: Array, b: Array, stride: int | Pair = 1, pad: int | Pair = 0) -> None:
        super().__init__(window_of(W.shape[2], W.shape[3], stride, pad))
        self.params = {"W": W, "b": b}
        self._columns: RowColumns | None = None
        self._spread: RowColumns | None = None
        self._buffers: dict[str, Array] = {}
        self._owns_buffers = False

    @classmethod
    def window_for(cls, input_shape: Shape, **options: Any) -> Window:
        """Return the filter's window; "same" needs a filter with a middle."""
        window = super().window_for(input_shape, **options)
        if not options["same"]:
            return window
        if not all(size % 2 for size in window.size):
            raise ValueError(
                Message(
                    "a filter of {height}x{width} has no pixel in its middle: 'same' needs an odd height and width",
                    height=window.size[0],
                    width=window.size[1],
                )
            )
        pad = (window.size[0] // 2, window.size[1] // 2)
        return Window(window.size, window.stride, pad)

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return the shapes: a channel for each filter, as high and wide as there are places."""
        places = cls.places(input_shape, window := cls.window_for(input_shape, **options), options["remainder"])
        filters, (channels, height, width) = options["filters"], input_shape
        rows = (places[0] - 1) * window.stride[0] + window.size[0]
        going_back = (height + window.size[0] - 1) * filters * window.size[1] * width
        weights = (filters, channels, *window.size)
        seen = channels * window.numbers * places[0] * places[1]
        return Plan(
            (filters, *places),
            {"W": weights, "b": (filters,)},
            inner=rows * channels * window.size[1] * places[1],
            inner_back=going_back,
            fixed=4 * prod(weights),
            largest=seen,
            products=seen * filters,
            note=left_out(window, input_shape),
        )

    @classmethod
    def build(cls, input_shape: Shape, rng: np.random.Generator, dtype: npt.DTypeLike, **options: Any) -> Self:
        """Draw the filters with the chosen initializer; biases start at 0."""
        plan, window = cls.plan(input_shape, **options), cls.window_for(input_shape, **options)
        shape, b = plan.params["W"], np.zeros(plan.params["b"], dtype)
        if options["initializer"] == "zeros":  # memory that nobody has touched costs nothing
            return cls(np.zeros(shape, dtype), b, window.stride, window.pad)
        draw = INITIALIZERS[options["initializer"]]
        inputs = shape[1] * window.numbers
        weights = draw(rng, (inputs, shape[0]), options["scale"]).T.reshape(shape)
        return cls(weights.astype(dtype), b, window.stride, window.pad)

    @property
    def W(self) -> Array:
        """Filters, shape (FN, C, FH, FW)."""
        return self.params["W"]

    @W.setter
    def W(self, W: Array) -> None:
        self._set_param("W", W)

    @property
    def b(self) -> Array:
        """Biases, shape (FN,)."""
        return self.params["b"]

    @b.setter
    def b(self, b: Array) -> None:
        self._set_param("b", b)

    @property
    def dW(self) -> Array | None:
        """Gradient of the loss by `W`; None before the first backward."""
        return self.grads.get("W")

    @property
    def db(self) -> Array | None:
        """Gradient of the loss by `b`; None before the first backward."""
        return self.grads.get("b")

    def forward(self, x: Array, training: bool = False, rng: Rng = None, out: Array | None = None) -> Array:
        """Return the filters' outputs, shape (N, FN, OH, OW)."""
        x = self._taken(x, self.W.shape[1])
        self._owns_buffers = out is not None
        places = self._places
        self._columns = columns = self._prepared(self._columns, x.shape, self.window, places)
        matrices = columns.fill(x)
        y = self._in_rows(out, (len(x), len(self.W), *places), "y")
        lines, weights = as_lines(y), self._matrix("W", self.W.transpose(0, 2, 1, 3))
        for part in stretches(lines):
            np.matmul(weights, matrices[part], out=lines[part])
            np.add(lines[part], self.b[:, np.newaxis], out=lines[part])
        return _given(y, out)

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return the gradient by the pictures: each pixel collects from every place that saw it."""
        self.backward_params(dout)
        size, pad = self.window.size, self.window.pad
        turned = Window(size, (1, 1), (size[0] - 1 - pad[0], size[1] - 1 - pad[1]))
        plane = (self._input_shape[2], self._input_shape[3])
        self._spread = spread = self._prepared(self._spread, dout.shape, turned, plane, self.window.stride)
        matrices = spread.fill(dout)
        dx = self._in_rows(out, self._input_shape, "dx")
        lines, weights = as_lines(dx), self._matrix("turned", self.W[:, :, ::-1, ::-1].transpose(1, 2, 0, 3))
        for part in stretches(lines):
            np.matmul(weights, matrices[part], out=lines[part])
        return _given(dx, out)

    def backward_params(self, dout: Array) -> None:
        """Set ``dW``, the sum over all places of what was seen times the gradient there, and ``db``."""
        if self._columns is None:
            self._kept(None)
        if not self._grad_views:
            dout = as_float(dout, "dout")
        lines = as_lines(self._whole(dout))
        weights, bias = self._sums(lines)
        (filters, channels, *_), (fh, fw) = self.W.shape, self.window.size
        dW = weights.reshape(filters, fh, channels, fw).transpose(0, 2, 1, 3)
        views = self._grad_views
        if views:
            views["W"][...], views["b"][...] = dW, bias
        else:
            self.grads = {"W": dW.copy(), "b": bias.copy()}

    def graph(self, x: graph.Node, params: Mapping[str, graph.Node]) -> graph.Node:
        """Return the book's: im2col, the filters as columns, dot, +, and the result as pictures."""
        filters, places = len(self.W), self._places
        columns = graph.im2col(x, self.window, "col_")
        weights = graph.transpose(graph.reshape(params["W"], (filters, -1)), (1, 0), "col_W_")
        rows = graph.add(graph.dot(columns, weights), params["b"])
        return graph.transpose(graph.reshape(rows, (-1, *places, filters)), (0, 3, 1, 2))

    def _sums(self, lines: Array) -> tuple[Array, Array]:
        """Return the gradients by filters (FN, FH * C * FW) and biases, summed over the rows of places."""
        assert self._columns is not None
        matrices = self._columns.matrices
        inputs, filters = matrices.shape[1], lines.shape[1]
        weights = self._buffer("dW", (filters, inputs), lines.dtype)
        bias = self._buffer("db", (filters,), lines.dtype)
        ones = self._ones(lines.shape[2], lines.dtype)
        weights[...], bias[...] = 0, 0
        for part in stretches(lines):
            several = lines[part]
            products = self._buffer(f"dW {len(several)}", (len(several), filters, inputs), lines.dtype)
            sums = self._buffer(f"db {len(several)}", (len(several), filters), lines.dtype)
            np.matmul(several, matrices[part].transpose(0, 2, 1), out=products)
            np.matmul(several, ones, out=sums)
            for product, line in zip(products, sums, strict=True):
                weights += product
                bias += line
        return weights, bias

    def _prepared(
        self, kept: RowColumns | None, shape: Shape, window: Window, places: Pair, spread: Pair = (1, 1)
    ) -> RowColumns:
        """Return columns for pictures of this shape: those kept from last time only when the caller owns buffers."""
        wanted = (shape[1:], shape[0], window, places, self.W.dtype, spread)
        if kept is not None and self._owns_buffers and kept.made_for == wanted:
            return kept
        return RowColumns(shape[1:], shape[0], window, places, self.W.dtype, spread)

    def _buffer(self, name: str, shape: Shape, dtype: npt.DTypeLike) -> Array:
        """Return an array to write into, the same each time when the caller owns buffers."""
        kept = self._buffers.get(name)
        if kept is not None and self._owns_buffers and kept.shape == shape and kept.dtype == dtype:
            return kept
        made: Array = np.empty(shape, dtype)
        if self._owns_buffers:
            self._buffers[name] = made
        return made

    def _matrix(self, name: str, weights: Array) -> Array:
        """Return filters as one row each, in the order of the columns."""
        rows = self._buffer(name, weights.shape, weights.dtype)
        rows[...] = weights
        return rows.reshape(len(weights), -1)

    def _ones(self, size: int, dtype: npt.DTypeLike) -> Array:
        ones = self._buffer("ones", (size,), dtype)
        ones.fill(1)
        return ones

    def _whole(self, dout: Array) -> Array:
        """Return a gradient with whole rows."""
        if has_whole_rows(dout):
            return dout
        turned = self._in_rows(None, dout.shape, "dout")
        turned[...] = dout
        return turned

    def _in_rows(self, out: Array | None, shape: Shape, name: str) -> Array:
        """Return where a result is computed: `out` if its rows are whole."""
        if out is not None and has_whole_rows(out):
            return out
        made: Array = empty_pictures(shape[0], shape[1:], self.W.dtype)
        return made


def _given(result: Array, out: Array | None) -> Array:
    if out is None or out is result:
        return result
    out[...] = result
    return out
