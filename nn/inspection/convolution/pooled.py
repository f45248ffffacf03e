"""The largest number of each window, and who gets its gradient."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from nn.arrays import Array
from nn.inspection.convolution.names import Names
from nn.inspection.convolution.sums import shortened
from nn.inspection.convolution.sweep import Place, Sweep
from nn.notation import plain
from nn.trace.explaining import Explanation, explanation_of
from nn.trace.expressions import Largest, Leaf, Times


@dataclass(frozen=True, eq=False)
class Pooled:
    """One channel of a picture and the largest number at each place; nobody writes into the array.

    Attributes
    ----------
    x : ndarray, shape (H, W)
    size : tuple of int
        Height and width of the window.
    stride : int
    names : Names
    """

    x: Array
    size: tuple[int, int] = (2, 2)
    stride: int = 2
    names: Names = field(default_factory=Names)

    def __post_init__(self) -> None:
        self.sweep  # noqa: B018 - refuses what does not fit before anything is computed

    @cached_property
    def sweep(self) -> Sweep:
        """Where the window stands."""
        return Sweep((self.x.shape[0], self.x.shape[1]), self.size, self.stride)

    @cached_property
    def windows(self) -> Array:
        """What the window reads at each place, (OH, OW, FH, FW); a view."""
        seen = np.lib.stride_tricks.sliding_window_view(self.x, self.size)
        return seen[:: self.stride, :: self.stride]

    @cached_property
    def output(self) -> Array:
        """The largest number at each place, (OH, OW)."""
        return self.windows.max(axis=(2, 3))

    @cached_property
    def winners(self) -> np.ndarray:
        """The cell of the window that won at each place, counted through it: of equal ones the first, as argmax."""
        return self.windows.reshape(*self.sweep.output, -1).argmax(axis=2)

    def winner(self, place: Place) -> Place:
        """Return the pixel that won at a place: it alone gets the gradient."""
        row, column = divmod(int(self.winners[place]), self.size[1])
        return self.sweep.pixel(place, (row, column))

    def ties(self, place: Place) -> list[Place]:
        """Return the other pixels that are just as large, and get nothing."""
        won = self.winner(place)
        equal = np.argwhere(self.windows[place] == self.output[place])
        pixels = (self.sweep.pixel(place, (int(row), int(column))) for row, column in equal)
        return [pixel for pixel in pixels if pixel != won]

    def dx(self, dout: Array, places: int | None = None) -> Array:
        """Return what each pixel has collected after so many places, (H, W): where windows overlap, it adds up."""
        collected = np.zeros_like(self.x)
        for number in range(self.sweep.count if places is None else places):
            place = self.sweep.place(number)
            collected[self.winner(place)] += dout[place]
        return collected

    # ---- in three lines

    def told(self, place: Place) -> Explanation:
        """Return how the number at a place of the output is found."""
        pixels = [self.sweep.pixel(place, (row, column)) for row, column in np.ndindex(self.size)]
        terms = tuple(self._leaf(pixel) for pixel in pixels)
        names = self.names
        return explanation_of(names.y, names.of_y(*place), self.output[place], Largest(terms))

    def told_dx(self, pixel: Place, dout: Array, places: int | None = None) -> Explanation:
        """Return what a pixel has collected: 1 times the gradient where it won, 0 times where it did not."""
        names, terms, sizes = self.names, [], []
        for place, _ in self.sweep.readers(pixel):
            if self.sweep.number(place) < (self.sweep.count if places is None else places):
                has_won = self.winner(place) == pixel
                gradient = Leaf(names.dy, names.of_y(*place), plain(dout[place]))
                terms.append(Times(gradient, "1" if has_won else "0"))
                sizes.append(gradient.value * has_won)
        value = self.dx(dout, places)[pixel]
        return explanation_of(f"d{names.x}", self._index(pixel), value, shortened(terms, sizes))

    def _leaf(self, pixel: Place) -> Leaf:
        return Leaf(self.names.x, self._index(pixel), plain(self.x[pixel]))

    def _index(self, pixel: Place) -> tuple[int, ...]:
        return self.names.of_x(self.names.filter, *pixel)
