"""Marks in the plot of the loss where the current run and another one parted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPen

from playground.widgets.plot.items import PlotItem, line_pen, on_device

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPainter

_RADIUS = 4.5  # px


class ForkMarks(PlotItem):
    """A ring on the curve for each fork, and a fine line through it."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(16)
        self.hide()
        self._at: tuple[tuple[float, float], ...] = ()
        self._line, self._ring = QPen(), QPen()

    def set_color(self, ink: QColor, line: QColor, ground: QColor) -> None:
        """Take the colours of a theme: of the ring, of the line, and of what lies inside of the ring."""
        self._line, self._ring, self._color = line_pen(line, 1, Qt.PenStyle.DashLine), line_pen(ink, 2), ground
        self.update()

    def set_places(self, places: Sequence[tuple[float, float]]) -> None:
        """Mark these points of the plot."""
        at = tuple(places)
        if at != self._at:
            self._at = at
            self.setVisible(bool(at))
            self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the lines, then the rings in pixels."""
        area = self.boundingRect()
        seen = [QPointF(x, y) for x, y in self._at if area.left() <= x <= area.right()]
        painter.setPen(on_device(self._line, painter))
        painter.drawLines([QLineF(at.x(), area.top(), at.x(), area.bottom()) for at in seen])
        middles = [painter.transform().map(at) for at in seen]
        painter.resetTransform()
        painter.setRenderHint(painter.RenderHint.Antialiasing, True)
        painter.setPen(self._ring)
        painter.setBrush(self._color)
        for middle in middles:
            painter.drawEllipse(middle, _RADIUS, _RADIUS)
