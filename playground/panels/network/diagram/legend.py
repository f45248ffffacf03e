"""The line below a network that says what its colours mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from playground.widgets.look.colors import chart_colors

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QPalette

_SCALE = 0.85  # of the widget's font: it is read once
_SWATCH = 9.0  # px
_GAP = 5.0


def legend_height(font: QFont) -> float:
    """Give the room in px that the legend takes."""
    return QFontMetricsF(_small(font)).height() + 3


def paint_legend(painter: QPainter, texts: tuple[str, str, str], inside: QRect, palette: QPalette) -> None:
    """Write what the fill and what the edges are, beside samples of their colours.

    Parameters
    ----------
    texts : tuple of str
        For the fill, for the edges and for what is hollow; an empty one is left out.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_small(painter.font()))
    colors, metrics = chart_colors(palette), QFontMetricsF(painter.font())
    left, middle = 4.0, inside.bottom() - metrics.height() / 2 - 1
    signs = ((colors.negative, "−"), (colors.positive, "+"))
    samples = ((_paint_dot, signs), (_paint_line, signs), (_paint_hollow, ((colors.muted, ""),)))
    for text, (paint, parts) in zip(texts, samples, strict=True):
        for color, sign in parts if text else ():
            paint(painter, QRectF(left, middle - _SWATCH / 2, _SWATCH, _SWATCH), color)
            left = _written(painter, sign, left + _SWATCH + 2, middle, colors.muted) + _GAP
        left = _written(painter, text, left, middle, colors.muted) + 4 * _GAP
    painter.restore()


def _paint_dot(painter: QPainter, swatch: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(swatch)


def _paint_line(painter: QPainter, swatch: QRectF, color: QColor) -> None:
    painter.setPen(QPen(color, 2))
    painter.drawLine(swatch.bottomLeft(), swatch.topRight())


def _paint_hollow(painter: QPainter, swatch: QRectF, color: QColor) -> None:
    painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(swatch)


def _written(painter: QPainter, text: str, left: float, middle: float, color: QColor) -> float:
    """Write a text, and give where it ends."""
    metrics = QFontMetricsF(painter.font())
    painter.setPen(color)
    painter.drawText(QRectF(left, middle - metrics.height() / 2, 600, metrics.height()), text)
    return left + metrics.horizontalAdvance(text)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SCALE)
    return small
