"""A small box beside the mouse: a place of the plane, and what the network says there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPaintEvent

_DISTANCE = 16  # px from the mouse
_MARGIN = 7  # px
_GAP = 14  # px between a name and its figure
_DOT = 3.5  # px, radius
_CORNER = 5.0  # px
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReadoutRow(NamedTuple):
    """One line: a name, a figure (or none) and a colour (or none)."""

    name: str
    figure: str = ""
    color: QColor | None = None


class SurfaceReadout(QWidget):
    """Floats over a decision surface, out of the mouse's way; painted by hand, because it follows the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = ""
        self.rows: tuple[ReadoutRow, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> str:
        """Everything in one line, for a screen reader."""
        return ", ".join([self.heading, *(f"{row.name} {row.figure}".strip() for row in self.rows)])

    def show_rows(self, heading: str, rows: Sequence[ReadoutRow]) -> None:
        """Show a heading and the lines below it."""
        self.heading, self.rows = heading, tuple(rows)
        self.resize(self.sizeHint())
        self.update()

    def stand_beside(self, point: QPointF) -> None:
        """Move beside a point of the parent, to where there is room, and show."""
        parent = self.parentWidget()
        x, y = point.x() + _DISTANCE, point.y() + _DISTANCE
        if x + self.width() > parent.width():
            x = point.x() - _DISTANCE - self.width()
        if y + self.height() > parent.height():
            y = point.y() - _DISTANCE - self.height()
        self.move(round(max(0, x)), round(max(0, y)))
        self.show()

    def sizeHint(self) -> QSize:
        """Give the size that the lines need."""
        metrics = self.fontMetrics()
        widths = [QFontMetrics(self._bold()).horizontalAdvance(self.heading)]
        for row in self.rows:
            figure = _GAP + metrics.horizontalAdvance(row.figure) if row.figure else 0
            widths.append(self._indent(row) + metrics.horizontalAdvance(row.name) + figure)
        return QSize(max(widths) + 2 * _MARGIN, (1 + len(self.rows)) * metrics.lineSpacing() + _MARGIN + 2)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a box, opaque because the surface lies beneath, and the lines in it."""
        with QPainter(self) as painter:
            colors = chart_colors(self.palette())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colors.muted, 1))
            painter.setBrush(colors.background)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
            height = self.fontMetrics().lineSpacing()
            line = QRectF(_MARGIN, _MARGIN / 2 + 1, self.width() - 2 * _MARGIN, height)
            painter.setPen(colors.text)
            painter.setFont(self._bold())
            painter.drawText(line, int(_LEFT), self.heading)
            painter.setFont(self.font())
            for row in self.rows:
                line.translate(0, height)
                self._paint_row(painter, line, row)

    def _paint_row(self, painter: QPainter, line: QRectF, row: ReadoutRow) -> None:
        text = chart_colors(self.palette()).text
        if row.color is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(row.color)
            painter.drawEllipse(QPointF(line.left() + _DOT, line.center().y()), _DOT, _DOT)
        painter.setPen(text)
        painter.drawText(line.adjusted(self._indent(row), 0, 0, 0), int(_LEFT), row.name)
        painter.drawText(line, int(_RIGHT), row.figure)

    def _indent(self, row: ReadoutRow) -> int:
        return 0 if row.color is None else round(2 * _DOT) + 5

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
