"""Items of a plot of functions: the curves, the point on them with its tangent, and limits of precision."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.widgets.plot.items import PlotItem, Segments, line_pen, on_device

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOT = 9  # px
_TANGENT_REACH = 0.22  # share of the plot's width to each side
_TEXT_GAP = 4  # px
_MOST_TEXT_ROWS = 3
_PIECE = 2.0  # px of a dashed line that are drawn at once
_MOST_PIECES = 4000


class FunctionLine(PlotItem):
    """One smooth line through points in the order they come; it may be dashed.

    Drawn in short straight pieces: Qt computes the outline of a long antialiased line at once, and of a dashed one
    that of every dash, which takes many times as long.
    """

    def __init__(self) -> None:
        super().__init__()
        self._segments = Segments()
        self._pen = QPen()
        self._dashes: Sequence[float] = ()
        self.x = self.y = np.empty(0)
        """The points that are drawn."""

    def set_style(self, pen: QPen, dashes: Sequence[float] = ()) -> None:
        """Take the look of a theme: a pen, and the lengths of dashes and gaps in pixels, none for a solid line."""
        self._pen, self._dashes = pen, dashes
        self.update()

    def set_points(self, x: np.ndarray, y: np.ndarray) -> None:
        """Draw through points, arrays of shape (n,); those that are not finite are left out."""
        finite = np.isfinite(y)
        self.x, self.y = x[finite].astype(np.float64), y[finite].astype(np.float64)
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the line."""
        if len(self.x) < 2:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(on_device(self._pen, painter))
        if self._dashes:
            to_pixels = painter.transform()
            self._segments.join(*_dashed(self.x, self.y, self._dashes, to_pixels.m11(), to_pixels.m22()))
        else:
            self._segments.join(self.x, self.y)
        self._segments.draw(painter)


def _dashed(
    x: np.ndarray, y: np.ndarray, dashes: Sequence[float], across: float, along: float
) -> tuple[np.ndarray, np.ndarray]:
    """Give points along a line at even distances, not finite in its gaps; `across` and `along` are px per unit."""
    way = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x) * across, np.diff(y) * along))])
    steps = np.linspace(0, way[-1], min(_MOST_PIECES, 2 + int(way[-1] / _PIECE)))
    ends = np.cumsum(dashes)
    in_gap = np.searchsorted(ends, steps % ends[-1], side="right") % 2 == 1
    return np.interp(steps, way, x), np.where(in_gap, np.nan, np.interp(steps, way, y))


class PointOnCurve(NamedTuple):
    """Where the movable point meets a curve."""

    y: float
    slope: float
    color: QColor


class MovablePoint(PlotItem):
    """An upright line with a dot on each function, and the tangent of the first."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(30)
        self.x = 0.0
        """Where it stands."""
        self._points: Sequence[PointOnCurve] = ()
        self._pen, self._edge, self._text = QPen(), QColor(), QColor()

    def set_colors(self, line: QColor, edge: QColor, text: QColor) -> None:
        """Take the colours of a theme: of the upright line, around the dots, and of the tangent."""
        self._pen, self._edge, self._text = line_pen(line), edge, text
        self.update()

    def stand_at(self, x: float, points: Sequence[PointOnCurve]) -> None:
        """Move to `x`, where the curves are at `points`; the first one has the tangent."""
        self.x, self._points = x, [point for point in points if math.isfinite(point.y)]
        self.update()

    def tangent(self) -> QLineF | None:
        """Give the piece of the tangent that is drawn, None where there is none."""
        if not self._points or not math.isfinite(self._points[0].slope):
            return None
        reach = _TANGENT_REACH * self.boundingRect().width()
        y, slope = self._points[0].y, self._points[0].slope
        return QLineF(self.x - reach, y - slope * reach, self.x + reach, y + slope * reach)

    def draw(self, painter: QPainter) -> None:
        """Draw the upright line, the tangent, and each dot with an edge."""
        area = self.boundingRect()
        painter.setPen(on_device(self._pen, painter))
        painter.drawLine(QLineF(self.x, area.top(), self.x, area.bottom()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        tangent = self.tangent()
        if tangent is not None:
            painter.setPen(on_device(line_pen(self._text, 1.3), painter))
            painter.drawLine(tangent)
        for point in reversed(self._points):  # the first lies on top
            for color, size in ((self._edge, _DOT + 4), (point.color, _DOT)):
                pen = line_pen(color, size)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(on_device(pen, painter))
                painter.drawPoint(QPointF(self.x, point.y))


class LimitMark(NamedTuple):
    """Where something ends on the horizontal axis, and the word that stands there."""

    x: float
    text: str


class LimitMarks(PlotItem):
    """Dashed upright lines, each with a word at its top; words that would touch go one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(15)
        self.marks: tuple[LimitMark, ...] = ()
        """From left to right."""
        self._pen = QPen()

    def set_color(self, color: QColor) -> None:
        """Take the colour of a theme."""
        self._pen = line_pen(color, 1.2, Qt.PenStyle.DashLine)
        self.update()

    def set_marks(self, marks: Sequence[LimitMark]) -> None:
        """Mark places; those out of sight are not drawn."""
        self.marks = tuple(sorted(marks))
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the lines, then the words in pixels."""
        area, to_pixels = self.boundingRect(), painter.transform()
        seen = [mark for mark in self.marks if area.left() < mark.x < area.right()]
        painter.setPen(on_device(self._pen, painter))
        painter.drawLines([QLineF(mark.x, area.top(), mark.x, area.bottom()) for mark in seen])
        pixels = to_pixels.mapRect(area)
        painter.resetTransform()
        free = [pixels.left()] * _MOST_TEXT_ROWS
        for mark in seen:
            self._write(painter, mark.text, to_pixels.map(QPointF(mark.x, 0)).x(), pixels, free)

    def _write(self, painter: QPainter, text: str, x: float, pixels: QRectF, free: list[float]) -> None:
        size = painter.fontMetrics().size(0, text)
        left = x + _TEXT_GAP
        if left + size.width() > pixels.right():
            left = x - _TEXT_GAP - size.width()
        row = next((row for row, end in enumerate(free) if left >= end), None)
        if row is None:
            return
        free[row] = left + size.width() + _TEXT_GAP
        # at the bottom: the top belongs to the legend
        top = pixels.bottom() - (row + 1) * size.height() - 2
        painter.drawText(QRectF(left, top, size.width() + 1, size.height()), 0, text)
