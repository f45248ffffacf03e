"""A small plot of one number over the iterations, painted by itself: a line, an axis, and the number pointed at."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors

_MOST = 300  # places of the line; where numbers stand closer, from the smallest to the largest one
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class HistoryPlot(QWidget):
    """Shows numbers by their iterations; pointing reads one, a click or Enter asks for its moment."""

    spoken_as = "Chart"

    moment_wanted = Signal(object)
    """The iteration that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._x, self._y = np.empty(0), np.empty(0)
        self._range = (0.0, 1.0)
        self._span = (0.0, 1.0)
        self._at: int | None = None  # the place that is pointed at
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_numbers(
        self, x: np.ndarray, y: np.ndarray, span: tuple[float, float], within: tuple[float, float] | None = None
    ) -> None:
        """Show other numbers.

        Parameters
        ----------
        x, y : ndarray, shape (n,)
            Iterations, ascending, and the numbers at them.
        span
            The iterations from left to right.
        within
            What the height stands for; None for what the numbers need.
        """
        self._x, self._y, self._span = x, y, span
        finite = y[np.isfinite(y)]
        low, high = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 1.0)
        self._range = within or ((low, high) if high > low else (low - 0.5, high + 0.5))
        self._at = None if self._at is None else min(self._at, len(x) - 1)
        self.update()

    @property
    def pointed(self) -> tuple[int, float] | None:
        """The iteration and the number that are pointed at."""
        if self._at is None or not 0 <= self._at < len(self._x):
            return None
        return int(self._x[self._at]), float(self._y[self._at])

    def place_of(self, iteration: float, number: float) -> QPointF:
        """Return where a number stands."""
        area, (left, right), (low, high) = self._area(), self._span, self._range
        across = (iteration - left) / max(right - left, 1e-9)
        return QPointF(
            area.left() + across * area.width(), area.bottom() - (number - low) / (high - low) * area.height()
        )

    def _area(self) -> QRectF:
        line = self.fontMetrics().height()
        return QRectF(self.rect()).adjusted(line * 0.8 + self._gutter(), line * 1.5, -line * 0.6, -line * 1.4)

    def _gutter(self) -> float:
        """Return the width of the numbers beside the line, which must not run through them."""
        return max(self.fontMetrics().horizontalAdvance(f"{end:.4g}") for end in self._range)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the ends of both axes, the line, and what is pointed at."""
        colors, area = chart_colors(self.palette()), self._area()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colors.background)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colors.grid, 1))
            painter.drawLine(area.topLeft(), area.topRight())
            painter.drawLine(area.bottomLeft(), area.bottomRight())
            self._paint_ends(painter, area)
            painter.setPen(QPen(colors.course, 1.6))
            for piece in self._pieces():
                painter.drawPolyline(piece)
            self._paint_pointed(painter, area)

    def _paint_ends(self, painter: QPainter, area: QRectF) -> None:
        colors, line = chart_colors(self.palette()), self.fontMetrics().height()
        painter.setPen(colors.muted)
        right = Qt.AlignmentFlag.AlignRight
        above = QRectF(area.left(), area.top() - line, area.width(), line)
        high, low = (
            QRectF(0, middle - line / 2, area.left() - line * 0.3, line) for middle in (area.top(), area.bottom())
        )
        foot = QRectF(area.left(), area.bottom() + 2, area.width(), line)
        painter.drawText(high, right, f"{self._range[1]:.4g}")
        painter.drawText(low, right, f"{self._range[0]:.4g}")
        painter.drawText(foot, f"{self._span[0]:,.0f}")
        painter.drawText(foot, right, f"{self._span[1]:,.0f}")
        pointed = self.pointed
        if pointed is not None:
            painter.setPen(colors.text)
            painter.drawText(above, right, f"{pointed[0]:,}: {pointed[1]:.6g}")

    def _pieces(self) -> list[QPolygonF]:
        """Return the line, broken where a number is not finite."""
        x, y = self._x, self._y
        size = -(-len(x) // _MOST)
        if size > 1:
            starts = np.arange(0, len(x), size)
            finite = np.where(np.isfinite(y), y, np.nan)
            ends = np.stack([np.fmin.reduceat(finite, starts), np.fmax.reduceat(finite, starts)], axis=1)
            ends[1::2] = ends[1::2, ::-1]
            x, y = np.repeat(x[starts], 2), ends.ravel()
        pieces, points = [], []
        for at, number in zip(x.tolist(), y.tolist(), strict=True):
            if math.isfinite(number):
                points.append(self.place_of(at, number))
            elif points:
                pieces.append(QPolygonF(points))
                points = []
        return [*pieces, QPolygonF(points)] if points else pieces

    def _paint_pointed(self, painter: QPainter, area: QRectF) -> None:
        pointed, colors = self.pointed, chart_colors(self.palette())
        if pointed is None:
            return
        place = self.place_of(*pointed)
        painter.setPen(QPen(colors.muted, 1))
        painter.drawLine(QPointF(place.x(), area.top()), QPointF(place.x(), area.bottom()))
        if math.isfinite(pointed[1]):
            painter.setPen(QPen(colors.background, 2))
            painter.setBrush(colors.course)
            painter.drawEllipse(place, 4.5, 4.5)

    # ---- what a person does

    def _point_at(self, x: float) -> None:
        area, (left, right) = self._area(), self._span
        if len(self._x):
            iteration = left + (x - area.left()) / max(area.width(), 1) * (right - left)
            self._at = int(np.abs(self._x - iteration).argmin())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the number nearest to the pointer."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._point_at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the moment that is clicked."""
        self._point_at(event.position().x())
        pointed = self.pointed
        if event.button() == Qt.MouseButton.LeftButton and pointed is not None:
            self.moment_wanted.emit(pointed[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read numbers by arrows; Enter asks for the moment."""
        step, pointed = _STEPS.get(Qt.Key(event.key())), self.pointed
        if step is not None and len(self._x):
            last = len(self._x) - 1
            self._at = last if self._at is None else min(max(self._at + step, 0), last)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and pointed is not None:
            self.moment_wanted.emit(pointed[0])
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Give a size at which a course can be read."""
        return QSize(360, 160)
