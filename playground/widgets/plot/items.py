"""Items inside a plot: lines, dots, grid, marks. Each covers its whole plot and paints with one call.

They take vertices that are ready to draw; pyqtgraph's own curves would look through them once more for ranges,
gaps and mouse clicks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from playground.safety.paint_guard import guarded_paint
from playground.widgets.plot.dashes import dashed
from playground.widgets.plot.pyqtgraph_setup import pg

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from playground.widgets.plot.axis import PlotAxis

_SMOOTH_UP_TO = 300  # vertices of a thin line; antialiasing thousands of them costs more than it shows
_DOTS_UP_TO = 120  # points on a line: more would touch each other
_MARK_TEXT_GAP = 4  # px
_HOVER_DOT = 9  # px


def line_pen(color: QColor, width: float = 1, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Give a pen whose width is in pixels, not in the units of the plot."""
    pen = QPen(color, width, style)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def on_device(pen: QPen, painter: QPainter) -> QPen:
    """Give a pen its width on a finer screen or picture; a hairline stays one: long wider lines are slow."""
    ratio = painter.deviceTransform().m11() / painter.worldTransform().m11()
    if abs(ratio - 1) < 0.01 or pen.widthF() <= 1:
        return pen
    wider = QPen(pen)
    wider.setWidthF(pen.widthF() * ratio)
    return wider


class PlotItem(pg.UIGraphicsItem):
    """The base of all: as large as its plot, and an error while painting is reported, not fatal."""

    @guarded_paint
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """Paint the item; a subclass implements `draw`. A plot that is being laid out may have no size yet."""
        if painter.worldTransform().isInvertible():
            self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Draw in the coordinates of the plot."""
        raise NotImplementedError(f"{type(self).__name__} needs a draw(painter)")


class Line(PlotItem):
    """A line through points, broken where a point is not finite.

    Parameters
    ----------
    width : float
        Pixels. Lines wider than 1 are slow when they are long and jagged: 500 points at most.
    dots : float
        Diameter of a dot at each point in pixels, when there are few points; 0 for none.
    square : bool
        Square dots, to tell two lines apart without their colours.
    dash : (float, float), optional
        px of a dash and of the gap behind it.
    """

    def __init__(
        self, width: float = 1, dots: float = 0, *, square: bool = False, dash: tuple[float, float] | None = None
    ) -> None:
        super().__init__()
        self._width, self._dots, self._dash = width, dots, dash
        self._line = (np.empty(0), np.empty(0))
        self._scale: tuple[float, float] | None = None  # for which the dashes were laid
        self._cap = Qt.PenCapStyle.SquareCap if square else Qt.PenCapStyle.RoundCap
        self._segments = Segments()
        self._points = QPolygonF()
        self._pen = self._dot_pen = QPen()
        self.vertices = 0
        """Number of points the line goes through."""

    def set_color(self, color: QColor) -> None:
        """Take the colour of a theme."""
        self._pen = line_pen(color, self._width)
        self._dot_pen = line_pen(color, self._dots)
        self._dot_pen.setCapStyle(self._cap)
        self.update()

    def set_points(self, x: np.ndarray, y: np.ndarray) -> None:
        """Draw a line through points, arrays of shape (n,)."""
        self.vertices = len(x)
        self._line, self._scale = (x, y), None
        if self._dash is None:
            self._segments.join(x, y)
        few = bool(self._dots) and len(x) <= _DOTS_UP_TO
        self._points = QPolygonF([QPointF(*point) for point in zip(x, y, strict=True)] if few else [])
        self.setVisible(bool(self.vertices))  # an item that draws nothing is asked for its bounds all the same
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the line, then the dots."""
        if self._dash is not None:
            self._lay_dashes(painter, self._dash)
        smooth = self._width > 1 or self.vertices <= _SMOOTH_UP_TO
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        painter.setPen(on_device(self._pen, painter))
        self._segments.draw(painter)
        if not self._points.isEmpty():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(on_device(self._dot_pen, painter))
            painter.drawPoints(self._points)

    def _lay_dashes(self, painter: QPainter, dash: tuple[float, float]) -> None:
        """Lay the dashes anew when the plot has another scale: they are as long in px as before."""
        transform = painter.worldTransform()
        scale = (transform.m11(), transform.m22())
        if scale != self._scale:
            self._scale = scale
            self._segments.join(*dashed(*self._line, scale, dash))


class Segments:
    """Straight pieces that Qt draws from the memory of an array.

    A thick antialiased polyline costs three times as much: Qt computes the outline of all of it at once. And a
    list of 500 QLineF takes longer to build than to draw.
    """

    def __init__(self) -> None:
        self._allocate(0)

    def _allocate(self, count: int) -> None:
        self._ends = np.zeros((max(1, count), 4))  # x1, y1, x2, y2: the memory of a QLineF
        self._first = pg.Qt.compat.wrapinstance(self._ends.ctypes.data, QLineF)  # valid as long as the array lives
        self._count = 0

    def join(self, x: np.ndarray, y: np.ndarray) -> None:
        """Connect each point with the next; a point that is not finite is connected with none."""
        finite = np.isfinite(y)
        together = finite[:-1] & finite[1:]
        count = int(np.count_nonzero(together))
        if count > len(self._ends):
            self._allocate(2 * count)
        for column, ends in enumerate((x[:-1], y[:-1], x[1:], y[1:])):
            self._ends[:count, column] = ends[together]
        self._count = count

    def draw(self, painter: QPainter) -> None:
        """Draw with the painter's pen."""
        if self._count:
            painter.drawLines(self._first, self._count)


class Grid(PlotItem):
    """Quiet lines behind the curves, where the numbers of the axes stand."""

    def __init__(self, bottom: PlotAxis, left: PlotAxis) -> None:
        super().__init__()
        self.setZValue(-100)
        self._bottom, self._left = bottom, left
        self._pen = QPen()
        self._lines: list[QLineF] | None = None

    def set_color(self, color: QColor) -> None:
        """Take the colour of a theme."""
        self._pen = line_pen(color)
        self.update()

    def setNewBounds(self) -> None:
        """Forget the lines of another range or size."""
        super().setNewBounds()
        self._lines = None

    def draw(self, painter: QPainter) -> None:
        """Draw upright and level lines, in one colour without transparency: ten times as fast."""
        if self._lines is None:
            area = self.boundingRect()
            upright = (QLineF(x, area.top(), x, area.bottom()) for x in self._bottom.majors())
            level = (QLineF(area.left(), y, area.right(), y) for y in self._left.majors())
            self._lines = [*upright, *level]
        painter.setPen(self._pen)
        painter.drawLines(self._lines)


class Marks(PlotItem):
    """Dashed upright lines at single iterations, the first with a short text at its top."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(20)
        self.hide()
        self._positions: Sequence[float] = ()
        self._text = ""
        self._pen = QPen()

    def set_color(self, color: QColor) -> None:
        """Take the colour of a theme."""
        self._pen = line_pen(color, 1.5, Qt.PenStyle.DashLine)
        self.update()

    def set_marks(self, positions: Iterable[float], text: str) -> None:
        """Mark positions on the horizontal axis."""
        marks = (tuple(positions), text)
        if marks != (self._positions, self._text):
            self._positions, self._text = marks
            self.setVisible(bool(self._positions))
            self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the lines, then the text in pixels."""
        area = self.boundingRect()
        painter.setPen(on_device(self._pen, painter))
        painter.drawLines([QLineF(x, area.top(), x, area.bottom()) for x in self._positions])
        top = painter.transform().map(QPointF(self._positions[0], area.bottom()))
        right = painter.transform().map(area.bottomRight()).x()
        painter.resetTransform()
        size = painter.fontMetrics().size(0, self._text)
        fits = top.x() + _MARK_TEXT_GAP + size.width() <= right
        left = top.x() + _MARK_TEXT_GAP if fits else top.x() - _MARK_TEXT_GAP - size.width()
        painter.drawText(QRectF(left, top.y() + 2, size.width() + 1, size.height()), 0, self._text)


class HoverDot(NamedTuple):
    """A point the crosshair speaks of, on its line or nearest to it."""

    x: float
    y: float
    color: QColor


class Crosshair(PlotItem):
    """An upright line under the mouse, with a dot on each curve it crosses."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(30)
        self.hide()
        self._x = 0.0
        self._dots: Sequence[HoverDot] = ()
        self._pen, self._edge = QPen(), QColor()

    def set_colors(self, line: QColor, edge: QColor) -> None:
        """Take the colours of a theme: of the line, and around the dots."""
        self._pen, self._edge = line_pen(line), edge
        self.update()

    @property
    def iteration(self) -> float:
        """Where it stands on the horizontal axis."""
        return self._x

    def stand_at(self, x: float, dots: Sequence[HoverDot]) -> None:
        """Move to an iteration, with the points it speaks of."""
        self._x, self._dots = x, dots
        self.show()
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the line, then each dot with an edge in the colour of the background."""
        area = self.boundingRect()
        painter.setPen(self._pen)
        painter.drawLine(QLineF(self._x, area.top(), self._x, area.bottom()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for dot in self._dots:
            for color, size in ((self._edge, _HOVER_DOT + 4), (dot.color, _HOVER_DOT)):
                pen = line_pen(color, size)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(on_device(pen, painter))
                painter.drawPoint(QPointF(dot.x, dot.y))
