"""An edge that is pointed at: its weight read, dragged and typed."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu

from nn.inspection.book_names import weight_name
from playground.panels.network.diagram.cells import short
from playground.panels.network.drawn import face_of, may_edit
from playground.session.editing.weight_targets import places, single
from playground.widgets.fields.number_over import NumberOver
from playground.widgets.look.heat import heat_limit

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from PySide6.QtCore import QPoint

    from nn.inspection.columns import NetworkColumn
    from playground.panels.network.diagram.diagram import NetworkDiagram
    from playground.panels.network.diagram.edge_at import Edge
    from playground.session.editing.weight_targets import Target
    from playground.session.session import Session

_STEPS = 100  # px of a drag that lead from 0 to the strongest weight, about


class EdgeEditing(QObject):
    """Says what an edge's weight is and does to the sample, and lets a person drag and type it.

    Parameters
    ----------
    session : Session
        Whose network is changed.
    diagram : NetworkDiagram
        Where the edges are; it owns this object.
    """

    refused = Signal(str)
    """Why a weight cannot be changed now."""

    def __init__(self, session: Session, diagram: NetworkDiagram) -> None:
        super().__init__(diagram)
        self._session, self._diagram = session, diagram
        self._columns: tuple[NetworkColumn, ...] = ()
        self._gesture = 0
        self._typed: Edge | None = None
        self.field = NumberOver(diagram)
        self.field.setObjectName("edgeWeight")
        self.field.value_edited.connect(self._on_value_edited)
        self.field.editingFinished.connect(self._on_editing_finished)
        self.field.refused.connect(session.status)
        diagram.edge_pointed.connect(self._on_edge_pointed)
        diagram.edge_dragged.connect(self._on_edge_dragged)
        diagram.edge_typed.connect(self._on_edge_typed)
        diagram.edge_menu_wanted.connect(self._on_edge_menu_wanted)

    def show_columns(self, columns: tuple[NetworkColumn, ...]) -> None:
        """Take the columns between which the edges run."""
        self._columns = columns
        self._close_field()

    def hint(self, edge: Edge) -> tuple[str, ...]:
        """Say what an edge's weight is, where it leads, and what it adds for the sample that is shown."""
        name = self._columns[edge.gap + 1].weights
        weight = float(self._weights(edge)[edge.source, edge.target])
        number = edge.gap + 1
        lines = [f"{weight_name(number, edge.source, edge.target)} = {name}[{edge.source}, {edge.target}]"]
        if face_of(self._session) == "difference":
            return (lines[0], *self._both(name, edge))
        if self._shows_gradients():
            return (self.tr("gradient of {weight}: {number}").format(weight=lines[0], number=short(weight, 4)),)
        lines[0] += f" = {short(weight, 4)}"
        shown = self._diagram.shown[edge.gap].latest
        if shown is not None:
            text = self.tr("adds {x} · {w} = {product}")
            x = float(shown[edge.source])
            lines.append(text.format(x=short(x, 4), w=short(weight, 4), product=short(x * weight, 4)))
        if self._session.looking.subject.is_yours_now and face_of(self._session) == "this":
            lines.append(self.tr("Drag up or down, double-click or type: another weight"))
        if self._session.looking.subject.name == "mine" and face_of(self._session) == "this":
            lines.append(self.tr("Right-click: its history, and where it comes from"))
        return tuple(lines)

    def _both(self, name: str, edge: Edge) -> tuple[str, ...]:
        rival = self._session.comparison.rival
        if rival is None:
            return ()
        networks = self._session.looking.network, rival.network
        here, there = (float(network.params[name][edge.source, edge.target]) for network in networks)
        text = self.tr("{here} here, {there} there, difference {apart}")
        return (text.format(here=short(here, 4), there=short(there, 4), apart=short(here - there, 4)),)

    def _weights(self, edge: Edge) -> NDArray[np.floating]:
        weights = self._diagram.edges.weights[edge.gap]
        assert weights is not None, "an edge without weights is not drawn"
        return weights

    def _shows_gradients(self) -> bool:
        """Whether the edges are gradients at the moment, which are not there to be changed."""
        if face_of(self._session) != "this":
            return False
        name = self._session.looking.network.params
        return all(
            weights is None or column.weights not in name or weights is not name[column.weights]
            for weights, column in zip(self._diagram.edges.weights, self._columns[1:], strict=True)
        )

    # ---- what a person does

    @Slot(object)
    def _on_edge_pointed(self, edge: Edge | None) -> None:
        if edge is not None:
            self._diagram.say(self.hint(edge))

    @Slot(object, int)
    def _on_edge_dragged(self, edge: Edge, up: int) -> None:
        if not up:
            self._gesture += 1  # what follows is one step of undo
        elif self._may_change():
            step = _round_step(heat_limit(self._weights(edge)) / _STEPS)
            self._session.weights.nudge([self._target(edge)], up * step, f"edge {self._gesture}")

    @Slot(object, str)
    def _on_edge_typed(self, edge: Edge, begun: str) -> None:
        place = self._diagram.edge_place(edge)
        if place is None or not self._may_change(partial(self._on_edge_typed, edge, begun)):
            return
        self._typed = edge
        weight = float(self._weights(edge)[edge.source, edge.target])
        self.field.open_at(place.toPoint(), weight, places([self._target(edge)]), begun)

    @Slot(object, object)
    def _on_edge_menu_wanted(self, edge: Edge, place: QPoint) -> None:
        menu = QMenu(self._diagram)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("edgeMenu")
        from playground.panels.past_menu import PastMenu  # not before somebody asks

        PastMenu(self._session, menu).add_parameter(self._columns[edge.gap + 1].weights, (edge.source, edge.target))
        menu.popup(place)

    @Slot(object)
    def _on_value_edited(self, value: float) -> None:
        if self._typed is not None:
            self._session.weights.put([self._target(self._typed)], np.array([[value]]))

    @Slot()
    def _on_editing_finished(self) -> None:
        self._close_field()

    def _close_field(self) -> None:
        if self._typed is not None:
            self._typed = None
            self.field.go()

    def _may_change(self, again: Callable[[], None] | None = None) -> bool:
        if self._shows_gradients():
            self.refused.emit(self.tr("These are gradients: they follow from the weights and cannot be set."))
            return False
        return may_edit(self._session, again)

    def _target(self, edge: Edge) -> Target:
        return single(self._columns[edge.gap + 1].weights, edge.source, edge.target)


def _round_step(size: float) -> float:
    """Return the power of ten nearest below a size, so that dragged weights stay as round as typed ones."""
    return 10.0 ** math.floor(math.log10(size)) if size > 0 and math.isfinite(size) else 0.01
