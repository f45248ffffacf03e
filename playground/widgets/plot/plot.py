"""One plot: numbers over a rectangle of a chart, its axes, and what is drawn in it."""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QTransform

from playground.widgets.plot.items import Grid

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from playground.widgets.plot.axis import PlotAxis
    from playground.widgets.plot.items import PlotItem

    Range = tuple[float, float]


class Plot:
    """What is drawn between two axes, in the numbers that they show.

    Parameters
    ----------
    chart : QWidget
        Paints it: a `Chart`.
    left, bottom : PlotAxis
    """

    def __init__(self, chart: QWidget, left: PlotAxis, bottom: PlotAxis) -> None:
        self._chart = ref(chart)
        self.left, self.bottom = left, bottom
        self.area = QRectF()
        """Where it is in the chart."""
        self.items: list[PlotItem] = []
        self.grid = Grid(bottom, left)
        self.add(self.grid)

    def add(self, *items: PlotItem) -> None:
        """Draw items, too, in the order of their `z`."""
        for item in items:
            item.plot = self
            insort(self.items, item, key=_z)
        self.update()

    def remove(self, item: PlotItem) -> None:
        """Draw an item no longer."""
        self.items.remove(item)
        item.plot = None
        self.update()

    # ---- numbers and pixels

    @property
    def across(self) -> Range:
        """What the bottom axis shows, from left to right."""
        return self.bottom.range

    @property
    def height_range(self) -> Range:
        """What the left axis shows, from bottom to top."""
        return self.left.range

    def set_ranges(self, across: Range | None = None, height: Range | None = None) -> None:
        """Show exactly this along one axis or both."""
        has_changed = False
        for axis, wanted in ((self.bottom, across), (self.left, height)):
            if wanted is not None and wanted != axis.range:
                axis.range = wanted
                has_changed = True
        chart = self._chart()
        if has_changed and chart is not None:
            chart.update()

    @property
    def numbers(self) -> QRectF:
        """What is shown; `top()` is the lower end."""
        (left, right), (low, high) = self.across, self.height_range
        return QRectF(left, low, right - left, high - low)

    @property
    def to_pixels(self) -> QTransform:
        """From numbers to pixels of the chart; one that cannot be inverted where there is no room, or no range."""
        numbers, area = self.numbers, self.area
        if not (numbers.width() > 0 and numbers.height() > 0):
            return QTransform.fromScale(0, 0)
        across, down = area.width() / numbers.width(), -area.height() / numbers.height()
        left, bottom = area.left() - numbers.left() * across, area.bottom() - numbers.top() * down
        return QTransform(across, 0, 0, down, left, bottom)

    def place_of(self, x: float, y: float) -> QPointF:
        """Return where a pair of numbers stands in the chart."""
        return self.to_pixels.map(QPointF(x, y))

    def numbers_at(self, place: QPointF) -> QPointF:
        """Return the numbers at a place of the chart."""
        back, _is_possible = self.to_pixels.inverted()
        return back.map(place)

    # ---- painting

    def update(self) -> None:
        """Have it painted anew, without its axes."""
        chart = self._chart()
        if chart is not None:
            chart.update(self._painted.toAlignedRect())

    @property
    def _painted(self) -> QRectF:
        """With the lines that stand at its ends."""
        return self.area.adjusted(0, 0, 1, 1)

    def paint(self, painter: QPainter, where: QRect) -> None:
        """Paint what is in a rectangle of the chart."""
        if self._painted.intersects(QRectF(where)):
            self._paint_items(painter)
        for axis in (self.left, self.bottom):
            if axis.reach.intersects(QRectF(where)):
                axis.paint(painter)

    def _paint_items(self, painter: QPainter) -> None:
        to_pixels = self.to_pixels
        if not to_pixels.isInvertible():
            return
        painter.save()
        painter.setClipRect(self._painted)
        for item in self.items:
            if item.is_visible:
                painter.save()
                painter.setTransform(to_pixels)
                item.draw(painter)
                painter.restore()
        painter.restore()


def _z(item: PlotItem) -> int:
    return item.z
