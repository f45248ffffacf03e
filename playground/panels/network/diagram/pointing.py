"""Pointing at the neurons of a network, with the mouse and with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nn.inspection.columns import Place
from playground.panels.network.diagram.layout import Block, beside, place_at
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NetworkPointing(LiveLook, QWidget):
    """A widget with columns of neurons of which one can be pointed at and chosen.

    Signals
    -------
    pointed : Place or None
        The pointer or the arrow keys came to another neuron. Who listens may answer with words about it.
    chosen : Place or None
        A neuron was clicked, or Enter was pressed on it; None for a click beside all.
    opened
        Enter was pressed, after `chosen`: the keyboard goes to what explains the neuron.
    """

    spoken_as = "Graphic"

    pointed = Signal(object)
    chosen = Signal(object)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.blocks: tuple[Block, ...] = ()
        """Where the columns are."""
        self.at: Place | None = None
        """The neuron that is pointed at."""
        self._selected: Place | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_selected(self, place: Place | None) -> None:
        """Mark the neuron that is looked at everywhere."""
        self._selected = place
        self.update()

    # ---- what Qt tells

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the neuron under the pointer."""
        self._point(place_at(self.blocks, event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the neuron under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            place = place_at(self.blocks, event.position().x(), event.position().y())
            self._point(place)
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from neuron to neuron with the arrow keys; Enter chooses, Escape lets go."""
        key = event.key()
        if key in _STEPS and self.blocks:
            self._point(self._step(*_STEPS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.at is not None:
            self.chosen.emit(self.at)
            self.opened.emit()
        elif key == Qt.Key.Key_Escape and (self.at or self._selected):
            self._point(None)
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the selected neuron when the focus comes by a key."""
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self.at is None and self.blocks:
            self._point(self._selected or Place(0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing by the keys any more."""
        super().focusOutEvent(event)
        if not self.underMouse():
            self._point(None)

    def _step(self, right: int, down: int) -> Place:
        start = self.at or self._selected
        return Place(0, 0) if start is None else beside(self.blocks, start, right, down)

    def _point(self, place: Place | None) -> None:
        if place == self.at:
            return
        self.at = place
        self._forget_words()
        self.pointed.emit(place)
        self.update()

    def _forget_words(self) -> None:
        """Take back what was said about the neuron that was pointed at before."""
