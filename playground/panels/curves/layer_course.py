"""The health of the layers over the iterations: a line for each layer, measured while it is seen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Slot

from nn.network.naming import layer_names
from playground.panels.curves import ranges as plot_ranges
from playground.panels.curves.line_names import End
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing
from playground.widgets.text.share_text import share_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nn.inspection.layer_health import Checkup, LayerHealth
    from playground.panels.curves.view import CurveView
    from playground.session.session import Session

QUANTITIES = ("stuck", "activity", "gradient")
"""What can be shown of the layers: the share that is dead or saturated, mean |a|, the gradient by the weights."""
MOST_LAYERS = 8
"""Lines of a plot: of more layers some are shown, the first and the last among them."""

_LEAST = 1e-9  # stands for 0 on a logarithmic axis, and for all below it
_SPACE = 0.15  # powers of ten above and below


class LayerCourse(Refreshing, QObject):
    """Shows one quantity of each layer with neurons in the second plot; measures and draws nothing before `show`."""

    importance = Importance.DETAIL
    least_gap = READABLE_S

    def __init__(self, session: Session, view: CurveView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self.quantity = ""
        session.health.changed.connect(self._on_health_changed)

    def shown_in(self) -> QWidget:
        """Return the view."""
        return self._view

    def show(self, quantity: str) -> None:
        """Show one of `QUANTITIES` in the place of the accuracy; empty for the accuracy again."""
        self.quantity = quantity
        self._view.layers.left.setLogMode(quantity in ("activity", "gradient"))
        self._view.show_layers(bool(quantity))
        if quantity:
            self.out_of_date()

    @Slot()
    def _on_health_changed(self) -> None:
        if self.quantity:
            self.out_of_date()

    def refresh(self) -> None:
        """Draw what was measured so far, and have what is new measured."""
        if not self.quantity:
            return
        self._session.health.ask()
        past = self._session.health.past
        shown = self._shown(past[-1]) if past else []
        names = layer_names(self._session.document.state.spec)
        x = np.array([checkup.updates for checkup in past], float)
        ends, heights = [], []
        for number, line in enumerate(self._view.layers.lines):
            if number >= len(shown):
                line.set_points(np.empty(0), np.empty(0))
                continue
            y = np.array([self._height(checkup.layers[shown[number]]) for checkup in past])
            line.set_points(x, y)
            heights.append(y)
            last = past[-1].layers[shown[number]].layers
            if math.isfinite(y[-1]) and last.stop <= len(names):
                ends.append(End(float(x[-1]), float(y[-1]), names[self._speaker(last)]))
        self._view.layers_names.set_ends(ends)
        self._fit(np.concatenate(heights) if heights else np.empty(0))

    def texts_at(self, iteration: int) -> list[tuple[str, str]]:
        """Say each layer's number at the measurement nearest to an iteration."""
        past = self._session.health.past if self.quantity else ()
        if not past:
            return []
        names = layer_names(self._session.document.state.spec)
        nearest = min(past, key=lambda checkup: abs(checkup.updates - iteration))
        layers = [nearest.layers[number] for number in self._shown(nearest)]
        return [
            (names[self._speaker(each.layers)], self._text(each)) for each in layers if each.layers.stop <= len(names)
        ]

    def _speaker(self, layers: range) -> int:
        """Give which layer of a column the number is of: the one with the weights, or the one that speaks last."""
        return layers.start if self.quantity == "gradient" else layers.stop - 1

    def _shown(self, checkup: Checkup) -> list[int]:
        numbers = [number for number, layer in enumerate(checkup.layers) if layer.units]
        if len(numbers) <= MOST_LAYERS:
            return numbers
        return [numbers[at] for at in np.linspace(0, len(numbers) - 1, MOST_LAYERS).round().astype(int)]

    def _number(self, layer: LayerHealth) -> float:
        return float(getattr(layer, self.quantity))

    def _height(self, layer: LayerHealth) -> float:
        number = self._number(layer)
        if self.quantity == "stuck":
            return 100 * number
        return math.log10(max(number, _LEAST)) if math.isfinite(number) else math.nan

    def _text(self, layer: LayerHealth) -> str:
        number = self._number(layer)
        return share_text(number) if self.quantity == "stuck" else f"{number:.3g}"

    def _fit(self, heights: np.ndarray) -> None:
        plot, finite = self._view.layers, heights[np.isfinite(heights)]
        if self.quantity == "stuck":
            plot.set_height_range(plot_ranges.accuracy_range(0, 100))
        elif len(finite):
            found = (float(finite.min()), float(finite.max()))
            wanted = (found[0] - _SPACE, found[1] + _SPACE)
            if not plot_ranges.still_good(plot.height_range, found, wanted):
                plot.set_height_range((math.floor(2 * wanted[0]) / 2, math.ceil(2 * wanted[1]) / 2))
