"""Horizontal bars: how sure a network is of each class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.widgets.colors import blend, chart_colors
from playground.widgets.paint_guard import guarded_paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QFont, QPaintEvent

_DESCRIPTION_PAUSE = 1000  # ms between two descriptions: a screen reader cannot follow every pen move
_GAP = 6.0  # px between label, bar and percentage
_THICKEST = 20.0  # px of a bar in a tall widget
_QUIET = 0.68  # share of the text colour in what is not the highest: still 4.5:1
_GROOVE = 0.09  # share of the text colour in the empty part of a bar
_WIDEST_PERCENTAGE = "100.0 %"


class ProbabilityBars(QWidget):
    """Show probabilities as labelled bars, the highest one emphasised; hover gives exact values.

    Works with plain sequences of numbers, so that it can be painted before NumPy is loaded.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = tuple("0123456789")
        self._probabilities: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._description_timer = QTimer(self, singleShot=True, interval=_DESCRIPTION_PAUSE)
        self._description_timer.timeout.connect(self._describe)
        self._describe()

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
        if len(labels) != len(self._labels):
            self.updateGeometry()
        self._labels, self._probabilities = labels, probabilities
        if not self._description_timer.isActive():
            self._description_timer.start()
        self.update()

    def highest(self) -> int | None:
        """Return the row of the highest probability, or None when no probability is a number."""
        numbers = [row for row, value in enumerate(self._probabilities) if value == value]
        return max(numbers, key=self._probabilities.__getitem__, default=None)

    def sizeHint(self) -> QSize:
        """Return room for rows with some air and bars a good deal longer than their percentages."""
        return self._size(bar="0" * 10, air=6)

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which every row can be read."""
        return self._size(bar="0" * 3, air=0)

    def event(self, event: QEvent) -> bool:
        """Answer a pointer at rest with the exact probability of the row under it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._text_at(event.pos().y()), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        elif event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one row for each class."""
        painter = QPainter(self)
        colors = chart_colors(self.palette())
        text = self.palette().color(self.foregroundRole())
        window = self.palette().color(self.backgroundRole())
        highest = self.highest()
        for row in range(len(self._labels)):
            if row == highest:
                self._paint_row(painter, row, text, colors.accent)
            else:
                self._paint_row(painter, row, blend(window, text, _QUIET), colors.loss)
            painter.fillRect(self._unfilled(row), blend(window, text, _GROOVE))

    def _paint_row(self, painter: QPainter, row: int, text: QColor, bar: QColor) -> None:
        label, groove, figure = self._columns(row)
        painter.setFont(self._row_font(row))
        painter.setPen(text)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(label, right, self._labels[row])
        if self._probabilities:
            painter.drawText(figure, right, percentage(self._probabilities[row]))
            groove.setWidth(groove.width() * self._share(row))
            painter.fillRect(groove, bar)

    def _unfilled(self, row: int) -> QRectF:
        _, groove, _ = self._columns(row)
        groove.setLeft(groove.left() + groove.width() * self._share(row))
        return groove

    def _share(self, row: int) -> float:
        """Return the filled part of a row's bar, 0 to 1."""
        value = self._probabilities[row] if self._probabilities else 0.0
        return min(max(value, 0.0), 1.0) if value == value else 0.0

    def _columns(self, row: int) -> tuple[QRectF, QRectF, QRectF]:
        """Return where a row's label, bar and percentage are."""
        height = self.height() / max(len(self._labels), 1)
        label_width, percentage_width = self._text_widths()
        label = QRectF(0, row * height, label_width, height)
        figure = QRectF(self.width() - percentage_width, row * height, percentage_width, height)
        thickness = round(min(height * 0.62, _THICKEST))
        groove = QRectF(label.right() + _GAP, round(label.center().y() - thickness / 2), 0, thickness)
        groove.setRight(max(figure.left() - _GAP, groove.left()))
        return label, groove, figure

    def _text_widths(self) -> tuple[float, float]:
        """Return the widths of the labels and of the percentages, in px."""
        metrics = QFontMetricsF(self._bold())
        labels = max((metrics.horizontalAdvance(label) for label in self._labels), default=0.0)
        return labels, metrics.horizontalAdvance(_WIDEST_PERCENTAGE)

    def _size(self, bar: str, air: int) -> QSize:
        metrics = QFontMetricsF(self._bold())
        width = sum(self._text_widths()) + 2 * _GAP + metrics.horizontalAdvance(bar)
        return QSize(round(width), round((metrics.height() + air) * len(self._labels)))

    def _row_font(self, row: int) -> QFont:
        return self._bold() if row == self.highest() else self.font()

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def _text_at(self, y: float) -> str:
        """Return the exact probability of the row at a height, or what the bars are while there is none."""
        row = int(y * len(self._labels) // max(self.height(), 1))
        if not 0 <= row < len(self._probabilities):
            return self.tr("The probability the network gives to each digit; together they are 100 %.")
        return self.tr("Probability of {label}: {value:.6f}").format(
            label=self._labels[row], value=self._probabilities[row]
        )

    def _describe(self) -> None:
        """Tell a screen reader what the bars show."""
        self.setAccessibleName(self.tr("Probabilities of the digits"))
        self.setAccessibleDescription(
            ", ".join(
                f"{label}: {percentage(value)}"
                for label, value in zip(self._labels, self._probabilities, strict=False)
            )
            or self.tr("Empty: nothing has been recognised yet.")
        )


def percentage(value: float) -> str:
    """Write a probability as it stands in bars and sentences."""
    return f"{value * 100:.1f} %" if value == value else "NaN"
