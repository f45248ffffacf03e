"""The values of a watch, one for each iteration it was read at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from playground.session.stepping.watch_expression import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

LONGEST = 2**19
"""Readings to keep; of a longer series every other one is forgotten."""


class Stretch(NamedTuple):
    """A part of a series: its iterations, and the number, the smallest and the largest one of each."""

    iterations: NDArray[np.int64]
    numbers: NDArray[np.float64]
    lows: NDArray[np.float64]
    highs: NDArray[np.float64]


class WatchSeries:
    """Readings by the number of their iteration, in its order, whatever the order in which they come."""

    def __init__(self) -> None:
        self._at = np.empty(0, np.int64)
        self._rows = np.empty((0, 3))

    def __len__(self) -> int:
        return len(self._at)

    @property
    def iterations(self) -> list[int]:
        """The iteration of each reading, ascending."""
        found: list[int] = self._at.tolist()
        return found

    @property
    def readings(self) -> list[Reading]:
        """What the watch said there."""
        return [Reading(*row) for row in self._rows.tolist()]

    def put(self, readings: Mapping[int, Reading]) -> None:
        """Note readings by their iterations; those of iterations that have some are replaced."""
        if not readings:
            return
        new = sorted(readings)
        at, rows = np.array(new, np.int64), np.array([readings[each] for each in new], np.float64)
        first, last = np.searchsorted(self._at, (at[0], at[-1] + 1)).tolist()
        between, kept = self._at[first:last], self._rows[first:last]
        stays = ~np.isin(between, at) if len(between) else np.empty(0, bool)
        at, rows = np.concatenate([between[stays], at]), np.concatenate([kept[stays], rows])
        order = np.argsort(at, kind="stable")
        self._at = np.concatenate([self._at[:first], at[order], self._at[last:]])
        self._rows = np.concatenate([self._rows[:first], rows[order], self._rows[last:]])
        while len(self) > LONGEST:
            self._at, self._rows = self._at[::-2][::-1].copy(), self._rows[::-2][::-1].copy()  # the last one stays

    def forget_after(self, iteration: int) -> None:
        """Forget what was read later: the training that led there was taken back."""
        end = int(np.searchsorted(self._at, iteration + 1))
        if end < len(self):
            self._at, self._rows = self._at[:end].copy(), self._rows[:end].copy()

    def thinned(self, most: int) -> tuple[list[int], list[Reading]]:
        """Return so many of them at most, evenly chosen, the last one among them."""
        every = slice(None, None, -max(1, -(-len(self) // most)))
        rows = self._rows[every][::-1].tolist()
        return self._at[every][::-1].tolist(), [Reading(*row) for row in rows]

    def between(self, left: float, right: float) -> Stretch:
        """Return those from one iteration to another, and one more on either side."""
        first, last = np.searchsorted(self._at, (left, right)).tolist()
        part = slice(max(0, first - 1), last + 1)
        return Stretch(self._at[part], *self._rows[part].T)

    def count(self, first: int, last: int) -> int:
        """Return how many iterations from one to another have a reading."""
        start, end = np.searchsorted(self._at, (first, last + 1)).tolist()
        return int(end - start)

    def nearest(self, iteration: int) -> tuple[int, Reading] | None:
        """Return the reading nearest to an iteration, with its own; None without any."""
        if not len(self):
            return None
        after = int(np.searchsorted(self._at, iteration))
        near = [place for place in (after - 1, after) if 0 <= place < len(self)]
        place = min(near, key=lambda each: abs(int(self._at[each]) - iteration))
        return int(self._at[place]), Reading(*self._rows[place].tolist())
