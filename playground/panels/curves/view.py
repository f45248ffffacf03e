"""Two plots over the same iterations, one above the other where there is room: losses first, then accuracies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal

from playground.panels.curves import ranges as plot_ranges
from playground.panels.curves.line_names import LineNames
from playground.panels.curves.ticks import ChangeTicks
from playground.widgets.plot.axis import PlotAxis
from playground.widgets.plot.chart import AXIS_GAP, Chart
from playground.widgets.plot.items import Crosshair, Line, Marks
from playground.widgets.plot.plot import Plot

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from playground.panels.curves.legend import LineStyle
    from playground.panels.curves.ranges import Range
    from playground.widgets.look.colors import ChartColors

HORIZONTAL, VERTICAL = 0, 1

_FEWEST_ITERATIONS = 4  # across the whole plot, at the deepest zoom
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ZOOMS = {Qt.Key.Key_Plus: 0.5, Qt.Key.Key_Minus: 2.0}
_WHEEL_ZOOM = 0.75  # times the range: one step of the wheel
_WHEEL_STEP = 120.0  # Qt's units
_DRAG = 4  # px that a hand may tremble without dragging
_GAP, _STRIP_GAP = 12, 4  # px between the plots and above them
_LEFT, _RIGHT, _BELOW = 4, 32, 4  # px around the plots
_WIDEST_NUMBER = "0.0000"
_HIGH_ENOUGH = 140  # px of a plot with its share of the axis below; with less the plots stand side by side
_WIDE_ENOUGH = 200  # px of a plot beside another


class CurvePart(Plot):
    """One plot of the curves: what is drawn in all of them alike.

    The height follows what is seen (`CurvePlot` sees to that), so that a person never has to look for the curve.

    Parameters
    ----------
    styles : tuple of LineStyle
        Of its lines.
    share : int
        Of the height, where plots stand one above the other.
    unit : str
        Behind each number of the left axis.
    """

    def __init__(self, chart: Chart, styles: tuple[LineStyle, ...], share: int, unit: str = "") -> None:
        super().__init__(chart, PlotAxis("left", unit=unit), PlotAxis("bottom", smallest_step=1))
        self.share = share
        last = len(styles) - 1
        self.lines = tuple(
            Line(s.width, s.dots, square=s.square, dash=s.dash, z=-(number == last)) for number, s in enumerate(styles)
        )
        self.ticks = ChangeTicks()
        self.marks = Marks()
        self.crosshair = Crosshair()
        self.add(*self.lines, self.ticks, self.marks, self.crosshair)

    def set_height_range(self, wanted: Range) -> None:
        """Show from bottom to top exactly this."""
        self.set_ranges(height=wanted)


class CurveView(Chart):
    """The two plots with their axes, and where the mouse is in them.

    The wheel zooms and dragging moves along the iterations, over a vertical axis along it.
    """

    moved_by_hand = Signal(object, object)
    """(the `CurvePart`, `HORIZONTAL` or `VERTICAL`): a person has moved or zoomed."""
    pointed_at = Signal(object)
    """The iteration under the mouse, not rounded, or None when the mouse has left the plots."""
    whole_requested = Signal()
    """A double click or the Home key asks for the whole curve."""
    stepped = Signal(object)
    """-1 or 1: an arrow key asks for the figures further left or right."""

    def __init__(
        self,
        loss_styles: tuple[LineStyle, ...],
        accuracy_styles: tuple[LineStyle, ...],
        layer_styles: tuple[LineStyle, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.loss = CurvePart(self, loss_styles, 7)
        self.accuracy = CurvePart(self, accuracy_styles, 2, " %")
        self.layers = CurvePart(self, layer_styles, 2)
        self.layers_names = LineNames()
        self.layers.add(self.layers_names)
        self.every_plot = (self.loss, self.accuracy, self.layers)
        self.plots: tuple[CurvePart, ...] = (self.loss, self.accuracy)
        """The plots that are shown: beside the losses the accuracies, or the layers."""
        self._is_strip = False
        self.fineness = 1.0
        """Pixels of a picture that is being made for each pixel of the screen."""
        self._mouse: QPointF | None = None  # where it is, None outside
        self._held: tuple[CurvePart, int, QPointF] | None = None  # what the mouse has taken hold of, and where
        self._is_dragged = False
        self.set_iteration_range(plot_ranges.iteration_range(0))
        self.loss.set_height_range(plot_ranges.loss_range(*plot_ranges.USUAL_LOSSES))
        self.accuracy.set_height_range(plot_ranges.accuracy_range(0, 100))
        self.setMouseTracking(True)

    # ---- places

    def show_strip(self, is_strip: bool) -> None:
        """Show the plots over the whole height, without the iterations below them, or as usual."""
        self._is_strip = is_strip
        for plot in self.every_plot:
            plot.left.has_title = not is_strip
        self.arrange()

    def show_layers(self, shown: bool) -> None:
        """Show the layers in the place of the accuracies, or these again."""
        self.plots = (self.loss, self.layers if shown else self.accuracy)
        self.arrange()

    def arrange(self) -> None:
        """Put the plots side by side, each over its own axis, or one above the other over one."""
        top = _STRIP_GAP if self._is_strip else _GAP
        inside = QRectF(self.rect().adjusted(_LEFT, top, -_RIGHT, -_BELOW))
        for plot in self.every_plot:
            plot.bottom.place = QRectF()
        if self._is_strip or not self._has_room_above:
            self._put_side_by_side(inside)
        else:
            self._put_one_above_the_other(inside)
        for plot in self.plots:
            width = plot.left.thickness
            plot.left.place = QRectF(plot.area.left() - AXIS_GAP - width, plot.area.top(), width, plot.area.height())
        self.update()

    def _put_side_by_side(self, inside: QRectF) -> None:
        width = inside.width() / len(self.plots)
        for number, plot in enumerate(self.plots):
            gap = AXIS_GAP if number else 0
            left = round(inside.left() + number * width + gap + plot.left.thickness + AXIS_GAP)
            below = 0.0 if self._is_strip else plot.bottom.thickness
            right = round(inside.left() + (number + 1) * width)
            plot.area = QRectF(left, inside.top(), right - left, inside.height() - round(below))
            if not self._is_strip:
                self._put_below(plot)

    def _put_one_above_the_other(self, inside: QRectF) -> None:
        left = inside.left() + round(self.loss.left.thickness) + AXIS_GAP
        shares, last = sum(plot.share for plot in self.plots), self.plots[-1]
        height = inside.height() - round(last.bottom.thickness) - _GAP * (len(self.plots) - 1)
        top = inside.top()
        for plot in self.plots:
            plot.area = QRectF(left, top, inside.right() - left, round(height * plot.share / shares))
            top = plot.area.bottom() + _GAP
        self._put_below(last)

    @staticmethod
    def _put_below(plot: CurvePart) -> None:
        area = plot.area
        plot.bottom.place = QRectF(area.left(), area.bottom(), area.width(), plot.bottom.thickness)

    @property
    def _has_room_above(self) -> bool:
        """Whether plots can be read one above the other."""
        count = len(self.plots)
        return self.height() >= count * _HIGH_ENOUGH or self.width() < count * _WIDE_ENOUGH

    def restyle(self, colors: ChartColors) -> None:
        """Take the colours of a theme and the sizes of its font."""
        metrics = self.fontMetrics()
        # the same and fixed: the plots stand in line and never shift
        width = metrics.horizontalAdvance(_WIDEST_NUMBER) + metrics.height() + 16
        self.layers_names.set_colors(colors.text, colors.background)
        for plot in self.every_plot:
            plot.bottom.restyle(colors, self.font())
            plot.left.restyle(colors, self.font(), width)
            plot.grid.set_color(colors.grid)
            plot.ticks.set_color(colors.muted, colors.muted)
            plot.marks.set_color(colors.diverged)
            plot.crosshair.set_colors(colors.muted, colors.background)
        self.set_ground(colors.background)
        self.arrange()

    # ---- iterations and pixels

    @property
    def iteration_range(self) -> Range:
        """What the horizontal axis shows."""
        return self.loss.across

    def set_iteration_range(self, wanted: Range) -> None:
        """Show exactly these iterations in both plots."""
        for plot in self.every_plot:
            plot.set_ranges(across=(float(wanted[0]), float(wanted[1])))

    @property
    def pixels(self) -> int:
        """Width of the plots in pixels of the screen, or of the picture that is being made."""
        return max(2, round(self.loss.area.width() * self.devicePixelRatioF() * self.fineness))

    def position_of(self, iteration: float) -> int:
        """Give where an iteration stands, in pixels from the left of this widget."""
        return round(self.loss.place_of(iteration, 0).x())

    def iteration_at(self, place: QPointF) -> float | None:
        """Give the iteration at a place of this widget, not rounded; None outside the plots."""
        plot = next((plot for plot in self.plots if plot.area.contains(place)), None)
        return None if plot is None else plot.numbers_at(place).x()

    # ---- a person's hands

    def _under(self, place: QPointF) -> tuple[CurvePart, int] | None:
        """Return the plot at a place and the axis along which it is moved there."""
        for plot in self.plots:
            if plot.left.place.contains(place):
                return plot, VERTICAL
            if plot.area.contains(place) or plot.bottom.place.contains(place):
                return plot, HORIZONTAL
        return None

    def _show_moved(self, plot: CurvePart, axis: int, wanted: Range) -> None:
        if axis == VERTICAL:
            plot.set_height_range(wanted)
        else:
            self.set_iteration_range(wanted)
        self.moved_by_hand.emit(plot, axis)
        if self._mouse is not None:  # it stands still, and another iteration is under it
            self.pointed_at.emit(self.iteration_at(self._mouse))

    def _zoom(self, plot: CurvePart, axis: int, factor: float, around: QPointF) -> None:
        low, high = plot.height_range if axis == VERTICAL else plot.across
        if axis == HORIZONTAL:
            factor = max(factor, _FEWEST_ITERATIONS / (high - low))
        at = plot.numbers_at(around).y() if axis == VERTICAL else plot.numbers_at(around).x()
        self._show_moved(plot, axis, (at + (low - at) * factor, at + (high - at) * factor))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom one axis around the mouse; where no plot is, what is around may scroll."""
        under, turned = self._under(event.position()), event.angleDelta().y() / _WHEEL_STEP
        if under is None or not turned:
            event.ignore()
            return
        self._zoom(*under, _WHEEL_ZOOM**turned, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the plot; the right button is the menu's."""
        under = self._under(event.position())
        if under is None or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            event.ignore()
            return
        self._held, self._is_dragged = (*under, event.position()), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move along one axis while the plot is held, and tell what is pointed at."""
        self._mouse = event.position()
        if self._held is not None and event.buttons():
            self._drag(*self._held)
        else:
            self._held = None
        self.pointed_at.emit(self.iteration_at(self._mouse))

    def _drag(self, plot: CurvePart, axis: int, before: QPointF) -> None:
        way = self._mouse - before
        if not self._is_dragged and way.manhattanLength() < _DRAG:
            return
        self._held, self._is_dragged = (plot, axis, self._mouse), True
        low, high = plot.height_range if axis == VERTICAL else plot.across
        room = plot.area.height() if axis == VERTICAL else plot.area.width()
        shift = (way.y() if axis == VERTICAL else -way.x()) * (high - low) / max(room, 1.0)
        if shift:
            self._show_moved(plot, axis, (low + shift, high + shift))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the whole curve."""
        self.whole_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read figures and zoom without a mouse: arrow keys, plus and minus, Home."""
        key = event.key()
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ZOOMS:
            self._zoom(self.loss, HORIZONTAL, _ZOOMS[key], self.loss.area.center())
        elif key == Qt.Key.Key_Home:
            self.whole_requested.emit()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the crosshair away with the mouse."""
        super().leaveEvent(event)
        self._mouse = None
        self.pointed_at.emit(None)
