"""How often a picture is made anew: as often as can be seen, and seldom enough to leave the window free."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import QDockWidget, QWidget

_LEAST_GAP = 1 / 60  # s, as screens go; reports of training come half as often, and none of them is to wait
_SHARE = 0.25  # of the time may go into pictures


class SurfacePace(QObject):
    """Turns any number of requests into frames: 60 a second, fewer where a frame is expensive, none unseen.

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
        self._dock: QDockWidget | None = None
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
        if self._is_seen():
            self._start()
        else:
            self._is_owed = True
            self._watch_dock()

    def took(self, seconds: float) -> None:
        """Hear what the present frame cost, which decides when the next one may be made."""
        self._next = time.perf_counter() - seconds + max(_LEAST_GAP, seconds / _SHARE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make up for what was asked for while the view was hidden."""
        if event.type() == QEvent.Type.Show:
            self._make_up()
        return super().eventFilter(watched, event)

    def _is_seen(self) -> bool:
        """Tell whether the view is in its window: a dock behind another one is visible to Qt, but lies outside."""
        window = self._view.window()
        place = QRect(self._view.mapTo(window, QPoint()), self._view.size())
        return self._view.isVisible() and window.rect().intersects(place)

    def _watch_dock(self) -> None:
        """Hear when the dock that holds the view comes to the front."""
        widget = self._view.parentWidget()
        while widget is not None and not isinstance(widget, QDockWidget):
            widget = widget.parentWidget()
        if widget is not None and widget is not self._dock:
            self._dock = widget
            widget.visibilityChanged.connect(self._on_dock_visibility_changed)

    @Slot(bool)
    def _on_dock_visibility_changed(self, is_in_front: bool) -> None:
        if is_in_front:
            self._make_up()

    def _make_up(self) -> None:
        if self._is_owed:
            self._start()

    def _start(self) -> None:
        self._is_owed = False
        if not self._timer.isActive():
            self._timer.start(max(0, math.ceil(1000 * (self._next - time.perf_counter()))))

    @Slot()
    def _on_timeout(self) -> None:
        self._next = time.perf_counter() + _LEAST_GAP
        self.frame_due.emit()
