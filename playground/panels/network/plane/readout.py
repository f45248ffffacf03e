"""A small box beside the mouse: a place of the plane, and what the network says there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.fonts import bold
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QColor, QPaintEvent

    from playground.panels.network.plane.decision_surface import DecisionSurface
    from playground.panels.network.plane.geometry import Place

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


class Reading(NamedTuple):
    """A place of the plane, and what is said of it.

    Attributes
    ----------
    place : Place
    heading : str
    rows : sequence of ReadoutRow
        The lines below it.
    """

    place: Place
    heading: str
    rows: Sequence[ReadoutRow]


class SurfaceReadout(Refreshing, QWidget):
    """Floats over a decision surface, out of the mouse's way; painted by hand, because it follows the mouse.

    Parameters
    ----------
    surface : DecisionSurface
        Over which it floats.
    read : callable
        Gives what is to be said, None for nothing.
    """

    importance = Importance.ANSWER
    least_gap = READABLE_S

    def __init__(self, surface: DecisionSurface, read: Callable[[], Reading | None]) -> None:
        super().__init__(surface)
        self._surface, self._read = surface, read
        self.heading = ""
        self.rows: tuple[ReadoutRow, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> str:
        """Everything in one line, for a screen reader."""
        return ", ".join([self.heading, *(f"{row.name} {row.figure}".strip() for row in self.rows)])

    def refresh(self) -> None:
        """Show what is to be said now, or nothing."""
        reading = self._read()
        if reading is None:
            self.hide()
            return
        self.heading, self.rows = reading.heading, tuple(reading.rows)
        self.resize(self.sizeHint())
        self._stand_beside(self._surface.geometry_now.pixels(reading.place))
        self.update()
        if QAccessible.isActive():
            self._surface.setAccessibleDescription(self.text)

    def _stand_beside(self, point: QPointF) -> None:
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
        widths = [QFontMetrics(bold(self.font())).horizontalAdvance(self.heading)]
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
            painter.setFont(bold(self.font()))
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
