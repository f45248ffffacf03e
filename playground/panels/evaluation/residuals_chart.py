"""What is left over of values: how far off each answer is, against the answer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from playground.panels.evaluation.frame import FramedChart
from playground.widgets.look.colors import chart_colors
from playground.widgets.plot.round_numbers import round_ticks
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from nn.evaluation.answers import Answers

_MOST_DOTS = 2000
_MARKS_ACROSS, _MARKS_UPWARDS = 6, 4
_AIR = 0.05  # of the range, between the outermost dots and the frame
_WORDS = 0.15  # of the range, above the dots, for mean and spread
_DOT = 2  # px, its radius


class ResidualsChart(FramedChart):
    """A dot a sample: what was said to the right, what was said minus what is true upwards; a good one has no shape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._said = self._residuals = np.zeros(0)
        super().__init__("residualsChart", parent)

    def show_answers(self, answers: Answers | None) -> None:
        """Show the first value of each sample."""
        self._said = self._residuals = np.zeros(0)
        if answers is not None and not answers.classes and len(answers):
            said, residuals = answers.shares[:, 0].astype(np.float64), answers.errors[:, 0].astype(np.float64)
            finite = np.isfinite(said) & np.isfinite(residuals)
            self._said, self._residuals = said[finite], residuals[finite]
        self.across = _with_air(self._said)
        low, high = _with_air(np.append(self._residuals, 0.0))
        self.upwards = low, high + _WORDS * (high - low)
        self.setAccessibleDescription(self.in_words())
        self.update()

    def in_words(self) -> str:
        """Say where the residuals lie and how far they spread."""
        if not len(self._residuals):
            return ""
        text = self.tr("mean {mean:.3g}, standard deviation {spread:.3g}")
        return text.format(mean=float(self._residuals.mean()), spread=float(self._residuals.std()))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "A dot a sample, {most:,} at the most: what the network said to the right, and upwards its residual: what "
            "was said minus what is true. Dots without any shape around the line at 0 are as it should be; a bend or a "
            "funnel is something that the network has not learned."
        )
        describe(self, self.tr("Residuals"), about.format(most=_MOST_DOTS))

    def names(self) -> tuple[str, str]:
        """Give what runs to the right and upwards."""
        return self.tr("said value"), self.tr("said − true")

    def marks(self) -> tuple[dict[float, str], dict[float, str]]:
        """Give round numbers at both sides."""
        if not len(self._said):
            return {}, {}
        return dict(round_ticks(*self.across, _MARKS_ACROSS)), dict(round_ticks(*self.upwards, _MARKS_UPWARDS))

    def draw(self, painter: QPainter) -> None:
        """Draw the line at 0, the dots, and mean and spread in words."""
        if not len(self._said):
            return
        colors, room = chart_colors(self.palette()), self.room()
        zero = self.place(self.across[0], 0.0).y()
        painter.setPen(QPen(colors.muted, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(room.left(), zero), QPointF(room.right(), zero))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.network)
        pairs = zip(self._said[:_MOST_DOTS].tolist(), self._residuals[:_MOST_DOTS].tolist(), strict=True)
        for x, y in pairs:
            painter.drawEllipse(self.place(x, y), _DOT, _DOT)
        self._draw_words(painter, room)

    def _draw_words(self, painter: QPainter, room: QRectF) -> None:
        colors, text, metrics = chart_colors(self.palette()), self.in_words(), painter.fontMetrics()
        place = QRectF(room.left() + 4, room.top() + 2, metrics.horizontalAdvance(text) + 4, metrics.height())
        ground = QColor(colors.background)
        ground.setAlphaF(0.8)
        painter.fillRect(place, ground)
        painter.setPen(colors.text)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _with_air(values: np.ndarray) -> tuple[float, float]:
    """Return the ends of a range with some room on both sides; of one value alone, a range around it."""
    if not len(values):
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    air = (high - low) * _AIR or math.fabs(low) or 1.0
    return low - air, high + air
