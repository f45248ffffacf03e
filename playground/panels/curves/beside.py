"""Curves of other runs behind the current ones: pinned runs, each in its own hue, with its name at its end."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from playground.panels.curves.band import Band
from playground.panels.curves.data import TEST_ACCURACY
from playground.panels.curves.forks import ForkMarks
from playground.panels.curves.line_names import End, LineNames
from playground.widgets.look.run_colors import run_color
from playground.widgets.plot.items import Line
from playground.widgets.text.spread_text import spread_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QColor

    from playground.panels.curves.data import CurveData, Points
    from playground.panels.curves.view import CurveView
    from playground.widgets.look.colors import ChartColors

    Smooth = Callable[[CurveData], Points]

_WIDTH = 1.6
_DASH = (7, 4)  # px of a dash and of the gap behind it: of the test data
_BEHIND = -2  # below all that belongs to the current run
_NOTHING = np.empty(0)


class Beside(NamedTuple):
    """A run that is drawn beside the current one, or several that differ in nothing but their seed.

    Attributes
    ----------
    data : tuple of CurveData
        Of each of them.
    shared : int
        The updates that it has in common with the current run: it is drawn from there on.
    """

    name: str
    color: int
    data: tuple[CurveData, ...]
    shared: int = 0

    @property
    def last_position(self) -> int:
        """The last iteration at which anything is known."""
        return max(each.last_position for each in self.data)


class BesideText(NamedTuple):
    """What is read of a run at an iteration."""

    color: QColor
    name: str
    text: str


class _Course(NamedTuple):
    """A line, and of several runs how far they lie around their mean."""

    x: np.ndarray
    mean: np.ndarray
    deviation: np.ndarray

    def after(self, iteration: int) -> _Course:
        """Return it from an iteration on."""
        seen = self.x >= iteration
        return self if seen.all() else _Course(self.x[seen], self.mean[seen], self.deviation[seen])


class _Drawn:
    """The items of one run: its loss and its accuracy, each with its band."""

    def __init__(self, view: CurveView) -> None:
        self.loss, self.accuracy = Line(_WIDTH), Line(_WIDTH, dash=_DASH)
        self.bands = Band(), Band()
        for plot, items in ((view.loss, (self.loss, self.bands[0])), (view.accuracy, (self.accuracy, self.bands[1]))):
            for depth, item in enumerate(items):
                item.setZValue(_BEHIND - depth)
                plot.box.addItem(item, ignoreBounds=True)

    def set_color(self, color: QColor, ground: QColor) -> None:
        for line in (self.loss, self.accuracy):
            line.set_color(color)
        for band in self.bands:
            band.set_color(color, ground)

    def clear(self) -> None:
        for line in (self.loss, self.accuracy):
            line.set_points(_NOTHING, _NOTHING)
        for band in self.bands:
            band.set_edges(_NOTHING, _NOTHING, _NOTHING)


class BesideCurves:
    """Draws the smoothed losses of runs, solid, and their test accuracies, dashed; of several seeds mean and band."""

    def __init__(self, view: CurveView) -> None:
        self._view = view
        self.runs: tuple[Beside, ...] = ()
        self._drawn: list[_Drawn] = []
        self._names, self._marks = LineNames(), ForkMarks()
        self._ends: list[tuple[float, float, Beside]] = []  # of the losses that are drawn
        for item in (self._names, self._marks):
            view.loss.box.addItem(item, ignoreBounds=True)
        self._is_dark = False
        self._colors: ChartColors | None = None

    @property
    def last_position(self) -> int:
        """The last iteration at which anything is known of one of them."""
        return max((run.last_position for run in self.runs), default=0)

    @property
    def evaluation_count(self) -> int:
        """How many times their accuracies were measured."""
        return sum(each.evaluation_count for run in self.runs for each in run.data)

    def show(self, runs: Sequence[Beside]) -> None:
        """Draw other runs from now on."""
        self.runs = tuple(runs)
        while len(self._drawn) < len(self.runs):
            self._drawn.append(_Drawn(self._view))
        self._color()

    def restyle(self, colors: ChartColors, *, dark: bool) -> None:
        """Take the colours of a theme."""
        self._is_dark, self._colors = dark, colors
        self._names.set_colors(colors.text, colors.background)
        self._marks.set_color(colors.text, colors.muted, colors.background)
        self._color()

    def _color(self) -> None:
        if self._colors is not None:
            for run, drawn in zip(self.runs, self._drawn, strict=False):
                drawn.set_color(run_color(run.color, dark=self._is_dark), self._colors.background)
            self._name_ends()

    def _name_ends(self) -> None:
        colors = (run_color(run.color, dark=self._is_dark) for _, _, run in self._ends)
        self._names.set_ends(
            [End(x, y, run.name, color) for (x, y, run), color in zip(self._ends, colors, strict=True)]
        )

    def draw(self, smooth: Smooth, on_axis: Callable[[np.ndarray], np.ndarray]) -> tuple[np.ndarray, list[np.ndarray]]:
        """Draw what is in sight; return the heights of all losses on the axis, and the accuracies of each run."""
        losses, accuracies, forks = [_NOTHING], [], []
        self._ends = []
        for run, drawn in zip(self.runs, self._drawn, strict=False):
            whole, accuracy = _course([smooth(each) for each in run.data]), self._accuracy(run)
            loss = whole.after(run.shared)
            before = whole.mean[(whole.x <= run.shared) & np.isfinite(whole.mean)]
            if run.shared and len(before):
                forks.append((float(run.shared), float(on_axis(before[-1:])[0])))
            heights = on_axis(loss.mean)
            drawn.loss.set_points(loss.x, heights)
            drawn.accuracy.set_points(accuracy.x, accuracy.mean)
            edges = (on_axis(loss.mean - loss.deviation), on_axis(loss.mean + loss.deviation))
            drawn.bands[0].set_edges(loss.x, *edges)
            spread = (accuracy.mean - accuracy.deviation, accuracy.mean + accuracy.deviation)
            drawn.bands[1].set_edges(accuracy.x, *spread)
            losses.append(heights)
            accuracies.append(accuracy.mean)
            known = np.flatnonzero(np.isfinite(heights))
            if len(known):
                self._ends.append((float(loss.x[known[-1]]), float(heights[known[-1]]), run))
        for drawn in self._drawn[len(self.runs) :]:
            drawn.clear()
        self._name_ends()
        self._marks.set_places(forks)
        return np.concatenate(losses), accuracies

    @property
    def forks(self) -> list[tuple[int, str]]:
        """Where others left the current run, or it left them: the updates in common, and the name of the other."""
        return [(run.shared, run.name) for run in self.runs if run.shared]

    def _loss(self, run: Beside, smooth: Smooth) -> _Course:
        return _course([smooth(each) for each in run.data]).after(run.shared)

    def _accuracy(self, run: Beside) -> _Course:
        lines = [each.measured_line(TEST_ACCURACY, *self._view.iteration_range) for each in run.data]
        return _course(lines).after(run.shared)

    def texts_at(self, iteration: int, smooth: Smooth) -> list[BesideText]:
        """Say what each run was at an iteration; nothing of one that had ended before, or was the current one still."""
        return [
            BesideText(run_color(run.color, dark=self._is_dark), run.name, self._text(run, iteration, smooth))
            for run in self.runs
            if run.shared < iteration <= run.last_position
        ]

    def _text(self, run: Beside, iteration: int, smooth: Smooth) -> str:
        loss, accuracy = _at(self._loss(run, smooth), iteration), _at(self._accuracy(run), iteration)
        texts = ["–" if loss is None else spread_text(*loss)]
        if accuracy is not None:
            mean, deviation = accuracy
            texts.append(f"{mean:.1f}%" if math.isnan(deviation) else f"{mean:.1f} ± {deviation:.1f}%")
        return ", ".join(texts)


def _course(lines: list[Points]) -> _Course:
    """Return the mean of lines and their standard deviation, as far as the shortest goes."""
    length = min(len(x) for x, _ in lines)
    heights = np.stack([y[:length] for _, y in lines])
    mean = heights.mean(axis=0)
    return _Course(lines[0][0][:length], mean, heights.std(axis=0, ddof=1) if len(lines) > 1 else np.zeros(length))


def _at(course: _Course, iteration: int) -> tuple[float, float] | None:
    """Return a line's height at an iteration, and of several runs the deviation, else NaN; None where nothing is."""
    if not len(course.x):
        return None
    mean, deviation = (float(np.interp(iteration, course.x, y, right=np.nan)) for y in (course.mean, course.deviation))
    if math.isnan(mean):
        return None
    return mean, deviation if course.deviation.any() else math.nan
