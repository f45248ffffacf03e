"""The values of a watch, one for each iteration it was read at."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playground.session.stepping.watch_expression import Reading

LONGEST = 2000
"""Readings to keep; of a longer series every other one is forgotten."""


class WatchSeries:
    """Readings by the number of their iteration, in its order.

    Attributes
    ----------
    iterations : list of int
        Of each reading, ascending.
    readings : list of Reading
        What the watch said there.
    """

    def __init__(self) -> None:
        self.iterations: list[int] = []
        self.readings: list[Reading] = []

    def put(self, iteration: int, reading: Reading) -> None:
        """Note a reading; one of the same iteration is replaced."""
        place = bisect_left(self.iterations, iteration)
        is_known = place < len(self.iterations) and self.iterations[place] == iteration
        end = place + 1 if is_known else place
        self.iterations[place:end] = [iteration]
        self.readings[place:end] = [reading]
        if len(self.iterations) > LONGEST:
            del self.iterations[-2::-2], self.readings[-2::-2]  # the last one stays

    def forget_after(self, iteration: int) -> None:
        """Forget what was read later: the training that led there was taken back."""
        place = bisect_left(self.iterations, iteration + 1)
        del self.iterations[place:], self.readings[place:]
