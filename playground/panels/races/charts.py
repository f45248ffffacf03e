"""Small charts in a grid: lines with their names at their ends, histograms, pictures; painted in one go."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.fonts import smaller
from playground.widgets.look.hint import paint_hint
from playground.widgets.plot.round_numbers import round_ticks
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QPaintEvent

_AIR = 4.0
_ELIDED = Qt.TextElideMode.ElideMiddle  # contestants are told apart by how their names begin, layers by how they end
_NAN = "NaN"  # in every language
_MOST_TICKS = 5
_LEAST = QSize(96, 70)
_LEAST_OF_MANY = 72
"""px of a chart at the least: with less room the grid scrolls."""


def _least(columns: int) -> int:
    """Return the least width of a chart, so many beside each other."""
    return 160 if columns == 1 else _LEAST.width() if columns < 4 else _LEAST_OF_MANY


@dataclass(frozen=True, eq=False)
class Line:
    """A line of a chart; NaN ends it."""

    name: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    color: QColor
    is_dashed: bool = False
    lost_at: float = 0.0
    """Where it diverged, 0 if it did not."""
    is_dots: bool = False


@dataclass(frozen=True, eq=False)
class Chart:
    """One chart of a grid.

    Attributes
    ----------
    title, note, short_note : str
        What stands above it at the left, and at the right: the short note where there is no room for the other, and
        nothing where there is none for that: a number that is cut would be another number.
    across, upwards : tuple of float
        What lies at its edges.
    bars : ndarray, optional
        Heights of a histogram in place of lines.
    image : QImage, optional
        A picture in place of lines.
    names : bool
        Whether lines wear their names at their ends.
    about : str
        What a person reads who points at it.
    """

    title: str
    lines: tuple[Line, ...] = ()
    across: tuple[float, float] = (0.0, 1.0)
    upwards: tuple[float, float] = (0.0, 1.0)
    note: str = ""
    short_note: str = ""
    bars: NDArray[np.int64] | None = None
    image: QImage | None = None
    color: QColor | None = None
    names: bool = False
    about: str = ""


class ChartGrid(QWidget):
    """Paints charts in rows; pointing at one tells its numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="raceCharts")
        self._charts: tuple[Chart, ...] = ()
        self._columns = 1
        self._pointer: QPointF | None = None
        self.setMouseTracking(True)

    def show_charts(self, charts: Sequence[Chart], columns: int) -> None:
        """Show other charts, so many beside each other."""
        self._charts, self._columns = tuple(charts), max(1, columns)
        rows = math.ceil(len(self._charts) / self._columns) or 1
        wide = _least(self._columns)
        tall = _LEAST.height() if rows > 1 or self._columns > 1 else 110
        self.setMinimumSize(wide * self._columns, tall * rows)
        self.update()

    @staticmethod
    def fitting(width: int, most: int) -> int:
        """Return how many charts find room beside each other."""
        return next((columns for columns in range(most, 1, -1) if columns * _least(columns) <= width), 1)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """What is shown."""
        return self._charts

    def say(self, name: str, about: str, words: str) -> None:
        """Name the picture for a screen reader, with what it shows in words."""
        describe(self, name, about)
        self.setAccessibleDescription(words)
        self.setToolTip("")  # the numbers under the pointer are told instead

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the numbers under the pointer."""
        self._pointer = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell nothing any more."""
        self._pointer = None
        self.update()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all charts, and the numbers under the pointer."""
        with QPainter(self) as painter:
            painter.setFont(smaller(self.font()))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, chart in enumerate(self._charts):
                self._paint_chart(painter, chart, self._cell(place))
            self._paint_hint(painter)

    def _cell(self, place: int) -> QRectF:
        rows = math.ceil(len(self._charts) / self._columns) or 1
        row, column = divmod(place, self._columns)
        wide, tall = self.width() / self._columns, self.height() / rows
        return QRectF(column * wide, row * tall, wide, tall).adjusted(_AIR, 0, -_AIR, -_AIR)

    def _room(self, chart: Chart, cell: QRectF, metrics: QFontMetricsF) -> QRectF:
        """Return where the lines run: right of the scale, below the title, left of the names."""
        is_large = chart.names
        left = metrics.horizontalAdvance("0.000") + 4 if is_large else 2
        longest = max((metrics.horizontalAdvance(line.name) for line in chart.lines), default=0) if is_large else 0
        right = min(longest + 8, cell.width() / 3) if is_large else 2
        below = metrics.height() if is_large or chart.bars is not None else 2
        return cell.adjusted(left, metrics.height() + 2, -right, -below)

    def _paint_chart(self, painter: QPainter, chart: Chart, cell: QRectF) -> None:
        colors, metrics = chart_colors(self.palette()), QFontMetricsF(painter.font())
        room = self._room(chart, cell, metrics)
        if room.width() < 10 or room.height() < 10:
            return
        self._paint_words(painter, chart, cell, room)
        painter.fillRect(room, colors.background)
        if chart.image is not None:
            painter.drawImage(room, chart.image)
        elif chart.bars is not None:
            self._paint_bars(painter, chart, room)
        else:
            self._paint_scale(painter, chart, room, metrics)
            self._paint_lines(painter, chart, room, metrics)
        painter.setPen(QPen(colors.grid, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room)

    def _paint_words(self, painter: QPainter, chart: Chart, cell: QRectF, room: QRectF) -> None:
        """Write the title, and the note as far as it fits: beside the title, or below where the bars' range lies."""
        colors, metrics, is_below = chart_colors(self.palette()), QFontMetricsF(painter.font()), chart.bars is not None
        title = QRectF(room.left(), cell.top(), cell.right() - room.left(), metrics.height() + 2)
        place = QRectF(room.left(), room.bottom(), room.width(), metrics.height()) if is_below else title
        left = place.width() - (0.0 if is_below else metrics.horizontalAdvance(chart.title) + 6)  # names come first
        fitting = (each for each in (chart.note, chart.short_note) if metrics.horizontalAdvance(each) <= left)
        note = next(fitting, "")
        kept = title.width() - (0.0 if is_below else metrics.horizontalAdvance(note) + 6)
        painter.setPen(colors.text)
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft, metrics.elidedText(chart.title, _ELIDED, kept))
        painter.setPen(colors.muted)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, note)

    def _paint_scale(self, painter: QPainter, chart: Chart, room: QRectF, metrics: QFontMetricsF) -> None:
        colors = chart_colors(self.palette())
        low, high = chart.upwards
        most = max(2, min(_MOST_TICKS, int(room.height() / (2 * metrics.height()))))
        for value, text in round_ticks(low, high, most):
            y = room.bottom() - (value - low) / (high - low) * room.height()
            painter.setPen(QPen(colors.grid, 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            if chart.names:
                painter.setPen(colors.muted)
                box = QRectF(room.left() - 60, y - metrics.height() / 2, 56, metrics.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        if chart.names:
            foot = QRectF(room.left(), room.bottom(), room.width(), metrics.height())
            painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, f"{chart.across[0]:,.0f}")
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight, f"{chart.across[1]:,.0f}")

    def _paint_lines(self, painter: QPainter, chart: Chart, room: QRectF, metrics: QFontMetricsF) -> None:
        ends: list[tuple[float, Line]] = []
        painter.save()
        painter.setClipRect(room.adjusted(-1, -1, 1, 1))
        for line in chart.lines:
            points = self._points(chart, line, room)
            pen = QPen(line.color, 1.6)
            if line.is_dashed:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            if line.is_dots or len(points) == 1:  # a line of one point would not be seen
                self._paint_dots(painter, line, points)
            elif points:
                painter.drawPolyline(QPolygonF(points))
            if line.lost_at:
                self._paint_loss(painter, chart, line, room, points)
            if points and not line.is_dashed:
                ends.append((points[-1].y(), line))
        painter.restore()
        if chart.names:
            self._paint_names(painter, room, metrics, ends)

    @staticmethod
    def _paint_dots(painter: QPainter, line: Line, points: list[QPointF]) -> None:
        """Put a dot at each point: a ring where the line would be dashed."""
        painter.setPen(QPen(line.color, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush if line.is_dashed else line.color)
        for point in points:
            painter.drawEllipse(point, 2.5 if line.is_dashed else 1.5, 2.5 if line.is_dashed else 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _points(self, chart: Chart, line: Line, room: QRectF) -> list[QPointF]:
        (left, right), (low, high) = chart.across, chart.upwards
        is_known = np.isfinite(line.y)
        x = room.left() + (line.x[is_known] - left) / max(right - left, 1e-12) * room.width()
        y = room.bottom() - np.clip((line.y[is_known] - low) / max(high - low, 1e-12), -0.2, 1.2) * room.height()
        return [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]

    def _paint_loss(self, painter: QPainter, chart: Chart, line: Line, room: QRectF, points: list[QPointF]) -> None:
        """Put NaN where a line ended, in the colour of what is no number."""
        colors = chart_colors(self.palette())
        share = (line.lost_at - chart.across[0]) / max(chart.across[1] - chart.across[0], 1e-12)
        x = room.left() + min(max(share, 0.0), 1.0) * room.width()
        y = points[-1].y() if points else room.bottom() - 8
        painter.setPen(QPen(colors.diverged, 2))
        painter.drawLine(QPointF(x - 4, y - 4), QPointF(x + 4, y + 4))
        painter.drawLine(QPointF(x - 4, y + 4), QPointF(x + 4, y - 4))
        painter.drawText(QPointF(x + 7, min(y + 4, room.bottom() - 2)), _NAN)

    @staticmethod
    def _paint_names(painter: QPainter, room: QRectF, metrics: QFontMetricsF, ends: list[tuple[float, Line]]) -> None:
        """Write the name of each line at its end, one below the other where they would meet."""
        ordered = sorted(ends, key=lambda end: end[0])
        step = min(metrics.height(), room.height() / max(len(ordered), 1))
        tops: list[float] = []
        for y, _ in ordered:
            tops.append(max(y - metrics.height() / 2, tops[-1] + step if tops else room.top() - step))
        limit = room.bottom() - step / 2
        for place in reversed(range(len(tops))):  # who was pushed out below pushes the others up
            tops[place] = limit = min(tops[place], limit)
            limit -= step
        for top, (_, line) in zip(tops, ordered, strict=True):
            painter.setPen(line.color)
            painter.drawText(QPointF(room.right() + 4, top + metrics.ascent()), line.name)

    def _paint_bars(self, painter: QPainter, chart: Chart, room: QRectF) -> None:
        assert chart.bars is not None
        highest = max(int(chart.bars.max()), 1)
        width = room.width() / len(chart.bars)
        color = chart.color or chart_colors(self.palette()).bar
        for place, count in enumerate(chart.bars.tolist()):
            tall = count / highest * (room.height() - 2)
            painter.fillRect(
                QRectF(room.left() + place * width, room.bottom() - tall, max(width - 0.5, 1), tall), color
            )

    def _paint_hint(self, painter: QPainter) -> None:
        if self._pointer is None:
            return
        metrics = QFontMetricsF(painter.font())
        for place, chart in enumerate(self._charts):
            cell = self._cell(place)
            if cell.contains(self._pointer):
                lines = self._told_at(chart, self._room(chart, cell, metrics))
                if lines:
                    spot = QRectF(self._pointer.x() - 2, self._pointer.y() - 2, 4, 4)
                    paint_hint(painter, lines, spot, self.rect(), self.palette())
                return

    def _told_at(self, chart: Chart, room: QRectF) -> list[str]:
        """Return what is told of a chart under the pointer: every line's number there."""
        assert self._pointer is not None
        told = [text for text in (chart.title, chart.about) if text]
        if not chart.lines:
            return told
        share = min(max((self._pointer.x() - room.left()) / max(room.width(), 1), 0.0), 1.0)
        at = chart.across[0] + share * (chart.across[1] - chart.across[0])
        told.append(self.tr("iteration {at:,}").format(at=round(at)))
        for line in chart.lines:
            known = np.flatnonzero(np.isfinite(line.y) & (line.x <= at + 1e-9))
            if line.lost_at and at >= line.lost_at:
                told.append(self.tr("{name}: NaN since {at:,}").format(name=line.name, at=round(line.lost_at)))
            elif len(known):
                told.append(f"{line.name}: {line.y[known[-1]]:.4g}")
        return told[:20]
