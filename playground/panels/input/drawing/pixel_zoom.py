"""A small window beside the pointer: the pixels around one pixel, large, each with its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QToolTip, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import blend, chart_colors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QPaintEvent

_REACH = 4  # pixels shown to each side of the one pointed at
_POINTER_GAP = 18  # px between the pointer and the window
_MARGIN = 8  # px
_MIDDLE_GREY = 128  # of 255; darker cells carry the light text


class PixelZoom(QWidget):
    """Show a 9 by 9 neighbourhood of a picture with the values of its pixels."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._values: NDArray[np.uint8] | None = None
        self._row = 0
        self._column = 0

    @property
    def pixel(self) -> tuple[int, int]:
        """Row and column of the pixel in the middle."""
        return self._row, self._column

    def text(self) -> str:
        """Return the line below the pixels: where the middle one is and what it holds."""
        if self._values is None:
            return ""
        value = int(self._values[self._row, self._column])
        return self.tr("Row {row}, column {column}: {value} of 255 = {share:.3f}").format(
            row=self._row, column=self._column, value=value, share=value / 255
        )

    def show_pixel(self, values: NDArray[np.uint8], row: int, column: int, pointer: QPoint) -> None:
        """Show the surroundings of a pixel beside the pointer.

        Parameters
        ----------
        values : ndarray of uint8, shape (height, width)
        row, column : int
            The pixel in the middle.
        pointer : QPoint
            Where the pointer is, in px of the whole desktop.
        """
        self._values, self._row, self._column = values, row, column
        self.resize(self.sizeHint())
        self.move(self._place(pointer))
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the neighbourhood and the line below it."""
        cell, side = self._cell(), 2 * _REACH + 1
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(
            max(side * cell.width(), text) + 2 * _MARGIN,
            side * cell.height() + self.fontMetrics().height() + 3 * _MARGIN,
        )

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, the frame of the middle one and the line of text."""
        with QPainter(self) as painter:
            palette = QToolTip.palette()
            text = palette.color(QPalette.ColorRole.ToolTipText)
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.ToolTipBase))
            painter.setPen(text)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            for row in range(self._row - _REACH, self._row + _REACH + 1):
                for column in range(self._column - _REACH, self._column + _REACH + 1):
                    self._paint_cell(painter, row, column)
            painter.setPen(chart_colors(self.palette()).negative)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            middle = self._cell_rect(self._row, self._column)
            painter.drawRect(middle)
            painter.drawRect(middle.adjusted(1, 1, -1, -1))
            painter.setPen(text)
            line = self.rect().adjusted(_MARGIN, 0, -_MARGIN, -_MARGIN)
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self.text())

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        if self._values is None:
            return
        height, width = self._values.shape
        if not (0 <= row < height and 0 <= column < width):
            return
        value = int(self._values[row, column])
        rect = self._cell_rect(row, column)
        painter.fillRect(rect, ink_color(self.palette(), value))
        painter.setPen(ink_color(self.palette(), 0 if value >= _MIDDLE_GREY else 255))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(value))

    def _cell(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("255") + 6, metrics.height() + 4)

    def _cell_rect(self, row: int, column: int) -> QRect:
        cell, side = self._cell(), 2 * _REACH + 1
        left = (self.width() - side * cell.width()) // 2 + (column - self._column + _REACH) * cell.width()
        top = _MARGIN + (row - self._row + _REACH) * cell.height()
        return QRect(left, top, cell.width(), cell.height())

    def _place(self, pointer: QPoint) -> QPoint:
        """Return the window's corner: below right of the pointer if the screen has room there."""
        screen = QGuiApplication.screenAt(pointer) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        x, y = pointer.x() + _POINTER_GAP, pointer.y() + _POINTER_GAP
        if x + self.width() > area.right():
            x = pointer.x() - _POINTER_GAP - self.width()
        if y + self.height() > area.bottom():
            y = pointer.y() - _POINTER_GAP - self.height()
        return QPoint(max(x, area.left()), max(y, area.top()))


def ink_color(palette: QPalette, value: int) -> QColor:
    """Return the colour of an ink value: paper for 0, full ink for 255."""
    return blend(palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text), value / 255)
