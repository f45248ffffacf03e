"""How many numbers meet which part of a function: a line of coloured squares, each with a count in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

_SQUARE = 9  # px
_GAP = 5  # px between a square and its text
_SPACE = 12  # px between two entries
_PARTS = 3


class Place(NamedTuple):
    """Where a text stands.

    Attributes
    ----------
    left
        Its left edge with its square, in px.
    line
        0 or 1.
    square
        Width of its square and the gap behind it, 0 without one, in px.
    """

    left: int
    line: int
    square: int


class PartsLine(QWidget):
    """Texts behind squares in the colours of the parts, in two lines where one is too short.

    They change often and move nothing but when they first need the second line; they keep it until the width changes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts: tuple[str, ...] = ()
        """One for each part, in the order of the parts; more texts stand behind without a square."""
        self._lines = 1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show other texts."""
        if tuple(texts) != self.texts:
            self.texts = tuple(texts)
            self._use_lines(max(self._lines, self._needed_lines()))
            self.update()
            if QAccessible.isActive():
                self.setAccessibleDescription(", ".join(self.texts))

    def sizeHint(self) -> QSize:
        """Give the height of the lines; the width is what the layout has."""
        return QSize(100, self._lines * self._line_height())

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 2

    def _needed_lines(self) -> int:
        return self.places()[-1].line + 1 if self.texts else 1

    def _use_lines(self, count: int) -> None:
        if count != self._lines:
            self._lines = count
            self.updateGeometry()

    def places(self) -> list[Place]:
        """Give where each text stands: at the end of a line, or at the beginning of the next and last one."""
        metrics, left, line, found = self.fontMetrics(), 0, 0, []
        for index, text in enumerate(self.texts):
            square = _SQUARE + _GAP if index < _PARTS else 0
            width = square + metrics.horizontalAdvance(text)
            if left and left + width > self.width() and line == 0:
                left, line = 0, 1
            found.append(Place(left, line, square))
            left += width + _SPACE
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the texts need now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._use_lines(self._needed_lines())

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint squares and texts until the room ends."""
        colors = chart_colors(self.palette())
        with QPainter(self) as painter:
            metrics, height = painter.fontMetrics(), self._line_height()
            painter.setPen(self.palette().color(self.foregroundRole()))
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
            squares = (colors.positive, colors.negative, colors.muted)
            for index, (text, place) in enumerate(zip(self.texts, self.places(), strict=True)):
                top = place.line * height
                if place.square:
                    painter.fillRect(QRectF(place.left, top + (height - _SQUARE) / 2, _SQUARE, _SQUARE), squares[index])
                left = place.left + place.square
                room = max(0, self.width() - left)
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
                painter.drawText(QRect(left, top, room, height), flags, shown)
