"""The frame around a piece of the plane: numbers, names and the two lines through the origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.panels.network.plane.geometry import SurfaceGeometry
from playground.widgets.look.colors import blend, chart_colors

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPalette

    from playground.panels.network.plane.geometry import Area

NAMES = ("x1", "x2")
_GAP = 4.0  # px between the frame and a number
_RIGHT, _CENTRE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
_ORIGIN_STRENGTH = 0.22  # share of the text colour in the lines through the origin


def number_font(font: QFont) -> QFont:
    """Give the font of the numbers: a little smaller than the text around them."""
    small = type(font)(font)
    small.setPointSizeF(max(6.0, font.pointSizeF() - 1))
    return small


def geometry_in(space: QRectF, area: Area, font: QFont) -> SurfaceGeometry:
    """Lay a square of the plane into a space, with room for the numbers around it."""
    metrics = QFontMetricsF(number_font(font))
    draft = SurfaceGeometry(area, space)
    left = max(metrics.horizontalAdvance(_text(tick)) for tick in [*draft.ticks(1), 0.0]) + 2 * _GAP
    below = metrics.height() + _GAP
    # The last number below the frame stands around its right edge.
    right = max(_GAP, max(metrics.horizontalAdvance(_text(tick)) for tick in [*draft.ticks(0), 0.0]) / 2 + 1)
    side = max(20.0, min(space.width() - left - right, space.height() - below - metrics.height() / 2))
    x = space.x() + left + max(0.0, (space.width() - left - right - side) / 2)
    y = space.y() + max(0.0, (space.height() - below + metrics.height() / 2 - side) / 2)
    return SurfaceGeometry(area, QRectF(round(x), round(y), round(side), round(side)))


def paint_axes(painter: QPainter, geometry: SurfaceGeometry, palette: QPalette, font: QFont) -> None:
    """Paint numbers and names outside the frame, and the lines through the origin inside it."""
    colors = chart_colors(palette)
    _paint_origin(painter, geometry, QPen(blend(colors.background, colors.text, _ORIGIN_STRENGTH), 1))
    painter.setFont(number_font(font))
    painter.setPen(colors.muted)
    frame, height = geometry.frame, QFontMetricsF(painter.font()).height()
    for tick in geometry.ticks(0):
        x = geometry.pixels((tick, geometry.area[2])).x()
        _write(painter, QRectF(x - 30, frame.bottom() + _GAP / 2, 60, height), _CENTRE, _text(tick))
    for tick in geometry.ticks(1):
        y = geometry.pixels((geometry.area[0], tick)).y()
        _write(
            painter,
            QRectF(frame.left() - _GAP - 60, y - height / 2, 60, height),
            Qt.AlignmentFlag.AlignRight,
            _text(tick),
        )
    _paint_names(painter, frame, height, colors.text)


def _paint_names(painter: QPainter, frame: QRectF, height: float, color: QColor) -> None:
    """Write the axes' names at their ends, inside the frame: outside stand the numbers."""
    painter.setPen(color)
    _write(painter, QRectF(frame.right() - 64, frame.bottom() - height - 2, 60, height), _RIGHT, NAMES[0])
    _write(painter, QRectF(frame.left() + 4, frame.top() + 2, 60, height), Qt.AlignmentFlag.AlignLeft, NAMES[1])


def _paint_origin(painter: QPainter, geometry: SurfaceGeometry, pen: QPen) -> None:
    left, right, bottom, top = geometry.area
    painter.setPen(pen)
    frame, origin = geometry.frame, geometry.pixels((0.0, 0.0))
    if left < 0 < right:
        painter.drawLine(QPointF(round(origin.x()), frame.top()), QPointF(round(origin.x()), frame.bottom()))
    if bottom < 0 < top:
        painter.drawLine(QPointF(frame.left(), round(origin.y())), QPointF(frame.right(), round(origin.y())))


def _write(painter: QPainter, box: QRectF, alignment: Qt.AlignmentFlag, text: str) -> None:
    painter.drawText(box, int(alignment | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), text)


def _text(number: float) -> str:
    return f"{number:.6g}".replace("-", "−")
