"""How often a picture is made anew: as often as can be seen, and seldom enough to leave the window free."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QObject, QTimer, Signal

_LEAST_GAP = 1 / 30  # s; a report of training comes no more often
_SHARE = 0.25  # of the time may go into pictures


class SurfacePace(QObject):
    """Turns any number of requests into frames: 30 a second, fewer where a frame is expensive."""

    frame_due = Signal()
    """A frame that was asked for may be made now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._next = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timeout)

    def ask(self) -> None:
        """Ask for a frame as soon as one may be made; until then asking again changes nothing."""
        if not self._timer.isActive():
            self._timer.start(max(0, math.ceil(1000 * (self._next - time.perf_counter()))))

    def took(self, seconds: float) -> None:
        """Hear what the present frame cost, which decides when the next one may be made."""
        self._next = time.perf_counter() - seconds + max(_LEAST_GAP, seconds / _SHARE)

    def _on_timeout(self) -> None:
        self._next = time.perf_counter() + _LEAST_GAP
        self.frame_due.emit()
