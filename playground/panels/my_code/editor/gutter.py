"""The strip at the left of the editor: breakpoints, line numbers, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolTip, QWidget

from playground.panels.my_code.editor.marks import Mark
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QColor, QMouseEvent

    from playground.widgets.look.colors import ChartColors

_DOT, _MARK, _GAP = 14, 14, 4  # px: of a breakpoint, of a mark, between them and the numbers
_SMALL = 2.2  # px: radius of the dot beside a line that ran

Line = tuple[int, QRectF]
"""A line's number from 1, and where it stands."""


class Gutter(QWidget):
    """Paints beside each line what is told of it, and tells of clicks.

    Parameters
    ----------
    editor : QWidget
    lines : callable
        Gives the lines in sight.
    """

    clicked = Signal(int)
    """A line from 1: its breakpoint is to be set or taken away."""

    def __init__(self, editor: QWidget, lines: Callable[[], Iterator[Line]]) -> None:
        super().__init__(editor)
        self._lines = lines
        self.marks: Mapping[int, Mark] = {}
        self.breakpoints: Mapping[int, str] = {}
        """Lines at which stepping stops, each with its condition."""
        self.now = 0
        """The line at which a person stands while stepping, 0 for none."""
        self._digits = 2
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def count(self, lines: int) -> bool:
        """Make room for the numbers of so many lines; say whether that is another width."""
        digits = max(2, len(str(lines)))
        is_new, self._digits = digits != self._digits, digits
        return is_new

    def sizeHint(self) -> QSize:
        """Give the width of its three columns."""
        return QSize(_DOT + self._width_of_numbers() + _GAP + _MARK + 2 * _GAP, 0)

    def _width_of_numbers(self) -> int:
        return self.fontMetrics().horizontalAdvance("9" * self._digits)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines in sight."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colors, width = chart_colors(self.palette()), self._width_of_numbers()
            for number, area in self._lines():
                if area.bottom() >= event.rect().top() and area.top() <= event.rect().bottom():
                    self._paint_line(painter, number, area, colors, width)

    def _paint_line(self, painter: QPainter, number: int, area: QRectF, colors: ChartColors, width: int) -> None:
        painter.setPen(colors.text if number == self.now else colors.muted)
        numbers = QRectF(_DOT, area.top(), width, area.height())
        painter.drawText(numbers, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))
        if number == self.now:
            painter.fillRect(QRectF(self.width() - 3, area.top(), 3, area.height()), colors.text)
        if number in self.breakpoints:
            icon("breakpoint", QPalette.ColorRole.WindowText).paint(painter, _square(1, area, _DOT - 2))
        mark = self.marks.get(number)
        if mark is not None:
            self._paint_mark(painter, mark, _square(self.width() - _MARK - _GAP, area, _MARK), colors)

    def _paint_mark(self, painter: QPainter, mark: Mark, place: QRect, colors: ChartColors) -> None:
        if mark is Mark.EXECUTED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.muted)
            painter.drawEllipse(QRectF(place).center(), _SMALL, _SMALL)
        elif mark is Mark.FOLLOWS:
            painter.setPen(colors.diverged)
            painter.drawText(QRectF(place), Qt.AlignmentFlag.AlignCenter, "~")
        elif mark is Mark.WRONG:
            _paint_cross(painter, QRectF(place).adjusted(3, 3, -3, -3), colors.diverged)
        else:
            icon("tick", QPalette.ColorRole.WindowText).paint(painter, place)

    # ---- pointing

    def _line_at(self, y: float) -> int:
        return next((number for number, area in self._lines() if area.top() <= y < area.bottom()), 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the whole click."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click beside a line."""
        number = self._line_at(event.position().y())
        if number and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(number)

    def event(self, event: QEvent) -> bool:
        """Say on hover what stands beside a line, or what a click would do."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._line_at(event.pos().y())
            QToolTip.showText(event.globalPos(), wrapped(self._about(number)) if number else "", self)
            return True
        return super().event(event)

    def _about(self, number: int) -> str:
        mark = self.marks.get(number)
        if number in self.breakpoints:
            click = self.tr("Stepping stops at line {line}; a click takes the breakpoint away.")
            if self.breakpoints[number]:
                click = self.tr("Stepping stops at line {line} where {condition}; a click takes the breakpoint away.")
        else:
            click = self.tr("A click lets stepping stop at line {line}.")
        return "\n".join(
            each
            for each in (self._meaning(mark), click.format(line=number, condition=self.breakpoints.get(number)))
            if each
        )

    def _meaning(self, mark: Mark | None) -> str:
        meanings = {
            Mark.RIGHT: self.tr("Right: what this line computes is what it should be."),
            Mark.WRONG: self.tr("The first line that is wrong."),
            Mark.FOLLOWS: self.tr("Wrong because of the first wrong line; right once that one is right."),
            Mark.EXECUTED: self.tr("This line ran."),
        }
        return meanings[mark] if mark is not None else ""


def _square(left: int, area: QRectF, side: int) -> QRect:
    return QRect(left, round(area.center().y() - side / 2), side, side)


def _paint_cross(painter: QPainter, box: QRectF, colour: QColor) -> None:
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidthF(2.0)
    painter.setPen(pen)
    painter.drawLine(QPointF(box.topLeft()), QPointF(box.bottomRight()))
    painter.drawLine(QPointF(box.topRight()), QPointF(box.bottomLeft()))
    pen.setWidthF(1.0)
    painter.setPen(pen)
