"""Changing numbers of a matrix without typing: the wheel and the mouse with Ctrl, the arrows with Alt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

_NOTCH = 120  # eighths of a degree that a wheel turns by one notch
_PIXELS_A_STEP = 6  # px that the mouse is dragged for one step
_FINE = 0.1
"""What Shift makes of a step."""


class MatrixGestures(QObject):
    """Watches a table's viewport and keys; asks for steps up and down."""

    nudged = Signal(object, float, int)
    """QModelIndex where it happens, how many steps, and the number of the gesture: its steps belong together."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._gesture = 0
        self._at = QModelIndex()  # where the wheel or the keys last were: going on there is the same gesture
        self._grabbed = QModelIndex()
        self._from = QPoint()
        self._drags = False
        self._turned = 0
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the events that change numbers, leave all others to the table."""
        if isinstance(event, QWheelEvent):
            return watched is not self._view and self._turn(event)
        if isinstance(event, QMouseEvent):
            return watched is not self._view and self._mouse(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return watched is self._view and self._key(event)
        return False

    def _turn(self, event: QWheelEvent) -> bool:
        index = self._view.indexAt(event.position().toPoint())
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or not index.isValid():
            return False
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self._nudge_on(index, notches * _fineness(event))
        return True

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        index = self._view.currentIndex()
        if not steps or not event.modifiers() & Qt.KeyboardModifier.AltModifier or not index.isValid():
            return False
        self._nudge_on(index, steps * _fineness(event))
        return True

    def _nudge_on(self, index: QModelIndex, steps: float) -> None:
        if index != self._at:
            self._gesture += 1
            self._at = index
        self.nudged.emit(index, steps, self._gesture)

    def _mouse(self, event: QMouseEvent) -> bool:
        """Tell a drag with Ctrl, which changes numbers, from a click with Ctrl, which selects."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            return self._press(event)
        if not self._grabbed.isValid():
            return False
        if kind == QEvent.Type.MouseMove:
            self._drag(event)
        elif kind == QEvent.Type.MouseButtonRelease:
            if not self._drags:
                self._toggle()
            self._grabbed = QModelIndex()
        return True

    def _press(self, event: QMouseEvent) -> bool:
        wanted = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not wanted or event.button() != Qt.MouseButton.LeftButton:
            return False
        self._grabbed = self._view.indexAt(event.position().toPoint())
        self._from, self._drags = event.position().toPoint(), False
        return self._grabbed.isValid()

    def _drag(self, event: QMouseEvent) -> None:
        moved = event.position().toPoint() - self._from
        if not self._drags and moved.manhattanLength() >= QApplication.startDragDistance():
            self._drags = True
            self._gesture += 1
            self._at = QModelIndex()
        steps = int((moved.x() - moved.y()) / _PIXELS_A_STEP)
        if self._drags and steps:
            self._from = event.position().toPoint()
            self.nudged.emit(self._grabbed, steps * _fineness(event), self._gesture)

    def _toggle(self) -> None:
        chooser = self._view.selectionModel()
        chooser.setCurrentIndex(self._grabbed, chooser.SelectionFlag.Toggle)


def _fineness(event: QWheelEvent | QKeyEvent | QMouseEvent) -> float:
    return _FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
