"""The base of widgets that show plots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.plot.plot import Plot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMargins
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from playground.widgets.plot.axis import PlotAxis

AXIS_GAP = 3
"""px between a plot and the axis on its left."""


class Chart(QWidget):
    """Paints its plots, and of them what has changed; a subclass says in `arrange` where they stand.

    A widget of its own and no scene of Qt's: there an axis is painted with every change of its plot, and a new frame
    costs three times as much. Every paint is guarded: an error is reported and ends nothing.
    """

    spoken_as = "Chart"

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plots: Sequence[Plot] = ()
        """Those that are shown."""
        self._ground = QColor()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the widget around it may have one
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def ground(self) -> QColor:
        """The colour behind everything."""
        return self._ground

    def set_ground(self, color: QColor) -> None:
        """Take the colour of a theme."""
        self._ground = color
        self.update()

    def arrange(self) -> None:
        """Give every plot and axis its place, in a widget that has another size or other things to show."""
        raise NotImplementedError(f"{type(self).__name__} needs an arrange()")

    def area(self, plot: Plot) -> QRect:
        """Give where a plot is in this widget."""
        return plot.area.toAlignedRect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the plots anew, and tell that there are more or fewer pixels."""
        super().resizeEvent(event)
        self.arrange()
        self.resized.emit()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what has changed."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._ground)
            for plot in self.plots:
                plot.paint(painter, event.rect())


class SinglePlot(Chart):
    """A chart of one plot with its axes.

    Parameters
    ----------
    left, bottom : PlotAxis
    margins : QMargins
        px around them.
    """

    def __init__(self, left: PlotAxis, bottom: PlotAxis, margins: QMargins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room_around = margins
        self.plot = Plot(self, left, bottom)
        self.plots = (self.plot,)

    def arrange(self) -> None:
        """Put the axes beside and below the plot."""
        left, bottom = self.plot.left, self.plot.bottom
        inside = QRectF(self.rect().marginsRemoved(self._room_around))
        area = inside.adjusted(round(left.thickness) + AXIS_GAP, 0, 0, -round(bottom.thickness))
        self.plot.area = area
        left.place = QRectF(inside.left(), area.top(), left.thickness, area.height())
        bottom.place = QRectF(area.left(), area.bottom(), area.width(), bottom.thickness)
        self.update()
