"""Pooling: a picture made smaller by the largest or the mean of what a window sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from math import prod
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from nn import graph
from nn.arrays import Array, Rng, Shape, as_float
from nn.choices.options import Option
from nn.image_memory import by_rows, empty_pictures
from nn.layers.base import LAYERS, Calls, Formula, Plan
from nn.layers.images import ImageLayer, left_out, window_options
from nn.messages import Message
from nn.windows import Pair, Window, steps_of, text_of, window_of

METHODS = ("max", "average")
_FORMULAS = {
    "max": Formula("y = max(im2col(x))", "dx = dout if x == y else 0"),
    "average": Formula("y = mean(im2col(x))", "dx = dout / (pool_h·pool_w)"),
}
_AT_ONCE = 65_536  # pixels that are pooled at a time, so that what is between the rounds stays in the cache
Mask = npt.NDArray[np.bool_]


@LAYERS.register("Pooling")
class Pooling(ImageLayer):
    """Pooling of pictures, each channel by itself (book 7.3).

    The largest number is found in two rounds, as in a tournament: along each row of the window, then among its rows.
    Of equal ones the first wins, as with argmax, and the gradient goes to it alone.

    Parameters
    ----------
    pool_h, pool_w : int
        Height and width of the window.
    stride, pad : int or (int, int)
        Pixels from one place to the next, and pixels put around the picture, which never win; in a mean they count
        as 0.
    method : str
        ``"max"`` or ``"average"``.
    """

    formula = _FORMULAS["max"]
    options = (
        *window_options(2, 2),
        Option("method", "max", choices=METHODS, help="What is taken of the window: its largest number or its mean."),
    )

    def __init__(
        self, pool_h: int, pool_w: int, stride: int | Pair = 2, pad: int | Pair = 0, method: str = "max"
    ) -> None:
        super().__init__(window_of(pool_h, pool_w, stride, pad))
        if method not in METHODS:
            raise ValueError(
                Message("method is {value!r}; choose one of {choices}", value=method, choices=", ".join(METHODS))
            )
        _check_padding(self.window)
        self.method = method
        self.formula = _FORMULAS[method]
        self._source: Array | None = None  # what was pooled, where nobody has asked yet who won
        self._wins: tuple[list[Mask], list[Mask]] = ([], [])
        self._owns_buffers = False
        self._stops_at_zero = False
        self._buffers: dict[str, Any] = {}

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return the shapes: as many channels as before, one number for each place."""
        window = cls.window_for(input_shape, **options)
        places = cls.places(input_shape, window, options["remainder"])
        _check_padding(window)
        channels, (fh, fw) = input_shape[0], window.size
        rows = (places[0] - 1) * window.stride[0] + fh
        winners = channels * places[1] * ((fw - 1) * rows + (fh - 1) * places[0])  # a byte each
        return Plan(
            (channels, *places),
            inner=winners // 4,
            fixed=3 * _AT_ONCE // 2 if options["method"] == "max" else 0,
            largest=channels * window.numbers * places[0] * places[1],
            note=left_out(window, input_shape),
        )

    @classmethod
    def build(cls, input_shape: Shape, rng: np.random.Generator, dtype: npt.DTypeLike, **options: Any) -> Self:
        """Return the layer for the chosen window."""
        window = cls.window_for(input_shape, **options)
        return cls(*window.size, window.stride, window.pad, options["method"])

    @classmethod
    def arguments(cls, input_shape: Shape, options: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the class is called with: the book's names, and the method."""
        window = cls.window_for(input_shape, **options)
        size = {"pool_h": window.size[0], "pool_w": window.size[1]}
        return {**size, **super().arguments(input_shape, options), "method": options["method"]}

    def forward(self, x: Array, training: bool = False, rng: Rng = None, out: Array | None = None) -> Array:
        """Return the largest or the mean of every place, shape (N, C, OH, OW)."""
        x = self._taken(x)
        self._owns_buffers = out is not None
        if out is None and len(x) == 1 and self.method == "max":
            padded = self._with_padding(x)
            calls, y = self._largest_of_one(padded)
            for call in calls:
                call()
            self._source = by_rows(padded)
            return y
        y = empty_pictures(len(x), (x.shape[1], *self._places), x.dtype) if out is None else out
        source, target = by_rows(self._with_padding(x)), by_rows(y)
        self._source = None
        if self.method == "average":
            self._take_mean(source, target)
        elif out is None:
            self._source = source
            self._take_largest(source, target)
        else:
            self._find_winners(source, target)
        return y

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return the gradient by the pictures: all of it where the maximum was, or the same share for all."""
        if not self._input_shape:
            self._kept(None)
        dout = as_float(dout, "dout")
        dx = empty_pictures(self._input_shape[0], self._input_shape[1:], dout.dtype) if out is None else out
        whole = self._around(dx)
        if self.method == "average":
            self._share_out(by_rows(dout), by_rows(whole))
        else:
            if self._source is not None:
                self._find_winners(self._source, np.empty_like(by_rows(dout)))
                self._source = None
            self._begin_back(by_rows(dout), by_rows(whole))
            self._stops_at_zero = False
            for first, end in self._parts(dout.shape[2]):
                self.backward_rows(first, end)
        if whole is not dx:
            dx[...] = self._within(whole)
        return dx

    def inference(self, x: Array) -> tuple[Calls, Array]:
        """Return the rounds of the tournament, or the mean."""
        if self.method != "max":
            return super().inference(x)
        wide, inside = self.window.framed(x, -np.inf)
        calls, y = self._largest_of_one(wide)
        return calls if wide is x else [partial(np.copyto, inside, x), *calls], y

    def _largest_of_one(self, wide: Array) -> tuple[Calls, Array]:
        """Return calls that find the largest of each place of one picture: among rows first, which lie in one run."""
        (height, width), (down, across) = self.window.size, self.window.stride
        calls: Calls = []
        for one in (_Round(2, height, down), _Round(3, width, across)):
            first, *others = one.pieces(wide)
            wide = best = np.empty(first.shape, first.dtype)
            if not others:
                calls.append(partial(np.copyto, best, first))
            for piece in others:
                calls.append(partial(np.maximum, first, piece, out=best))
                first = best
        return calls, wide

    @property
    def takes_largest(self) -> Window | None:
        """Its window, where that is moved on by its own size."""
        apart = self.method == "max" and not any(self.window.pad) and self.window.size == self.window.stride
        return self.window if apart else None

    # ---- some rows at a time

    @property
    def halves_columns(self) -> bool:
        """Whether each place has an even and an odd column to itself, so that pictures may come split."""
        return self.goes_by_rows and self.window.size[1] == self.window.stride[1] == 2

    @property
    def goes_by_rows(self) -> bool:
        """Whether rows of places need nothing but rows of their own."""
        return self.method == "max" and not any(self.window.pad) and self.window.size[0] <= self.window.stride[0]

    def rows_before(self, end: int) -> int:
        """Return how many rows of the pictures the first `end` rows of places have seen."""
        return end * self.window.stride[0] if end else 0

    def begin_forward(self, x: Array, out: Array) -> None:
        """Take pictures whose rows `forward_rows` is to pool in `out`."""
        self._owns_buffers, self._source = True, None
        self._input_shape = (*x.shape[:3], prod(x.shape[3:]))
        self._begin(by_rows(x), by_rows(out))

    def forward_rows(self, first: int, end: int) -> None:
        """Pool rows of places."""
        across, down = self._rounds
        x, y = self._x[self._seen(first, end)], self._y[first:end]
        best = self._buffer("best", (len(x), *y.shape[1:]), x.dtype)
        across.play(x, best, [wins[self._seen(first, end)] for wins in self._wins[0]], self._buffer)
        down.play(best, y, [wins[first:end] for wins in self._wins[1]], self._buffer)

    def begin_backward(self, dout: Array, out: Array, *, stops_at_zero: bool = False) -> None:
        """Take a gradient whose rows `backward_rows` is to send on in `out`.

        What was pooled may come from a layer that `stops_at_zero`: `out` is then for the gradient before that one. It
        goes to the winners alone, so that there is a quarter as much to be stopped where it is not spread yet.
        """
        self._begin_back(by_rows(dout), by_rows(out))
        self._stops_at_zero = stops_at_zero

    def backward_rows(self, first: int, end: int) -> None:
        """Send on the gradient of rows of places."""
        across, down = self._rounds
        dout, dx = self._dout[first:end], self._dx[self._seen(first, end)]
        if self._stops_at_zero:
            dout = self._above_zero(dout, self._y[first:end])
        best = self._buffer("best", (len(dx), *dout.shape[1:]), dout.dtype)
        if not down.fills(best):
            best[...] = 0
        for one, given, there, wins in (
            (down, dout, best, [wins[first:end] for wins in self._wins[1]]),
            (across, best, dx, [wins[self._seen(first, end)] for wins in self._wins[0]]),
        ):
            (one.add if one.stride < one.size else one.send)(given, there, wins, self._buffer)

    def end_backward(self) -> None:
        """Do nothing more."""

    def _above_zero(self, dout: Array, y: Array) -> Array:
        """Return the gradient where the largest number is above 0, else 0."""
        passed = self._buffer("passed", y.shape, np.bool_)
        np.greater(y, 0, out=passed)
        stopped: Array = np.multiply(dout, passed, out=self._buffer("stopped", dout.shape, dout.dtype))
        return stopped

    def graph(self, x: graph.Node, params: Mapping[str, graph.Node]) -> graph.Node:
        """Return the book's: im2col, a row for each channel and place, its maximum or mean, the result as pictures."""
        channels = self._input_shape[1] if self._input_shape else 1
        seen, is_max = self.window.numbers, self.method == "max"
        columns = graph.im2col(x, self.window, "col_", fill=-np.inf if is_max and any(self.window.pad) else 0.0)
        rows = graph.reshape(columns, (-1, seen))
        made = graph.first_largest(rows, 1) if is_max else graph.multiply(graph.total(rows, 1), 1 / seen)
        return graph.transpose(graph.reshape(made, (-1, *self._places, channels)), (0, 3, 1, 2))

    def _take_largest(self, x: Array, y: Array) -> None:
        """Find the largest numbers alone: who only predicts does not ask where they stood."""
        across, down = self._rounds
        for first, end in self._parts(len(y)):
            seen = x[self._seen(first, end)]
            best = self._buffer("best", (len(seen), *y.shape[1:]), x.dtype)
            across.play(seen, best, None, self._buffer)
            down.play(best, y[first:end], None, self._buffer)

    def _find_winners(self, x: Array, y: Array) -> None:
        self._begin(x, y)
        for first, end in self._parts(len(y)):
            self.forward_rows(first, end)

    def _begin(self, x: Array, y: Array) -> None:
        across, down = self._rounds
        rows = (len(y) - 1) * down.stride + down.size
        self._x, self._y = x, y
        self._wins = (
            self._masks("across", across.size, (rows, *y.shape[1:])),
            self._masks("down", down.size, y.shape),
        )

    def _begin_back(self, dout: Array, dx: Array) -> None:
        across, down = self._rounds
        self._dout, self._dx = dout, dx
        if not (across.fills(dx) and down.fills(dx)):
            dx[...] = 0

    def _take_mean(self, x: Array, y: Array) -> None:
        y[...] = 0
        for piece in self._pieces(x):
            np.add(y, piece, out=y)
        np.multiply(y, y.dtype.type(1 / self.window.numbers), out=y)

    def _share_out(self, dout: Array, dx: Array) -> None:
        share = self._buffer("share", dout.shape, dout.dtype)
        np.multiply(dout, dout.dtype.type(1 / self.window.numbers), out=share)
        dx[...] = 0
        for piece in self._pieces(dx):
            np.add(piece, share, out=piece)

    @property
    def _rounds(self) -> tuple[_Round, _Round]:
        """The round along the rows and the one among them."""
        (height, width), (down, across) = self.window.size, self.window.stride
        return _Round(2, width, across), _Round(0, height, down)

    def _pieces(self, x: Array) -> Iterator[Array]:
        """Yield what each pixel of the window meets at all places."""
        across, down = self._rounds
        for row in down.pieces(x):
            yield from across.pieces(row)

    def _parts(self, places: int) -> Iterator[tuple[int, int]]:
        """Yield rows of places, first and end, that fit into the cache; all where they share rows of pixels."""
        (size, _), (stride, _) = self.window.size, self.window.stride
        n, c, _, w = self._input_shape
        at_once = places if size > stride else max(1, _AT_ONCE // max(1, n * c * w * size))
        for first in range(0, places, at_once):
            yield first, min(first + at_once, places)

    def _seen(self, first: int, end: int) -> slice:
        """Return the rows of pixels that rows of places see."""
        (size, _), (stride, _) = self.window.size, self.window.stride
        return slice(first * stride, (end - 1) * stride + size)

    def _masks(self, name: str, size: int, shape: Shape) -> list[Mask]:
        return [self._buffer(f"{name}{k}", shape, np.bool_) for k in range(1, size)]

    def _with_padding(self, x: Array) -> Array:
        """Return the pictures with padding that never wins, and that counts as 0 in a mean."""
        if not any(self.window.pad):
            return x
        whole = self._around(x)
        whole[...] = -np.inf if self.method == "max" else 0
        self._within(whole)[...] = x
        return whole

    def _around(self, x: Array) -> Array:
        """Return an array for these pictures with padding; themselves where there is none."""
        if not any(self.window.pad):
            return x
        (up, left), (n, c, h, w) = self.window.pad, x.shape
        rows = self._buffer("padded", (h + 2 * up, c, w + 2 * left, n), x.dtype)
        return rows.transpose(3, 1, 0, 2)

    def _within(self, whole: Array) -> Array:
        (up, left), (h, w) = self.window.pad, self._input_shape[2:]
        return whole[:, :, up : up + h, left : left + w]

    def _buffer(self, name: str, shape: Shape, dtype: npt.DTypeLike) -> Any:
        """Return an array to write into, the same each time when the caller owns buffers."""
        if not self._owns_buffers:
            return np.empty(shape, dtype)
        size, kept = prod(shape), self._buffers.get(name)
        if kept is None or kept.size < size or kept.dtype != dtype:
            kept = self._buffers[name] = np.empty(size, dtype)
        return kept[:size].reshape(shape)  # the last rows are fewer


@LAYERS.register("GlobalAveragePooling")
class GlobalAveragePooling(ImageLayer):
    """Global average pooling: of each channel the mean of all its pixels."""

    formula = Formula("y = Σ x / (H·W)", "dx = dout / (H·W)")

    def __init__(self) -> None:
        super().__init__(Window((1, 1)))

    @classmethod
    def arguments(cls, input_shape: Shape, options: Mapping[str, Any]) -> dict[str, Any]:
        """Return nothing: there is no choice."""
        return {}

    @classmethod
    def plan(cls, input_shape: Shape, **options: Any) -> Plan:
        """Return one number for each channel."""
        cls.places(input_shape, Window((1, 1)))
        return Plan((input_shape[0],))

    def forward(self, x: Array, training: bool = False, rng: Rng = None, out: Array | None = None) -> Array:
        """Return the mean of each channel, shape (N, C)."""
        x = self._taken(x)
        y = np.sum(np.ascontiguousarray(by_rows(x)), axis=(0, 2)).T * x.dtype.type(1 / self._pixels)
        if out is None:
            return np.ascontiguousarray(y)
        out[...] = y
        return out

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return the same share of the gradient for each pixel of a channel."""
        if not self._input_shape:
            self._kept(None)
        dout = as_float(dout, "dout")
        dx = empty_pictures(self._input_shape[0], self._input_shape[1:], dout.dtype) if out is None else out
        share = dout * dout.dtype.type(1 / self._pixels)
        dx[...] = share[:, :, np.newaxis, np.newaxis]
        return dx

    def graph(self, x: graph.Node, params: Mapping[str, graph.Node]) -> graph.Node:
        """Return a row for each channel, its sum, and the share of it."""
        channels = self._input_shape[1] if self._input_shape else 1
        rows = graph.reshape(x, (-1, self._pixels))
        return graph.reshape(graph.multiply(graph.total(rows, 1), 1 / self._pixels), (-1, channels))

    @property
    def _pixels(self) -> int:
        return self._input_shape[2] * self._input_shape[3] if self._input_shape else 1


def _check_padding(window: Window) -> None:
    """Raise ValueError if a window could lie in the padding alone."""
    if any(pad > size // 2 for pad, size in zip(window.pad, window.size, strict=True)):
        raise ValueError(
            Message(
                "padding of {pad} around a window of {size} is too much: at most half of the window, so that it "
                "always sees a pixel",
                pad=steps_of(window.pad),
                size=text_of(window.size),
            )
        )


@dataclass(frozen=True)
class _Round:
    """A round of a tournament: places along an axis, each with several pixels in a row.

    Attributes
    ----------
    axis : int
        Of pictures (H, C, W, N).
    size, stride : int
        Pixels of a place, and pixels from one place to the next.
    """

    axis: int
    size: int
    stride: int

    def pieces(self, x: Array) -> list[Array]:
        """Return views of the first pixel of every place, of the second, ..."""
        if self.is_split(x):
            return [x[:, k] for k in range(2)]
        reach = self.stride * (self.places_in(x) - 1) + 1
        before = (slice(None),) * self.axis
        return [x[(*before, slice(k, k + reach, self.stride))] for k in range(self.size)]

    def places_in(self, x: Array) -> int:
        """Return how many places pictures have, which may be some rows of all."""
        return (x.shape[self.axis] - self.size) // self.stride + 1

    def fills(self, x: Array) -> bool:
        """Say whether each pixel belongs to exactly one place."""
        return self.is_split(x) or (self.size == self.stride and self.places_in(x) * self.size == x.shape[self.axis])

    def is_split(self, x: Array) -> bool:
        """Say whether the pixels of a place along this axis lie apart already: rows (H, 2, C, W / 2, N)."""
        return bool(self.axis) and x.ndim == 5

    def play(self, x: Array, best: Array, wins: list[Mask] | None, buffer: Callable[..., Array]) -> None:
        """Find the largest of each place, and which pixels beat all before them where that is asked."""
        first, *others = self._whole(x, buffer)
        if not others:
            best[...] = first
        for number, piece in enumerate(others):
            if wins is not None:
                np.greater(piece, first, out=wins[number])
            np.maximum(first, piece, out=best)
            first = best

    def send(self, given: Array, x: Array, wins: list[Mask], buffer: Callable[..., Array]) -> None:
        """Give each place's gradient to the last pixel that beat all before it."""
        pieces = self.pieces(x)
        first, *others = whole = self._whole(x, buffer, copies=False)
        rest = given
        for piece, win in zip(reversed(others), reversed(wins), strict=True):
            np.multiply(rest, win, out=piece)
            np.subtract(rest, piece, out=first)
            rest = first
        if not others:
            first[...] = given
        for piece, kept in zip(pieces, whole, strict=True):
            if kept is not piece:
                np.copyto(piece, kept)

    def add(self, given: Array, x: Array, wins: list[Mask], buffer: Callable[..., Array]) -> None:
        """Add it, where places share pixels."""
        first, *others = self.pieces(x)
        won, rest = (buffer(name, given.shape, given.dtype) for name in ("won", "rest"))
        rest[...] = given
        for piece, win in zip(reversed(others), reversed(wins), strict=True):
            np.multiply(rest, win, out=won)
            np.add(piece, won, out=piece)
            np.subtract(rest, won, out=rest)
        np.add(first, rest, out=first)

    def _whole(self, x: Array, buffer: Callable[..., Array], *, copies: bool = True) -> list[Array]:
        """Return pieces along the rows in arrays of their own: in steps of few numbers NumPy is ten times slower."""
        pieces = self.pieces(x)
        if not self.axis or self.is_split(x):
            return pieces
        whole = [buffer(f"piece{k}", piece.shape, piece.dtype) for k, piece in enumerate(pieces)]
        for kept, piece in zip(whole, pieces, strict=True):
            if copies:
                np.copyto(kept, piece)
        return whole
