"""The recognised digit, large, and in words how sure the network is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from playground.panels.input.answer.probability_bars import percentage
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.steady_label import SteadyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGIT_SIZE = 4  # times the height of the text beside it


class AnswerView(LiveLook, QWidget):
    """Say what a network recognised: the class, how sure it is, and what it would have said next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ranking: tuple[tuple[str, float], ...] = ()
        self._is_nan = False
        self._digit = QLabel(self, objectName="recognisedDigit")
        # The words change while the pen moves: they must not push their neighbours about.
        self._certainty = SteadyLabel(self)
        self._certainty.setObjectName("certainty")
        self._runner_up = SteadyLabel(self)
        self._runner_up.setObjectName("runnerUp")
        self._lay_out()
        self.retranslate()

    def show_answer(self, probabilities: Sequence[float], labels: Sequence[str]) -> None:
        """Show the two most probable classes; without probabilities say that nothing was recognised.

        Parameters
        ----------
        probabilities : sequence of float
            One for each label, or empty.
        labels : sequence of str
        """
        pairs = zip(labels, (float(value) for value in probabilities), strict=False)
        numbers = [pair for pair in pairs if pair[1] == pair[1]]
        self._ranking = tuple(sorted(numbers, key=_probability, reverse=True)[:2])
        self._is_nan = len(probabilities) > 0 and not numbers
        self._refresh()

    def _lay_out(self) -> None:
        font = self._digit.font()
        font.setPixelSize(round(_DIGIT_SIZE * self.fontMetrics().ascent()))
        font.setBold(True)
        self._digit.setFont(font)
        self._digit.setTextFormat(Qt.TextFormat.PlainText)
        metrics = QFontMetrics(font)
        size = QSize(metrics.horizontalAdvance("0") + 12, metrics.tightBoundingRect("0").height() + 8)
        self._digit.setFixedSize(size)
        self._digit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        in_row(self._digit, (in_column(STRETCH, self._certainty, self._runner_up, STRETCH, spacing=2), 1), of=self)

    def _refresh(self) -> None:
        if not self._ranking:
            self._digit.setText("")
            self._certainty.setText(self.tr("No answer") if self._is_nan else self.tr("No digit yet"))
            self._runner_up.setText("")
            return
        (label, probability), *others = self._ranking
        self._digit.setText(label)
        self._certainty.setText(self._sureness(probability).format(percentage=percentage(probability)))
        self._runner_up.setText(
            self.tr("or {label}: {percentage}").format(label=others[0][0], percentage=percentage(others[0][1]))
            if others
            else ""
        )

    def _sureness(self, probability: float) -> str:
        if probability >= 0.99:
            return self.tr("Almost certain: {percentage}")
        if probability >= 0.9:
            return self.tr("Quite sure: {percentage}")
        if probability >= 0.6:
            return self.tr("Probably: {percentage}")
        return self.tr("Not sure: {percentage}")

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._digit.setToolTip(self.tr("The digit with the highest probability: what the network recognises."))
        # Its accessible name is its text, the digit: only what the digit is has to be added.
        self._digit.setAccessibleDescription(self.tr("Recognised digit"))
        sure = self.tr("How sure the network is: the probability it gives to the recognised digit.")
        self._certainty.setToolTip(sure)
        self._runner_up.setToolTip(self.tr("The second most probable digit."))
        self._refresh()


def _probability(pair: tuple[str, float]) -> float:
    return pair[1]
