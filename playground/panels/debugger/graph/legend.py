"""The legend of a computational graph: its signs and their names in one quiet line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.graph.style import graph_colors, line_along, paint_line, pending_pen
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from playground.widgets.graph.style import GraphColors

_SIGN = 20.0  # px: width of a sign
_GAP = 12.0  # px between two entries


class GraphLegend(LiveLook, QWidget):
    """Show the signs with their names; those that find no room are in the text on hover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._signs = (self._value, self._gradient, self._done, self._current, self._pending)
        self.setObjectName("graphLegend")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._names = (
            self.tr("value"),
            self.tr("gradient"),
            self.tr("computed"),
            self.tr("now"),
            self.tr("not yet"),
        )
        text = self.tr(
            "Above an edge stands the value that goes on to the right, below it the gradient of the loss that comes "
            "back to the left. A full ring is computed, a double ring was computed last, a dashed ring or an empty "
            "place is not computed yet. A tinted circle has passed its gradient on. Σ is the sum of the gradients "
            "of a value that is used more than once; “+ …” waits for more."
        )
        describe(self, self.tr("Legend of the computational graph"), text)
        self.setAccessibleDescription(text)
        self.update()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as many entries as there is room for."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colors, metrics, x = graph_colors(self.palette()), self.fontMetrics(), 2.0
            for sign, name in zip(self._signs, self._names, strict=True):
                width = _SIGN + 4 + metrics.horizontalAdvance(name)
                if x + width > self.width():
                    return
                sign(painter, QRectF(x, 0, _SIGN, self.height()), colors)
                painter.setPen(colors.muted)
                text = QRectF(x + _SIGN + 4, 0, width, self.height())
                painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
                x += width + _GAP

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(400, self.fontMetrics().height() + 4)

    def _value(self, painter: QPainter, rect: QRectF, colors: GraphColors) -> None:
        y = rect.center().y()
        line = line_along([QPointF(rect.left(), y), QPointF(rect.right(), y)], 1.0)
        paint_line(painter, line, QPen(colors.text, 1.2))

    def _gradient(self, painter: QPainter, rect: QRectF, colors: GraphColors) -> None:
        y = rect.center().y()
        line = line_along([QPointF(rect.right(), y), QPointF(rect.left(), y)], 1.0)
        paint_line(painter, line, QPen(colors.gradient, 1.4))

    def _done(self, painter: QPainter, rect: QRectF, colors: GraphColors) -> None:
        self._ring(painter, rect, QPen(colors.text, 1.4), 5.5)

    def _current(self, painter: QPainter, rect: QRectF, colors: GraphColors) -> None:
        self._ring(painter, rect, QPen(colors.current, 1.0), 7.0)
        self._ring(painter, rect, QPen(colors.current, 2.2), 4.0)

    def _pending(self, painter: QPainter, rect: QRectF, colors: GraphColors) -> None:
        self._ring(painter, rect, pending_pen(colors.muted), 5.5)

    def _ring(self, painter: QPainter, rect: QRectF, pen: QPen, radius: float) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.center(), radius, radius)
