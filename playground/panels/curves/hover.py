"""The figures under the mouse: a crosshair through both plots and a readout beside it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from playground.panels.curves.readout import CurveReadout
from playground.widgets.plot.items import HoverDot

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from playground.panels.curves.data import CurveData, Reading
    from playground.panels.curves.drawing import CurveDrawing
    from playground.panels.curves.view import CurveView
    from playground.widgets.look.colors import ChartColors

_KEY_STEP = 4  # px an arrow key moves the crosshair


class CurveHover:
    """Stands at the iteration nearest to where a person points, also while the curve grows."""

    def __init__(self, view: CurveView, drawing: CurveDrawing) -> None:
        self._view, self._drawing = view, drawing
        self._readout = CurveReadout(view)
        self._position: float | None = None
        self._colors: tuple[QColor, ...] = ()

    def restyle(self, colors: ChartColors, line_colors: tuple[QColor, ...]) -> None:
        """Take the colours of a theme, and of the four lines."""
        self._colors = line_colors
        self._readout.restyle(colors)

    def point_at(self, data: CurveData, position: float | None) -> None:
        """Stand at a position on the horizontal axis, or nowhere."""
        self._position = position
        self.refresh(data)

    def step(self, data: CurveData, direction: int) -> None:
        """Move a little to the left (-1) or to the right (1); at first stand at the last iteration in sight."""
        left, right = self._view.iteration_range
        last = min(right, data.last_position)
        at = last if self._position is None else self._position
        pixels = max(1, round((right - left) * _KEY_STEP / self._view.pixels))
        self.point_at(data, min(max(left, round(at) + direction * pixels), last))

    def refresh(self, data: CurveData) -> None:
        """Show the figures of data that may have changed."""
        reading = None if self._position is None else data.reading(self._position)
        if reading is None:
            for part in (self._readout, self._view.loss.crosshair, self._view.accuracy.crosshair):
                part.hide()
            return
        smooth = self._smooth_at(data, reading.iteration)
        self._move_crosshairs(reading, smooth)
        self._readout.show_reading(reading, smooth, self._colors)
        self._readout.stand_beside(self._view.position_of(reading.iteration), self._view.area(self._view.loss))

    def _smooth_at(self, data: CurveData, iteration: int) -> float:
        x, y = self._drawing.smooth_line(data)
        return float(np.interp(iteration, x, y, left=np.nan, right=np.nan)) if len(x) else math.nan

    def _move_crosshairs(self, reading: Reading, smooth: float) -> None:
        losses = self._drawing.on_axis(np.array([reading.loss_high, smooth])).tolist()
        for plot, x, heights, colors in (
            (self._view.loss, reading.iteration, losses, self._colors[:2]),
            (self._view.accuracy, reading.evaluated, reading.accuracies, self._colors[2:]),
        ):
            dots = [HoverDot(x, y, color) for y, color in zip(heights, colors, strict=False) if math.isfinite(y)]
            plot.crosshair.stand_at(reading.iteration, dots)
