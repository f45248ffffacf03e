"""A few words beside what is pointed at, painted over a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette

from playground.widgets.look.colors import chart_colors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect

_PADDING = 6.0  # px around the words
_GAP = 10.0  # px between what is pointed at and the words about it


def paint_hint(painter: QPainter, lines: Sequence[str], cell: QRectF, inside: QRect, palette: QPalette) -> None:
    """Write a few lines beside a cell, where they hide the least of it."""
    metrics = QFontMetricsF(painter.font())
    width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * _PADDING
    box = QRectF(0, 0, width, len(lines) * metrics.lineSpacing() + 2 * _PADDING)
    right = cell.right() + _GAP
    box.moveLeft(right if right + width <= inside.right() else max(cell.left() - _GAP - width, inside.left() + 1))
    top = cell.center().y() - box.height() / 2
    box.moveTop(min(max(top, inside.top() + 1), max(inside.bottom() - box.height(), inside.top() + 1)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(chart_colors(palette).muted)
    painter.setBrush(palette.color(QPalette.ColorRole.ToolTipBase))
    painter.drawRect(box)
    painter.setPen(palette.color(QPalette.ColorRole.ToolTipText))
    text = box.adjusted(_PADDING, _PADDING, 0, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, "\n".join(lines))
