"""Real numbers that reach a function: as a histogram at the bottom of its plot, and as dots on its curve."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from playground.widgets.function_items import polygon
from playground.widgets.plot_items import PlotItem, line_pen, on_device

if TYPE_CHECKING:
    from collections.abc import Sequence

WORKING, SATURATED, OFF = range(3)
"""In which part of its function a number is."""

_PARTS = 3
_BINS = 48
_HEIGHT = 0.3  # share of the plot's height that the highest bar takes
_DOT = 5.0  # px
_MOST_DOTS = 600  # more lie on top of each other anyway


class Samples(NamedTuple):
    """Numbers that reach a function.

    Attributes
    ----------
    x : ndarray, shape (n,)
        The numbers.
    y : ndarray, shape (n,), or None
        Where they are on a curve of the plot; None when their function is not plotted.
    part : ndarray of int, shape (n,)
        `WORKING`, `SATURATED` or `OFF`.
    """

    x: np.ndarray
    y: np.ndarray | None
    part: np.ndarray


class SampleBars(PlotItem):
    """A histogram whose bars stand on the bottom of the plot, stacked by part."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-50)
        self.counts = np.zeros((_PARTS, _BINS), np.int64)
        """How many numbers of each part are in each bin of the range."""
        self._range = (0.0, 1.0)
        self._colors: Sequence[QColor] = [QColor()] * _PARTS

    def set_colors(self, colors: Sequence[QColor]) -> None:
        """Take a theme's colour for each part."""
        self._colors = colors
        self.update()

    def set_samples(self, samples: Samples | None, low: float, high: float) -> None:
        """Count numbers over a range."""
        self._range = (low, high)
        for part in range(_PARTS):
            x = () if samples is None else samples.x[samples.part == part]
            self.counts[part] = np.histogram(x, _BINS, (low, high))[0]
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw what is off at the bottom, then what is saturated, then what works."""
        highest = self.counts.sum(axis=0).max()
        if not highest:
            return
        area = self.boundingRect()
        unit = _HEIGHT * area.height() / highest
        width = (self._range[1] - self._range[0]) / _BINS
        bottoms = np.full(_BINS, area.top())
        painter.setPen(Qt.PenStyle.NoPen)
        for part in (OFF, SATURATED, WORKING):
            painter.setBrush(self._colors[part])
            heights = unit * self.counts[part]
            for bin_ in np.flatnonzero(heights):
                left = self._range[0] + bin_ * width
                painter.drawRect(QRectF(left, bottoms[bin_], 0.9 * width, heights[bin_]))
            bottoms += heights


class SampleDots(PlotItem):
    """A dot on the curve for each number."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(20)
        self.count = 0
        """How many dots there are."""
        self._points = [QPolygonF()] * _PARTS
        self._colors: Sequence[QColor] = [QColor()] * _PARTS
        self._edge = QColor()

    def set_colors(self, colors: Sequence[QColor], edge: QColor) -> None:
        """Take a theme's colour for each part, and the one around the dots."""
        self._colors, self._edge = colors, edge
        self.update()

    def set_samples(self, samples: Samples | None) -> None:
        """Put a dot where each number is, or at regular picks of very many."""
        self.count = 0
        self._points = [QPolygonF()] * _PARTS
        if samples is not None and samples.y is not None:
            every = -(-len(samples.x) // _MOST_DOTS) or 1
            x, y, part = (values[::every] for values in (samples.x, samples.y, samples.part))
            finite = np.isfinite(x) & np.isfinite(y)
            self.count = int(np.count_nonzero(finite))
            self._points = [_polygon(x, y, finite & (part == each)) for each in range(_PARTS)]
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the dots, each with an edge, so that it is seen on its curve."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for points, color in zip(self._points, self._colors, strict=True):
            for shade, size in ((self._edge, _DOT + 2), (color, _DOT)):
                pen = line_pen(shade, size)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(on_device(pen, painter))
                painter.drawPoints(points)


def _polygon(x: np.ndarray, y: np.ndarray, chosen: np.ndarray) -> QPolygonF:
    return polygon(x[chosen].astype(np.float64), y[chosen].astype(np.float64))
