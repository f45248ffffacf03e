"""Where a window stands while it slides over a picture, place by place: `nn.windows.Window` walked through."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.messages import Message
from nn.windows import Pair, Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

Place = tuple[int, int]
"""Row and column, of the output or of the picture."""

MOST_SIDE = 256
"""Pixels along a side of a picture that can be looked at."""


@dataclass(frozen=True)
class Sweep:
    """A window that goes over a picture with its padding, row by row.

    Attributes
    ----------
    picture : tuple of int
        Height and width.
    laid : Window
        What goes over it, as layers have it: sizes and what they refuse are asked of it.
    """

    picture: Pair
    laid: Window

    def __post_init__(self) -> None:
        if min(self.picture) < 1 or max(self.picture) > MOST_SIDE:
            raise ValueError(
                Message(
                    "The picture has {height} x {width} pixels; each side can be 1 to {most}",
                    height=self.picture[0],
                    width=self.picture[1],
                    most=MOST_SIDE,
                )
            )
        self.laid.output(self.picture)  # refuses what does not fit

    @property
    def window(self) -> Pair:
        """Height and width of the window."""
        return self.laid.size

    @property
    def stride(self) -> Pair:
        """How far the window goes from place to place, down and across."""
        return self.laid.stride

    @property
    def pad(self) -> Pair:
        """Rows of zeros above and below the picture, columns to its left and right."""
        return self.laid.pad

    @property
    def padded(self) -> tuple[int, int]:
        """Height and width of the picture with its padding."""
        return self.picture[0] + 2 * self.pad[0], self.picture[1] + 2 * self.pad[1]

    @property
    def remainder(self) -> tuple[int, int]:
        """Rows below the last window and columns to the right of it: 0 where the stride divides."""
        return self.laid.left_over(self.picture)

    @property
    def divides(self) -> bool:
        """Whether the last windows end where the picture with its padding does."""
        return self.remainder == (0, 0)

    @property
    def output(self) -> tuple[int, int]:
        """Height and width of what comes out, rounded down as the book does it."""
        return self.laid.output(self.picture)

    @property
    def count(self) -> int:
        """How many places the window has."""
        return self.output[0] * self.output[1]

    def place(self, number: int) -> Place:
        """Return the place of the output that comes as `number`, counted from 0."""
        row, column = divmod(number, self.output[1])
        return row, column

    def number(self, place: Place) -> int:
        """Return when a place of the output comes, counted from 0."""
        return place[0] * self.output[1] + place[1]

    def corner(self, place: Place) -> Place:
        """Return the pixel at the upper left of the window; in the padding it is negative."""
        top, left = self.laid_at(place)
        return top - self.pad[0], left - self.pad[1]

    def laid_at(self, place: Place) -> Place:
        """Return the upper left of the window in the picture with its padding."""
        return place[0] * self.stride[0], place[1] * self.stride[1]

    def pixel_at(self, row: int, column: int) -> Place:
        """Return the pixel at a row and a column of the picture with its padding."""
        return row - self.pad[0], column - self.pad[1]

    def within_padded(self, array: NDArray[Any], fill: float = 0.0) -> NDArray[Any]:
        """Return pictures (..., H, W) with `fill` around them."""
        around = [(0, 0)] * (array.ndim - 2) + [(pad, pad) for pad in self.pad]
        return np.pad(array, around, constant_values=fill)

    def without_padding(self, array: NDArray[Any]) -> NDArray[Any]:
        """Return the pictures within what `within_padded` gave; a view."""
        (up, left), (high, wide) = self.pad, self.picture
        return array[..., up : up + high, left : left + wide]

    def windows_of(self, padded: NDArray[Any]) -> NDArray[Any]:
        """Return what is read at each place of padded pictures (..., H, W), as a view (..., OH, OW, FH, FW)."""
        seen = np.lib.stride_tricks.sliding_window_view(padded, self.window, axis=(-2, -1))
        return seen[..., :: self.stride[0], :: self.stride[1], :, :]

    def pixel(self, place: Place, cell: Place) -> Place:
        """Return the pixel that a cell of the window reads."""
        top, left = self.corner(place)
        return top + cell[0], left + cell[1]

    def is_inside(self, pixel: Place) -> bool:
        """Say whether a pixel is one of the picture's own, not of its padding."""
        return all(0 <= at < size for at, size in zip(pixel, self.picture, strict=True))

    def readers(self, pixel: Place) -> list[tuple[Place, Place]]:
        """Return who reads a pixel: places of the output, each with the cell of the window that does."""
        found = []
        for row in self._along(pixel[0], 0):
            for column in self._along(pixel[1], 1):
                top, left = self.corner((row, column))
                found.append(((row, column), (pixel[0] - top, pixel[1] - left)))
        return found

    def _along(self, at: int, axis: int) -> range:
        """Return the rows or columns of the output whose windows reach row or column `at` of the picture."""
        at, stride = at + self.pad[axis], self.stride[axis]
        first = max(-(-(at - self.window[axis] + 1) // stride), 0)
        return range(first, min(at // stride, self.output[axis] - 1) + 1)

    @cached_property
    def uses(self) -> NDArray[np.intp]:
        """How often each pixel is read, with the padding around it."""
        rows, columns = (
            np.bincount(
                (np.arange(self.output[axis])[:, None] * self.stride[axis] + np.arange(self.window[axis])).ravel(),
                minlength=self.padded[axis],
            )
            for axis in (0, 1)
        )
        return np.outer(rows, columns)


def strongest_place(output: NDArray[Any]) -> Place:
    """Return where the largest number of an output stands, (OH, OW), whatever its sign; the first of equal ones."""
    sizes = np.abs(output)
    row, column = np.unravel_index(int(np.argmax(np.where(np.isnan(sizes), -1, sizes))), output.shape)
    return int(row), int(column)


def size_formula(sweep: Sweep, axis: int) -> str:
    """Return the height (0) or width (1) of the output as the book computes it, and with the numbers put in."""
    name, side, short = (("OH", "H", "FH"), ("OW", "W", "FW"))[axis]
    size, window = sweep.picture[axis], sweep.window[axis]
    pad, stride = sweep.pad[axis], sweep.stride[axis]
    exact = (sweep.padded[axis] - window) / stride + 1
    return (
        f"{name} = ({side} + 2P \N{MINUS SIGN} {short}) / S + 1\n"
        f"= ({size} + 2·{pad} \N{MINUS SIGN} {window}) / {stride} + 1 = {exact:.4g}"
    )
