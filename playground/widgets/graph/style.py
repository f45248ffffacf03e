"""Colours, pens and lines of a computational graph.

Finished, current and pending differ by form as well as by colour: a full line, a thick one with a halo, a dashed one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF

from playground.widgets.look.colors import blend, chart_colors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPalette

    from playground.widgets.look.colors import ChartColors

_BEND = 7.0  # px: radius of a corner at natural size
_ARROW = 5.5  # px: length of an arrow head at natural size


@dataclass(frozen=True)
class GraphColors:
    """What a graph is drawn in. Treat the colours as read-only.

    Attributes
    ----------
    background, text, muted
        As in every chart; values are written in `text`, what is pending in `muted`.
    gradient
        Of everything that flows back: neither the blue nor the orange of a sign, nor the magenta of what went wrong.
    passed
        Fill of a circle that the gradient has gone through.
    idle
        Fill of the other circles.
    current
        Ring of the circle that was computed last.
    wrong
        NaN and infinity.
    """

    background: QColor
    text: QColor
    muted: QColor
    gradient: QColor
    passed: QColor
    idle: QColor
    current: QColor
    wrong: QColor


def graph_colors(palette: QPalette) -> GraphColors:
    """Give the colours that suit a palette."""
    return _graph_colors(chart_colors(palette))


@lru_cache(8)
def _graph_colors(chart: ChartColors) -> GraphColors:
    """Make them once for a theme: each step of the debugger asks for them several times."""
    gradient = blend(chart.accent, chart.diverged, 0.5)
    return GraphColors(
        background=chart.background,
        text=chart.text,
        muted=chart.muted,
        gradient=gradient,
        passed=blend(chart.background, gradient, 0.2),
        idle=blend(chart.background, chart.text, 0.05),
        current=chart.accent,
        wrong=chart.diverged,
    )


def pending_pen(color: QColor) -> QPen:
    """Give the pen of what is not computed yet."""
    pen = QPen(color, 1.0)
    pen.setDashPattern([3.0, 3.0])
    return pen


class Line(NamedTuple):
    """A line with round corners and the arrow head at its end."""

    path: QPainterPath
    head: QPolygonF


def line_along(points: Sequence[QPointF], scale: float) -> Line:
    """Give the line through some corners, at a size of which 1 is natural."""
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before, _BEND * scale))
        path.quadTo(corner, _towards(corner, after, _BEND * scale))
    path.lineTo(points[-1])
    return Line(path, _head(points[-2], points[-1], _ARROW * scale))


def paint_line(painter: QPainter, line: Line, pen: QPen) -> None:
    """Draw a line and its arrow head."""
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(line.path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawPolygon(line.head)


def _head(before: QPointF, tip: QPointF, length: float) -> QPolygonF:
    back = _towards(tip, before, length)
    along = tip - back
    aside = QPointF(-along.y(), along.x()) * 0.5
    return QPolygonF([tip, back + aside, back - aside])


def _towards(start: QPointF, end: QPointF, distance: float) -> QPointF:
    """Give the point so far on the way from one point to another, at most half of it."""
    way = end - start
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    return start + way * min(distance / length, 0.5) if length else start
