"""Between the session and the plot of functions: the numbers of the curves, of the point and of the sample."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from nn.inspection.activation_values import parts, values
from nn.network.spec import LayerSpec
from playground.panels.activations.about import PRECISIONS
from playground.panels.activations.edits import NO_ACTIVATION
from playground.panels.activations.function_limits import limits
from playground.panels.activations.places import Place, places
from playground.panels.activations.plot.items import LimitMark
from playground.panels.activations.plot.plot import FunctionCurve
from playground.panels.activations.plot.samples import OFF, SATURATED, WORKING, Samples
from playground.panels.activations.ready_plots import ready_plot
from playground.panels.activations.tools import names_of
from playground.panels.layer_words import layer_word
from playground.session.looking.selection import FunctionPlot, Neuron
from playground.widgets.refreshing import SPOKEN_S, Importance, Refreshing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from nn.arrays import Array
    from playground.panels.activations.plot.parts import PartsLine
    from playground.panels.activations.plot.plot import FunctionPlotView
    from playground.session.session import Session

_USUAL = FunctionPlot()  # for its range
_POINTS = 401  # of a curve; an odd count has the middle of the range, where functions have their corners
_MARGIN = 0.05  # share of the range beside the outermost numbers of a sample
_NARROWEST = 1.0  # range around numbers that are all alike


class _DeadNeurons(Refreshing, QObject):
    """Has them counted while they are seen: a hundred samples go through the network for it."""

    importance = Importance.DETAIL
    least_gap = SPOKEN_S

    def __init__(self, plotting: ActivationPlotting) -> None:
        super().__init__(plotting)
        self._plotting = plotting

    def shown_in(self) -> QWidget:
        """Return where the count stands."""
        return self._plotting.shown_in()

    def refresh(self) -> None:
        """Count."""
        self._plotting.count_dead()


class ActivationPlotting(Refreshing, QObject):
    """Computes what a `FunctionPlotView` shows, and writes what a person does there to the session's selection."""

    focus_changed = Signal(str, object)
    """(name, options) of the function that is explained."""
    place_changed = Signal()
    """Another place's numbers are shown."""

    def __init__(self, session: Session, view: FunctionPlotView, line: PartsLine, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._view, self._line = session, view, line
        self.place_number = 0
        """The place whose numbers are shown, counted from the input."""
        self._is_plot_new = False  # the functions are still to be shown, not only where the sample's numbers are
        self._x = 1.0
        self._focus = 0
        self._functions: tuple[str, ...] = ()
        self._dead: int | None = None  # not yet counted
        self._dead_neurons = _DeadNeurons(self)
        view.range_edited.connect(self._on_range_edited)
        view.point_edited.connect(self._on_point_edited)
        view.focus_edited.connect(self._on_focus_edited)
        view.whole_requested.connect(self._on_whole_requested)

    @property
    def _plot(self) -> FunctionPlot:
        return self._session.selection.plot

    @property
    def _dtype(self) -> str:
        return self._session.looking.network.spec.dtype

    def _name(self, kind: str) -> str:
        return layer_word(LayerSpec(kind, self._options(kind))).label

    def _options(self, kind: str) -> Mapping[str, Any]:
        return self._plot.options.get(kind, {})

    # ---- what is shown

    @Slot(object)
    def refresh_plot(self, _changed: object = None) -> None:
        """Show the functions of the selection."""
        self._is_plot_new = True
        self.out_of_date()

    def shown_in(self) -> QWidget:
        """Return the plot."""
        return self._view

    def refresh(self) -> None:
        """Show what there is to see at this moment: the sample's numbers, and functions that are new."""
        if self._is_plot_new:
            self._is_plot_new = False
            self._show_plot()
        else:
            self.refresh_samples()

    def _show_plot(self) -> None:
        plot = self._plot
        if plot.functions != self._functions:
            self._functions, self._focus = plot.functions, 0
        ready = ready_plot(plot)
        x = np.linspace(plot.low, plot.high, _POINTS) if ready is None else ready.points()
        curves = [
            FunctionCurve(self._name(kind), x, *values(kind, self._options(kind), x, self._dtype))
            for kind in plot.functions
        ]
        heights = None if ready is None else (ready.bottom, ready.top)
        self._view.show_curves(curves, (plot.low, plot.high), heights, derivatives=plot.derivatives)
        self._view.show_title("" if ready is None else self._title(ready.plot, len(x)))
        self._refresh_focus()

    def _title(self, plot: FunctionPlot, count: int) -> str:
        return self.tr("{functions}: {count} points").format(functions=names_of(plot.functions), count=count)

    def _refresh_focus(self) -> None:
        kind = self._functions[self._focus]
        options = self._options(kind)
        self._refresh_point()
        self._view.show_marks(self._marks(kind, options))
        self.focus_changed.emit(kind, options)
        self.refresh_samples()

    def _refresh_point(self) -> None:
        found = [values(kind, self._options(kind), self._x, self._dtype) for kind in self._functions]
        self._view.show_point(self._x, [(each.y[()], each.slope[()]) for each in found], self._focus)

    def _marks(self, kind: str, options: Mapping[str, Any]) -> list[LimitMark]:
        marks: dict[tuple[float, str], str] = {}
        for precision in PRECISIONS:
            for limit in limits(kind, options, precision):
                if limit.kind == "overflow":
                    marks[limit.x, precision] = self.tr("{precision}: overflow").format(precision=precision)
                elif limit.kind != "straight":
                    marks.setdefault((limit.x, precision), precision)
        return [LimitMark(x, text) for (x, _precision), text in marks.items()]

    def place(self) -> Place | None:
        """Give the place whose numbers are shown, None in a network without any."""
        found = places(self._session.looking.network.spec)
        return found[min(self.place_number, len(found) - 1)] if found else None

    def sample_numbers(self) -> Array | None:
        """Give the numbers of the sample that reach the place, in one row; None without a sample."""
        place, observation = self.place(), self._session.looking.observation
        if place is None or observation is None or observation.spec != self._session.looking.network.spec:
            return None
        return observation.values[place.index].reshape(-1)

    @Slot()
    def refresh_samples(self) -> None:
        """Show the numbers of the sample where they are now."""
        x, place = self.sample_numbers(), self.place()
        if x is None or place is None:
            self._view.show_samples(None)
            self._line.show_texts(())
            return
        kind = place.kind or NO_ACTIVATION
        found = parts(kind, place.options, x)
        part = np.where(found.off, OFF, np.where(found.saturated, SATURATED, WORKING))
        y = values(kind, place.options, x, x.dtype).y if kind in self._functions else None
        self._view.show_samples(Samples(x, y, part))
        counts = [int(np.count_nonzero(part == each)) for each in (WORKING, SATURATED, OFF)]
        self._line.show_texts(self._in_words(place, len(x), counts, *map(np.count_nonzero, found[2:])))
        if self._dead is None:
            self.recount_dead()

    @Slot()
    def recount_dead(self) -> None:
        """Ask soon which neurons are off for all samples."""
        self._dead_neurons.out_of_date()

    def count_dead(self) -> None:
        """Say how many neurons are off for all samples, as far as that has been measured."""
        place = self.place()
        self._dead = (self._session.dead_neurons.behind(place.index) if place is not None and place.kind else 0) or 0
        self.refresh_samples()

    def _in_words(self, place: Place, total: int, counts: list[int], linear: int, broken: int) -> list[str]:
        working, saturated, off = counts
        off_text = self.tr("{count} off ({dead} dead)") if self._dead else self.tr("{count} off")
        texts = [
            self.tr("{count} working ({linear} linear)").format(count=working, linear=linear),
            self.tr("{count} saturated").format(count=saturated),
            off_text.format(count=off, dead=self._dead),
            self.tr("of {total} from {layer}").format(total=total, layer=place.after),
        ]
        if broken:
            texts.append(self.tr("{count} not finite").format(count=broken))
        return texts

    # ---- what a person does

    @Slot(object)
    def choose_place(self, number: int) -> None:
        """Show the numbers that reach a place, counted from the input."""
        self.place_number = number
        self._dead = None
        self.place_changed.emit()
        self.refresh_samples()

    @Slot(object)
    def follow_neuron(self, neuron: Neuron | None) -> None:
        """Show the place of a neuron that somebody looks at, and put the point at its sum."""
        if neuron is None:
            return
        for number, place in enumerate(places(self._session.looking.network.spec)):
            if neuron.layer in (place.index - 1, place.index if place.kind else None):
                self.choose_place(number)
                x = self.sample_numbers()
                if x is not None and neuron.index < len(x):
                    self._on_point_edited(float(x[neuron.index]))
                return

    @Slot()
    def fit(self) -> None:
        """Let the range hold all numbers of the sample."""
        x = self.sample_numbers()
        if x is None or not np.isfinite(x).any():
            return
        finite = x[np.isfinite(x)].astype(np.float64)
        low, high = float(finite.min()), float(finite.max())
        space = _MARGIN * (high - low) or _NARROWEST / 2
        self._on_range_edited(float(f"{low - space:.3g}"), float(f"{high + space:.3g}"))

    @Slot(object, object)
    def _on_range_edited(self, low: float, high: float) -> None:
        self._session.selection.show_plot(replace(self._plot, low=low, high=high))

    @Slot()
    def _on_whole_requested(self) -> None:
        self._on_range_edited(_USUAL.low, _USUAL.high)

    @Slot(object)
    def _on_point_edited(self, x: float) -> None:
        self._x = x
        self._refresh_point()

    @Slot(object)
    def _on_focus_edited(self, index: int) -> None:
        self._focus = index
        self._refresh_focus()
