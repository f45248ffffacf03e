"""The dock of activation functions: which ones the network has, what they are, and what they do to a sample."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from playground.panels.base import Panel
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.panels.activations.about import ActivationAbout
    from playground.panels.activations.activation_list import ActivationList
    from playground.panels.activations.edits import ActivationEdits
    from playground.panels.activations.places import Place
    from playground.panels.activations.plot.parts import PartsLine
    from playground.panels.activations.plot.plot import FunctionPlotView
    from playground.panels.activations.plotting import ActivationPlotting
    from playground.panels.activations.tools import ActivationTools
    from playground.session.looking.selection import FunctionPlot
    from playground.session.session import Session

_SIDE_LETTERS = 25  # least width of the column beside the plot, in Latin letters: Korean ones count in the average


class ActivationsPanel(Panel):
    """Plots functions with the numbers that reach them, and changes those of the network."""

    name = "activations"
    order = 13
    modules = (
        "playground.panels.activations.about",
        "playground.panels.activations.edits",
        "playground.panels.activations.activation_list",
        "playground.panels.activations.plotting",
        "playground.panels.activations.tools",
        "playground.panels.activations.plot.parts",
        "playground.panels.activations.plot.plot",
    )

    # From `attach` on:
    _session: Session
    view: FunctionPlotView
    list: ActivationList
    about: ActivationAbout
    tools: ActivationTools
    parts: PartsLine
    plotting: ActivationPlotting
    _edits: ActivationEdits
    _plotted_place: Place | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = in_row(of=self, margins=(8, 4, 0, 6), spacing=8)
        self.retranslate()

    def title(self) -> str:
        """Give the dock's title."""
        return self.tr("Activations")

    # ---- coming to life

    def _come_to_life(self, session: Session) -> Iterator[None]:
        """Build the plot and the column beside it."""
        # These bring NumPy, nn and pyqtgraph, which the first paint does not wait for.
        from playground.panels.activations.about import ActivationAbout
        from playground.panels.activations.activation_list import ActivationList
        from playground.panels.activations.edits import ActivationEdits
        from playground.panels.activations.plot.parts import PartsLine
        from playground.panels.activations.plot.plot import FunctionPlotView
        from playground.panels.activations.plotting import ActivationPlotting
        from playground.panels.activations.tools import ActivationTools

        self._session = session
        self.view = FunctionPlotView()
        self.view.setObjectName("functionPlot")
        yield
        self.tools, self.parts = ActivationTools(), PartsLine()
        self.list, self.about = ActivationList(), ActivationAbout()
        yield
        self._lay_out()
        yield
        self.plotting = ActivationPlotting(session, self.view, self.parts, self)
        self._connect_widgets(ActivationEdits(session, self))
        self._connect_session(session)
        self._plotted_place = self.plotting.place()
        yield
        self._refresh_network()
        yield
        self._set_texts()
        yield
        self._refresh_plot(session.selection.plot)

    def _lay_out(self) -> None:
        left = in_column(self.tools, (self.view, 1), self.parts, spacing=3)
        inside = QWidget()
        in_column(self.list, self.about, STRETCH, of=inside, margins=(0, 0, 8, 0), spacing=10)
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the focus
        scroll.setMinimumWidth(self.fontMetrics().horizontalAdvance(_SIDE_LETTERS * "n"))
        scroll.setWidget(inside)
        self._columns.addLayout(left, 5)
        self._columns.addWidget(scroll, 3)

    def _connect_widgets(self, edits: ActivationEdits) -> None:
        self.list.place_chosen.connect(self._on_place_chosen)
        self.list.kind_edited.connect(edits.set_kind)
        self.list.all_edited.connect(edits.set_all)
        self.list.option_edited.connect(edits.set_option)
        self.tools.functions_edited.connect(self._on_functions_edited)
        self.tools.derivatives_edited.connect(self._on_derivatives_edited)
        self.tools.ready_picked.connect(self._session.selection.show_plot)
        self.tools.fit_requested.connect(self.plotting.fit)
        self.plotting.focus_changed.connect(self.about.show_function)
        self.plotting.place_changed.connect(self._refresh_network)
        self.view.refused.connect(self._session.status)
        self.list.refused.connect(self._session.status)
        self.list.output_requested.connect(self._on_output_requested)
        self._edits = edits

    def _connect_session(self, session: Session) -> None:
        session.looking.network_changed.connect(self._refresh_spec)
        session.looking.edit_refused.connect(self._on_edit_refused)
        session.selection.plot_changed.connect(self._refresh_plot)
        session.selection.neuron_changed.connect(self.plotting.follow_neuron)
        session.looking.changed.connect(self.plotting.out_of_date)
        session.dead_neurons.changed.connect(self.plotting.recount_dead)

    # ---- what a person does

    @Slot(object)
    def _on_place_chosen(self, number: int) -> None:
        self.plotting.choose_place(number)
        place = self._plotted_place = self.plotting.place()
        if place is not None:
            self._edits.show_place(place)

    @Slot()
    def _on_output_requested(self) -> None:
        self.about.show_output(self._session.looking.network.spec.loss)

    @Slot(object)
    def _on_functions_edited(self, functions: tuple[str, ...]) -> None:
        self._show_plot(functions=functions)

    @Slot(bool)
    def _on_derivatives_edited(self, wanted: bool) -> None:
        self._show_plot(derivatives=wanted)

    def _show_plot(self, **changes: object) -> None:
        selection = self._session.selection
        selection.show_plot(replace(selection.plot, **changes))

    # ---- what the session tells

    @Slot(object)
    def _refresh_spec(self, _spec: object) -> None:
        self._refresh_network()
        self._follow_place()
        self.plotting.refresh_plot()  # the precision may be another

    def _follow_place(self) -> None:
        """Plot what stands now at the chosen place, if what stood there before was all that was plotted."""
        from playground.panels.activations.edits import (
            NO_ACTIVATION,  # brings nn, which the first paint does not wait for
        )

        place, before = self.plotting.place(), self._plotted_place
        self._plotted_place = place
        if place is None or before is None or place.layer == before.layer:
            return
        if self._session.selection.plot.functions == (before.kind or NO_ACTIVATION,):
            self._edits.show_place(place)

    @Slot()
    def _refresh_network(self) -> None:
        looking = self._session.looking
        spec, place = looking.network.spec, self.plotting.place_number
        self.list.show_network(spec, place, looking.why_fixed(), may_try=looking.is_past)

    @Slot(object)
    def _on_edit_refused(self, _again: object) -> None:
        """Let the boxes say again what stands there."""
        self._refresh_network()

    @Slot(object)
    def _refresh_plot(self, plot: FunctionPlot) -> None:
        self.tools.show_plot(plot)
        self.plotting.refresh_plot()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        if self.is_ready:
            self._set_texts()
            self.plotting.refresh_plot()

    def _set_texts(self) -> None:
        self.tools.retranslate()
        self._refresh_network()  # why it cannot be changed is said anew
        self.list.retranslate()
        self.about.retranslate()
        self.parts.setToolTip(
            wrapped(
                self.tr(
                    "The sample's own numbers where they reach the function. Off: output and slope are exactly 0, no "
                    "gradient goes back. Dead: off for each of a hundred training samples as well. Saturated: the "
                    "slope is below a tenth of the steepest, little is learned. Linear: at least nine tenths of the "
                    "steepest."
                )
            )
        )
        self.parts.setAccessibleName(self.tr("How the sample meets the function"))

    def minimumSizeHint(self) -> QSize:
        """Give the least room in which a curve can be read beside the list of layers."""
        return QSize(480, 220)

    def sizeHint(self) -> QSize:
        """Give a size at which the plot is pleasant to read."""
        return QSize(560, 330)
