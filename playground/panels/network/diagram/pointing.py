"""Pointing at the neurons of a network, with the mouse and with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from nn.inspection.columns import Place
from playground.panels.network.diagram.layout import Block, beside, place_at
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from playground.panels.network.diagram.edge_at import Edge

_ALONG_EDGES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BEGINS_NUMBER = "0123456789-+."
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NetworkPointing(LiveLook, QWidget):
    """A widget with columns of neurons and edges between them, of which one can be pointed at and chosen.

    Signals
    -------
    pointed : Place or None
        The pointer or the arrow keys came to another neuron. Who listens may answer with words about it.
    chosen : Place or None
        A neuron was clicked, or Enter was pressed on it; None for a click beside all.
    opened
        Enter was pressed, after `chosen`: the keyboard goes to what explains the neuron.
    edge_pointed : Edge or None
        The pointer, or Shift with the up and down keys beside a chosen neuron, came to another edge.
    edge_dragged : Edge, int
        An edge is dragged, so many px further upwards than before; 0 where it is taken hold of.
    edge_typed : Edge, str
        A number for an edge is to be typed: after a double click nothing yet, else its first letter.
    edge_menu_wanted : Edge, QPoint
        What can be done with an edge is to be shown at a place on the screen.
    menu_wanted : Place, QPoint
        The same for a neuron.
    """

    spoken_as = "Graphic"

    pointed = Signal(object)
    chosen = Signal(object)
    opened = Signal()
    edge_pointed = Signal(object)
    edge_dragged = Signal(object, int)
    edge_typed = Signal(object, str)
    edge_menu_wanted = Signal(object, object)
    menu_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.blocks: tuple[Block, ...] = ()
        """Where the columns are."""
        self.at: Place | None = None
        """The neuron that is pointed at."""
        self.edge: Edge | None = None
        """The edge that is pointed at, where no neuron is."""
        self._selected: Place | None = None
        self._dragged_from: float | None = None  # where the drag of the edge has come to
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_selected(self, place: Place | None) -> None:
        """Mark the neuron that is looked at everywhere."""
        self._selected = place
        self.update()

    # ---- what Qt tells

    def edge_near(self, x: float, y: float) -> Edge | None:
        """Return the edge at a point, None where none is drawn."""
        raise NotImplementedError(f"{type(self).__name__} needs an edge_near(x, y)")

    def edges_of(self, place: Place) -> Sequence[Edge]:
        """Return the edges that a neuron shows as its own, the strongest first."""
        raise NotImplementedError(f"{type(self).__name__} needs an edges_of(place)")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the neuron or the edge under the pointer, or drag the edge."""
        x, y = event.position().x(), event.position().y()
        if self._dragged_from is not None and self.edge is not None:
            up = int(self._dragged_from - y)
            if up:
                self._dragged_from -= up
                self.edge_dragged.emit(self.edge, up)
            return
        self._point(place_at(self.blocks, x, y))
        self._point_at_edge(self.edge_near(x, y) if self.at is None else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point(None)
        self._point_at_edge(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the neuron under the pointer, or take hold of the edge."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x, y = event.position().x(), event.position().y()
        place = place_at(self.blocks, x, y)
        self._point(place)
        self._point_at_edge(self.edge_near(x, y) if place is None else None)
        if self.edge is None:
            self.chosen.emit(place)
        else:
            self._dragged_from = y
            self.edge_dragged.emit(self.edge, 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the edge."""
        super().mouseReleaseEvent(event)
        self._dragged_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type a number for the edge."""
        if self.edge is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.edge_typed.emit(self.edge, "")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the neuron or the edge that is pointed at."""
        if event.reason() == QContextMenuEvent.Reason.Mouse and self.edge is None:
            self._point(place_at(self.blocks, event.pos().x(), event.pos().y()))
        if self.edge is not None:
            self.edge_menu_wanted.emit(self.edge, event.globalPos())
        elif self.at is not None:
            self.menu_wanted.emit(self.at, event.globalPos())
        else:
            super().contextMenuEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from neuron to neuron with the arrow keys; Enter chooses, Escape lets go."""
        key = event.key()
        if key in _ALONG_EDGES and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._go_along_edges(_ALONG_EDGES[Qt.Key(key)])
        elif self.edge is not None and event.text() and event.text() in _BEGINS_NUMBER:
            self.edge_typed.emit(self.edge, event.text())
        elif key in _STEPS and self.blocks:
            self._point_at_edge(None)
            self._point(self._step(*_STEPS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.at is not None:
            self.chosen.emit(self.at)
            self.opened.emit()
        elif key == Qt.Key.Key_Escape and self.edge is not None:
            self._point_at_edge(None)
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

    def _go_along_edges(self, step: int) -> None:
        """Go to the next weaker or stronger edge of the neuron that is pointed at or chosen."""
        place = self.at or self._selected
        edges = () if place is None else self.edges_of(place)
        if edges:
            at = edges.index(self.edge) + step if self.edge in edges else 0
            self._point_at_edge(edges[min(max(at, 0), len(edges) - 1)])

    def _point_at_edge(self, edge: Edge | None) -> None:
        if edge == self.edge:
            return
        self.edge = edge
        self._forget_words()
        self.edge_pointed.emit(edge)
        self.update()

    def _point(self, place: Place | None) -> None:
        if place == self.at:
            return
        self.at = place
        self._forget_words()
        self.pointed.emit(place)
        self.update()

    def _forget_words(self) -> None:
        """Take back what was said about the neuron that was pointed at before."""
