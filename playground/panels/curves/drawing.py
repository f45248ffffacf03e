"""Drawing of the curves: what of them is in sight, and how it looks there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from playground.panels.curves import ranges as plot_ranges
from playground.panels.curves.beside import BesideCurves
from playground.panels.curves.data import SMALLEST_LOSS, TEST_ACCURACY, TEST_LOSS, TRAIN_ACCURACY

if TYPE_CHECKING:
    from playground.panels.curves.data import CurveData, Points
    from playground.panels.curves.view import CurveView, Plot

_MANY_ACCURACIES = 10  # of a line: from then on the first ones no longer stretch the axis
_SPIKE = 3.0  # times what the losses need: other lines stretch the axis no further


_NOTHING = (np.empty(0), np.empty(0))


class CurveDrawing:
    """Draws data into a view: the whole of them while following, else what the view shows.

    Heights follow what is in sight until a person chooses them. All ranges stay still for as long as they fit
    and then move in one jump.
    """

    def __init__(self, view: CurveView) -> None:
        self._view = view
        self.beside = BesideCurves(view)
        """Other runs, behind the current one."""
        self.following = True
        self.logarithmic = False
        self.heights_by_hand: set[Plot] = set()
        """The plots whose height a person has chosen."""
        self._measured_drawn: object = None
        self._test_loss = np.empty(0)  # as drawn, on the axis
        self._ghost_loss = np.empty(0)
        self._beside_loss = np.empty(0)

    def draw(self, data: CurveData, ghost: CurveData | None = None) -> None:
        """Draw the data, and those of the run before; costs the same for a thousand iterations and for a billion."""
        if self.following:
            last = max(data.last_position, 0 if ghost is None else ghost.last_position, self.beside.last_position)
            wanted = plot_ranges.iteration_range(last)
            if self._view.iteration_range != wanted:
                self._view.set_iteration_range(wanted)
        self._draw_measured(data, ghost)
        self._draw_losses(data)
        self._view.take_up_ranges()

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
        others = np.concatenate([self._test_loss, self._ghost_loss, self._beside_loss])
        if data.last_position == 0:  # the axis of what was there before would mislead, unless it is shown
            every = smooth = self.on_axis(np.array(plot_ranges.USUAL_LOSSES))
        low, high = _finite_range(every)
        if self.logarithmic:  # a single loss of 0 must not stretch the axis
            low = max(low, _finite_range(smooth)[0] - 1)
        else:
            high = plot_ranges.top_of(every)
        least, most = _finite_range(others)
        most = most if self.logarithmic else min(most, _SPIKE * high)
        return (min(low, least), max(high, most)) if least <= most else (low, high)

    def _draw_measured(self, data: CurveData, ghost: CurveData | None) -> None:
        """Draw what changes once an epoch, while losses come all the time."""
        plot, sight = self._view.accuracy, self._view.iteration_range
        counts = (data.evaluation_count, plot in self.heights_by_hand, self.logarithmic)
        wanted = (data, ghost, self.beside.runs, sight, counts)
        if wanted == self._measured_drawn:
            return
        self._measured_drawn = wanted
        kinds = (TRAIN_ACCURACY, TEST_ACCURACY)
        lines: list[Points] = [data.measured_line(which, *sight) for which in kinds]
        lines.append(_NOTHING if ghost is None else ghost.measured_line(TEST_ACCURACY, *sight))
        for line, points in zip(plot.lines, lines, strict=True):
            line.set_points(*points)
        self._beside_loss, accuracies = self.beside.draw(self.smooth_line, self.on_axis)
        has_any = (
            data.evaluation_count or (ghost is not None and ghost.evaluation_count) or self.beside.evaluation_count
        )
        found = _range_of_accuracies([*(y for _x, y in lines), *accuracies]) if has_any else (0.0, 100.0)
        self._fit(plot, found, plot_ranges.accuracy_range)
        self._test_loss = self._put(2, data.measured_line(TEST_LOSS, *sight))
        self._ghost_loss = self._put(3, _NOTHING if ghost is None else self.smooth_line(ghost))

    def _put(self, number: int, points: Points) -> np.ndarray:
        """Draw a line of losses, and give its heights on the axis."""
        heights = self.on_axis(points[1])
        self._view.loss.lines[number].set_points(points[0], heights)
        return heights

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
