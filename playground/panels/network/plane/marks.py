"""What stands over a decision surface: its frame, the place that is looked at, the keyboard's cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from playground.widgets.look.colors import chart_colors

if TYPE_CHECKING:
    from collections.abc import Callable

_TARGET = 6.0  # px, radius of the ring around the place that is looked at
_ARM = 5.0  # px of the lines beyond it


def paint_frame(painter: QPainter, frame: QRectF, palette: QPalette, focused: bool) -> None:
    """Paint the edge of the plane, strong where the keys act."""
    role = QPalette.ColorRole.Highlight if focused else QPalette.ColorRole.Mid
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color(role), 2 if focused else 1))
    painter.drawRect(frame)


def paint_target(painter: QPainter, at: QPointF, palette: QPalette) -> None:
    """Paint a ring with four arms around the place that is looked at."""

    def draw() -> None:
        painter.drawEllipse(at, _TARGET, _TARGET)
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            arm = QPointF(x, y)
            painter.drawLine(at + arm * _TARGET, at + arm * (_TARGET + _ARM))

    _twice(painter, palette, draw)


def paint_cross(painter: QPainter, at: QPointF, palette: QPalette) -> None:
    """Paint the keyboard's cursor."""

    def draw() -> None:
        for x, y in ((1, 0), (0, 1)):
            painter.drawLine(at - QPointF(x, y) * 2 * _ARM, at + QPointF(x, y) * 2 * _ARM)

    _twice(painter, palette, draw)


def paint_ring(painter: QPainter, at: QPointF, radius: float, palette: QPalette) -> None:
    """Paint a ring around the selected point."""
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
    painter.drawEllipse(at, radius + 4, radius + 4)


def _twice(painter: QPainter, palette: QPalette, draw: Callable[[], None]) -> None:
    """Draw in the colour of the ground and thinner in that of the text: seen on any colour."""
    colors = chart_colors(palette)
    for pen in (QPen(colors.background, 4), QPen(colors.text, 1.6)):
        painter.setPen(pen)
        draw()
