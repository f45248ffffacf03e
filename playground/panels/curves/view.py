"""Two plots over the same iterations, one above the other where there is room: losses first, then accuracies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy

from playground.panels.curves import ranges as plot_ranges
from playground.panels.curves.line_names import LineNames
from playground.panels.curves.playhead_line import NEAR, PlayheadLine
from playground.panels.curves.ticks import ChangeTicks
from playground.panels.curves.watch_line import WatchLine
from playground.safety.paint_guard import guarded_paint
from playground.widgets.plot.axis import PlotAxis
from playground.widgets.plot.items import Crosshair, Grid, Line, Marks
from playground.widgets.plot.plot_view import PlotView
from playground.widgets.plot.pyqtgraph_setup import pg

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from playground.panels.curves.legend import LineStyle
    from playground.panels.curves.ranges import Range
    from playground.widgets.look.colors import ChartColors

HORIZONTAL, VERTICAL = 0, 1

_FEWEST_ITERATIONS = 4  # across the whole plot, at the deepest zoom
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ZOOMS = {Qt.Key.Key_Plus: 0.5, Qt.Key.Key_Minus: 2.0}
_COLUMNS = 3  # of the grid for a plot: its axis, itself, another axis
_GAP = 12  # px between the plots and above them
_AXIS_GAP = 3  # px: an axis any closer is painted anew with every change of its plot
_WIDEST_NUMBER = "0.0000"
_HIGH_ENOUGH = 140  # px of a plot with its share of the axis below; with less the plots stand side by side
_WIDE_ENOUGH = 200  # px of a plot beside another


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
    """One plot: its area, its axes, and what is drawn in all plots alike.

    Parameters
    ----------
    styles : tuple of LineStyle
        Of its lines.
    share : int
        Of the height, where plots stand one above the other.
    unit : str
        Behind each number of the left axis.
    """

    def __init__(self, styles: tuple[LineStyle, ...], share: int, unit: str = "") -> None:
        self.box = PlotBox()
        self.share = share
        self.left = PlotAxis("left", unit=unit)
        self.bottom = PlotAxis("bottom", smallest_step=1)
        self.left.linkToView(self.box)
        self.bottom.linkToView(self.box)
        self.grid = Grid(self.bottom, self.left)
        self.lines = tuple(Line(s.width, s.dots, square=s.square, dash=s.dash) for s in styles)
        self.ticks = ChangeTicks()
        self.marks = Marks()
        self.crosshair = Crosshair()
        self.playhead = PlayheadLine()
        for item in (self.grid, *self.lines, self.ticks, self.marks, self.playhead, self.crosshair):
            self.box.addItem(item, ignoreBounds=True)

    @property
    def height_range(self) -> Range:
        """What the left axis shows, from bottom to top."""
        return tuple(self.box.viewRange()[VERTICAL])

    def set_height_range(self, wanted: Range) -> None:
        """Show from bottom to top exactly this."""
        self.box.setYRange(*wanted, padding=0)


class CurveView(PlotView):
    """The two plots with their axes, and where the mouse is in them."""

    spoken_as = "Chart"

    moved_by_hand = Signal(object, object)
    """(the `Plot`, `HORIZONTAL` or `VERTICAL`): a person has moved or zoomed."""
    pointed_at = Signal(object)
    """The iteration under the mouse, not rounded, or None when the mouse has left the plots."""
    whole_requested = Signal()
    """A double click or the Home key asks for the whole curve."""
    stepped = Signal(object)
    """-1 or 1: an arrow key asks for the figures further left or right."""
    resized = Signal()
    watch_clicked = Signal(object)
    """The iteration at which a person clicked on the line of a watch, not rounded."""
    playhead_dragged = Signal(object)
    """The iteration to which a person drags or sends the playhead, not rounded."""
    playhead_stepped = Signal(object)
    """How many iterations a key moves it, or by which share of the way: a whole number, or a float from -1 to 1."""
    playhead_key = Signal(str)
    """"play" or "now": a key asks for it."""

    def __init__(
        self,
        loss_styles: tuple[LineStyle, ...],
        accuracy_styles: tuple[LineStyle, ...],
        layer_styles: tuple[LineStyle, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.loss = Plot(loss_styles, 5)
        self.accuracy = Plot(accuracy_styles, 3, "%")
        self.layers = Plot(layer_styles, 3)
        self.layers_names = LineNames()
        self.watch = WatchLine()
        """A watched number beside the loss, over an axis of its own on the right."""
        self.watch_axis = PlotAxis("right")
        self.loss.box.addItem(self.watch, ignoreBounds=True)
        self.layers.box.addItem(self.layers_names, ignoreBounds=True)
        self.every_plot = (self.loss, self.accuracy, self.layers)
        self.plots = (self.loss, self.accuracy)
        """The plots that are shown: beside the losses the accuracies, or the layers."""
        self.asked_at: float | None = None
        """The iteration at which the menu was asked for last by mouse."""
        self._is_strip = self._has_watch = False
        self._is_beside: bool | None = None  # whether the plots stand side by side
        self.fineness = 1.0
        """Pixels of a picture that is being made for each pixel of the screen."""
        self._mouse: QPointF | None = None  # where it is in the scene, None outside
        self._held = False  # whether the playhead is being dragged
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        for plot in self.every_plot[1:]:
            plot.box.setXLink(self.loss.box)
        self._place(False)
        self.set_iteration_range(plot_ranges.iteration_range(0))
        self.loss.set_height_range(plot_ranges.loss_range(*plot_ranges.USUAL_LOSSES))
        self.accuracy.set_height_range(plot_ranges.accuracy_range(0, 100))
        self.ci.layout.setHorizontalSpacing(_AXIS_GAP)
        self.ci.layout.setVerticalSpacing(0)
        self.ci.setContentsMargins(4, _GAP, 32, 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the widget around it has one

    def show_strip(self, is_strip: bool) -> None:
        """Show the plots over the whole height, without the iterations below them, or as usual."""
        self._is_strip = is_strip
        self.watch.setVisible(self._has_watch and not is_strip)
        for plot in self.every_plot:
            plot.left.showLabel(not is_strip)
        self.ci.setContentsMargins(4, 4 if is_strip else _GAP, 32, 4)
        self._place(is_strip or not self._has_room_above, anew=True)

    def show_layers(self, shown: bool) -> None:
        """Show the layers in the place of the accuracies, or these again."""
        self.plots = (self.loss, self.layers if shown else self.accuracy)
        is_beside, self._is_beside = bool(self._is_beside), None
        self._place(is_beside)

    def show_watch(self, shown: bool) -> None:
        """Show the line of a watch and its axis, or neither."""
        self._has_watch = shown
        seen = shown and not self._is_strip
        if seen != self.watch.isVisible():
            self.watch.setVisible(seen)
            self._place(bool(self._is_beside), anew=True)

    def _place(self, is_beside: bool, *, anew: bool = False) -> None:
        """Put the plots side by side, each over its own axis, or one above the other over one."""
        if is_beside == self._is_beside and not anew:
            return
        self._is_beside = is_beside
        for item in list(self.ci.items):
            self.ci.removeItem(item)
        grid = self.ci.layout
        for number, plot in enumerate(self.plots):
            row, column = (0, _COLUMNS * number) if is_beside else (number, 0)
            self.ci.addItem(plot.left, row, column)
            self.ci.addItem(plot.box, row, column + 1)
            if plot is self.loss and self.watch.isVisible():
                self.ci.addItem(self.watch_axis, row, column + 2)
            if not self._is_strip and (is_beside or plot is self.plots[-1]):
                self.ci.addItem(plot.bottom, row + 1, column + 1)
            grid.setRowStretchFactor(number, (0 if number else 1) if is_beside else plot.share)
            grid.setColumnStretchFactor(_COLUMNS * number + 1, 1 if is_beside or not number else 0)
            grid.setRowSpacing(number, _GAP if not is_beside and plot is not self.plots[-1] else 0)
        self.ci.setGeometry(self.range)  # the layout shrinks to what is in it while it changes
        grid.activate()

    @property
    def _has_room_above(self) -> bool:
        """Whether plots can be read one above the other."""
        count = len(self.plots)
        return self.height() >= count * _HIGH_ENOUGH or self.width() < count * _WIDE_ENOUGH

    def _connect(self) -> None:
        self.loss.box.moved_by_hand.connect(self._on_loss_moved)
        self.accuracy.box.moved_by_hand.connect(self._on_accuracy_moved)
        self.layers.box.moved_by_hand.connect(self._on_layers_moved)
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self.scene().sigMouseClicked.connect(self._on_mouse_clicked)

    def restyle(self, colors: ChartColors) -> None:
        """Take the colours of a theme and the sizes of its font."""
        self.setBackground(colors.background)
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(_WIDEST_NUMBER) + metrics.height() + 16
        self.layers_names.set_colors(colors.text, colors.background)
        for plot in self.every_plot:
            for axis in (plot.bottom, plot.left):
                axis.restyle(colors, self.font())
            plot.left.setWidth(width)  # the same and fixed: the plots stand in line and never shift
            plot.grid.set_color(colors.grid)
            plot.ticks.set_color(colors.muted, colors.muted)
            plot.marks.set_color(colors.diverged)
            plot.crosshair.set_colors(colors.muted, colors.background)
            plot.playhead.set_color(colors.text, colors.muted)
        self.watch.set_color(colors.course, colors.background)
        self.watch_axis.restyle(colors, self.font())
        self.watch_axis.setTextPen(colors.course)
        self.watch_axis.setWidth(width)

    @property
    def iteration_range(self) -> Range:
        """What the horizontal axis shows."""
        return tuple(self.loss.box.viewRange()[HORIZONTAL])

    def set_iteration_range(self, wanted: Range) -> None:
        """Show exactly these iterations in both plots."""
        self.loss.box.setXRange(*wanted, padding=0)

    def take_up_ranges(self) -> None:
        """Tell what is drawn of new ranges: told while it is painted, it would ask to be painted once more."""
        for plot in self.every_plot:
            plot.box.updateMatrix()

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

    @Slot(object)
    def _on_layers_moved(self, axis: int) -> None:
        self._tell_moved(self.layers, axis)

    def _tell_moved(self, plot: Plot, axis: int) -> None:
        self.moved_by_hand.emit(plot, axis)
        if self._mouse is not None:  # it stands still, and another iteration is under it
            self._on_mouse_moved(self._mouse)

    @Slot(object)
    def _on_mouse_moved(self, position: QPointF) -> None:
        self._mouse = position
        under = next((plot.box for plot in self.plots if plot.box.sceneBoundingRect().contains(position)), None)
        self.pointed_at.emit(None if under is None else under.mapSceneToView(position).x())

    @Slot(object)
    def _on_mouse_clicked(self, event: Any) -> None:
        place = self._in_loss(event.scenePos())
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_watch(place):
            self.watch_clicked.emit(place.x())

    def _in_loss(self, position: QPointF) -> QPointF:
        return self.loss.box.mapSceneToView(position)

    def _is_on_watch(self, place: QPointF) -> bool:
        """Say whether a place of the plot of losses is on the line of the watch."""
        pixel = self.loss.box.viewPixelSize()
        return self.watch.isVisible() and self.watch.is_near(place, NEAR * pixel[0], NEAR * pixel[1])

    # ---- the playhead

    def show_playhead(self, iteration: int | None, *, is_past: bool) -> None:
        """Let the playhead stand at an iteration, None for no playhead."""
        for plot in self.every_plot:
            plot.playhead.stand_at(iteration, is_past=is_past)

    @property
    def is_in_past(self) -> bool:
        """Whether the playhead stands in the past."""
        return self.loss.playhead.is_past

    def _is_on_playhead(self, event: QMouseEvent) -> bool:
        at, place = self.loss.playhead.at, event.position().toPoint()
        if at is None or not any(self.area(plot).contains(place) for plot in self.plots):
            return False
        return any(abs(self._position_in(plot, at) - place.x()) <= NEAR for plot in self.plots)

    def _position_in(self, plot: Plot, iteration: float) -> int:
        return self.mapFromScene(plot.box.mapViewToScene(QPointF(iteration, 0))).x()

    def _iteration_at(self, event: QMouseEvent) -> float:
        place = event.position().toPoint()
        plot = next(
            (plot for plot in self.plots if self.area(plot).left() <= place.x() <= self.area(plot).right()), self.loss
        )
        return plot.box.mapSceneToView(self.mapToScene(place)).x()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the playhead where it is pressed; all else is the plots'."""
        if event.button() == Qt.MouseButton.RightButton:
            self.asked_at = self._iteration_at(event)
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_playhead(event):
            self._held = True
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the playhead, or tell the plots; over it the pointer says that it can be dragged."""
        if self._held:
            self.playhead_dragged.emit(self._iteration_at(event))
            event.accept()
            return
        self.viewport().setCursor(self._cursor_at(event))
        super().mouseMoveEvent(event)

    def _cursor_at(self, event: QMouseEvent) -> Qt.CursorShape:
        if not event.buttons() and self._is_on_playhead(event):
            return Qt.CursorShape.SizeHorCursor
        is_on_watch = not event.buttons() and self._is_on_watch(
            self._in_loss(self.mapToScene(event.position().toPoint()))
        )
        return Qt.CursorShape.PointingHandCursor if is_on_watch else Qt.CursorShape.ArrowCursor

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the playhead."""
        if self._held and event.button() == Qt.MouseButton.LeftButton:
            self._held = False
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def _is_key_of_playhead(self, event: QKeyEvent) -> bool:
        """Move the playhead by keys: Shift with an arrow by one iteration, with Ctrl, too, by a hundredth."""
        key, modifiers = event.key(), event.modifiers()
        if self.loss.playhead.at is None:
            return False
        if key in _STEPS and modifiers & Qt.KeyboardModifier.ShiftModifier:
            is_far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            self.playhead_stepped.emit(_STEPS[key] / 100 if is_far else _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed is not None:
            self.playhead_dragged.emit(self._pointed)
        elif key == Qt.Key.Key_Space:
            self.playhead_key.emit("play")
        elif key == Qt.Key.Key_Escape:
            self.playhead_key.emit("now")
        else:
            return False
        return True

    @property
    def _pointed(self) -> float | None:
        return self.loss.crosshair.iteration if self.loss.crosshair.isVisible() else None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the whole curve."""
        super().mouseDoubleClickEvent(event)
        self.whole_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read figures and zoom without a mouse: arrow keys, plus and minus, Home; and move the playhead."""
        key = event.key()
        if self._is_key_of_playhead(event):
            event.accept()
        elif key in _STEPS:
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
        """Place the plots as there is room for them, and tell that there are more or fewer pixels."""
        super().resizeEvent(event)
        if hasattr(self, "plots"):  # the base class resizes itself before it has any
            self._place(self._is_strip or not self._has_room_above)
        self.resized.emit()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what has changed; an error is reported and ends nothing."""
        super().paintEvent(event)
