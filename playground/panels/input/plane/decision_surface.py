"""A piece of the plane in colours, with data points that a person can add, move, delete and relabel on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.panels.input.plane.keys import SurfaceKeys
from playground.panels.input.plane.mouse import SurfaceMouse
from playground.panels.input.plane.surface_view import SurfaceView

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget


class DecisionSurface(SurfaceView):
    """Tells what a person does with the points that are shown.

    It changes no point by itself: whoever owns the points hears the wish and shows the new ones.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mouse = SurfaceMouse(self)
        self._keys = SurfaceKeys(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        self.show_cursor(None)
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a drag, or point at something."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Give a point the next class."""
        self._mouse.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
        super().leaveEvent(event)
        self.pointed_at.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with the keys what the mouse does."""
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide what only the keys act on."""
        super().focusOutEvent(event)
        self.selected = None
        if self.cursor_place is not None:
            self.show_cursor(None)
            self.pointed_at.emit(None)
