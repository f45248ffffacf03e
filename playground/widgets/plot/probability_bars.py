"""Horizontal bars: how sure a network is of each class."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.actions import as_menu_text
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.description import Description
from playground.widgets.text.share_text import probability_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QFont, QPaintEvent, QResizeEvent

_GAP = 6.0  # px between label, bar and percentage
_THICKEST = 20.0  # px of a bar in a tall widget
_TALLEST = 2.4  # lines of text for a row: what else a tall widget has stays free above and below
_QUIET = 0.68  # share of the text colour in what is not the highest: still 4.5:1
_GROOVE = 0.09  # share of the text colour in the empty part of a bar
_LEAST_PLAIN = 1e-4
_WIDEST_PERCENTAGES = ("> 99.9%", "99.9%")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Row(NamedTuple):
    """Where the parts of a row are painted, in px."""

    area: QRect
    label: QRectF
    groove: QRect
    figure: QRectF


class _Figure(NamedTuple):
    """The figure of a row as it is painted; rows that stay equal need not be painted anew."""

    text: str
    share: float
    is_highest: bool


class ProbabilityBars(LiveLook, QWidget):
    """Show probabilities as labelled bars, the highest one emphasised; hover gives exact values.

    Works with plain sequences of numbers, so that it can be painted before NumPy is loaded.
    """

    spoken_as = "Chart"
    asked_about = Signal(int)
    """A row that a person asked about, from the menu of `offer`."""

    menu_wanted = Signal(int, object)
    """A row, and the menu that opens for it: whoever has something to offer adds it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = tuple("0123456789")
        self._probabilities: tuple[float, ...] = ()
        self._rivals: tuple[float, ...] = ()
        self._figures: list[_Figure] = self._read_off()
        self._rows: list[_Row] = []
        self._offer = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._description = Description(self, self._describe)
        self.retranslate()

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes, from top to bottom."""
        return self._labels

    @property
    def probabilities(self) -> tuple[float, ...]:
        """What the bars show; empty while there is nothing to show."""
        return self._probabilities

    def show_probabilities(self, probabilities: Sequence[float], labels: Sequence[str] | None = None) -> None:
        """Show one bar for each class.

        Parameters
        ----------
        probabilities : sequence of float
            One number for each class, or none at all to empty the bars.
        labels : sequence of str, optional
            Names of the classes; without them the present ones stay.

        Raises
        ------
        ValueError
            If there are not as many probabilities as labels.
        """
        labels = self._labels if labels is None else tuple(labels)
        probabilities = tuple(float(value) for value in probabilities)
        if probabilities and len(probabilities) != len(labels):
            raise ValueError(
                f"the bars got {len(probabilities)} probabilities for {len(labels)} labels; give one for each"
            )
        before = self._figures
        if labels != self._labels:
            self._rivals = ()
            self._rows.clear()
            self.updateGeometry()
            self.update()
        self._labels, self._probabilities = labels, probabilities
        self._figures = self._read_off()
        for row, old, new in zip(self._layout(), before, self._figures, strict=False):
            if old != new:
                self.update(row.area)
        self._description.out_of_date()

    @property
    def rivals(self) -> tuple[float, ...]:
        """What stands below each bar to compare with; empty while nothing does."""
        return self._rivals

    def show_rivals(self, probabilities: Sequence[float]) -> None:
        """Show below each bar that of another network, or none at all: they are another number of classes."""
        rivals = tuple(probabilities) if len(probabilities) == len(self._labels) else ()
        if rivals != self._rivals:
            self._rivals = rivals
            self.update()
            self._description.out_of_date()

    def offer(self, text: str) -> None:
        """Offer to ask about a row by a menu; hover says so."""
        self._offer = text

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to ask about the row under the pointer, by the keyboard about the highest one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        row = self._row_at(event.pos().y()) if by_mouse else self.highest()
        if row is None:
            super().contextMenuEvent(event)
            return
        menu = QMenu(self, objectName="barMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._offer:
            action = menu.addAction(f"{as_menu_text(self._labels[row])}: {self._offer}")
            action.triggered.connect(partial(self.asked_about.emit, row))
        self.menu_wanted.emit(row, menu)
        menu.popup(event.globalPos())

    def highest(self) -> int | None:
        """Return the row of the highest probability, or None when no probability is a number."""
        numbers = [row for row, value in enumerate(self._probabilities) if value == value]
        return max(numbers, key=self._probabilities.__getitem__, default=None)

    def sizeHint(self) -> QSize:
        """Return room for rows with some air and bars a good deal longer than their percentages."""
        return self._size(bar="0" * 10, air=6)

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which every row can be read."""
        return self._size(bar="0" * 5, air=0)

    def event(self, event: QEvent) -> bool:
        """Answer a pointer at rest with the exact probability of the row under it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._text_at(event.pos().y()), self)
            return True
        return super().event(event)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setAccessibleName(self.tr("Probabilities of the classes"))
        self._description.refresh()

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._rows.clear()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew."""
        super().resizeEvent(event)
        self._rows.clear()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that changed."""
        with QPainter(self) as painter:
            colors = chart_colors(self.palette())
            text = self.palette().color(self.foregroundRole())
            window = self.palette().color(self.backgroundRole())
            quiet, groove = blend(window, text, _QUIET), blend(window, text, _GROOVE)
            for row, label, figure in zip(self._layout(), self._labels, self._figures, strict=True):
                if not event.region().intersects(row.area):
                    continue
                painter.setFont(self._bold() if figure.is_highest else self.font())
                painter.setPen(text if figure.is_highest else quiet)
                painter.drawText(row.label, _RIGHT, label)
                painter.drawText(row.figure, _RIGHT, figure.text)
                painter.fillRect(row.groove, groove)
                filled = QRectF(row.groove)
                filled.setWidth(filled.width() * figure.share)
                if self._rivals:
                    filled.setHeight(filled.height() / 2)
                painter.fillRect(filled, colors.accent if figure.is_highest else colors.bar)
            self._paint_rivals(painter, colors.ghost)

    def _paint_rivals(self, painter: QPainter, color: QColor) -> None:
        for row, value in zip(self._layout(), self._rivals, strict=False):
            groove = QRectF(row.groove)
            height = groove.height() / 2
            share = min(max(value, 0.0), 1.0) if value == value else 0.0
            painter.fillRect(
                QRectF(groove.left(), groove.top() + height + 1, groove.width() * share, height - 1), color
            )

    def _read_off(self) -> list[_Figure]:
        """Return what is painted in each row."""
        if not self._probabilities:
            return [_Figure("", 0.0, False)] * len(self._labels)
        highest = self.highest()
        return [_figure(value, row == highest) for row, value in enumerate(self._probabilities)]

    def _layout(self) -> list[_Row]:
        """Return where everything is; it is worked out once for each size."""
        if not self._rows:
            self._rows = [self._row(index) for index in range(len(self._labels))]
        return self._rows

    def _row(self, index: int) -> _Row:
        first, height = self._rows_from()
        top, bottom = round(first + index * height), round(first + (index + 1) * height)
        label_width, figure_width = self._text_widths()
        thickness = round(min(height * 0.62, _THICKEST))
        left = round(label_width + _GAP)
        right = max(round(self.width() - figure_width - _GAP), left)
        return _Row(
            area=QRect(0, top, self.width(), bottom - top),
            label=QRectF(0, top, label_width, bottom - top),
            groove=QRect(left, top + (bottom - top - thickness) // 2, right - left, thickness),
            figure=QRectF(self.width() - figure_width, top, figure_width, bottom - top),
        )

    def _rows_from(self) -> tuple[float, float]:
        """Return where the first row begins, and the height of each, in px."""
        count = max(len(self._labels), 1)
        height = min(self.height() / count, _TALLEST * QFontMetricsF(self._bold()).height())
        return (self.height() - count * height) / 2, height

    def _text_widths(self) -> tuple[float, float]:
        """Return the widths of the labels and of the percentages, in px."""
        metrics = QFontMetricsF(self._bold())
        labels = max((metrics.horizontalAdvance(label) for label in self._labels), default=0.0)
        return labels, max(map(metrics.horizontalAdvance, _WIDEST_PERCENTAGES))

    def _size(self, bar: str, air: int) -> QSize:
        metrics = QFontMetricsF(self._bold())
        width = sum(self._text_widths()) + 2 * _GAP + metrics.horizontalAdvance(bar)
        return QSize(round(width), round((metrics.height() + air) * len(self._labels)))

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def _text_at(self, y: float) -> str:
        """Return the exact probability of the row at a height, or what the bars are while there is none."""
        row = self._row_at(y)
        if row is None:
            return self.tr("The probability the network gives to each class.")
        text = self.tr("Probability of {label}: {value}").format(
            label=self._labels[row], value=_exact(self._probabilities[row])
        )
        if self._rivals:
            other = self.tr("The other network: {value}").format(value=_exact(self._rivals[row]))
            text = f"{text}\n{other}"
        if self._offer:
            offer = self.tr("Right-click: {question}").format(question=self._offer)
            text = f"{text}\n{offer}"
        return text

    def _row_at(self, y: float) -> int | None:
        first, height = self._rows_from()
        row = math.floor((y - first) / max(height, 1.0))
        return row if 0 <= row < len(self._probabilities) else None

    def _describe(self) -> str:
        pairs = zip(self._labels, self._probabilities, strict=False)
        text = ", ".join(f"{label}: {percentage(value)}" for label, value in pairs)
        if text and self._rivals:
            others = zip(self._labels, self._rivals, strict=False)
            rivals = ", ".join(f"{label}: {percentage(value)}" for label, value in others)
            other = self.tr("The other network")
            return f"{text}. {other}: {rivals}"
        return text or self.tr("Empty: nothing has been recognised yet.")


def percentage(value: float) -> str:
    """Write a probability as it stands in bars and sentences."""
    return probability_text(value)


def _exact(value: float) -> str:
    """Write six decimals, which a very small number has not enough of."""
    return f"{value:.6f}" if value >= _LEAST_PLAIN or not value else f"{value:.3g}"


def _figure(value: float, is_highest: bool) -> _Figure:
    share = min(max(value, 0.0), 1.0) if value == value else 0.0
    # a thousandth of a bar is less than a pixel, and the text has no more digits
    return _Figure(percentage(value), round(share, 3), is_highest)
