"""Coming nearer to a matrix: the wheel with Ctrl, and the keys + and -."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

_NOTCH = 120  # eighths of a degree that a wheel turns by one notch
_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class ZoomWheel(QObject):
    """Takes the wheel with Ctrl from a scrolling widget before anybody else does."""

    zoomed = Signal(int)
    """How many notches nearer."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._turned = 0
        self._viewport = area.viewport()
        self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn notches into steps."""
        if not isinstance(event, QWheelEvent) or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self.zoomed.emit(notches)
        return True


def zoom_of(event: QKeyEvent) -> int:
    """Give how many steps nearer a key leads, 0 if it does not."""
    return _STEPS.get(Qt.Key(event.key()), 0)
