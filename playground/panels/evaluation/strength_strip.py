"""One sample at each strength of a disturbance, with what is said of it: as pictures, or as points of a plane."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.panels.evaluation.strength_words import strength_text
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.class_colors import class_color
from playground.widgets.look.colors import chart_colors, is_dark
from playground.widgets.look.fonts import smaller
from playground.widgets.look.live_look import LiveLook
from playground.widgets.picture.row_picture import picture_shape
from playground.widgets.picture.sample_picture import sample_image
from playground.widgets.text.share_text import share_text
from playground.widgets.text.tooltips import describe
from playground.words import class_word

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from nn.datasets.base import Dataset
    from nn.evaluation.robustness import Sweep

_LARGEST = 64  # px a side
_MOST_POINTS = 150
_PLANE = 2  # numbers of a point


class StrengthStrip(LiveLook, QWidget):
    """A picture a strength, and below it what the network says; a click looks at that very sample."""

    strength_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="robustnessPictures")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sweep: Sweep | None = None
        self._data: Dataset | None = None
        self._row, self._chosen = 0, math.nan
        self._made: dict[float, QPixmap] = {}
        self.retranslate()

    def show_sample(self, sweep: Sweep | None, data: Dataset | None, row: int, chosen: float) -> None:
        """Show a row of the samples, disturbed."""
        before = self._sweep
        is_same = sweep is not None and before is not None and sweep.disturber is before.disturber
        if not is_same or row != self._row:
            self._made = {}
        self._sweep, self._data, self._row, self._chosen = sweep, data, row, chosen
        self.setVisible(self.has_pictures)
        self.setAccessibleDescription(self.in_words())
        self.update()

    @property
    def has_pictures(self) -> bool:
        """Whether there is something to be seen of such samples."""
        data = self._data
        return data is not None and (picture_shape(data) is not None or self._is_plane)

    @property
    def _is_plane(self) -> bool:
        return self._data is not None and math.prod(self._data.input_shape) == _PLANE and bool(self._data.classes)

    def sizeHint(self) -> QSize:
        """Give the height of the pictures and two lines."""
        return QSize(9 * _LARGEST, self._side() + 2 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Give the same height for a narrow strip."""
        return QSize(120, self.sizeHint().height())

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "The sample at each strength, and what the network says of it. A click makes it the sample that the whole "
            "window looks at."
        )
        describe(self, self.tr("The sample, disturbed"), about)

    def restyle(self) -> None:
        """Make the pictures anew in the colours of the theme."""
        self._made = {}
        self.update()

    def in_words(self) -> str:
        """Say all of it, a strength a line."""
        sweep = self._sweep
        if sweep is None or self._is_plane:
            return ""
        texts = ((each, self.answer_text(each)) for each in sweep.strengths if each in sweep.answers)
        return "\n".join(f"{strength_text(sweep.kind, each)}: {text}" for each, text in texts)

    def answer_text(self, strength: float) -> str:
        """Say what is said of the sample at a strength, of points how many are right."""
        assert self._sweep is not None
        answers = self._sweep.answers[strength]
        if self._is_plane:
            return share_text(answers.accuracy)
        if self._row >= len(answers):
            return ""
        if not answers.classes:
            return f"{float(answers.shares[self._row][0]):.4g}"
        said = int(answers.said[self._row])
        return "NaN" if said < 0 else class_word(answers.classes[said])

    def _side(self) -> int:
        count = 9 if self._sweep is None else len(self._sweep.strengths)
        return max(16, min(_LARGEST, (self.width() - 4) // count - 4)) if self.width() > 0 else _LARGEST

    def _cell(self, place: int) -> QRectF:
        assert self._sweep is not None
        wide = self.width() / len(self._sweep.strengths)
        return QRectF(place * wide, 0, wide, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as pictures of this width want."""
        super().resizeEvent(event)
        self.updateGeometry()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures there are, each with its strength and its answer."""
        sweep = self._sweep
        if sweep is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(smaller(self.font()))
            for place, strength in enumerate(sweep.strengths):
                self._paint_cell(painter, self._cell(place), strength)

    def _paint_cell(self, painter: QPainter, cell: QRectF, strength: float) -> None:
        sweep, colors = self._sweep, chart_colors(self.palette())
        assert sweep is not None
        line, side = painter.fontMetrics().height(), min(self._side(), int(cell.width()) - 4)
        painter.setPen(colors.muted)
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(cell.left(), 0, cell.width(), line), centre, strength_text(sweep.kind, strength))
        if strength not in sweep.answers:
            return
        frame = QRectF(cell.center().x() - side / 2, line + 1, side, side)
        picture = self._picture(strength)
        if picture is not None:
            painter.drawPixmap(frame, picture, QRectF(picture.rect()))
        is_chosen = strength == self._chosen
        painter.setPen(QPen(colors.accent if is_chosen else colors.grid, 2 if is_chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        painter.setPen(colors.text if self._is_right(strength) else colors.diverged)
        below = QRectF(cell.left(), frame.bottom() + 1, cell.width(), line)
        text = painter.fontMetrics().elidedText(
            self._marked(strength), Qt.TextElideMode.ElideRight, int(cell.width()) - 2
        )
        painter.drawText(below, centre, text)

    def _is_right(self, strength: float) -> bool:
        assert self._sweep is not None
        answers = self._sweep.answers[strength]
        return self._is_plane or not answers.classes or self._row >= len(answers) or bool(answers.is_right[self._row])

    def _marked(self, strength: float) -> str:
        text = self.answer_text(strength)
        return text if self._is_right(strength) else f"✗ {text}"

    def _picture(self, strength: float) -> QPixmap | None:
        found = self._made.get(strength)
        if found is None and self._data is not None and self._sweep is not None:
            self._made[strength] = found = self._plane(strength) if self._is_plane else self._image(strength)
        return found

    def _image(self, strength: float) -> QPixmap:
        assert self._data is not None
        assert self._sweep is not None
        shape = picture_shape(self._data)
        assert shape is not None
        values = self._sweep.disturber.made(np.array([self._row]), self._sweep.kind, strength)
        return QPixmap.fromImage(sample_image(values.reshape(shape), dark=is_dark(self.palette())))

    def _plane(self, strength: float) -> QPixmap:
        """Paint the first points, where the strength has moved them to."""
        sweep, data = self._sweep, self._data
        assert sweep is not None
        assert data is not None
        answers = sweep.answers[strength]
        rows = np.arange(min(_MOST_POINTS, len(answers)))
        points = sweep.disturber.made(rows, sweep.kind, strength).reshape(-1, _PLANE)
        reach = 1.5 * float(np.abs(data.x).max()) * data.scale or 1.0
        picture = QPixmap(_LARGEST, _LARGEST)
        picture.fill(chart_colors(self.palette()).background)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for (x, y), label in zip(points.tolist(), answers.t[rows].tolist(), strict=True):
                painter.setBrush(class_color(label, self.palette()))
                centre = QPointF((x / reach + 1) * _LARGEST / 2, (1 - y / reach) * _LARGEST / 2)
                painter.drawEllipse(centre, 1.5, 1.5)
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a strength, and its picture."""
        sweep = self._sweep
        if sweep is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place = int(event.position().x() // (self.width() / len(sweep.strengths)))
        strength = sweep.strengths[min(max(place, 0), len(sweep.strengths) - 1)]
        if strength in sweep.answers:
            self.strength_chosen.emit(strength)
