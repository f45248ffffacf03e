"""How many numbers meet which part of a function: a line of coloured squares, each with a count in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.widgets.colors import chart_colors
from playground.widgets.paint_guard import guarded_paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_SQUARE = 9  # px
_GAP = 5  # px between a square and its text
_SPACE = 12  # px between two entries
_SMALL = 0.88  # of the font's size


class PartsLine(QWidget):
    """Texts behind squares in the colours of the parts; it changes often and never moves anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts: tuple[str, ...] = ()
        """One for each part, in the order of the parts; more texts stand behind without a square."""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show other texts."""
        if tuple(texts) != self.texts:
            self.texts = tuple(texts)
            self.update()
            if QAccessible.isActive():
                self.setAccessibleDescription(", ".join(self.texts))

    def sizeHint(self) -> QSize:
        """Give the height of a line; the width is what the layout has."""
        return QSize(100, self.fontMetrics().height() + 2)

    def _fitting_font(self) -> QFont:
        """Give the usual font, or a smaller one where the texts would not have room in it."""
        usual = self.font()
        room = self.width() - 3 * (_SQUARE + _GAP) - _SPACE * (len(self.texts) - 1)
        if sum(map(self.fontMetrics().horizontalAdvance, self.texts)) <= room:
            return usual
        small = QFont(usual)
        small.setPointSizeF(_SMALL * usual.pointSizeF())
        return small

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint squares and texts until the room ends."""
        colors = chart_colors(self.palette())
        painter = QPainter(self)
        painter.setFont(self._fitting_font())
        metrics, left = painter.fontMetrics(), 0
        squares = (colors.positive, colors.negative, colors.muted)
        for index, text in enumerate(self.texts):
            if index < len(squares):
                top = (self.height() - _SQUARE) / 2
                painter.fillRect(QRectF(left, top, _SQUARE, _SQUARE), squares[index])
                left += _SQUARE + _GAP
            room = max(0, self.width() - left)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setPen(self.palette().color(self.foregroundRole()))
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
            painter.drawText(QRect(left, 0, room, self.height()), flags, shown)
            left += metrics.horizontalAdvance(shown) + _SPACE
        painter.end()
