"""Histograms of many arrays, side by side: bars for now, a line for the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from playground.panels.weights.histogram_data import BINS, HistogramPair
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.widgets.look.colors import ChartColors

_COLUMNS = 2  # W and b of a layer stand beside each other
_MARGIN = 8  # px around a chart
_MOST_BEYOND = 2.0  # how far the line may tower above the bars
_LEAST_HEIGHT = 76  # px of a chart with its texts


class HistogramGrid(QWidget):
    """Paints a grid of histograms; put it into a scroll area."""

    chosen = Signal(str)
    """Name of the array whose histogram a person clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, focusPolicy=Qt.FocusPolicy.StrongFocus, mouseTracking=True)
        self._pairs: tuple[HistogramPair, ...] = ()
        self._marked = ""

    def show_histograms(self, pairs: Sequence[HistogramPair]) -> None:
        """Show other histograms, two a row."""
        grown = len(pairs) != len(self._pairs)
        self._pairs = tuple(pairs)
        if grown:
            self.setMinimumHeight(self._rows() * _LEAST_HEIGHT)
            self.updateGeometry()
        self.update()

    def mark(self, name: str) -> None:
        """Emphasise the histogram of an array."""
        if name != self._marked:
            self._marked = name
            self.update()

    def area_of(self, number: int) -> QRect:
        """Give where a histogram is painted, with its texts."""
        row, column = divmod(number, _COLUMNS)
        height = self.height() // max(self._rows(), 1)
        width = self.width() // _COLUMNS
        return QRect(column * width, row * height, width, height).adjusted(_MARGIN, 2, -_MARGIN, -4)

    def number_at(self, point: QPoint) -> int:
        """Give the histogram at a point, -1 where there is none."""
        return next((n for n in range(len(self._pairs)) if self.area_of(n).contains(point)), -1)

    def _rows(self) -> int:
        return -(-len(self._pairs) // _COLUMNS)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every histogram that can be seen."""
        with QPainter(self) as painter:
            colors = chart_colors(self.palette())
            painter.fillRect(event.rect(), colors.background)
            for number, pair in enumerate(self._pairs):
                if self.area_of(number).intersects(event.rect()):
                    self._paint_pair(painter, colors, pair, self.area_of(number))

    def _paint_pair(self, painter: QPainter, colors: ChartColors, pair: HistogramPair, area: QRect) -> None:
        line = self.fontMetrics().height()
        is_marked = pair.name == self._marked
        font = painter.font()
        font.setBold(is_marked)
        painter.setFont(font)
        painter.setPen(colors.accent if is_marked else colors.text)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, pair.name)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(colors.muted)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._figures(pair))
        chart = area.adjusted(0, line + 2, 0, -line)
        self._paint_bars(painter, colors, pair, chart)
        painter.setPen(colors.muted)
        below = QRect(area.left(), chart.bottom() + 1, area.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, "0")
        if pair.limit:  # else all are 0, and there are no ends
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, f"{-pair.limit:.3g}")
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"{pair.limit:.3g}")

    def _paint_bars(self, painter: QPainter, colors: ChartColors, pair: HistogramPair, chart: QRect) -> None:
        tallest = _tallest(pair)
        width, rise = chart.width() / BINS, chart.height() / tallest
        for number, share in enumerate(pair.now.tolist()):
            if share:
                low, high = pair.edges(number)
                color = colors.muted if low <= 0 <= high else colors.positive if low > 0 else colors.negative
                left = chart.left() + number * width
                top = min(chart.bottom() + 1 - share * rise, chart.bottom())  # a bar of one number is seen, too
                painter.fillRect(QRectF(left, top, width - 0.5, chart.bottom() + 1 - top), color)
        painter.setPen(colors.muted)
        painter.drawLine(chart.left(), chart.bottom() + 1, chart.right(), chart.bottom() + 1)
        if pair.before is not None:
            painter.setPen(colors.text)
            painter.setClipRect(chart.adjusted(0, 0, 0, 1))
            painter.drawPolyline(_outline(pair, chart, width, rise))
            painter.setClipping(False)

    def _figures(self, pair: HistogramPair) -> str:
        if pair.not_finite:
            return self.tr("{count:,} of {all:,} are NaN or infinite").format(count=pair.not_finite, all=pair.count)
        text = self.tr("std {std:.3g}").format(std=pair.std)
        if pair.before_std is not None:
            text += self.tr(" (start {std:.3g})").format(std=pair.before_std)
        if pair.zeros > 0:
            text += self.tr(", {share:.0%} zeros").format(share=pair.zeros)
        return text

    def explanation(self, number: int) -> str:
        """Give the text on hover of a histogram."""
        pair = self._pairs[number]
        text = self.tr(
            "{name}: {count:,} numbers, mean {mean:.4g}, std {std:.4g}. Bars: how many numbers there are "
            "of each size now, orange below 0 and blue above. Line: when training began."
        )
        return wrapped(text.format(name=pair.name, count=pair.count, mean=pair.mean, std=pair.std))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the histogram that is clicked."""
        number = self.number_at(event.position().toPoint())
        if number >= 0:
            self.chosen.emit(self._pairs[number].name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the histograms with the arrows."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_COLUMNS, Qt.Key.Key_Down: _COLUMNS}
        step = steps.get(Qt.Key(event.key()))
        names = [pair.name for pair in self._pairs]
        if step is None or not names:
            super().keyPressEvent(event)
            return
        now = names.index(self._marked) if self._marked in names else 0
        self.chosen.emit(names[min(max(now + step, 0), len(names) - 1)])

    def event(self, event: QEvent) -> bool:
        """Explain the histogram under the pointer."""
        if isinstance(event, QHelpEvent):
            number = self.number_at(event.pos())
            QToolTip.showText(event.globalPos(), self.explanation(number) if number >= 0 else "", self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Give room for every chart."""
        return QSize(400, max(self._rows(), 1) * 2 * _LEAST_HEIGHT)


def _tallest(pair: HistogramPair) -> float:
    """Give the share that is as high as the chart; a line that rises far beyond the bars is cut off.

    Biases all start at 0: beside that single peak nothing could be seen of what they have become.
    """
    now = float(pair.now.max())
    before = 0.0 if pair.before is None else float(pair.before.max())
    return before if now < before < _MOST_BEYOND * now else now or 1.0


def _outline(pair: HistogramPair, chart: QRect, width: float, rise: float) -> QPolygonF:
    """Give the earlier histogram as a line with steps."""
    points = []
    for number, share in enumerate(pair.before.tolist() if pair.before is not None else ()):
        y = chart.bottom() + 1 - share * rise
        points += [QPointF(chart.left() + number * width, y), QPointF(chart.left() + (number + 1) * width, y)]
    return QPolygonF(points)
