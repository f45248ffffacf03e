"""The area of a plot of functions: what lies in it, and what mouse and keyboard ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from playground.panels.activations.plot.items import FunctionLine, LimitMarks, MovablePoint
from playground.panels.activations.plot.samples import SampleBars, SampleDots
from playground.panels.activations.plot.style import function_dashes, function_pen
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.plot.axis import PlotAxis
from playground.widgets.plot.items import Grid
from playground.widgets.plot.plot_view import PlotView
from playground.widgets.plot.pyqtgraph_setup import pg

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

_GRIP = 9  # px beside the point's line where it can be taken hold of
_KEY_STEP, _LARGE_KEY_STEP = 0.005, 0.05  # shares of the range that an arrow key moves the point
_PAN_STEP = 0.1  # share of the range that an arrow key moves the range
_ZOOM = 0.8  # times the range: one step of the wheel
_WHEEL_STEP = 120.0  # Qt's units
_WIDEST_NUMBER = "-0.00"
_BAR_STRENGTH = 0.55  # share of a part's colour in its bars, over the background
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ZOOM_KEYS = {Qt.Key.Key_Plus: _ZOOM, Qt.Key.Key_Equal: _ZOOM, Qt.Key.Key_Minus: 1 / _ZOOM}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FunctionView(PlotView):
    """Draws what it is given and changes nothing by itself: it only tells what a person wants."""

    spoken_as = "Chart"

    range_wanted = Signal(object, object)
    """The lower and the upper end: a person drags, zooms or presses a key."""
    point_wanted = Signal(object)
    """Where a person puts the point."""
    focus_stepped = Signal(object)
    """-1 or 1: a key asks for the function before or behind."""
    whole_wanted = Signal()
    """A double click or the Home key asks for the usual range."""
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False)
        self.bottom, self.left = PlotAxis("bottom"), PlotAxis("left")
        self.lines: list[FunctionLine] = []
        self.slopes: list[FunctionLine] = []
        self.bars, self.dots = SampleBars(), SampleDots()
        self.marks, self.point = LimitMarks(), MovablePoint()
        self._grid = Grid(self.bottom, self.left)
        self._held: float | None = None  # the number that the mouse has taken hold of, while it moves the range
        self._pressed = QPoint()
        self._moves_point = False
        self._palette = self.palette()
        self._arrange()

    def _arrange(self) -> None:
        self.box.disableAutoRange()
        for axis in (self.bottom, self.left):
            axis.linkToView(self.box)
        for item in (self._grid, self.bars, self.dots, self.marks, self.point):
            self.box.addItem(item, ignoreBounds=True)
        self.ci.addItem(self.left, 0, 0)
        self.ci.addItem(self.box, 0, 1)
        self.ci.addItem(self.bottom, 1, 1)
        self.ci.layout.setHorizontalSpacing(3)
        self.ci.layout.setVerticalSpacing(0)
        self.ci.setContentsMargins(2, 6, 10, 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_line_count(self, count: int) -> None:
        """Have so many functions, each with a line for its derivative."""
        if count == len(self.lines):
            return
        for lines in (self.lines, self.slopes):
            while len(lines) > count:
                self.box.removeItem(lines.pop())
            while len(lines) < count:
                line = FunctionLine()
                line.setZValue(10 - len(lines) - (lines is self.slopes))
                lines.append(line)
                self.box.addItem(line, ignoreBounds=True)
        self._restyle_lines()

    def restyle(self, palette: QPalette) -> None:
        """Take the colours of a palette and the font of the moment."""
        self._palette = palette
        colors = chart_colors(palette)
        self.setBackground(colors.background)
        metrics = self.fontMetrics()
        for axis in (self.bottom, self.left):
            axis.restyle(colors, self.font())
        self.left.setWidth(metrics.horizontalAdvance(_WIDEST_NUMBER) + 10)
        self._grid.set_color(colors.grid)
        self.marks.set_color(colors.diverged)
        self.point.set_colors(colors.muted, colors.background, colors.text)
        parts = (colors.positive, colors.negative, colors.muted)
        self.bars.set_colors([blend(colors.background, color, _BAR_STRENGTH) for color in parts])
        self.dots.set_colors(parts, colors.background)
        self._restyle_lines()

    def _restyle_lines(self) -> None:
        for index, (line, slope) in enumerate(zip(self.lines, self.slopes, strict=True)):
            dashes = function_dashes(index)
            line.set_style(function_pen(index, self._palette), dashes)
            slope.set_style(function_pen(index, self._palette, derivative=True), dashes)

    @property
    def x_range(self) -> tuple[float, float]:
        """What the horizontal axis shows."""
        return tuple(self.box.viewRange()[0])

    def set_ranges(self, low: float, high: float, bottom: float, top: float) -> None:
        """Show exactly this."""
        self.box.setRange(xRange=(low, high), yRange=(bottom, top), padding=0)
        # pyqtgraph tells its items of the new range while they still hold on to the old one
        self.box.updateMatrix()
        for item in (self._grid, self.bars, self.dots, self.marks, self.point, *self.lines, *self.slopes):
            item.viewRangeChanged()

    def area(self) -> QRect:
        """Give where the curves are in this widget."""
        return self.mapFromScene(self.box.sceneBoundingRect()).boundingRect()

    def number_at(self, position: QPoint) -> float:
        """Give the number on the horizontal axis at a position in this widget."""
        return float(self.box.mapSceneToView(self.mapToScene(position)).x())

    def position_of(self, x: float) -> int:
        """Give where a number stands, in pixels from the left of this widget."""
        return self.mapFromScene(self.box.mapViewToScene(QPointF(x, 0))).x()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the point or of the range; a press elsewhere than on the point puts it there."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        position = event.position().toPoint()
        self._moves_point = abs(position.x() - self.position_of(self.point.x)) <= _GRIP
        self._held = None if self._moves_point else self.number_at(position)
        self._pressed = position

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held; without a button, show what could be."""
        position = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            near = abs(position.x() - self.position_of(self.point.x)) <= _GRIP
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.ArrowCursor)
        elif self._moves_point:
            self.point_wanted.emit(self.number_at(position))
        elif self._held is not None:
            low, high = self.x_range
            shift = self._held - self.number_at(position)
            self.range_wanted.emit(low + shift, high + shift)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a click that moved nothing puts the point there."""
        position = event.position().toPoint()
        if self._held is not None and (position - self._pressed).manhattanLength() <= 2:
            self.point_wanted.emit(self.number_at(position))
        self._held, self._moves_point = None, False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the usual range."""
        self._held = None
        self.whole_wanted.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the mouse."""
        turned = event.angleDelta().y() / _WHEEL_STEP
        if turned:
            self._zoom(_ZOOM**turned, self.number_at(event.position().toPoint()))
        event.accept()

    def _zoom(self, factor: float, around: float) -> None:
        low, high = self.x_range
        self.range_wanted.emit(around + (low - around) * factor, around + (high - around) * factor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the point (arrows, with Shift further) or the range (with Ctrl), zoom, or change the function."""
        key, modifiers = event.key(), event.modifiers()
        low, high = self.x_range
        if key in _ARROWS and modifiers & Qt.KeyboardModifier.ControlModifier:
            shift = _ARROWS[key] * _PAN_STEP * (high - low)
            self.range_wanted.emit(low + shift, high + shift)
        elif key in _ARROWS:
            step = _LARGE_KEY_STEP if modifiers & Qt.KeyboardModifier.ShiftModifier else _KEY_STEP
            self.point_wanted.emit(self.point.x + _ARROWS[key] * step * (high - low))
        elif key in _ZOOM_KEYS:
            self._zoom(_ZOOM_KEYS[key], min(max(self.point.x, low), high))
        elif key in _STEPS:
            self.focus_stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Home:
            self.whole_wanted.emit()
        else:
            event.ignore()  # pyqtgraph's own keys move its scene

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there are more or fewer pixels."""
        super().resizeEvent(event)
        self.resized.emit()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plot, with a frame while the keyboard is its own."""
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self.viewport()) as painter:
                painter.setPen(self._palette.highlight().color())
                painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is now the plot's."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it no longer is."""
        super().focusOutEvent(event)
        self.viewport().update()
