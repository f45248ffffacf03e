"""Curves of other runs behind the current ones: pinned runs, each in its own hue, with its name at its end."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from playground.panels.curves.data import TEST_ACCURACY, CurveData
from playground.panels.curves.line_names import LineNames
from playground.widgets.look.run_colors import run_color
from playground.widgets.plot.items import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QColor

    from playground.panels.curves.data import Points
    from playground.panels.curves.view import CurveView
    from playground.widgets.look.colors import ChartColors

_WIDTH = 1.6
_DASH = (7, 4)  # px of a dash and of the gap behind it: of the test data
_BEHIND = -2  # below all that belongs to the current run


class Beside(NamedTuple):
    """A run that is drawn beside the current one."""

    name: str
    color: int
    data: CurveData


class BesideText(NamedTuple):
    """What is read of a run at an iteration."""

    color: QColor
    name: str
    text: str


class BesideCurves:
    """Draws the smoothed losses of runs, solid, and their test accuracies, dashed."""

    def __init__(self, view: CurveView) -> None:
        self._view = view
        self.runs: tuple[Beside, ...] = ()
        self._lines: list[tuple[Line, Line]] = []
        self._names = LineNames()
        view.loss.box.addItem(self._names, ignoreBounds=True)
        self._is_dark = False

    @property
    def last_position(self) -> int:
        """The last iteration at which anything is known of one of them."""
        return max((run.data.last_position for run in self.runs), default=0)

    @property
    def evaluation_count(self) -> int:
        """How many times their accuracies were measured."""
        return sum(run.data.evaluation_count for run in self.runs)

    def show(self, runs: Sequence[Beside]) -> None:
        """Draw other runs from now on."""
        self.runs = tuple(runs)
        while len(self._lines) < len(self.runs):
            pair = Line(_WIDTH), Line(_WIDTH, dash=_DASH)
            for line, plot in zip(pair, (self._view.loss, self._view.accuracy), strict=True):
                line.setZValue(_BEHIND)
                plot.box.addItem(line, ignoreBounds=True)
            self._lines.append(pair)
        self._color()

    def restyle(self, colors: ChartColors, *, dark: bool) -> None:
        """Take the colours of a theme."""
        self._is_dark = dark
        self._names.set_colors(colors.text, colors.background)
        self._color()

    def _color(self) -> None:
        for run, pair in zip(self.runs, self._lines, strict=False):
            for line in pair:
                line.set_color(run_color(run.color, dark=self._is_dark))

    def draw(
        self, smooth: Callable[[CurveData], Points], on_axis: Callable[[np.ndarray], np.ndarray]
    ) -> tuple[np.ndarray, list[np.ndarray]]:
        """Draw what is in sight; return the heights of all losses on the axis, and the accuracies of each run."""
        sight, nothing = self._view.iteration_range, np.empty(0)
        losses, accuracies, ends = [nothing], [], []
        for number, (loss, accuracy) in enumerate(self._lines):
            if number >= len(self.runs):
                loss.set_points(nothing, nothing)
                accuracy.set_points(nothing, nothing)
                continue
            run = self.runs[number]
            x, y = smooth(run.data)
            heights = on_axis(y)
            loss.set_points(x, heights)
            losses.append(heights)
            measured = run.data.measured_line(TEST_ACCURACY, *sight)
            accuracy.set_points(*measured)
            accuracies.append(measured[1])
            known = np.flatnonzero(np.isfinite(heights))
            if len(known):
                ends.append((float(x[known[-1]]), float(heights[known[-1]]), run.name))
        self._names.set_ends(ends)
        return np.concatenate(losses), accuracies

    def texts_at(self, iteration: int, smooth: Callable[[CurveData], Points]) -> list[BesideText]:
        """Say what each run was at an iteration; nothing of one that had ended before."""
        return [
            BesideText(run_color(run.color, dark=self._is_dark), run.name, self._text(run.data, iteration, smooth))
            for run in self.runs
            if iteration <= run.data.last_position
        ]

    def _text(self, data: CurveData, iteration: int, smooth: Callable[[CurveData], Points]) -> str:
        x, y = smooth(data)
        loss = float(np.interp(iteration, x, y, left=np.nan, right=np.nan)) if len(x) else math.nan
        parts = ["–" if math.isnan(loss) else f"{loss:.4g}"]
        reading = data.reading(iteration)
        if reading is not None and math.isfinite(reading.accuracies[TEST_ACCURACY]):
            parts.append(f"{reading.accuracies[TEST_ACCURACY]:.2f} %")
        return ", ".join(parts)
