"""Real numbers that reach a function: as a histogram at the bottom of its plot, and as dots on its curve."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from playground.widgets.plot.items import PlotItem

if TYPE_CHECKING:
    from collections.abc import Sequence

WORKING, SATURATED, OFF = range(3)
"""In which part of its function a number is."""

_PARTS = 3
_BINS = 48
_HEIGHT = 0.3  # share of the plot's height that the highest bar takes
_DOT, _STAMP = 5.0, 7.0  # px: a dot without and with its edge
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
        self.counts[:] = 0
        if samples is not None:
            seen = (samples.x >= low) & (samples.x <= high)  # NaN is nowhere
            bins = np.minimum((samples.x[seen] - low) * (_BINS / (high - low)), _BINS - 1).astype(np.int64)
            numbers = np.bincount(samples.part[seen] * _BINS + bins, minlength=_PARTS * _BINS)
            self.counts[:] = numbers.reshape(_PARTS, _BINS)
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
    """A dot on the curve for each number.

    Each is a stamp: Qt takes ten times as long to draw a round point with an edge.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(20)
        self._points: list[np.ndarray] = [np.empty((0, 2))] * _PARTS
        self._colors: Sequence[QColor] = [QColor()] * _PARTS
        self._edge = QColor()
        self._stamps: dict[tuple[int, float], QPixmap] = {}  # by colour and fineness

    @property
    def count(self) -> int:
        """How many dots there are."""
        return sum(map(len, self._points))

    def set_colors(self, colors: Sequence[QColor], edge: QColor) -> None:
        """Take a theme's colour for each part, and the one around the dots."""
        self._colors, self._edge = colors, edge
        self._stamps.clear()
        self.update()

    def set_samples(self, samples: Samples | None) -> None:
        """Put a dot where each number is, or at regular picks of very many."""
        self._points = [np.empty((0, 2))] * _PARTS
        if samples is not None and samples.y is not None:
            every = -(-len(samples.x) // _MOST_DOTS) or 1
            places = np.column_stack([samples.x, samples.y]).astype(np.float64)[::every]
            finite = np.isfinite(places).all(axis=1)
            self._points = [places[finite & (samples.part[::every] == part)] for part in range(_PARTS)]
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Stamp the dots in pixels."""
        if not self.count:
            return
        to_pixels, area = painter.transform(), self.boundingRect()
        ratio = painter.device().devicePixelRatioF()
        painter.resetTransform()
        for points, color in zip(self._points, self._colors, strict=True):
            stamp = self._stamp(color, ratio)
            seen = points[(points[:, 0] >= area.left()) & (points[:, 0] <= area.right())]
            corners = seen * (to_pixels.m11(), to_pixels.m22()) + (to_pixels.dx(), to_pixels.dy()) - _STAMP / 2
            for corner in corners.tolist():
                painter.drawPixmap(QPointF(*corner), stamp)

    def _stamp(self, color: QColor, ratio: float) -> QPixmap:
        key = (color.rgb(), ratio)
        if key not in self._stamps:
            self._stamps[key] = _drawn_stamp(color, self._edge, ratio)
        return self._stamps[key]


def _drawn_stamp(color: QColor, edge: QColor, ratio: float) -> QPixmap:
    """Draw one dot with an edge, as fine as the screen."""
    stamp = QPixmap(round(_STAMP * ratio), round(_STAMP * ratio))
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(Qt.GlobalColor.transparent)
    with QPainter(stamp) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for shade, size in ((edge, _STAMP), (color, _DOT)):
            painter.setBrush(shade)
            painter.drawEllipse(QPointF(_STAMP / 2, _STAMP / 2), size / 2, size / 2)
    return stamp
