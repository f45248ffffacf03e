"""A small plot of two futures from one moment: what happened, and what would have."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import blend, chart_colors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QColor, QPaintEvent

    from playground.widgets.look.colors import ChartColors

    Curve = tuple[int, NDArray[np.floating]]

_SIZE = QSize(230, 62)
_MARGIN = 4.0  # px
_WIDE_RANGE = 4.0  # largest over smallest loss: above it the axis is logarithmic
_FURTHEST = 1e3  # times the median: what lies further off runs along the edge
_CROSS = 3.5  # px


class CoursePlot(QWidget):
    """Both curves from before the moment on; an upright line marks it, a cross where a loss is no number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._moment = 0
        self._true: Curve = (1, np.empty(0))
        self._tried: tuple[Curve, ...] = ()

    def show_curves(self, moment: int, true: Curve, tried: Sequence[Curve]) -> None:
        """Show the run itself and trials, the one on the true batches first; each with its first iteration."""
        self._moment, self._true, self._tried = moment, true, tuple(tried)
        self.update()

    @guarded_paint
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the trials over the run."""
        colors = chart_colors(self.palette())
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colors.background)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            scale = _Scale(area, [self._true, *self._tried])
            if scale.is_empty:
                return
            painter.setPen(QPen(colors.grid, 1))
            x = scale.x(self._moment + 0.5)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            for curve in self._tried[1:]:
                _draw(painter, scale, curve, other_color(colors), 1)
            _draw(painter, scale, self._true, colors.diverged, 1.6)
            for curve in self._tried[:1]:
                _draw(painter, scale, curve, colors.course, 2)


def other_color(colors: ChartColors) -> QColor:
    """Give the colour of trials on other streams than the true one."""
    return blend(colors.background, colors.course, 0.45)


class _Scale:
    """Where iterations and losses are in an area."""

    def __init__(self, area: QRectF, curves: Sequence[Curve]) -> None:
        self._area = area
        filled = [curve for curve in curves if len(curve[1])]
        values = np.concatenate([values for _, values in filled]) if filled else np.empty(0)
        values = values[np.isfinite(values)]
        self.is_empty = not len(values)
        if self.is_empty:
            return
        self._first = min(first for first, _ in filled)
        self._last = max(first + len(values) - 1 for first, values in filled)
        low, high = float(values.min()), float(values.max())
        usual = float(np.median(values))
        self._is_log = low > 0 and high > _WIDE_RANGE * low
        if self._is_log:
            low, high = max(low, usual / _FURTHEST), min(high, usual * _FURTHEST)
        self._low, self._high = self._level(low), self._level(high)

    def _level(self, value: float) -> float:
        return math.log10(max(value, 1e-300)) if self._is_log else value

    def x(self, iteration: float) -> float:
        """Return where an iteration stands."""
        return self._area.left() + self._area.width() * (iteration - self._first) / max(1, self._last - self._first)

    def y(self, value: float) -> float:
        """Return where a loss stands."""
        size = self._high - self._low
        share = (self._level(value) - self._low) / size if size > 0 else 0.5
        return self._area.bottom() - min(max(share, 0.0), 1.0) * self._area.height()

    @property
    def top(self) -> float:
        """The upper edge, where a loss that is no number goes."""
        return self._area.top()


def _draw(painter: QPainter, scale: _Scale, curve: Curve, color: QColor, width: float) -> None:
    first, values = curve
    finite = np.isfinite(values)
    points = [QPointF(scale.x(first + i), scale.y(float(values[i]))) for i in np.flatnonzero(finite)]
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF(points))
    if len(values) and not finite[-1]:
        end = QPointF(scale.x(first + len(values) - 1), scale.top + _CROSS)
        for sign in (-1, 1):
            arm = QPointF(_CROSS, sign * _CROSS)
            painter.drawLine(end - arm, end + arm)
