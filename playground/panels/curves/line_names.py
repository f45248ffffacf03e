"""Names at the right ends of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from playground.widgets.plot.items import PlotItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

_GAP = 4  # px between the end of a line and its name
_WIDEST = 1 / 3  # of the plot: a longer name would lie over the lines that it names


class End(NamedTuple):
    """Where a line ends in its plot, what it is called, and its colour; without one the name is in ink."""

    x: float
    y: float
    name: str
    color: QColor | None = None


class LineNames(PlotItem):
    """Writes a name at the end of each line, moved up or down where two would lie over each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(25)
        self._ends: Sequence[End] = ()
        self._ink, self._ground = QColor(), QColor()

    def set_colors(self, ink: QColor, ground: QColor) -> None:
        """Take the colours of a theme: of the letters, and behind them."""
        self._ink, self._ground = ink, ground
        self.update()

    def set_ends(self, ends: Sequence[End]) -> None:
        """Name the lines that end there."""
        self._ends = ends
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Write the names in pixels."""
        area = painter.transform().mapRect(self.boundingRect())
        spots = [painter.transform().map(QPointF(end.x, end.y)) for end in self._ends]
        painter.resetTransform()
        metrics = painter.fontMetrics()
        widest, boxes = round(area.width() * _WIDEST), []
        names = [metrics.elidedText(end.name, Qt.TextElideMode.ElideRight, widest) for end in self._ends]
        for name, spot in zip(names, spots, strict=True):
            width = metrics.horizontalAdvance(name) + 4
            left = min(spot.x() + _GAP, area.right() - width)
            boxes.append(QRectF(left, spot.y() - metrics.height() / 2, width, metrics.height()))
        for end, name, box in zip(self._ends, names, moved_apart(boxes, area), strict=True):
            painter.fillRect(box, self._ground)
            painter.setPen(end.color or self._ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def moved_apart(boxes: Sequence[QRectF], area: QRectF) -> list[QRectF]:
    """Return boxes of one height moved up or down, no further than needed, so that none lies over another."""
    down = sorted(range(len(boxes)), key=lambda place: boxes[place].top())
    moved = [QRectF(box) for box in boxes]
    for at, place in enumerate(down):
        box = moved[place]
        box.moveTop(max(box.top(), area.top()))
        for above in down[:at]:
            if moved[above].intersects(box):
                box.moveTop(moved[above].bottom())
    for at, place in reversed(list(enumerate(down))):
        box = moved[place]
        box.moveBottom(min(box.bottom(), area.bottom()))
        for below in reversed(down[at + 1 :]):
            if moved[below].intersects(box):
                box.moveBottom(moved[below].top())
    return moved
