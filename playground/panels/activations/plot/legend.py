"""Which curve is which, and what each function and its derivative are at the point: a small table over the plot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from playground.panels.activations.plot.style import function_dashes, function_pen
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

_SWATCH = 22  # px of line beside a name
_GAP = 8  # px between columns
_MARGIN = 6  # px
_USUAL_FIGURE = "-0.0000"  # what is longer makes the table wider


class LegendRow(NamedTuple):
    """A function's name and its figures at the point."""

    name: str
    y: str
    slope: str


class FunctionLegend(LiveLook, QWidget):
    """A table with a row for each function; a click asks for one to be explained."""

    focus_wanted = Signal(object)
    """The index of a function."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, cursor=Qt.CursorShape.PointingHandCursor)
        self.rows: tuple[LegendRow, ...] = ()
        """What is shown."""
        self._head = LegendRow("", "f", "f′")
        self._focus = 0
        self._columns: tuple[int, ...] = (0, 0, 0)  # widths of swatch, name, each figure
        self._bold = QFont()
        self._picture: QPixmap | None = None

    def show_rows(self, rows: Sequence[LegendRow], focus: int) -> None:
        """Show the figures of the functions; the one in focus stands out."""
        if (tuple(rows), focus) == (self.rows, self._focus):
            return
        self.rows, self._focus = tuple(rows), focus
        self._measure()
        self._redraw()

    def _redraw(self) -> None:
        wanted = self.sizeHint()
        if wanted != self.size():
            self.resize(wanted)
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for all rows below a heading, however long a figure gets."""
        return QSize(
            sum(self._columns) + self._columns[-1] + 2 * _MARGIN,
            (1 + len(self.rows)) * self._row_height() + 2 * _MARGIN,
        )

    def _row_height(self) -> int:
        return self.fontMetrics().height() + 1

    def _measure(self) -> None:
        self._bold = QFont(self.font())
        self._bold.setBold(True)
        bold = QFontMetrics(self._bold)
        figures = [_USUAL_FIGURE, *(row.y for row in self.rows), *(row.slope for row in self.rows)]
        figure = max(map(bold.horizontalAdvance, figures)) + _GAP
        names = max((bold.horizontalAdvance(row.name) for row in self.rows), default=0)
        self._columns = _SWATCH + _GAP, names, figure

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._measure()
        self._redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the function that was clicked."""
        row = int(event.position().y() - _MARGIN) // self._row_height() - 1
        if 0 <= row < len(self.rows):
            self.focus_wanted.emit(row)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the table; it is drawn anew only when it has changed, the plot below it far more often."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._draw(self._picture)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)

    def _draw(self, picture: QPixmap) -> None:
        """Draw the heading and the rows on an opaque ground: curves lie beneath."""
        colors = chart_colors(self.palette())
        with QPainter(picture) as painter:
            painter.setFont(self.font())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colors.grid)
            painter.setBrush(colors.background)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(colors.muted)
            self._write(painter, 0, self._head)
            for index, row in enumerate(self.rows):
                self._draw_swatch(painter, index)
                painter.setFont(self._bold if index == self._focus and len(self.rows) > 1 else self.font())
                painter.setPen(colors.text)
                self._write(painter, index + 1, row)

    def _draw_swatch(self, painter: QPainter, index: int) -> None:
        middle = _MARGIN + (index + 1.5) * self._row_height()
        pen, dashes = function_pen(index, self.palette()), function_dashes(index)
        if dashes:
            pen.setDashPattern([length / pen.widthF() for length in dashes])
        painter.setPen(pen)
        painter.drawLine(QPointF(_MARGIN, middle), QPointF(_MARGIN + _SWATCH, middle))

    def _write(self, painter: QPainter, line: int, row: LegendRow) -> None:
        swatch, name, figure = self._columns
        left, top, height = _MARGIN + swatch, _MARGIN + line * self._row_height(), self._row_height()
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(left, top, name, height), int(Qt.AlignmentFlag.AlignVCenter), row.name)
        painter.drawText(QRect(left + name, top, figure, height), right, row.y)
        painter.drawText(QRect(left + name + figure, top, figure, height), right, row.slope)
