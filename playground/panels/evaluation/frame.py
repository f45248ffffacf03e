"""The frame of a chart: numbers at its sides, words along them; what is in it is drawn by whoever has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_AIR = 6  # px
_RING = 3  # px that the ring of the focus takes


class FramedChart(LiveLook, QWidget):
    """A chart that can have the focus; its picture is made from what `draw` paints in the frame.

    Attributes
    ----------
    across, upwards : tuple of float
        What lies at the edges of the frame.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name, focusPolicy=Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.across = self.upwards = (0.0, 1.0)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Give a size at which it is pleasant to read."""
        return QSize(360, 220)

    def minimumSizeHint(self) -> QSize:
        """Give the least at which it can be read."""
        return QSize(150, 100)

    # ---- those who inherit say

    def names(self) -> tuple[str, str]:
        """Give what runs to the right and upwards."""
        raise NotImplementedError

    def marks(self) -> tuple[dict[float, str], dict[float, str]]:
        """Give the numbers that stand at the lower and at the left side."""
        return {}, {}

    def draw(self, painter: QPainter) -> None:
        """Draw what is to be seen into the frame."""
        raise NotImplementedError

    # ---- places

    def room(self) -> QRectF:
        """Return where the frame is."""
        line = self.fontMetrics().height()
        widths = [self.fontMetrics().horizontalAdvance(text) for text in self.marks()[1].values()]
        left = line + 2 * _AIR + (max(widths) + _AIR if widths else 0)
        below = (2 if self.marks()[0] else 1) * line + _AIR + _RING
        return QRectF(left, _AIR, self.width() - left - 2 * _AIR, self.height() - below - _AIR)

    def place(self, x: float, y: float) -> QPointF:
        """Return where a point lies."""
        room = self.room()
        (left, right), (low, high) = self.across, self.upwards
        return QPointF(
            room.left() + (x - left) / ((right - left) or 1) * room.width(),
            room.bottom() - (y - low) / ((high - low) or 1) * room.height(),
        )

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, its numbers and words, and what is to be seen."""
        colors, room = chart_colors(self.palette()), self.room()
        if room.width() < 30 or room.height() < 30:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(room, colors.background)
            self._draw_marks(painter, room)
            painter.setPen(QPen(colors.grid, 1))
            painter.drawRect(room)
            self.draw(painter)
            self._draw_names(painter, room)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colors.text, 2))
                painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _draw_marks(self, painter: QPainter, room: QRectF) -> None:
        colors, line = chart_colors(self.palette()), self.fontMetrics().height()
        below, beside = self.marks()
        ends = -room.width()
        for at, text in below.items():
            x, wide = self.place(at, 0).x(), self.fontMetrics().horizontalAdvance(text) + _AIR
            painter.setPen(QPen(colors.grid, 1))
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            if x - wide / 2 < ends:
                continue
            ends = x + wide / 2
            painter.setPen(colors.muted)
            painter.drawText(QRectF(x - wide, room.bottom(), 2 * wide, line), Qt.AlignmentFlag.AlignCenter, text)
        for at, text in beside.items():
            y = self.place(0, at).y()
            painter.setPen(QPen(colors.grid, 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(colors.muted)
            how = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - line, room.left() - _AIR, 2 * line), how, text)

    def _draw_names(self, painter: QPainter, room: QRectF) -> None:
        across, upwards = self.names()
        line = self.fontMetrics().height()
        painter.setPen(chart_colors(self.palette()).text)
        below = QRectF(room.left(), self.height() - line - _RING, room.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._fitting(across, room.width()))
        painter.save()
        painter.translate(_AIR + line / 2, room.center().y())
        painter.rotate(-90)
        beside = QRectF(-room.height() / 2, -line / 2, room.height(), line)
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, self._fitting(upwards, room.height()))
        painter.restore()

    def _fitting(self, text: str, width: float) -> str:
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
