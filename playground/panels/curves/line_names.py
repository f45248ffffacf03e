"""Names at the right ends of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from playground.widgets.plot.items import PlotItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

_GAP = 4  # px between the end of a line and its name


class LineNames(PlotItem):
    """Writes a name at the end of each line, moved up or down where two would lie over each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(25)
        self._ends: Sequence[tuple[float, float, str]] = ()
        self._ink, self._ground = QColor(), QColor()

    def set_colors(self, ink: QColor, ground: QColor) -> None:
        """Take the colours of a theme: of the letters, and behind them."""
        self._ink, self._ground = ink, ground
        self.update()

    def set_ends(self, ends: Sequence[tuple[float, float, str]]) -> None:
        """Name lines that end at these places of the plot."""
        self._ends = ends
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Write the names in pixels, from the top down."""
        area = painter.transform().mapRect(self.boundingRect())
        ends = [(painter.transform().map(QPointF(x, y)), text) for x, y, text in self._ends]
        painter.resetTransform()
        height = painter.fontMetrics().height()
        lowest = area.bottom() - height * len(ends)
        top = area.top()
        for at, text in sorted(ends, key=lambda end: end[0].y()):
            width = painter.fontMetrics().horizontalAdvance(text) + 4
            left = min(at.x() + _GAP, area.right() - width)
            top = max(top, min(at.y() - height / 2, lowest))
            box = QRectF(left, top, width, height)
            painter.fillRect(box, self._ground)
            painter.setPen(self._ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            top, lowest = top + height, lowest + height
