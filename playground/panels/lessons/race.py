"""The race: two bars that grow while it is measured, and how many times one is as fast as the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.colors import chart_colors
from playground.widgets.text.paragraph import Paragraph

if TYPE_CHECKING:
    from nn.inspection.batch_race import Lap
    from playground.panels.lessons.wishes import Wishes

_BAR = 16  # px
_GAP = 4


class RaceBars(QWidget):
    """The time of the batch at once above the time of the samples one by one, in one scale."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lap: Lap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lap(self, lap: Lap | None) -> None:
        """Show the typical times so far."""
        self._lap = lap
        self.update()

    def sizeHint(self) -> QSize:
        """Give the height of two bars."""
        return QSize(120, 2 * _BAR + _GAP)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both bars, the longer one over the whole width."""
        colors = chart_colors(self.palette())
        with QPainter(self) as painter:
            for place in (0, 1):
                row = QRectF(0, place * (_BAR + _GAP), self.width(), _BAR)
                painter.fillRect(row, colors.grid)
                if self._lap is not None:
                    row.setWidth(row.width() * self._lap[place] / max(self._lap))
                    painter.fillRect(row, colors.accent if place == 0 else colors.muted)


class LessonRace(QWidget):
    """A button that measures, and what came of it so far."""

    def __init__(self, samples: int, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._samples = samples
        self._measure = QPushButton(self.tr("Measure"), self, objectName="lessonRace")
        self._measure.setToolTip(self.tr("Send the samples through your network both ways, again and again."))
        self._measure.clicked.connect(wishes.race)
        self._bars = RaceBars(self)
        self._times = Paragraph("", self)
        self._ratio = Paragraph("", self)
        in_column(in_row(self._measure, STRETCH), self._bars, self._times, self._ratio, of=self, spacing=4)
        self.show_race(None, False)

    def first_control(self) -> QWidget:
        """Give the button that measures."""
        return self._measure

    def show_race(self, lap: Lap | None, is_running: bool) -> None:
        """Show how things stand in the race."""
        self._measure.setEnabled(not is_running)
        self._bars.show_lap(lap)
        self._bars.setVisible(lap is not None)
        if lap is None:
            self._times.say("")
            self._ratio.say("")
            return
        texts = self.tr("Above, {n} at once: {once} ms. Below, {n} times one: {single} ms.")
        said = texts.format(n=self._samples, once=f"{lap.at_once * 1e3:.3f}", single=f"{lap.one_by_one * 1e3:.3f}")
        self._times.say(said)
        self._bars.setAccessibleName(said)
        self._ratio.say(
            self.tr("**At once is {ratio} times as fast.**").format(ratio=f"{lap.one_by_one / lap.at_once:.1f}")
        )
