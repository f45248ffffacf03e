"""The line of a watched number in the plot of losses, over an axis of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from playground.widgets.look.colors import blend
from playground.widgets.plot.items import PlotItem, Segments, line_pen, on_device

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from playground.panels.curves.ranges import Range

_WIDTH = 1.6
_BAND = 0.22  # share of the line's colour in the band between the smallest and the largest number
_NOTHING = np.empty(0)


class WatchLine(PlotItem):
    """Draws numbers over the iterations; of an array their mean, and a band from the smallest to the largest.

    Attributes
    ----------
    height_range : (float, float)
        Which numbers stand at the bottom and at the top of the plot.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(5)
        self.hide()
        self.height_range: Range = (0.0, 1.0)
        self._x, self._y = _NOTHING, _NOTHING
        self._segments, self._band = Segments(), QPolygonF()
        self._pen, self._ground = QPen(), QColor()

    def set_color(self, color: QColor, ground: QColor) -> None:
        """Take the colours of a theme: of the line, and of the chart."""
        self._pen, self._ground = line_pen(color, _WIDTH), blend(ground, color, _BAND)
        self.update()

    def set_course(self, x: np.ndarray, y: np.ndarray, lows: np.ndarray, highs: np.ndarray) -> None:
        """Draw these numbers, arrays of shape (n,)."""
        self._x, self._y = x, y
        self._segments.join(x, y)
        has_band = len(x) > 1 and not np.array_equal(lows, highs, equal_nan=True)
        there = np.isfinite(lows) & np.isfinite(highs) if has_band else np.zeros(0, bool)
        xs, lows, highs = (each[there] if has_band else _NOTHING for each in (x, lows, highs))
        edge = [*zip(xs, highs, strict=True), *zip(xs[::-1], lows[::-1], strict=True)]
        self._band = QPolygonF([QPointF(*point) for point in edge])
        self.update()

    def set_height_range(self, wanted: Range) -> None:
        """Let these numbers stand at the bottom and at the top of the plot."""
        self.height_range = wanted
        self.update()

    def height_of(self, number: float) -> float:
        """Return where a number stands in the coordinates of the plot."""
        area, (low, high) = self.boundingRect(), self.height_range
        return area.top() + area.height() * (number - low) / (high - low)

    def is_near(self, place: QPointF, across: float, up: float) -> bool:
        """Say whether a place of the plot is no further from the line than these distances in its coordinates."""
        there = np.flatnonzero((np.abs(self._x - place.x()) <= across) & np.isfinite(self._y))
        heights = [self.height_of(float(number)) for number in self._y[there]]
        if not heights and len(self._x) > 1:
            heights = [self.height_of(float(np.interp(place.x(), self._x, self._y, left=np.nan, right=np.nan)))]
        return bool(heights) and min(heights) - up <= place.y() <= max(heights) + up

    def draw(self, painter: QPainter) -> None:
        """Draw the band, then the line, in the coordinates of its own axis."""
        area, (low, high) = self.boundingRect(), self.height_range
        painter.translate(0, area.top())
        painter.scale(1, area.height() / (high - low))
        painter.translate(0, -low)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawPolygon(self._band)
        painter.setRenderHint(painter.RenderHint.Antialiasing, True)
        painter.setPen(on_device(self._pen, painter))
        self._segments.draw(painter)
