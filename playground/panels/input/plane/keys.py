"""The keys on a decision surface: they do everything that the mouse does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from playground.panels.input.plane.mouse import new_gesture
from playground.panels.input.plane.points_layer import MOST_SHOWN, TRAIN, Hit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from playground.panels.input.plane.surface_view import SurfaceView

_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}
_STEP, _FINE_STEP = 1 / 48, 1 / 240  # of the area's side
_CONFIRM = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_NEIGHBOURS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class SurfaceKeys:
    """Moves a cursor or the selected point, and acts on it."""

    def __init__(self, surface: SurfaceView) -> None:
        self._surface = surface
        self._gesture = new_gesture()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; return whether it means anything here."""
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in _ARROWS:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return self._step(_ARROWS[key], _FINE_STEP if fine else _STEP)
        if key in _NEIGHBOURS:
            return self._select_neighbour(_NEIGHBOURS[key])
        if key in _CONFIRM:
            return self._confirm()
        if key == Qt.Key.Key_Insert:
            return self._add()
        if key == Qt.Key.Key_Escape:
            return self._let_go()
        return self._change_selected(key)

    def _step(self, steps: tuple[float, float], share: float) -> bool:
        surface, geometry = self._surface, self._surface.geometry_now
        selected = self._selected_place()
        if selected is None:
            place = geometry.shown(geometry.moved(surface.cursor_place or geometry.middle, steps, share))
            surface.show_cursor(place)
        elif surface.can_edit:
            place = geometry.shown(geometry.moved(selected, steps, share))
            surface.move_requested.emit(surface.selected, place, self._gesture)
        else:
            place = selected
        surface.pointed_at.emit(place)
        return True

    def _select_neighbour(self, step: int) -> bool:
        count = min(len(self._surface.layer.train.places), MOST_SHOWN)
        if count:
            before = self._surface.selected
            index = (before + step) % count if before is not None else (0 if step > 0 else count - 1)
            self._gesture = new_gesture()
            self._surface.show_cursor(None)
            self._surface.select(index)
            self._surface.pointed_at.emit(self._selected_place())
        return True

    def _confirm(self) -> bool:
        surface = self._surface
        if surface.selected is not None:
            surface.point_chosen.emit(Hit(TRAIN, surface.selected))
        elif surface.adds_points:
            return self._add()
        elif surface.cursor_place is not None:
            surface.place_chosen.emit(surface.cursor_place)
        return True

    def _add(self) -> bool:
        if self._surface.can_edit and self._surface.cursor_place is not None:
            self._surface.add_requested.emit(self._surface.cursor_place)
        return True

    def _let_go(self) -> bool:
        surface = self._surface
        if surface.selected is None and surface.cursor_place is None:
            return False  # Escape means something to the window, too
        surface.select(None)
        surface.show_cursor(None)
        surface.pointed_at.emit(None)
        return True

    def _change_selected(self, key: Qt.Key) -> bool:
        surface, index = self._surface, self._surface.selected
        if index is None or not surface.can_edit:
            return False
        if key in _DELETE:
            surface.delete_requested.emit(index)
        elif key == Qt.Key.Key_C:
            surface.relabel_requested.emit(index, -1)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            surface.relabel_requested.emit(index, key - Qt.Key.Key_1)
        else:
            return False
        return True

    def _selected_place(self) -> tuple[float, float] | None:
        selected = self._surface.selected
        return None if selected is None else self._surface.layer.place_of(Hit(TRAIN, selected))
