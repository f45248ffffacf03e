"""The convolution: one small filter laid over every place of a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from math import prod
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from nn import graph
from nn.arrays import Array, Rng, Shape, as_float
from nn.choices.options import Option
from nn.image_memory import RowColumns, as_lines, empty_pictures, has_whole_rows, is_split, largest
from nn.layers.base import LAYERS, Calls, Formula, Plan, Weighted, drawn_weights
from nn.layers.images import ImageLayer, left_out, window_options
from nn.messages import Message
from nn.windows import Pair, Window, window_of


@LAYERS.register("Convolution")
class Convolution(ImageLayer, Weighted):
    """Convolution of pictures with filters (book 7.2).

    Each filter is laid over every place of the picture; its output there is the sum over all channels of what it
    meets times its weights, and its bias.

    Parameters
    ----------
    W : ndarray, shape (FN, C, FH, FW)
        Filters: how many, their channels, height and width. Kept, not copied.
    b : ndarray, shape (FN,)
        One bias a filter, kept likewise; a single number stands for all, as the book's `apply_filter.py` has 0.
    stride, pad : int or (int, int)
        Pixels from one place to the next, and zeros put around the picture; a pair is vertical, horizontal.
    """

    leads_rows = True
    is_linear = True
    formula = Formula("y = im2col(x)·col_W + b", "dx = col2im(dout·col_Wᵀ),  dW = im2col(x)ᵀ·dout,  db = Σ dout")
    options = (
        Option("filters", 16, minimum=1, maximum=100_000, help="Number of filters: each makes one channel."),
        *window_options(3, 1),
        Option(
            "same",
            default=False,
            help="Pads so much that with stride 1 the output is as large as the picture; `pad` does not count then.",
        ),
        *Weighted.drawing,
    )

    def __init__(self, W: Array, b: Array | float, stride: int | Pair = 1, pad: int | Pair = 0) -> None:
        biases: Array = np.full(len(W), b, W.dtype) if isinstance(b, int | float) else b
        _check_filters(W, biases)
        super().__init__(window_of(W.shape[2], W.shape[3], stride, pad))
        self.params = {"W": W, "b": biases}
        self._x: Array | None = None
        self._columns: RowColumns | None = None  # of x; None where nobody has needed them yet
        self._spread: RowColumns | None = None
        self._buffers: dict[str, Array] = {}
        self._owns_buffers = False
        self._dx: Array | None = None

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
        columns = rows * channels * window.size[1] * places[1] + filters * places[1]
        return Plan(
            (filters, *places),
            {"W": weights, "b": (filters,)},
            inner=columns,
            predicted=columns,
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
        shape = plan.params["W"]
        weights = drawn_weights(rng, (shape[1] * window.numbers, shape[0]), dtype, options)
        return cls(weights.T.reshape(shape), np.zeros(plan.params["b"], dtype), window.stride, window.pad)

    def forward(self, x: Array, training: bool = False, rng: Rng = None, out: Array | None = None) -> Array:
        """Return the filters' outputs, shape (N, FN, OH, OW)."""
        x = self._taken(x, self.W.shape[1])
        if out is None and len(x) == 1:
            self._x, self._columns, self._owns_buffers = x, None, False
            calls, y = self.inference(x)
            for call in calls:
                call()
            return y
        y = self._in_rows(out, (len(x), len(self.W), *self._places))
        self._begin(x, y, owns_buffers=out is not None)
        self.forward_rows(0, y.shape[2])
        return _given(y, out)

    def inference(self, x: Array, pooled: Window | None = None) -> tuple[Calls, Array]:
        """Return columns, product and sum: those of one picture are one matrix, and no batch lies innermost.

        With a window that is `pooled`, the places of its first pixel are one matrix, those of its second another: the
        largest are found among whole blocks, and before the sum, for which the larger number stays the larger one.
        """
        wide, inside = self.window.framed(x)
        seen = _apart(replace(self.window, pad=(0, 0)).seen(wide)[0], pooled or Window((1, 1)))
        parts, inputs, places = prod(seen.shape[:2]), prod(seen.shape[2:5]), seen.shape[5:]
        columns: Array = np.empty((parts, inputs, prod(places)), x.dtype)
        weights = self.W.reshape(len(self.W), -1)
        y: Array = np.empty((parts, len(weights), prod(places)), np.result_type(weights, x))
        rounds, best = largest(y)
        calls: Calls = [] if wide is x else [partial(np.copyto, inside, x)]
        calls += [partial(np.copyto, columns.reshape(seen.shape), seen), partial(np.matmul, weights, columns, out=y)]
        calls += [*rounds, partial(np.add, best, self.b[:, np.newaxis], out=best)]
        return calls, best.reshape(1, len(best), *places)

    def begin_forward(self, x: Array, out: Array) -> None:
        """Take pictures whose rows `forward_rows` is to make in `out`."""
        self._begin(self._taken(x, self.W.shape[1]), out, owns_buffers=True)

    def forward_rows(self, first: int, end: int) -> None:
        """Make rows of the outputs."""
        assert self._columns is not None
        lines, matrices, biases = self._lines, self._columns.matrices, self._biases
        for row in range(first, end):
            np.matmul(self._weights, matrices[row], out=lines[row])
            np.add(lines[row], biases, out=lines[row])

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return the gradient by the pictures: each pixel collects from every place that saw it."""
        self.backward_params(dout)
        return self._back_to_pictures(dout, out)

    def backward_params(self, dout: Array) -> None:
        """Set ``dW``, the sum over all places of what was seen times the gradient there, and ``db``."""
        if not self._grad_views:
            dout = as_float(dout, "dout")
        self.begin_backward(self._whole(dout))
        self.backward_rows(0, dout.shape[2])
        self._end_params()

    def begin_backward(self, dout: Array, out: Array | None = None) -> None:
        """Take a gradient whose rows `backward_rows` is to add up; `out` is for that by the pictures."""
        if self._columns is None:
            self._columns = self._columns_of(self._kept(self._x))
        self._dout, self._dx = dout, out
        self._dlines = as_lines(dout)
        _, parts, filters, places = self._dlines.shape
        inputs, dtype = self._columns.matrices.shape[2], dout.dtype
        self._dW, self._db = self._buffer("dW", (filters, inputs), dtype), self._buffer("db", (filters,), dtype)
        self._dW_of_row = self._buffer("dW row", (parts, filters, inputs), dtype)
        self._db_of_row = self._buffer("db row", (parts, filters), dtype)
        self._dW.fill(0)
        self._db.fill(0)
        self._ones = self._buffer("ones", (places,), dout.dtype)
        self._ones.fill(1)

    def backward_rows(self, first: int, end: int) -> None:
        """Add to the gradients of the parameters what rows of the outputs give."""
        assert self._columns is not None
        lines, matrices = self._dlines, self._columns.matrices
        for row in range(first, end):
            np.matmul(lines[row], matrices[row].transpose(0, 2, 1), out=self._dW_of_row)
            np.matmul(lines[row], self._ones, out=self._db_of_row)  # ten times as fast as sum(axis=2)
            for dW, db in zip(self._dW_of_row, self._db_of_row, strict=True):
                self._dW += dW
                self._db += db

    def end_backward(self) -> None:
        """Set the gradients of the parameters, and that by the pictures if it was asked for."""
        self._end_params()
        if self._dx is not None:
            self._back_to_pictures(self._dout, self._dx)

    def graph(self, x: graph.Node, params: Mapping[str, graph.Node]) -> graph.Node:
        """Return the book's: im2col, the filters as columns, dot, +, and the result as pictures."""
        filters, places = len(self.W), self._places
        columns = graph.im2col(x, self.window, "col_")
        weights = graph.transpose(graph.reshape(params["W"], (filters, -1)), (1, 0), "col_W_")
        rows = graph.add(graph.dot(columns, weights), params["b"])
        return graph.transpose(graph.reshape(rows, (-1, *places, filters)), (0, 3, 1, 2))

    def _begin(self, x: Array, y: Array, *, owns_buffers: bool) -> None:
        self._x, self._owns_buffers = x, owns_buffers
        self._columns, self._lines = self._columns_of(x, splits=is_split(y)), as_lines(y)
        self._weights = self._matrix("W", self.W.transpose(0, 2, 1, 3))
        # added as one block, NumPy goes through memory without a stop
        self._biases = self._buffer("b", self._lines.shape[1:], y.dtype)
        self._biases[...] = self.b[:, np.newaxis]

    def _end_params(self) -> None:
        (filters, channels, *_), (fh, fw) = self.W.shape, self.window.size
        dW, db = self._dW.reshape(filters, fh, channels, fw).transpose(0, 2, 1, 3), self._db
        views = self._grad_views
        if views:
            views["W"][...], views["b"][...] = dW, db
        else:
            self.grads = {"W": dW.copy(), "b": db.copy()}

    def _back_to_pictures(self, dout: Array, out: Array | None) -> Array:
        size, pad = self.window.size, self.window.pad
        turned = Window(size, (1, 1), (size[0] - 1 - pad[0], size[1] - 1 - pad[1]))
        plane = (self._input_shape[2], self._input_shape[3])
        shape = (len(dout), len(self.W), *self._places)
        stride, of_split = self.window.stride, is_split(dout)
        self._spread = spread = self._prepared(self._spread, shape, turned, plane, stride, of_split=of_split)
        matrices = spread.fill(dout)
        dx = self._in_rows(out, self._input_shape)
        weights = self._matrix("turned", self.W[:, :, ::-1, ::-1].transpose(1, 2, 0, 3))
        np.matmul(weights, matrices, out=as_lines(dx))
        return _given(dx, out)

    def _columns_of(self, x: Array, *, splits: bool = False) -> RowColumns:
        columns = self._prepared(self._columns, x.shape, self.window, self._places, splits=splits)
        columns.fill(x)
        return columns

    def _prepared(
        self,
        kept: RowColumns | None,
        shape: Shape,
        window: Window,
        places: Pair,
        spread: Pair = (1, 1),
        *,
        splits: bool = False,
        of_split: bool = False,
    ) -> RowColumns:
        """Return columns for pictures of this shape: those kept from last time only when the caller owns buffers."""
        wanted = (shape[1:], shape[0], window, places, self.W.dtype, spread, splits, of_split)
        if kept is not None and self._owns_buffers and kept.made_for == wanted:
            return kept
        samples, dtype = shape[0], self.W.dtype
        return RowColumns(shape[1:], samples, window, places, dtype, spread, splits=splits, of_split=of_split)

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

    def _whole(self, dout: Array) -> Array:
        """Return a gradient with whole rows."""
        if has_whole_rows(dout):
            return dout
        turned = self._in_rows(None, dout.shape)
        turned[...] = dout
        return turned

    def _in_rows(self, out: Array | None, shape: Shape) -> Array:
        """Return where a result is computed: `out` if its rows are whole."""
        if out is not None and has_whole_rows(out):
            return out
        made: Array = empty_pictures(shape[0], shape[1:], self.W.dtype)
        return made


def _check_filters(W: Array, b: Array) -> None:
    """Raise ValueError if these are no filters, or not one bias for each."""
    if np.ndim(W) != 4 or not np.size(W):
        raise ValueError(
            Message(
                "filters W have the shape (filters, channels, height, width), each at least 1, got {shape}",
                shape=np.shape(W),
            )
        )
    if np.shape(b) != (len(W),):
        raise ValueError(
            Message(
                "{filters} filters need a bias each, b of shape ({filters},), got {shape}",
                filters=len(W),
                shape=np.shape(b),
            )
        )


def _apart(seen: Array, pooled: Window) -> Array:
    """Return what filters see at all places, (C, FH, FW, OH, OW), as a view with the pixels of pooled windows apart.

    Its shape is (window's height, width, C, FH, FW, windows down, across).
    """
    *inputs, height, width = seen.shape
    (h, w), (down, across) = pooled.size, pooled.output((height, width))
    windows = seen[..., : down * h, : across * w].reshape(*inputs, down, h, across, w)
    return windows.transpose(4, 6, 0, 1, 2, 3, 5)


def _given(result: Array, out: Array | None) -> Array:
    if out is None or out is result:
        return result
    out[...] = result
    return out
