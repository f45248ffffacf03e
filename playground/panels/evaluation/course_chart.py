"""How right a network is at each strength of a disturbance, as a curve whose points can be chosen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPen
from PySide6.QtWidgets import QToolTip

from nn.evaluation.disturbing import NOISE, ROTATION
from playground.panels.evaluation.frame import FramedChart
from playground.panels.evaluation.strength_words import strength_text
from playground.widgets.look.colors import chart_colors
from playground.widgets.plot.round_numbers import round_ticks
from playground.widgets.text.share_text import share_text
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from nn.evaluation.robustness import Sweep

_MOST_MARKS = 3


class CourseChart(FramedChart):
    """The strength to the right, the share that is right upwards; of values the loss."""

    strength_chosen = Signal(float)
    """Somebody wants to see what happens at this strength."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._sweep: Sweep | None = None
        self._chosen = math.nan
        super().__init__("robustnessCurve", parent)

    def show_sweep(self, sweep: Sweep | None, chosen: float) -> None:
        """Show other numbers."""
        self._sweep, self._chosen = sweep, chosen
        if sweep is not None:
            strengths = sweep.strengths
            self.across = (strengths[0], strengths[-1])
            _, heights = sweep.course()
            top = float(np.nanmax(np.where(np.isfinite(heights), heights, np.nan))) if np.isfinite(heights).any() else 1
            self.upwards = (0.0, 1.0 if self._is_of_classes else (top * 1.1 or 1.0))
        self.setAccessibleDescription(self.in_words())
        self.update()

    @property
    def _is_of_classes(self) -> bool:
        return self._sweep is None or bool(self._sweep.answers[0.0].classes)

    def in_words(self) -> str:
        """Say all of it, a strength a line."""
        sweep = self._sweep
        if sweep is None:
            return ""
        pairs = zip(*(each.tolist() for each in sweep.course()), strict=True)
        return "\n".join(self._line(strength, height) for strength, height in pairs)

    def _line(self, strength: float, height: float) -> str:
        sweep = self._sweep
        assert sweep is not None
        text = self.tr("{strength}: {right} right") if self._is_of_classes else self.tr("{strength}: loss {loss:.4g}")
        return text.format(strength=strength_text(sweep.kind, strength), right=share_text(height), loss=height)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "How many samples are still told right when all of them are disturbed so much. A click on a point, or the "
            "arrow keys, show what is lost there."
        )
        describe(self, self.tr("Right answers by strength"), about)

    def names(self) -> tuple[str, str]:
        """Give what runs to the right and upwards."""
        kind = NOISE if self._sweep is None else self._sweep.kind
        upwards = self.tr("right") if self._is_of_classes else self.tr("loss")
        if kind == NOISE:
            return self.tr("strength of the noise"), upwards
        return (self.tr("angle") if kind == ROTATION else self.tr("shift")), upwards

    def marks(self) -> tuple[dict[float, str], dict[float, str]]:
        """Give the strengths, and a few heights."""
        if self._sweep is None:
            return {}, {}
        below = {each: strength_text(self._sweep.kind, each) for each in self._sweep.strengths}
        if self._is_of_classes:
            return below, {each: f"{each:.0%}" for each in (0.0, 0.5, 1.0)}
        return below, dict(round_ticks(*self.upwards, _MOST_MARKS))

    def draw(self, painter: QPainter) -> None:
        """Draw the curve, a dot at each strength, and the one that is chosen."""
        sweep, colors = self._sweep, chart_colors(self.palette())
        if sweep is None:
            return
        strengths, heights = (each.tolist() for each in sweep.course())
        points = [self.place(*each) for each in zip(strengths, heights, strict=True) if math.isfinite(each[1])]
        painter.setPen(QPen(colors.network, 2))
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.network)
        for point in points:
            painter.drawEllipse(point, 3, 3)
        if self._chosen in sweep.answers:
            self._draw_chosen(painter, heights[strengths.index(self._chosen)])

    def _draw_chosen(self, painter: QPainter, height: float) -> None:
        colors, sweep = chart_colors(self.palette()), self._sweep
        assert sweep is not None
        room = self.room()
        point = self.place(self._chosen, height if math.isfinite(height) else 0.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors.accent, 2))
        painter.drawEllipse(point, 6, 6)
        text = share_text(height) if self._is_of_classes else f"{height:.4g}"
        wide = self.fontMetrics().horizontalAdvance(text)
        line = self.fontMetrics().height()
        left = min(max(point.x() - wide / 2, room.left() + 2), room.right() - wide - 2)
        top = point.y() - line - 8 if point.y() - line - 8 > room.top() else point.y() + 10
        ground = QColor(colors.background)
        ground.setAlphaF(0.8)
        painter.fillRect(QRectF(left - 2, top, wide + 4, line), ground)
        painter.setPen(colors.text)
        painter.drawText(QPointF(left, top + self.fontMetrics().ascent()), text)

    # ---- what a person does

    def _nearest(self, x: float) -> float | None:
        sweep = self._sweep
        if sweep is None:
            return None
        tried = [each for each in sweep.strengths if each in sweep.answers]
        return min(tried, key=lambda each: abs(self.place(each, 0).x() - x))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the strength that is nearest."""
        found = self._nearest(event.position().x())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.strength_chosen.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next strength with the arrow keys."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        sweep = self._sweep
        if event.key() not in steps or sweep is None:
            super().keyPressEvent(event)
            return
        tried = [each for each in sweep.strengths if each in sweep.answers]
        place = tried.index(self._chosen) if self._chosen in tried else 0
        self.strength_chosen.emit(tried[min(max(place + steps[Qt.Key(event.key())], 0), len(tried) - 1)])

    def event(self, event: QEvent) -> bool:
        """Tell the number of the strength that is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip and self._sweep is not None:
            found = self._nearest(event.pos().x())
            if found is not None:
                strengths, heights = (each.tolist() for each in self._sweep.course())
                told = self._line(found, heights[strengths.index(found)])
                QToolTip.showText(event.globalPos(), f"{told}\n\n{self.toolTip()}", self)
                return True
        return super().event(event)
