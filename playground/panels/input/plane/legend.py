"""The legend of the colours over a plane, in one line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.panels.input.plane.points_layer import filled_point, hollow_point
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.class_colors import SOFT, class_color
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.fonts import smaller
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_GAP = 6  # px
_BAR = 9  # px, how thick
_SHORTEST_BAR, _LONGEST_BAR = 36, 140  # px
_DOT = 4.0  # px, radius
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SurfaceLegend(LiveLook, QWidget):
    """A bar of colours between the names of two classes or two values, or a dot for each of more classes.

    Where there is room, it tells training points from test points, too.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[str, ...] = ()
        self._limit = 1.0
        self._discrete = False
        self._test = self._wrong = False
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_meaning(self, classes: Sequence[str], limit: float) -> None:
        """Name the classes, or none and the value that has the full colour."""
        if (tuple(classes), limit) != (self._classes, self._limit):
            self._classes, self._limit = tuple(classes), limit
            self.retranslate()

    def show_choices(self, test_points: bool, discrete: bool, count: int = 0) -> None:
        """Show test points only where there are any, no shades where there are none, and how many points are shown.

        Parameters
        ----------
        count : int
            Only the first so many points of each kind are shown; 0 for all.
        """
        self._test, self._discrete, self._count = test_points, discrete, count
        self.update()

    def show_wrong(self, shown: bool) -> None:
        """Explain the mark of wrong points where there is somebody who can be wrong."""
        if shown != self._wrong:
            self._wrong = shown
            self.update()

    @property
    def explains_wrong(self) -> bool:
        """Whether points can be wrong."""
        return self._wrong

    @property
    def ends(self) -> tuple[str, str]:
        """What stands at the two ends of the bar."""
        if self._classes:
            return self._classes[0], self._classes[1]
        return f"−{self._limit:.3g}", f"{self._limit:.3g}"

    def sizeHint(self) -> QSize:
        """Give the height of one line; any width will do."""
        return QSize(120, self.fontMetrics().height() + 2)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint from the left as much as there is room for."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(smaller(self.font()))
            x = self._paint_classes(painter) if len(self._classes) > 2 else self._paint_bar(painter)
            self._paint_kinds(painter, x + 3 * _GAP)

    def _paint_bar(self, painter: QPainter) -> float:
        low, high = self.ends
        words = sum(painter.fontMetrics().horizontalAdvance(text) for text in self.ends)
        length = min(max(self.width() / 3, _SHORTEST_BAR), _LONGEST_BAR, self.width() - words - 2 * _GAP)
        x = self._write(painter, 0, low)
        bar = QRectF(x + _GAP, (self.height() - _BAR) / 2, length, _BAR)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.setBrush(self._gradient(bar))
        painter.drawRect(bar)
        return self._write(painter, bar.right() + _GAP, high)

    def _gradient(self, bar: QRectF) -> QLinearGradient:
        colors = chart_colors(self.palette())
        low, high = (blend(colors.background, full, SOFT) for full in (colors.negative, colors.positive))
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        middle = (low, high) if self._discrete else (colors.background, colors.background)
        stops = ((0.0, low), (0.4999, middle[0]), (0.5001, middle[1]), (1.0, high))
        for position, color in stops:
            gradient.setColorAt(position, color)
        return gradient

    def _paint_classes(self, painter: QPainter) -> float:
        x = 0.0
        for index, name in enumerate(self._classes):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(class_color(index, self.palette()))
            painter.drawEllipse(QPointF(x + _DOT, self.height() / 2), _DOT, _DOT)
            x = self._write(painter, x + 2 * _DOT + 3, name) + _GAP
        return x

    def _paint_kinds(self, painter: QPainter, x: float) -> None:
        palette, ratio = self.palette(), self.devicePixelRatioF()
        training = self.tr("training: the first {count:,}") if self._count else self.tr("training")
        kinds = [(filled_point, training.format(count=self._count))]
        kinds += [(hollow_point, self.tr("test"))] * self._test
        kinds += [(partial(filled_point, is_wrong=True), self.tr("wrong"))] * self._wrong
        marks = [(draw(chart_colors(palette).muted, palette, _DOT, ratio), text) for draw, text in kinds]
        metrics = painter.fontMetrics()
        widths = [dot.deviceIndependentSize().width() + 2 + metrics.horizontalAdvance(text) for dot, text in marks]
        while marks and x + sum(widths) + 2 * _GAP * (len(marks) - 1) > self.width():
            del marks[0], widths[0]  # what is marked is explained before what is not
        for dot, text in marks:
            painter.drawPixmap(QPointF(x, (self.height() - dot.deviceIndependentSize().height()) / 2), dot)
            x = self._write(painter, x + dot.deviceIndependentSize().width() + 2, text) + 2 * _GAP

    def _write(self, painter: QPainter, x: float, text: str) -> float:
        """Write a text and give where it ends."""
        painter.setPen(chart_colors(self.palette()).muted)
        painter.drawText(QRectF(x, 0, self.width(), self.height()), int(_LEFT), text)
        return x + painter.fontMetrics().horizontalAdvance(text)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        if self._classes:
            text = self.tr(
                "The colour of a place is the class that the network gives it, the paler the less sure it is. Filled "
                "points are learned from, rings are test points; a cross marks those that the network takes for "
                "another class."
            )
        else:
            text = self.tr(
                "The colour of a place is the network's output there: blue above 0, orange below, pale near 0. Points "
                "have the colour of their target: where it is the colour of the ground, the network is right."
            )
        describe(self, self.tr("Legend"), text)
        self.setAccessibleDescription(text)
        self.update()
