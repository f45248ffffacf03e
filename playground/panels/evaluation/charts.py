"""Two small charts: how sure the network is against how often it is right, and values against those that are true."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.share_text import share_text
from playground.widgets.text.tooltips import describe, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent

    from nn.evaluation.answers import Answers
    from nn.evaluation.calibration import Calibration

_AIR = 8  # px
_MOST_DOTS = 2000


class _SquareChart(LiveLook, QWidget):
    """A square with a diagonal, on which all is as it should be, and a name at each of two sides."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Give a size at which it is pleasant to read."""
        return QSize(300, 300)

    def minimumSizeHint(self) -> QSize:
        """Give the least at which it can be read."""
        return QSize(140, 120)

    def names(self) -> tuple[str, str]:
        """Give what runs to the right and upwards."""
        raise NotImplementedError

    def ends(self) -> tuple[str, str]:
        """Give what stands where a side begins and where it ends."""
        return "", ""

    def draw_below(self, painter: QPainter, room: QRectF) -> None:
        """Draw what the diagonal goes across."""

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Draw what is to be seen into the square."""
        raise NotImplementedError

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the diagonal, the names and what is to be seen."""
        colors, line = chart_colors(self.palette()), self.fontMetrics().height()
        side = min(self.width() - line - 3 * _AIR, self.height() - 2 * line - 3 * _AIR)
        if side < 20:
            return
        room = QRectF(line + 2 * _AIR, _AIR + line, side, side)  # with a line of air for the number of a full bar
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(room, colors.background)
            painter.setPen(QPen(colors.grid, 1))
            painter.drawRect(room)
            self.draw_below(painter, room)
            painter.setPen(QPen(colors.muted, 1, Qt.PenStyle.DashLine))
            painter.drawLine(room.bottomLeft(), room.topRight())
            self.draw(painter, room)
            self._draw_names(painter, room, colors.text)

    def _draw_names(self, painter: QPainter, room: QRectF, color: QColor) -> None:
        across, upwards = self.names()
        painter.setPen(color)
        below = QRectF(room.left(), room.bottom() + 2, room.width(), self.fontMetrics().height() + 4)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, across)
        self._draw_ends(painter, below)
        painter.translate(_AIR + self.fontMetrics().height() / 2, room.center().y())
        painter.rotate(-90)
        beside = QRectF(
            -room.height() / 2, -self.fontMetrics().height() / 2, room.height(), self.fontMetrics().height()
        )
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, upwards)
        self._draw_ends(painter, beside)

    def _draw_ends(self, painter: QPainter, along: QRectF) -> None:
        least, largest = self.ends()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(along, Qt.AlignmentFlag.AlignLeft | middle, least)
        painter.drawText(along, Qt.AlignmentFlag.AlignRight | middle, largest)


class CalibrationChart(_SquareChart):
    """Bars of how often the network is right, where it is so sure; the gap to the diagonal is what it errs by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shown: Calibration | None = None
        super().__init__("calibrationChart", parent)

    def show_calibration(self, shown: Calibration | None) -> None:
        """Show other numbers."""
        self._shown = shown
        self.setAccessibleDescription(self._in_words())
        self.setToolTip(wrapped(f"{self._about()}\n\n{self._in_words()}"))
        self.update()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        describe(self, self.tr("Calibration"), self._about())

    def _about(self) -> str:
        return self.tr(
            "Of the answers that the network is so sure of (to the right), this share is right (upwards). On the "
            "dashed line it is right as often as it is sure; bars below it: too sure of itself. The number at a bar "
            "says how many answers it stands for."
        )

    def _in_words(self) -> str:
        shown = self._shown
        if shown is None:
            return ""
        text = self.tr("sure {sure}: right {right} of {count:,}")
        lines = (
            text.format(sure=share_text(sure), right=share_text(right), count=count)
            for sure, right, count in zip(
                shown.certainty.tolist(), shown.right.tolist(), shown.counts.tolist(), strict=True
            )
            if count
        )
        return "\n".join(lines)

    def names(self) -> tuple[str, str]:
        """Give what runs to the right and upwards."""
        return self.tr("how sure it is"), self.tr("share that is right")

    def ends(self) -> tuple[str, str]:
        """Both sides are shares."""
        return "0%", "100%"

    def draw_below(self, painter: QPainter, room: QRectF) -> None:
        """Draw a bar a bin."""
        for bar, _ in self._bars(room):
            painter.fillRect(bar, chart_colors(self.palette()).network)

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Write how many answers each bar stands for, and the mean of the gaps."""
        if self._shown is None:
            return
        painter.setPen(chart_colors(self.palette()).text)
        line = self.fontMetrics().height()
        taken = QRectF()
        for bar, count in reversed(list(self._bars(room))):  # the last ones stand for most answers
            wide = self.fontMetrics().horizontalAdvance(f"{count:,}") + 2
            left = min(bar.center().x() - wide / 2, room.right() - wide)
            above = QRectF(left, bar.top() - line - 1, wide, line)
            if not above.intersects(taken):
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, f"{count:,}")
                taken = above
        self._draw_error(painter, room)

    def _draw_error(self, painter: QPainter, room: QRectF) -> None:
        """Write the mean of the gaps beside the square, or into it where there is no room."""
        assert self._shown is not None
        text, line = (
            self.tr("expected error {error}").format(error=share_text(self._shown.error)),
            painter.fontMetrics(),
        )
        wide, is_beside = line.horizontalAdvance(text) + 2 * _AIR, room.right() + _AIR
        place = QRectF(room.left() + 1, room.top() + 1, wide, line.height() + 4)
        if is_beside + wide <= self.width():
            place.moveLeft(is_beside)
        else:
            painter.fillRect(place, chart_colors(self.palette()).background)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _bars(self, room: QRectF) -> Iterator[tuple[QRectF, int]]:
        """Give the place of each bar, and its number of answers."""
        if self._shown is None:
            return
        rights, counts = self._shown.right.tolist(), self._shown.counts.tolist()
        width = room.width() / len(counts)
        for place, (right, count) in enumerate(zip(rights, counts, strict=True)):
            if count and not math.isnan(right):
                top = room.bottom() - right * room.height()
                yield (
                    QRectF(QPointF(room.left() + place * width + 1, top), QSizeF(width - 2, room.bottom() - top)),
                    count,
                )


class ValuesChart(_SquareChart):
    """A dot a sample: the true value to the right, what was said upwards; on the diagonal both are the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._true = self._said = np.zeros(0)
        super().__init__("valuesChart", parent)

    def show_answers(self, answers: Answers | None) -> None:
        """Show the first value of each sample."""
        empty = np.zeros(0)
        true = empty if answers is None else answers.t.reshape(len(answers), -1)[:_MOST_DOTS, 0].astype(np.float64)
        said = empty if answers is None else answers.shares[:_MOST_DOTS, 0].astype(np.float64)
        finite = np.isfinite(said) & np.isfinite(true)
        self._true, self._said = true[finite], said[finite]
        self.update()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "A dot a sample: its true value to the right, what the network said upwards. On the dashed line both are "
            "the same; the farther from it, the larger the error."
        )
        describe(self, self.tr("Values against the true ones"), about)

    def names(self) -> tuple[str, str]:
        """Give what runs to the right and upwards."""
        return self.tr("true value"), self.tr("said value")

    def ends(self) -> tuple[str, str]:
        """Give the least and the largest number of both."""
        low, high = self._range()
        return (f"{low:.3g}", f"{high:.3g}") if len(self._true) else ("", "")

    def _range(self) -> tuple[float, float]:
        both = np.concatenate((self._true, self._said, [] if len(self._true) else [0.0]))
        return float(both.min()), float(both.max())

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Draw the dots on one scale for both sides."""
        if not len(self._true):
            return
        low, high = self._range()
        span = (high - low) or 1.0
        colors = chart_colors(self.palette())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.network)
        for x, y in zip(((self._true - low) / span).tolist(), ((self._said - low) / span).tolist(), strict=True):
            painter.drawEllipse(QPointF(room.left() + x * room.width(), room.bottom() - y * room.height()), 2, 2)
