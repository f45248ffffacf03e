"""The way to the next breakpoint whose condition holds: a long one in pieces, between which the window lives."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECE = 0.008
"""Seconds after which others get a turn."""


class ConditionSearch(QObject):
    """Goes from breakpoint to breakpoint.

    Attributes
    ----------
    place : int
        Where it looks.
    """

    arrived = Signal(int)
    """The place at which a condition holds, or the end of the way."""
    progressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.place = 0
        self._next: Callable[[int], int] | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_going(self) -> bool:
        """Whether it is on its way."""
        return self._next is not None

    def start(self, place: int, last: int, next_: Callable[[int], int], holds: Callable[[int], bool]) -> None:
        """Begin at a place; what is near is found before this returns.

        Parameters
        ----------
        place, last : int
            From where, and where it ends.
        next_ : callable
            Gives the breakpoint behind a place, `last` if there is none.
        holds : callable
            Says whether its condition is true there.
        """
        self.place, self._last, self._next, self._holds = place, last, next_, holds
        self._go_on()

    def cancel(self) -> None:
        """Give it up."""
        self._next = None
        self._timer.stop()

    @Slot()
    def _go_on(self) -> None:
        ends = time.perf_counter() + _PIECE
        while self._next is not None:
            self.place = self._next(self.place)
            if self.place == self._last or self._holds(self.place):
                self.cancel()
                self.arrived.emit(self.place)
            elif time.perf_counter() > ends:
                self._timer.start()
                self.progressed.emit()
                return
