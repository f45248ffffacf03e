"""The mouse on a decision surface: click, drag, right click and double click."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from playground.panels.input.plane.points_layer import TRAIN

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from playground.panels.input.plane.points_layer import Hit
    from playground.panels.input.plane.surface_view import SurfaceView

_DRAG_DISTANCE = 3.0  # px; a hand that clicks is not quite still
_EDGE = 5.0  # px around the frame that still belong to the plane: points on its edge can be taken
_gestures = count(1)


def new_gesture() -> str:
    """Give a name to everything that is one move of a point, such as a drag."""
    return f"move point {next(_gestures)}"


class SurfaceMouse:
    """Turns the events of a mouse into the wishes of a decision surface."""

    def __init__(self, surface: SurfaceView) -> None:
        self._surface = surface
        self._pressed: QPointF | None = None
        self._hit: Hit | None = None
        self._looks = False
        self._drags = False
        self._gesture = ""
        self._has_just_added = False

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag; the right button deletes."""
        if not self._is_inside(event.position()):
            return
        hit = self._surface.hit(event.position())
        if event.button() == Qt.MouseButton.RightButton:
            self._delete(hit)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._hit, self._drags, self._has_just_added = event.position(), hit, False, False
            self._looks = not self._surface.adds_points or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if self._looks and hit is None:
                self._look(event.position())

    def move(self, event: QMouseEvent) -> None:
        """Drag what was taken, and tell what is pointed at."""
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position())
        inside = self._is_inside(event.position()) or self._pressed is not None
        self._surface.pointed_at.emit(self._surface.geometry_now.place(event.position()) if inside else None)
        self._show_cursor(event.position())

    def release(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        if self._hit is not None and not self._drags:
            self._surface.select(self._hit.index if self._hit.part == TRAIN else None)
            self._surface.point_chosen.emit(self._hit)
        elif self._hit is None and not self._looks and self._surface.can_edit:
            self._has_just_added = True
            self._surface.add_requested.emit(self._place(event.position()))
        self._show_cursor(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """Give a point the next class, but not one that the first of the two clicks has just made."""
        hit = self._surface.hit(event.position())
        if event.button() != Qt.MouseButton.LeftButton or hit is None:
            self.press(event)
        elif self._can_change(hit) and not self._has_just_added:
            self._surface.relabel_requested.emit(hit.index, -1)

    def _drag(self, pixels: QPointF) -> None:
        assert self._pressed is not None
        if not self._drags:
            if (pixels - self._pressed).manhattanLength() < _DRAG_DISTANCE:
                return
            self._drags, self._gesture = True, new_gesture()
        if self._hit is None:
            if self._looks:
                self._look(pixels)
        elif self._can_change(self._hit):
            self._surface.move_requested.emit(self._hit.index, self._place(pixels), self._gesture)

    def _delete(self, hit: Hit | None) -> None:
        if hit is not None and self._can_change(hit):
            self._surface.select(None)
            self._surface.delete_requested.emit(hit.index)

    def _look(self, pixels: QPointF) -> None:
        self._surface.place_chosen.emit(self._place(pixels))

    def _place(self, pixels: QPointF) -> tuple[float, float]:
        geometry = self._surface.geometry_now
        return geometry.shown(geometry.place(pixels))

    def _can_change(self, hit: Hit) -> bool:
        return self._surface.can_edit and hit.part == TRAIN

    def _is_inside(self, pixels: QPointF) -> bool:
        frame = self._surface.geometry_now.frame
        return frame.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE).contains(pixels)

    def _show_cursor(self, pixels: QPointF) -> None:
        hit = self._hit if self._pressed is not None else self._surface.hit(pixels)
        if not self._is_inside(pixels):
            shape = Qt.CursorShape.ArrowCursor
        elif hit is not None and self._can_change(hit):
            shape = Qt.CursorShape.ClosedHandCursor if self._pressed is not None else Qt.CursorShape.OpenHandCursor
        else:
            shape = Qt.CursorShape.CrossCursor
        if shape != self._surface.cursor().shape():
            self._surface.setCursor(shape)
