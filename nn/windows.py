"""How a filter is laid over a picture: sizes, and the book's `im2col` and `col2im` (7.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.arrays import Array, Shape, as_float
from nn.messages import Message

Pair = tuple[int, int]
MOST_PADDING = 1000
"""Pixels on each side: a slip of the keyboard would fill the memory."""


@dataclass(frozen=True)
class Window:
    """What is laid over a picture and moved across it; each pair is vertical, horizontal.

    Attributes
    ----------
    size : tuple of int
        Height and width of the filter.
    stride : tuple of int
        Pixels from one place to the next.
    pad : tuple of int
        Zeros put around the picture, on either side.
    """

    size: Pair
    stride: Pair = (1, 1)
    pad: Pair = (0, 0)

    def output(self, picture: Pair) -> Pair:
        """Return how many places there are, ``1 + (H + 2P - FH) // S`` and the same across.

        Raises
        ------
        ValueError
            If the filter is larger than the picture with its padding.
        """
        height, width = (n + 2 * p for n, p in zip(picture, self.pad, strict=True))
        if height < self.size[0] or width < self.size[1]:
            raise ValueError(
                Message(
                    "the filter is {filter} pixels and does not fit into a picture of {picture}{padded}; take a "
                    "smaller filter or more padding",
                    filter=text_of(self.size),
                    picture=text_of(picture),
                    padded=Message(" ({padded} with padding)", padded=text_of((height, width)))
                    if any(self.pad)
                    else "",
                )
            )
        return 1 + (height - self.size[0]) // self.stride[0], 1 + (width - self.size[1]) // self.stride[1]

    def left_over(self, picture: Pair) -> Pair:
        """Return how many rows at the bottom and columns at the right no place of the filter reaches."""
        return (
            (picture[0] + 2 * self.pad[0] - self.size[0]) % self.stride[0],
            (picture[1] + 2 * self.pad[1] - self.size[1]) % self.stride[1],
        )

    @property
    def numbers(self) -> int:
        """How many pixels of a channel the filter sees at once."""
        return self.size[0] * self.size[1]

    def padded(self, x: Array, fill: float = 0.0) -> Array:
        """Return pictures (N, C, H, W) with `fill` around them."""
        wide, inside = self.framed(x, fill)
        if wide is not x:
            inside[...] = x
        return wide

    def framed(self, x: Array, fill: float = 0.0) -> tuple[Array, Array]:
        """Return an array with `fill` around pictures that are still to be put in, and where; without padding `x`."""
        if not any(self.pad):
            return x, x
        (up, left), (n, c, h, w) = self.pad, x.shape
        wide = np.full((n, c, h + 2 * up, w + 2 * left), fill, x.dtype)
        return wide, wide[:, :, up : up + h, left : left + w]

    def seen(self, x: Array) -> Array:
        """Return a view (N, C, FH, FW, OH, OW) of what each pixel of the filter meets, at all places of pictures."""
        padded = np.ascontiguousarray(self.padded(x))
        n, c, h, w = padded.strides
        places, (down, right) = self.output(x.shape[2:]), self.stride
        shape, steps = (*x.shape[:2], *self.size, *places), (n, c, h, w, h * down, w * right)
        view: Array = np.ndarray(shape, padded.dtype, padded, 0, steps)  # `as_strided` takes ten times as long
        view.flags.writeable = False
        return view

    def pieces(self, padded: Array) -> Iterator[tuple[int, int, Array]]:
        """Yield for each pixel of the filter its row, its column, and a view of what it meets at all places."""
        h, w = padded.shape[2:]
        for i in range(self.size[0]):
            for j in range(self.size[1]):
                below, right = h - self.size[0] + i + 1, w - self.size[1] + j + 1
                yield i, j, padded[:, :, i : below : self.stride[0], j : right : self.stride[1]]


def im2col(
    input_data: npt.ArrayLike, filter_h: int, filter_w: int, stride: int | Pair = 1, pad: int | Pair = 0
) -> Array:
    """Lay out what a filter sees at each of its places as a row (book 7.4.3).

    Parameters
    ----------
    input_data : array_like, shape (N, C, H, W)
        Pictures.
    filter_h, filter_w : int
        Height and width of the filter.
    stride, pad : int or (int, int)
        Pixels from place to place, and zeros around the picture; a pair is vertical, horizontal.

    Returns
    -------
    ndarray, shape (N * OH * OW, C * filter_h * filter_w)
        In the dtype of `input_data`: the book's makes float64 of everything.

    Raises
    ------
    ValueError
        If these are no pictures, or the filter does not fit into them.
    """
    return columns(pictures(input_data), window_of(filter_h, filter_w, stride, pad))


def col2im(
    col: npt.ArrayLike,
    input_shape: Shape,
    filter_h: int,
    filter_w: int,
    stride: int | Pair = 1,
    pad: int | Pair = 0,
) -> Array:
    """Put rows of `im2col` back into pictures: a pixel that stands in several rows gets their sum (book 7.4.3).

    Parameters
    ----------
    col : array_like, shape (N * OH * OW, C * filter_h * filter_w)
        One row for each place of the filter.
    input_shape : tuple of int
        Shape of the pictures: (N, C, H, W).
    filter_h, filter_w, stride, pad
        As in `im2col`.

    Raises
    ------
    ValueError
        If `col` has not the shape that `im2col` gives for such pictures.
    """
    return pictures_of(as_float(col, "col"), tuple(input_shape), window_of(filter_h, filter_w, stride, pad))


def columns(x: Array, window: Window, fill: float = 0.0) -> Array:
    """Return a row for each place of a window on pictures, with `fill` around them."""
    n, c, h, w = x.shape
    oh, ow = window.output((h, w))
    places = np.lib.stride_tricks.sliding_window_view(window.padded(x, fill), window.size, axis=(2, 3))
    chosen = places[:, :, :: window.stride[0], :: window.stride[1]]
    return chosen.transpose(0, 2, 3, 1, 4, 5).reshape(n * oh * ow, c * window.numbers)


def pictures_of(col: Array, shape: Shape, window: Window) -> Array:
    """Return pictures in which each pixel is the sum of what stands for it in the rows of `columns`."""
    n, c, h, w = shape
    oh, ow = window.output((h, w))
    wanted = (n * oh * ow, c * window.numbers)
    if col.shape != wanted:
        raise ValueError(
            Message(
                "col has shape {shape}; pictures of shape {pictures} with a filter of {filter} make {wanted}",
                shape=col.shape,
                pictures=shape,
                filter=text_of(window.size),
                wanted=wanted,
            )
        )
    by_pixel = col.reshape(n, oh, ow, c, *window.size).transpose(0, 3, 4, 5, 1, 2)
    (up, left) = window.pad
    padded = np.zeros((n, c, h + 2 * up, w + 2 * left), col.dtype)
    for i, j, piece in window.pieces(padded):
        piece += by_pixel[:, :, i, j]
    return padded[:, :, up : up + h, left : left + w]


def pictures(x: npt.ArrayLike) -> Array:
    """Return `x` as an array of pictures.

    Raises
    ------
    TypeError, ValueError
        If it holds no numbers, or is not of shape (N, C, H, W).
    """
    array = as_float(x)
    if array.ndim != 4:
        raise ValueError(Message("pictures have shape (N, C, H, W), got {shape}; reshape them so", shape=array.shape))
    return array


def window_of(filter_h: int, filter_w: int, stride: int | Pair = 1, pad: int | Pair = 0) -> Window:
    """Return the window of the book's arguments.

    Raises
    ------
    ValueError
        If the filter has no pixel, the stride is 0, or the padding is negative.
    """
    if max(_pair(pad)) > MOST_PADDING:
        raise ValueError(
            Message(
                "padding of {value} is more than any picture needs; give at most {most:,}",
                value=steps_of(_pair(pad)),
                most=MOST_PADDING,
            )
        )
    window = Window((int(filter_h), int(filter_w)), _pair(stride), _pair(pad))
    for name, sizes, least, said in (
        (Message("size of the filter"), window.size, 1, text_of),
        (Message("stride"), window.stride, 1, steps_of),
        (Message("padding"), window.pad, 0, steps_of),
    ):
        if min(sizes) < least:
            raise ValueError(
                Message(
                    "the {name} is {value}; give whole numbers of at least {least}",
                    name=name,
                    value=said(sizes),
                    least=least,
                )
            )
    return window


def text_of(pair: Pair) -> str:
    """Return height and width as they are said: ``5x5``."""
    return f"{pair[0]}x{pair[1]}"


def steps_of(pair: Pair) -> str:
    """Return a stride or a padding as it is said: ``2``, and ``1x2`` where down and across differ."""
    return str(pair[0]) if pair[0] == pair[1] else text_of(pair)


def _pair(value: int | Pair | Any) -> Pair:
    if isinstance(value, tuple):
        vertical, horizontal = value
        return int(vertical), int(horizontal)
    return int(value), int(value)
