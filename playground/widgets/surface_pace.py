"""How often a picture is made anew: as often as can be seen, and seldom enough to leave the window free."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

_LEAST_GAP = 1 / 30  # s; a report of training comes no more often
_SHARE = 0.25  # of the time may go into pictures


class SurfacePace(QObject):
    """Turns any number of requests into frames: 30 a second, fewer where a frame is expensive, none unseen.

    Parameters
    ----------
    view : QWidget
        What shows the pictures. A request while it cannot be seen is kept until it can.
    """

    frame_due = Signal()
    """A frame that was asked for may be made now."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._next = 0.0
        self._is_owed = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timeout)
        view.installEventFilter(self)

    @property
    def is_waiting(self) -> bool:
        """Whether a frame is about to be due."""
        return self._timer.isActive()

    def ask(self) -> None:
        """Ask for a frame as soon as one may be made; until then asking again changes nothing."""
        self._is_owed = not self._is_seen()
        if not self._is_owed and not self._timer.isActive():
            self._timer.start(max(0, math.ceil(1000 * (self._next - time.perf_counter()))))

    def took(self, seconds: float) -> None:
        """Hear what the present frame cost, which decides when the next one may be made."""
        self._next = time.perf_counter() - seconds + max(_LEAST_GAP, seconds / _SHARE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make up for what was asked for while nobody could see it."""
        if self._is_owed and event.type() == QEvent.Type.Paint:
            self.ask()
        return super().eventFilter(watched, event)

    def _is_seen(self) -> bool:
        # a dock behind another one is visible to Qt, and told by no event but that it is painted again
        return self._view.isVisible() and not self._view.visibleRegion().isEmpty()

    @Slot()
    def _on_timeout(self) -> None:
        if self._is_seen():
            self._next = time.perf_counter() + _LEAST_GAP
            self.frame_due.emit()
        else:
            self._is_owed = True
