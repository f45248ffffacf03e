"""Pictures in memory with the batch innermost, and columns that need only whole rows copied.

To everybody a batch of pictures is (N, C, H, W). In memory a network's buffers are (H, C, W, N): then a filter's row
moved across a row of pictures is one run of numbers, `filter_w` copies of the input hold every column, and what the
filter sees at one row of places is one matrix that need not be made: the matrices of the rows overlap.

Between a convolution and a pooling of two by two, columns 0, 2, 4 ... lie before columns 1, 3, 5 ...: *split* pictures,
(N, C, H, 2, W / 2) in the memory (H, 2, C, W / 2, N). Neighbours that are compared then are two whole blocks.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import product
from math import ceil

import numpy as np
import numpy.typing as npt

from nn.arrays import Array, Shape
from nn.windows import Pair, Window

_Span = tuple[slice, slice]  # of the columns, of the pictures


def empty_pictures(samples: int, shape: Shape, dtype: npt.DTypeLike) -> Array:
    """Return an array (N, C, H, W) whose memory is (H, C, W, N)."""
    c, h, w = shape
    return np.empty((h, c, w, samples), dtype).transpose(3, 1, 0, 2)


def empty_split_pictures(samples: int, shape: Shape, dtype: npt.DTypeLike) -> Array:
    """Return an array (N, C, H, 2, W / 2) whose memory is (H, 2, C, W / 2, N)."""
    c, h, w = shape
    return np.empty((h, 2, c, w // 2, samples), dtype).transpose(4, 2, 0, 1, 3)


def is_split(x: Array) -> bool:
    """Say whether even and odd columns of pictures lie apart."""
    return x.ndim == 5


def joined(x: Array) -> Array:
    """Return pictures as everybody knows them, (N, C, H, W): a copy of split ones."""
    if not is_split(x):
        return x
    n, c, h, _, half = x.shape
    whole = empty_pictures(n, (c, h, 2 * half), x.dtype)
    whole[..., 0::2], whole[..., 1::2] = x[:, :, :, 0], x[:, :, :, 1]
    return whole


def is_turned(x: Array) -> bool:
    """Say whether these are several pictures of which memory does not hold one after the other."""
    return x.ndim == 4 and len(x) > 1 and not x.flags.c_contiguous


def by_rows(x: Array) -> Array:
    """Return the view (H, C, W, N) of pictures (N, C, H, W); of split ones (H, 2, C, W / 2, N)."""
    return x.transpose(2, 3, 1, 4, 0) if is_split(x) else x.transpose(2, 1, 3, 0)


def has_whole_rows(x: Array) -> bool:
    """Say whether a row of a channel, of all pictures, is one run in memory."""
    if is_split(x):
        return True  # they are made so
    n, _, _, w = x.shape
    size = x.itemsize
    return (n == 1 or x.strides[0] == size) and (w == 1 or x.strides[3] == n * size)


def as_lines(x: Array) -> Array:
    """Return the view (H, 1, C, W * N) of pictures that have whole rows; of split ones (H, 2, C, W / 2 * N)."""
    rows = by_rows(x)
    h, *halves, c, w, n = rows.shape
    return rows.reshape(h, *(halves or (1,)), c, w * n)


def largest(parts: Array) -> tuple[list[Callable[[], object]], Array]:
    """Return calls that find the largest of what lies in ``parts[0]``, ``parts[1]``, ..., and where they will be."""
    rounds: list[Callable[[], object]] = []
    while len(parts) > 1:
        losing = len(parts) // 2
        staying = len(parts) - losing
        rounds.append(partial(np.maximum, parts[:losing], parts[staying:], out=parts[:losing]))
        parts = parts[:staying]
    return rounds, parts[0]


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
    splits, of_split : bool
        Whether the places, and whether what is seen, have even and odd columns apart.

    Attributes
    ----------
    matrices : ndarray, shape (OH, 1, FH * C * FW, OW * N) or (OH, 2, FH * C * FW, OW / 2 * N)
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
        *,
        splits: bool = False,
        of_split: bool = False,
    ) -> None:
        (self._channels, h, w), (fh, fw) = picture, window.size
        height = (places[0] - 1) * window.stride[0] + fh
        # what nothing is ever copied to stays 0: that is the padding
        self._store = np.zeros((height, self._channels, fw, places[1], samples), dtype)
        self._rows = _span(height, h, -window.pad[0], 1, spread[0])
        whole, halves = (None,), (0, 1)
        across = (places[1], w, window.stride[1], spread[1])
        self._copies = [
            (j, here, there, *self._span_across(j - window.pad[1], *across, here, there))
            for j, here, there in product(range(fw), halves if splits else whole, halves if of_split else whole)
        ]
        self._splits = splits
        self._turned: Array | None = None
        step, _, line, _, item = self._store.strides
        parts = 2 if splits else 1
        length = places[1] // parts * samples
        self.matrices = np.lib.stride_tricks.as_strided(
            self._store,
            (places[0], parts, fh * self._channels * fw, length),
            (step * window.stride[0], length * item, line, item),
            writeable=False,
        )
        self.made_for = (picture, samples, window, places, np.dtype(dtype), spread, splits, of_split)

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
        if self._splits:
            store = store.reshape(*store.shape[:3], 2, -1, store.shape[-1])
        for j, half, other, here, there in self._copies:
            target = store[:, :, j] if half is None else store[:, :, j, half]
            source = rows if other is None else rows[:, other]
            target[:, :, here] = source[:, :, there]
        return self.matrices

    @staticmethod
    def _span_across(
        shift: int, places: int, pixels: int, step: int, spread: int, half: int | None, other: int | None
    ) -> _Span:
        """Return which places of a row meet which pixels; of even or odd ones alone, where they lie apart."""
        if half is not None:
            places, shift, step = places // 2, shift + step * half, 2 * step
        if other is not None:
            pixels, shift, spread = pixels // 2, shift - spread * other, 2 * spread
        return _span(places, pixels, shift, step, spread)


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
