"""A mouse pointer that shows how much an eraser rubs out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap

_LEAST = 8.0  # px: smaller it would not be seen
_LARGEST = 120.0  # px: larger pointers are refused by some window systems


def eraser_cursor(diameter: float, pixel_ratio: float) -> QCursor:
    """Return a ring around what will be rubbed out, seen on dark and on light paper.

    Parameters
    ----------
    diameter : float
        Of the eraser, in logical px of the screen.
    pixel_ratio : float
        Physical px for a logical one.
    """
    diameter = min(max(diameter, _LEAST), _LARGEST)
    side = round((diameter + 4) * pixel_ratio)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(pixel_ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for color, width in ((QColor("white"), 3), (QColor("black"), 1)):
            painter.setPen(QPen(color, width))
            painter.drawEllipse(QRectF(2, 2, diameter, diameter))
    return QCursor(picture)
