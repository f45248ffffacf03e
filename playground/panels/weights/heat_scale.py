"""The scale of the colours of numbers: a strip from the full negative to the full positive colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.heat import heat_table

_STRIP = 56  # px
_GAP = 4  # px between the strip and its ends


class HeatScale(QWidget):
    """Shows the colours and the numbers at their ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_limit(self, limit: float) -> None:
        """Name another number that has the full colour."""
        if limit != self._limit:
            self._limit = limit
            self.update()

    def text(self) -> str:
        """Give the number at the right end."""
        return f"{self._limit:.2g}"

    def sizeHint(self) -> QSize:
        """Give room for the strip and the widest numbers."""
        metrics = self.fontMetrics()
        return QSize(_STRIP + 2 * (metrics.horizontalAdvance("-1.1e-10") + _GAP), metrics.height() + 2)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip, framed, between its two numbers."""
        with QPainter(self) as painter:
            colors = heat_table(self.palette())[:-1]
            strip = QRect((self.width() - _STRIP) // 2, 3, _STRIP, self.height() - 6)
            picture = QImage(colors.data, len(colors), 1, 4 * len(colors), QImage.Format.Format_RGB32)
            painter.drawImage(strip, picture)
            painter.setPen(self.palette().mid().color())
            painter.drawRect(strip.adjusted(0, 0, -1, -1))
            painter.setPen(self.palette().windowText().color())
            middle = Qt.AlignmentFlag.AlignVCenter
            left = QRect(0, 0, strip.left() - _GAP, self.height())
            right = QRect(strip.right() + _GAP, 0, left.width(), self.height())
            painter.drawText(left, middle | Qt.AlignmentFlag.AlignRight, f"-{self.text()}")
            painter.drawText(right, middle | Qt.AlignmentFlag.AlignLeft, self.text())
