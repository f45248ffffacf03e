"""The chip on a layer's head: what keeps its neurons from learning, and how many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from playground.panels.network.heads.health_words import ChipText

_SIGN = 11  # px: the triangle
_GAP = 3  # px
_QUIET = 0.14  # share of the text's colour in the ground of a chip about some of a layer's neurons


class HealthChip(QWidget):
    """Covers the line of shapes of an ailing layer's head; a click goes to the head beneath."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text: ChipText | None = None
        """What it says, None while the layer is well."""
        self.hide()

    def show_text(self, text: ChipText | None) -> None:
        """Say what ails the layer; None for nothing."""
        if text != self.text:
            self.text = text
            self.setVisible(text is not None)
            if text is not None:
                describe(self, text.long, text.about)
            self.update()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the sign, and as long a text as there is room for."""
        if self.text is None:
            return
        ground, ink = self._colors(self.text)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
            font = self.font()
            font.setPointSizeF(max(font.pointSizeF() - 1, 6))
            painter.setFont(font)
            self._write(painter, self.text, ink, QFontMetrics(font))

    def _write(self, painter: QPainter, text: ChipText, ink: QColor, metrics: QFontMetrics) -> None:
        room = self.width() - 2 * _GAP
        signed = room - _SIGN - _GAP
        found = next(
            (each for each in (text.long, text.word, text.short) if metrics.horizontalAdvance(each) <= signed), ""
        )
        width = _SIGN + (_GAP + metrics.horizontalAdvance(found) if found else 0)
        left = (self.width() - width) / 2
        _draw_sign(painter, QRectF(left, (self.height() - _SIGN) / 2, _SIGN, _SIGN), ink)
        painter.setPen(ink)
        rest = QRectF(left + _SIGN + _GAP, 0, self.width(), self.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, found)

    def _colors(self, text: ChipText) -> tuple[QColor, QColor]:
        """Give ground and ink: magenta for what is no number, full ink where no neuron is well, else a quiet ground."""
        colors = chart_colors(self.palette())
        if text.is_lost:
            return colors.diverged, colors.background
        if text.is_total:
            return colors.text, colors.background
        return blend(colors.background, colors.text, _QUIET), colors.text


def _draw_sign(painter: QPainter, area: QRectF, ink: QColor) -> None:
    """Draw a triangle with a stroke and a dot in it."""
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, top, bottom = area.center().x(), area.top() + 0.5, area.bottom() - 0.5
    painter.drawPolygon(QPolygonF([QPointF(x, top), QPointF(area.right(), bottom), QPointF(area.left(), bottom)]))
    painter.drawLine(QPointF(x, top + 3.8), QPointF(x, bottom - 3.6))
    painter.drawPoint(QPointF(x, bottom - 1.9))
