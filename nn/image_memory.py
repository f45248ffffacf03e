"""Pictures in memory with the batch innermost, and columns that need only whole rows copied.

To everybody a batch of pictures is (N, C, H, W). In memory a network's buffers are (H, C, W, N): then a filter's row
moved across a row of pictures is one run of numbers, `filter_w` copies of the input hold every column, and what the
filter sees at one row of places is one matrix that need not be made: the matrices of the rows overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

import numpy as np
import numpy.typing as npt

from nn.arrays import Array, Shape
from nn.windows import Pair, Window

_AT_ONCE = 65_536
"""Numbers of a result that stay in the cache while a bias is added."""

_Span = tuple[slice, slice]  # of the columns, of the pictures


def empty_pictures(samples: int, shape: Shape, dtype: npt.DTypeLike) -> Array:
    """Return an array (N, C, H, W) whose memory is (H, C, W, N)."""
    c, h, w = shape
    return np.empty((h, c, w, samples), dtype).transpose(3, 1, 0, 2)


def is_turned(x: Array) -> bool:
    """Say whether these are several pictures of which memory does not hold one after the other."""
    return x.ndim == 4 and len(x) > 1 and not x.flags.c_contiguous


def by_rows(x: Array) -> Array:
    """Return the view (H, C, W, N) of pictures (N, C, H, W)."""
    return x.transpose(2, 1, 3, 0)


def has_whole_rows(x: Array) -> bool:
    """Say whether a row of a channel, of all pictures, is one run in memory."""
    n, _, _, w = x.shape
    size = x.itemsize
    return (n == 1 or x.strides[0] == size) and (w == 1 or x.strides[3] == n * size)


def as_lines(x: Array) -> Array:
    """Return the view (H, C, W * N) of pictures that have whole rows."""
    h, c, w, n = by_rows(x).shape
    return by_rows(x).reshape(h, c, w * n)


def stretches(lines: Array) -> Iterator[slice]:
    """Yield the rows of pictures (H, C, W * N) in stretches that stay in the cache."""
    rows, *rest = lines.shape
    at_once = max(1, _AT_ONCE // max(1, int(np.prod(rest))))
    for start in range(0, rows, at_once):
        yield slice(start, start + at_once)


class RowColumns:
    """What a filter sees at each row of its places, as one matrix a row.

    Parameters
    ----------
    picture : tuple of int
        Shape (C, H, W) of what is seen.
    samples : int
        Pictures at a time.
    window : Window
        What is laid over them. A negative padding crops.
    places : (int, int)
        How many places the window has.
    spread : (int, int)
        How far apart the pixels are put: a gradient that goes back through a stride has gaps of zeros.

    Attributes
    ----------
    matrices : ndarray, shape (OH, FH * C * FW, OW * N)
        The rows of each are a filter's row, channel and column.
    """

    def __init__(
        self,
        picture: Shape,
        samples: int,
        window: Window,
        places: Pair,
        dtype: npt.DTypeLike,
        spread: Pair = (1, 1),
    ) -> None:
        (self._channels, h, w), (fh, fw) = picture, window.size
        height = (places[0] - 1) * window.stride[0] + fh
        # what nothing is ever copied to stays 0: that is the padding
        self._store = np.zeros((height, self._channels, fw, places[1], samples), dtype)
        self._rows = _span(height, h, -window.pad[0], 1, spread[0])
        self._spans: list[_Span] = [
            _span(places[1], w, j - window.pad[1], window.stride[1], spread[1]) for j in range(fw)
        ]
        self._turned: Array | None = None
        step, _, line, _, item = self._store.strides
        self.matrices = np.lib.stride_tricks.as_strided(
            self._store,
            (places[0], fh * self._channels * fw, places[1] * samples),
            (step * window.stride[0], line, item),
            writeable=False,
        )
        self.made_for = (picture, samples, window, places, np.dtype(dtype), spread)

    def fill(self, x: Array) -> Array:
        """Copy pictures (N, C, H, W) in; return `matrices`."""
        rows = by_rows(x)
        if not has_whole_rows(x):  # turned once, not with each copy
            if self._turned is None:
                self._turned = np.empty(rows.shape, self._store.dtype)
            np.copyto(self._turned, rows)
            rows = self._turned
        into, out_of = self._rows
        rows, store = rows[out_of], self._store[into]
        for j, (here, there) in enumerate(self._spans):
            store[:, :, j, here] = rows[:, :, there]
        return self.matrices


def _span(places: int, pixels: int, shift: int, step: int, spread: int) -> _Span:
    """Return which places meet which pixels: ``step * place + shift == spread * pixel``; `step` or `spread` is 1."""
    if spread == 1:
        first = max(0, ceil(-shift / step))
        end = max(first, min(places, (pixels - 1 - shift) // step + 1))
        start = step * first + shift
        return slice(first, end), slice(start, max(start, start + step * (end - first - 1) + 1), step)
    first = max(0, ceil(shift / spread))
    end = max(first, min(pixels, (places - 1 + shift) // spread + 1))
    start = spread * first - shift
    return slice(start, max(start, start + spread * (end - first - 1) + 1), spread), slice(first, end)
