"""One setting against the result: a dot for each trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from playground.panels.trials.parallel import Axis

_LEFT, _TOP, _RIGHT, _BOTTOM = 64, 10, 14, 36  # px around the dots
_NEAR = 8  # px within which a dot is meant


class ScatterPlot(LiveLook, QWidget):
    """Draws the trials as dots; a click chooses the nearest one."""

    chosen = Signal(int)
    """Which of the results, in the order in which they came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="trialScatter")
        self._across: Axis | None = None
        self._up: Axis | None = None
        self._through: np.ndarray | None = None
        self.retranslate()

    def show_axes(self, across: Axis | None, up: Axis | None, through: np.ndarray | None) -> None:
        """Show a setting and the result, of the trials that the brushes let through."""
        self._across, self._up, self._through = across, up, through
        self.update()

    def _area(self) -> QRectF:
        return QRectF(_LEFT, _TOP, max(1, self.width() - _LEFT - _RIGHT), max(1, self.height() - _TOP - _BOTTOM))

    def _dots(self) -> np.ndarray:
        """Return x and y of each trial in pixels, NaN where it has no place."""
        assert self._across is not None
        assert self._up is not None
        area = self._area()
        x = area.left() + self._across.places * area.width()
        return np.stack([x, area.bottom() - self._up.places * area.height()], axis=1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the trial that is pointed at."""
        if self._across is None or not len(self._across.places):
            return
        far = np.hypot(*(self._dots() - (event.position().x(), event.position().y())).T)
        nearest = int(np.argmin(np.nan_to_num(far, nan=np.inf)))
        if far[nearest] <= _NEAR:
            self.chosen.emit(nearest)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw dots, frame and the ends of both axes."""
        with QPainter(self) as painter:
            colors, area = chart_colors(self.palette()), self._area()
            painter.fillRect(self.rect(), colors.background)
            painter.setPen(colors.grid)
            painter.drawRect(area)
            if self._across is None or self._up is None:
                return
            self._paint_dots(painter)
            painter.setPen(colors.muted)
            base = self.fontMetrics().ascent()
            painter.drawText(QPointF(area.left(), area.bottom() + base + 2), self._across.low)
            self._right(painter, self._across.high, area.right(), area.bottom() + base + 2)
            self._right(painter, self._up.high, area.left() - 4, area.top() + base)
            if area.height() >= 2 * self.fontMetrics().height():
                self._right(painter, self._up.low, area.left() - 4, area.bottom())
            painter.setPen(colors.text)
            width = self.fontMetrics().horizontalAdvance(self._across.name)
            painter.drawText(QPointF(area.center().x() - width / 2, self.height() - 4), self._across.name)

    def _paint_dots(self, painter: QPainter) -> None:
        colors, dots = chart_colors(self.palette()), self._dots()
        known = np.isfinite(dots).all(axis=1)
        through = known if self._through is None else known & self._through
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(dots) <= 2000)
        for wanted, color in ((known & ~through, colors.grid), (through, colors.network)):
            painter.setPen(QPen(color, 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(QPolygonF([QPointF(*point) for point in dots[wanted].tolist()]))

    def _right(self, painter: QPainter, text: str, x: float, baseline: float) -> None:
        painter.drawText(QPointF(x - self.fontMetrics().horizontalAdvance(text), baseline), text)

    def minimumSizeHint(self) -> QSize:
        """Give the room of a small plot."""
        return QSize(200, 120)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr("Each dot is a trial: the setting from left to right, the result upwards. A click chooses it.")
        describe(self, self.tr("A setting against the result"), about)

    def restyle(self) -> None:
        """Take the colours of the moment."""
        self.update()
