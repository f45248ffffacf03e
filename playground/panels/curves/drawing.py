"""Drawing of the curves: what of them is in sight, and how it looks there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from playground.panels.curves import ranges as plot_ranges
from playground.panels.curves.data import SMALLEST_LOSS

if TYPE_CHECKING:
    from playground.panels.curves.data import CurveData, Points
    from playground.panels.curves.view import CurveView, Plot

_MANY_ACCURACIES = 10  # of a line: from then on the first ones no longer stretch the axis


class CurveDrawing:
    """Draws data into a view: the whole of them while following, else what the view shows.

    Heights follow what is in sight until a person chooses them. All ranges stay still for as long as they fit
    and then move in one jump.
    """

    def __init__(self, view: CurveView) -> None:
        self._view = view
        self.following = True
        self.logarithmic = False
        self.heights_by_hand: set[Plot] = set()
        """The plots whose height a person has chosen."""
        self._accuracies_drawn: object = None

    def draw(self, data: CurveData) -> None:
        """Draw the data; costs the same for a thousand iterations and for a billion."""
        if self.following:
            wanted = plot_ranges.iteration_range(data.last_position)
            if self._view.iteration_range != wanted:
                self._view.set_iteration_range(wanted)
        self._draw_losses(data)
        self._draw_accuracies(data)

    def on_axis(self, losses: np.ndarray) -> np.ndarray:
        """Give where losses stand on the vertical axis."""
        return np.log10(np.maximum(losses, SMALLEST_LOSS)) if self.logarithmic else losses

    def smooth_line(self, data: CurveData) -> Points:
        """Give the smoothed losses in sight, as they are drawn."""
        return data.smooth_line(*self._view.iteration_range, logarithmic=self.logarithmic)

    def _draw_losses(self, data: CurveData) -> None:
        left, right = self._view.iteration_range
        lines = (data.loss_line(left, right, self._view.pixels), self.smooth_line(data))
        every, smooth = ((x, self.on_axis(y)) for x, y in lines)
        self._view.loss.lines[0].set_points(*every)
        self._view.loss.lines[1].set_points(*smooth)
        wanted = plot_ranges.log_loss_range if self.logarithmic else plot_ranges.loss_range
        self._fit(self._view.loss, self._range_of_losses(data, every[1], smooth[1]), wanted)

    def _range_of_losses(self, data: CurveData, every: np.ndarray, smooth: np.ndarray) -> plot_ranges.Range:
        if data.last_position == 0:  # the axis of what was there before would mislead
            every = smooth = self.on_axis(np.array(plot_ranges.USUAL_LOSSES))
        low, high = _finite_range(every)
        if self.logarithmic:  # a single loss of 0 must not stretch the axis
            low = max(low, _finite_range(smooth)[0] - 1)
        return low, high

    def _draw_accuracies(self, data: CurveData) -> None:
        plot = self._view.accuracy
        wanted = (data, data.evaluation_count, self._view.iteration_range, plot in self.heights_by_hand)
        if wanted == self._accuracies_drawn:
            return  # they change once an epoch, while losses come all the time
        self._accuracies_drawn = wanted
        lines: list[Points] = [data.accuracy_line(which, *self._view.iteration_range) for which in (0, 1)]
        for line, points in zip(plot.lines, lines, strict=True):
            line.set_points(*points)
        found = _range_of_accuracies([y for _x, y in lines]) if data.evaluation_count else (0.0, 100.0)
        self._fit(plot, found, plot_ranges.accuracy_range)

    def _fit(self, plot: Plot, found: plot_ranges.Range, rule: plot_ranges.Rule) -> None:
        if plot in self.heights_by_hand or not found[0] <= found[1]:
            return
        wanted = rule(*found)
        if not plot_ranges.still_good(plot.height_range, found, wanted):
            plot.set_height_range(wanted)


def _range_of_accuracies(lines: list[np.ndarray]) -> plot_ranges.Range:
    """Give the range of all but the lowest tenth, which are mostly the first ones, and of the latest of each line."""
    known = [line[np.isfinite(line)] for line in lines]
    low, high = _finite_range(np.concatenate(known))
    if any(len(line) >= _MANY_ACCURACIES for line in known):
        low = min(float(np.quantile(np.concatenate(known), 0.1)), *(float(line[-1]) for line in known if len(line)))
    return low, high


def _finite_range(values: np.ndarray) -> plot_ranges.Range:
    """Give the smallest and the largest value that are not NaN; (inf, -inf) without any."""
    return float(np.fmin.reduce(values, initial=np.inf)), float(np.fmax.reduce(values, initial=-np.inf))
