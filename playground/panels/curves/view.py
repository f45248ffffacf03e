"""Two plots, one above the other over the same iterations: losses above, accuracies below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy

from playground.panels.curves import ranges as plot_ranges
from playground.safety.paint_guard import guarded_paint
from playground.widgets.plot.axis import PlotAxis
from playground.widgets.plot.items import Crosshair, Grid, Line, Marks
from playground.widgets.plot.pyqtgraph_setup import pg

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from playground.panels.curves.legend import LineStyle
    from playground.panels.curves.ranges import Range
    from playground.widgets.look.colors import ChartColors

HORIZONTAL, VERTICAL = 0, 1

_LOSS_ROW, _ACCURACY_ROW, _ITERATION_ROW = range(3)
_LOSS_STRETCH, _ACCURACY_STRETCH = 5, 2
_FEWEST_ITERATIONS = 4  # across the whole plot, at the deepest zoom
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ZOOMS = {Qt.Key.Key_Plus: 0.5, Qt.Key.Key_Minus: 2.0}
_GAP = 12  # px between the plots and above them
_AXIS_GAP = 3  # px: an axis any closer is painted anew with every change of its plot
_UNLIMITED = float((1 << 24) - 1)  # px, Qt's own largest height
_WIDEST_NUMBER = "0.0000"


class PlotBox(pg.ViewBox):
    """The area of one plot: the wheel zooms and dragging moves along the iterations, over a vertical axis along it.

    The height follows what is seen (`CurvePlot` sees to that), so that a person never has to look for the curve.
    """

    moved_by_hand = Signal(object)
    """`HORIZONTAL` or `VERTICAL`; never because of the program."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.disableAutoRange()
        self.setLimits(minXRange=_FEWEST_ITERATIONS)

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:
        """Zoom one axis around the mouse."""
        super().wheelEvent(event, axis=axis or HORIZONTAL)
        self.moved_by_hand.emit(axis or HORIZONTAL)

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        """Move along one axis; the right button is the menu's."""
        if event.button() == Qt.MouseButton.RightButton:
            event.ignore()
            return
        super().mouseDragEvent(event, axis=axis or HORIZONTAL)
        self.moved_by_hand.emit(axis or HORIZONTAL)


class Plot:
    """One plot: its area, its left axis, and what is drawn in both plots alike."""

    def __init__(self, bottom: PlotAxis, styles: tuple[LineStyle, ...], unit: str = "") -> None:
        self.box = PlotBox()
        self.left = PlotAxis("left", unit=unit)
        self.left.linkToView(self.box)
        self.grid = Grid(bottom, self.left)
        self.lines = tuple(Line(style.width, style.dots, square=style.square) for style in styles)
        self.marks = Marks()
        self.crosshair = Crosshair()
        for item in (self.grid, *self.lines, self.marks, self.crosshair):
            self.box.addItem(item, ignoreBounds=True)

    @property
    def height_range(self) -> Range:
        """What the left axis shows, from bottom to top."""
        return tuple(self.box.viewRange()[VERTICAL])

    def set_height_range(self, wanted: Range) -> None:
        """Show from bottom to top exactly this."""
        self.box.setYRange(*wanted, padding=0)


class CurveView(pg.GraphicsLayoutWidget):
    """The two plots with their axes, and where the mouse is in them."""

    moved_by_hand = Signal(object, object)
    """(the `Plot`, `HORIZONTAL` or `VERTICAL`): a person has moved or zoomed."""
    pointed_at = Signal(object)
    """The iteration under the mouse, not rounded, or None when the mouse has left the plots."""
    whole_requested = Signal()
    """A double click or the Home key asks for the whole curve."""
    stepped = Signal(object)
    """-1 or 1: an arrow key asks for the figures further left or right."""
    resized = Signal()

    def __init__(
        self, loss_styles: tuple[LineStyle, ...], accuracy_styles: tuple[LineStyle, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.iterations = PlotAxis("bottom", smallest_step=1)
        self.loss = Plot(self.iterations, loss_styles)
        self.accuracy = Plot(self.iterations, accuracy_styles, " %")
        self.fineness = 1.0
        """Pixels of a picture that is being made for each pixel of the screen."""
        self._mouse: QPointF | None = None  # where it is in the scene, None outside
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        layout = self.ci
        for row, plot in ((_LOSS_ROW, self.loss), (_ACCURACY_ROW, self.accuracy)):
            layout.addItem(plot.left, row, 0)
            layout.addItem(plot.box, row, 1)
        layout.addItem(self.iterations, _ITERATION_ROW, 1)
        self.iterations.linkToView(self.accuracy.box)
        self.accuracy.box.setXLink(self.loss.box)
        self.set_iteration_range(plot_ranges.iteration_range(0))
        self.loss.set_height_range(plot_ranges.loss_range(*plot_ranges.USUAL_LOSSES))
        self.accuracy.set_height_range(plot_ranges.accuracy_range(0, 100))
        layout.layout.setRowStretchFactor(_LOSS_ROW, _LOSS_STRETCH)
        layout.layout.setRowStretchFactor(_ACCURACY_ROW, _ACCURACY_STRETCH)
        layout.layout.setHorizontalSpacing(_AXIS_GAP)
        layout.layout.setVerticalSpacing(0)
        layout.layout.setRowSpacing(_LOSS_ROW, _GAP)
        layout.setContentsMargins(4, _GAP, 32, 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the widget around it has one

    def show_strip(self, is_strip: bool) -> None:
        """Show the loss alone over the whole height, or both plots with their iterations."""
        for item in (self.accuracy.box, self.accuracy.left, self.iterations):
            item.setVisible(not is_strip)
        self.loss.left.showLabel(not is_strip)
        for row in (_ACCURACY_ROW, _ITERATION_ROW):
            self.ci.layout.setRowMaximumHeight(row, 0 if is_strip else _UNLIMITED)
        self.ci.layout.setRowSpacing(_LOSS_ROW, 0 if is_strip else _GAP)
        self.ci.setContentsMargins(4, 4 if is_strip else _GAP, 32, 4)

    def _connect(self) -> None:
        self.loss.box.moved_by_hand.connect(self._on_loss_moved)
        self.accuracy.box.moved_by_hand.connect(self._on_accuracy_moved)
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)

    def restyle(self, colors: ChartColors) -> None:
        """Take the colours of a theme and the sizes of its font."""
        self.setBackground(colors.background)
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(_WIDEST_NUMBER) + metrics.height() + 16
        for axis in (self.iterations, self.loss.left, self.accuracy.left):
            axis.setTickFont(self.font())
            axis.restyle(colors)
        for plot in (self.loss, self.accuracy):
            plot.left.setWidth(width)  # the same and fixed: the plots stand in line and never shift
            plot.grid.set_color(colors.grid)
            plot.marks.set_color(colors.diverged)
            plot.crosshair.set_colors(colors.muted, colors.background)

    @property
    def iteration_range(self) -> Range:
        """What the horizontal axis shows."""
        return tuple(self.loss.box.viewRange()[HORIZONTAL])

    def set_iteration_range(self, wanted: Range) -> None:
        """Show exactly these iterations in both plots."""
        self.loss.box.setXRange(*wanted, padding=0)

    @property
    def pixels(self) -> int:
        """Width of the plots in pixels of the screen, or of the picture that is being made."""
        return max(2, round(self.loss.box.width() * self.devicePixelRatioF() * self.fineness))

    def position_of(self, iteration: float) -> int:
        """Give where an iteration stands, in pixels from the left of this widget."""
        return self.mapFromScene(self.loss.box.mapViewToScene(QPointF(iteration, 0))).x()

    def area(self, plot: Plot) -> QRect:
        """Give where a plot is in this widget."""
        return self.mapFromScene(plot.box.sceneBoundingRect()).boundingRect()

    @Slot(object)
    def _on_loss_moved(self, axis: int) -> None:
        self._tell_moved(self.loss, axis)

    @Slot(object)
    def _on_accuracy_moved(self, axis: int) -> None:
        self._tell_moved(self.accuracy, axis)

    def _tell_moved(self, plot: Plot, axis: int) -> None:
        self.moved_by_hand.emit(plot, axis)
        if self._mouse is not None:  # it stands still, and another iteration is under it
            self._on_mouse_moved(self._mouse)

    @Slot(object)
    def _on_mouse_moved(self, position: QPointF) -> None:
        self._mouse = position
        boxes = (self.loss.box, self.accuracy.box)
        inside = any(box.sceneBoundingRect().contains(position) for box in boxes)
        self.pointed_at.emit(self.loss.box.mapSceneToView(position).x() if inside else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the whole curve."""
        super().mouseDoubleClickEvent(event)
        self.whole_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read figures and zoom without a mouse: arrow keys, plus and minus, Home."""
        key = event.key()
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ZOOMS:
            self.loss.box.scaleBy(x=_ZOOMS[key])
            self.moved_by_hand.emit(self.loss, HORIZONTAL)
        elif key == Qt.Key.Key_Home:
            self.whole_requested.emit()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the crosshair away with the mouse."""
        super().leaveEvent(event)
        self._mouse = None
        self.pointed_at.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there are more or fewer pixels."""
        super().resizeEvent(event)
        self.resized.emit()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what has changed; an error is reported and ends nothing."""
        super().paintEvent(event)
