"""Time that a search was at work: a machine that slept, or a program that was stopped, has not used it."""

from __future__ import annotations

import time

_LONGEST_S = 5.0  # between two questions of a search at work, even on a machine with much to do


class AwakeClock:
    """Counts the seconds since it was made, as long as somebody asks for them again and again.

    Of a longer gap between two questions only `_LONGEST_S` count: nobody was awake to ask.
    """

    def __init__(self) -> None:
        self._sum, self._last = 0.0, time.monotonic()

    def seconds(self) -> float:
        """Return how long it was awake."""
        now = time.monotonic()
        self._sum, self._last = self._sum + min(now - self._last, _LONGEST_S), now
        return self._sum
