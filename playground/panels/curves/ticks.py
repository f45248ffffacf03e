"""Marks along the top of a plot where a person changed something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPen, QPolygonF

from playground.widgets.plot.items import PlotItem, line_pen, on_device

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QColor, QPainter

_SIDE = 4.5  # px: half the width of a mark
_HEIGHT = 8  # px
_MOST = 200  # marks of a plot: more would be one bar


class ChangeTicks(PlotItem):
    """A small triangle at the top for each change, and a fine line down from it."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(15)
        self.hide()
        self._at: tuple[int, ...] = ()
        self._pen = QPen()

    def set_color(self, color: QColor, line: QColor) -> None:
        """Take the colours of a theme: of the marks, and of the lines below them."""
        self._color, self._pen = color, line_pen(line, 1, Qt.PenStyle.DotLine)
        self.update()

    def set_places(self, iterations: Iterable[int]) -> None:
        """Mark the latest of these iterations."""
        at = tuple(iterations)[-_MOST:]
        if at != self._at:
            self._at = at
            self.setVisible(bool(at))
            self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the lines, then the marks in pixels."""
        area = self.boundingRect()
        seen = [x for x in self._at if area.left() <= x <= area.right()]
        painter.setPen(on_device(self._pen, painter))
        painter.drawLines([QLineF(x, area.top(), x, area.bottom()) for x in seen])
        tops = [painter.transform().map(QPointF(x, area.bottom())) for x in seen]
        painter.resetTransform()
        painter.setRenderHint(painter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        for top in tops:
            corners = (QPointF(-_SIDE, 0), QPointF(_SIDE, 0), QPointF(0, _HEIGHT))
            painter.drawPolygon(QPolygonF([top + corner for corner in corners]))
