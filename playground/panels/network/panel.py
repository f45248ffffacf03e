"""The centre of the window: the network itself, what goes into it, and its arithmetic step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from playground.panels.base import Panel
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.panels.network.edge_choice import NetworkEdgeChoice
    from playground.panels.network.faces import NetworkFaces
    from playground.panels.network.flow_player import FlowPlayer
    from playground.panels.network.heads.heads import LayerHeads
    from playground.panels.network.input_line import InputLine
    from playground.panels.network.neuron_surfaces import NeuronSurfaces
    from playground.panels.network.view import NetworkView
    from playground.session.session import Session

_SIZE = QSize(560, 330)
_LEAST = QSize(320, 200)


class NetworkPanel(Panel):
    """The network as columns of neurons, between the line of its input and the bar that plays its arithmetic."""

    name = "network"
    order = 10
    modules = (
        "playground.panels.network.faces",
        "playground.panels.network.flow_player",
        "playground.panels.network.input_line",
        "playground.panels.network.heads.heads",
        "playground.panels.network.view",
        "playground.panels.network.neuron_surfaces",
        "playground.panels.network.edge_choice",
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._middle: QWidget
        self._input: InputLine
        self._faces: NetworkFaces
        self._heads: LayerHeads
        self._view: NetworkView
        self._surfaces: NeuronSurfaces
        self._flow: FlowPlayer
        self._notation: QToolButton
        self._pictures: QToolButton
        self._edges: NetworkEdgeChoice  # all of them from `attach` on
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.setSpacing(2)
        self.retranslate()

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Network")

    def _come_to_life(self, session: Session) -> Iterator[None]:
        """Build the parts and show the session's network."""
        yield from self._build(session)
        self._connect()
        self._lay_out()
        self._retranslate_buttons()  # in the turn in which the panel becomes ready: `retranslate` follows from then on
        self._surfaces.out_of_date()
        self._view.weight_pictures.out_of_date()
        self._refresh_edge_count()

    def _build(self, session: Session) -> Iterator[None]:
        # These bring NumPy: not before the first paint.
        from playground.panels.network.edge_choice import NetworkEdgeChoice
        from playground.panels.network.faces import NetworkFaces
        from playground.panels.network.flow_player import FlowPlayer
        from playground.panels.network.heads.heads import LayerHeads
        from playground.panels.network.input_line import InputLine
        from playground.panels.network.neuron_surfaces import NeuronSurfaces
        from playground.panels.network.view import NetworkView

        self._middle = QWidget(self)
        self._input = InputLine(session, self)
        self._faces = NetworkFaces(session, self)
        self._heads = LayerHeads(session, self._middle)
        yield
        self._view = NetworkView(session, self._middle)
        self._surfaces = NeuronSurfaces(session, self._view.diagram)
        yield
        self._flow = FlowPlayer(session, self)
        self._edges = NetworkEdgeChoice(self)
        self._notation = tool_button("", "buttonBookNames", checkable=True, focusPolicy=Qt.FocusPolicy.StrongFocus)
        self._pictures = tool_button(
            "picture", "buttonWeightPictures", checkable=True, checked=True, focusPolicy=Qt.FocusPolicy.StrongFocus
        )
        yield

    def _lay_out(self) -> None:
        self._flow.add_beside(self._pictures)
        self._flow.add_beside(self._notation)
        self._flow.add_beside(self._edges)
        in_column(self._heads, (self._view, 1), of=self._middle, spacing=0)
        self._column.addWidget(self._input)
        self._column.addWidget(self._faces)
        self._column.addWidget(self._middle, 1)
        self._column.addWidget(self._flow)

    def _connect(self) -> None:
        self._input.row_chosen.connect(self._view.show_row)
        self._view.columns_placed.connect(self._heads.set_columns)
        self._view.columns_placed.connect(self._refresh_edge_count)
        self._surfaces.pictures_changed.connect(self._view.show_surfaces)
        self._edges.count_chosen.connect(self._on_edge_count_chosen)
        self._notation.toggled.connect(self._view.diagram.set_notation)
        self._pictures.toggled.connect(self._view.weight_pictures.set_wanted)

    def retranslate(self) -> None:
        """Set every text of the panel's own."""
        if self.is_ready:
            self._retranslate_buttons()

    def _retranslate_buttons(self) -> None:
        self._notation.setText(self.tr("w₁₂"))
        about = self.tr(
            "Write the book's names at neurons and edges, w₁₂⁽¹⁾ for the weight from neuron 2 to neuron 1 of the first "
            "layer, and show each bias as a neuron that always says 1."
        )
        describe(self._notation, self.tr("Names of the book"), about)
        about = self.tr(
            "Show what each neuron of the first layer looks for: the weights of its inputs as a picture, the strongest "
            "neurons first."
        )
        describe(self._pictures, self.tr("Weights as pictures"), about)

    def restyle(self) -> None:
        """Take the colours of the moment."""
        if self.is_ready:
            self._surfaces.out_of_date()
            self._view.weight_pictures.out_of_date()

    @Slot(int)
    def _on_edge_count_chosen(self, count: int) -> None:
        self._view.diagram.edges.set_budget(count)
        self._refresh_edge_count()

    @Slot()
    def _refresh_edge_count(self) -> None:
        self._pictures.setVisible(self._view.weight_pictures.can_be)
        edges = self._view.diagram.edges
        self._edges.show_count(edges.count, edges.total, edges.limits)

    def begins_at(self) -> QWidget | None:
        """Return the diagram, whose keys lead from neuron to neuron."""
        diagram = self._view.diagram if self.is_ready else None
        return diagram if diagram is not None and diagram.isVisibleTo(self) else super().begins_at()

    def sizeHint(self) -> QSize:
        """Give a size in which a network of a few columns can be read."""
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        """Give the least room in which columns can be told apart and no head is cut, however large its text."""
        return QSize(_LEAST.width(), max(_LEAST.height(), self._column.minimumSize().height()))
