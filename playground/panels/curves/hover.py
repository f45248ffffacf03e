"""The figures under the mouse: a crosshair through both plots and a readout beside it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QColor

from playground.panels.curves.beside import BesideText
from playground.panels.curves.data import Reading
from playground.panels.curves.readout import CurveReadout
from playground.widgets.plot.items import HoverDot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playground.panels.curves.data import CurveData
    from playground.panels.curves.drawing import CurveDrawing
    from playground.panels.curves.view import CurveView
    from playground.panels.curves.watch_course import WatchText
    from playground.widgets.look.colors import ChartColors

_KEY_STEP = 4  # px an arrow key moves the crosshair
_NEAR = 5  # px from a tick at which the pointer is on it


class CurveHover:
    """Stands at the iteration nearest to where a person points, also while the curve grows."""

    def __init__(self, view: CurveView, drawing: CurveDrawing) -> None:
        self._view, self._drawing = view, drawing
        self._readout = CurveReadout(view)
        self.layer_texts: Callable[[int], list[tuple[str, str]]] = _none
        """Says what is known of the layers at an iteration."""
        self.watch_text: Callable[[int], WatchText | None] = _no_watch
        """Says what the watch beside the loss was at an iteration."""
        self._watch_color = QColor()
        self._position: float | None = None
        self._colors: tuple[QColor, ...] = ()

    def restyle(self, colors: ChartColors, line_colors: tuple[QColor, ...]) -> None:
        """Take the colours of a theme, and of the lines: each loss, training, test."""
        self._colors, self._watch_color = line_colors, colors.course
        self._readout.restyle(colors)

    def point_at(self, data: CurveData, position: float | None) -> None:
        """Stand at a position on the horizontal axis, or nowhere."""
        self._position = position
        self.refresh(data)

    def step(self, data: CurveData, direction: int) -> None:
        """Move a little to the left (-1) or to the right (1); at first stand at the last iteration in sight."""
        left, right = self._view.iteration_range
        last = min(right, max(data.last_position, self._drawing.beside.last_position))
        at = last if self._position is None else self._position
        pixels = max(1, round((right - left) * _KEY_STEP / self._view.pixels))
        self.point_at(data, min(max(left, round(at) + direction * pixels), last))

    def refresh(self, data: CurveData) -> None:
        """Show the figures of data that may have changed."""
        changed = self._near([iteration for iteration, _ in data.ticks])
        fork = self._near([iteration for iteration, _ in self._drawing.beside.forks])
        at = next((each for each in (changed, fork, self._position) if each is not None), None)
        reading = None if at is None else self._reading(data, at)
        if reading is None:
            for part in (self._readout, *(plot.crosshair for plot in self._view.every_plot)):
                part.hide()
            return
        smooth = self._smooth_at(data, reading.iteration)
        watch = self.watch_text(reading.iteration)
        self._move_crosshairs(reading, smooth, watch)
        changes = [text for iteration, text in data.ticks if iteration == changed]
        left = [name for iteration, name in self._drawing.beside.forks if iteration == fork]
        layers = self.layer_texts(reading.iteration)
        beside = self._drawing.beside.texts_at(reading.iteration, self._drawing.smooth_line)
        watches = self._watch_rows(watch)
        self._readout.show_reading(reading, smooth, self._colors, changes, layers, beside, left, watches)
        self._readout.stand_beside(self._view.position_of(reading.iteration), self._view.area(self._view.loss))

    def _reading(self, data: CurveData, at: float) -> Reading | None:
        """Give what is known at a position: of the current run, or where others go on without it nothing of it."""
        last, beside = data.last_position, self._drawing.beside.last_position
        if beside and at > last:
            return Reading(round(min(max(at, 1), beside)), math.nan, math.nan, None, (math.nan, math.nan), math.nan)
        return data.reading(at)

    def _near(self, marked: Sequence[int]) -> int | None:
        """Give the iteration with a mark that is pointed at."""
        if self._position is None or not marked:
            return None
        left, right = self._view.iteration_range
        nearest = min(marked, key=lambda each: abs(each - self._position))
        return nearest if abs(nearest - self._position) * self._view.pixels <= _NEAR * (right - left) else None

    def _smooth_at(self, data: CurveData, iteration: int) -> float:
        if iteration > data.last_position:
            return math.nan
        x, y = self._drawing.smooth_line(data)
        return float(np.interp(iteration, x, y, left=np.nan, right=np.nan)) if len(x) else math.nan

    def _watch_rows(self, watch: WatchText | None) -> list[BesideText]:
        return [] if watch is None else [BesideText(self._watch_color, watch.name, watch.text)]

    def _move_crosshairs(self, reading: Reading, smooth: float, watch: WatchText | None) -> None:
        self._view.layers.crosshair.stand_at(reading.iteration, [])
        losses = self._drawing.on_axis(np.array([reading.loss_high, smooth, reading.test_loss])).tolist()
        iterations = (reading.iteration, reading.iteration, reading.evaluated or reading.iteration)
        for plot, xs, heights, colors in (
            (self._view.loss, iterations, losses, self._colors),
            (self._view.accuracy, iterations[-1:] * 2, reading.accuracies, self._colors[1:]),
        ):
            dots = [HoverDot(x, y, color) for x, y, color in zip(xs, heights, colors, strict=False) if math.isfinite(y)]
            if watch is not None and plot is self._view.loss and math.isfinite(watch.height):
                dots.append(HoverDot(watch.iteration, watch.height, self._watch_color))
            plot.crosshair.stand_at(reading.iteration, dots)


def _no_watch(_iteration: int) -> WatchText | None:
    return None


def _none(_iteration: int) -> list[tuple[str, str]]:
    return []
