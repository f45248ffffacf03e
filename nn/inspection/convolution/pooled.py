"""One number for each window: the largest or the mean, and who gets its gradient."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from nn.arrays import Array
from nn.inspection.convolution.names import Names
from nn.inspection.convolution.sums import shortened
from nn.inspection.convolution.sweep import Place, Sweep
from nn.notation import plain
from nn.trace.explaining import Explanation, explanation_of
from nn.trace.expressions import Expression, Largest, Leaf, Times
from nn.windows import Window

_HALVED = Window((2, 2), (2, 2))


@dataclass(frozen=True, eq=False)
class PooledChannel(ABC):
    """One channel of a picture and what is taken of each window; nobody writes into the array.

    Attributes
    ----------
    x : ndarray, shape (H, W)
    window : Window
        What goes over it, with its stride and its padding.
    names : Names
    """

    x: Array
    window: Window = _HALVED
    names: Names = field(default_factory=Names)

    padding = 0.0
    """What stands around the picture."""

    def __post_init__(self) -> None:
        self.sweep  # noqa: B018 - refuses what does not fit before anything is computed

    @cached_property
    def sweep(self) -> Sweep:
        """Where the window stands."""
        return Sweep((self.x.shape[0], self.x.shape[1]), self.window)

    @cached_property
    def padded(self) -> Array:
        """The picture with its padding, (H + 2P, W + 2P)."""
        return self.sweep.within_padded(self.x, self.padding)

    @cached_property
    def windows(self) -> Array:
        """What the window reads at each place, (OH, OW, FH, FW); a view."""
        return self.sweep.windows_of(self.padded)

    @property
    @abstractmethod
    def output(self) -> Array:
        """What is taken at each place, (OH, OW)."""

    @abstractmethod
    def given(self, place: Place) -> Array:
        """Return the share of its gradient that a place gives to each cell of its window, (FH, FW)."""

    def dx(self, dout: Array, places: int | None = None) -> Array:
        """Return what each pixel has collected after so many places, (H, W): where windows overlap, it adds up."""
        collected = np.zeros_like(self.padded)
        (high, wide), sweep = self.window.size, self.sweep
        with np.errstate(all="ignore"):
            for number in range(sweep.count if places is None else places):
                place = sweep.place(number)
                top, left = sweep.laid_at(place)
                share = self.given(place)
                # where nothing is given nothing is added, whatever the gradient is
                collected[top : top + high, left : left + wide] += np.where(share == 0, 0, share * dout[place])
        return sweep.without_padding(collected)

    # ---- in three lines

    @abstractmethod
    def told(self, place: Place) -> Explanation:
        """Return how the number at a place of the output is found."""

    def told_dx(self, pixel: Place, dout: Array, places: int | None = None) -> Explanation:
        """Return what a pixel has collected: a term for each window that reads it."""
        names, terms, sizes = self.names, [], []
        for place, cell in self.sweep.readers(pixel):
            if self.sweep.number(place) < (self.sweep.count if places is None else places):
                gradient = Leaf(names.dy, names.of_y(*place), plain(dout[place]))
                terms.append(self._passed_on(gradient, place, cell))
                sizes.append(gradient.value * float(self.given(place)[cell]))
        value = self.dx(dout, places)[pixel]
        return explanation_of(f"d{names.x}", self._index(pixel), value, shortened(terms, sizes))

    @abstractmethod
    def _passed_on(self, gradient: Leaf, place: Place, cell: Place) -> Expression:
        """Return what a place gives to a cell of its window."""

    def _leaves(self, place: Place) -> tuple[Leaf, ...]:
        """Return the pixels of a window; padding has no number."""
        pixels = (self.sweep.pixel(place, (row, column)) for row, column in np.ndindex(self.window.size))
        inside = (pixel for pixel in pixels if self.sweep.is_inside(pixel))
        return tuple(Leaf(self.names.x, self._index(pixel), plain(self.x[pixel])) for pixel in inside)

    def _index(self, pixel: Place) -> tuple[int, ...]:
        return self.names.of_x(self.names.filter, *pixel)


class Pooled(PooledChannel):
    """The largest number at each place: its pixel alone gets the gradient."""

    padding = -math.inf  # which never wins

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
        row, column = divmod(int(self.winners[place]), self.window.size[1])
        return self.sweep.pixel(place, (row, column))

    def ties(self, place: Place) -> list[Place]:
        """Return the other pixels that are just as large, and get nothing."""
        won = self.winner(place)
        equal = np.argwhere(self.windows[place] == self.output[place])
        pixels = (self.sweep.pixel(place, (int(row), int(column))) for row, column in equal)
        return [pixel for pixel in pixels if pixel != won]

    def given(self, place: Place) -> Array:
        """Return 1 for the winner."""
        share = np.zeros(self.window.size, self.x.dtype)
        share.flat[int(self.winners[place])] = 1
        return share

    def told(self, place: Place) -> Explanation:
        """Return the largest of the pixels."""
        names = self.names
        return explanation_of(names.y, names.of_y(*place), self.output[place], Largest(self._leaves(place)))

    def _passed_on(self, gradient: Leaf, place: Place, cell: Place) -> Expression:
        return Times(gradient, "1" if self.given(place)[cell] else "0")


class Averaged(PooledChannel):
    """The mean at each place: every pixel gets the same share; padding counts as 0."""

    @cached_property
    def output(self) -> Array:
        """The mean at each place, (OH, OW)."""
        with np.errstate(all="ignore"):
            return self.windows.mean(axis=(2, 3), dtype=self.x.dtype)

    @property
    def _share(self) -> str:
        return f"1/{self.window.numbers}"

    def given(self, place: Place) -> Array:
        """Return the same for all."""
        return np.full(self.window.size, 1 / self.window.numbers, self.x.dtype)

    def told(self, place: Place) -> Explanation:
        """Return the sum of the pixels, divided by how many the window has."""
        names, leaves = self.names, self._leaves(place)
        total = shortened(leaves, [leaf.value for leaf in leaves])
        return explanation_of(names.y, names.of_y(*place), self.output[place], Times(total, self._share))

    def _passed_on(self, gradient: Leaf, place: Place, cell: Place) -> Expression:
        return Times(gradient, self._share)
