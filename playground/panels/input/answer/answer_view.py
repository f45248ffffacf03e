"""The recognised class, large, and in words how sure the network is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.plot.probability_bars import percentage
from playground.widgets.text.steady_label import SteadyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_SIGN_SIZE, _NAME_SIZE = 4, 1.7  # times the height of the text beside it: of a digit, of a name
_ANY_WIDTH = 1 << 20
_LEAST_LETTERS = 12
_LINES = 4.4  # of text: a name and the two lines below it, which are higher than a digit


class AnswerView(LiveLook, QWidget):
    """Say what a network recognised: the class, how sure it is, and what it would have said next.

    Parameters
    ----------
    judges : bool
        Say in place of the second choice whether the answer is right.
    """

    def __init__(self, parent: QWidget | None = None, *, judges: bool = False) -> None:
        super().__init__(parent)
        self._judges = judges
        self._verdict = ""
        self._ranking: tuple[tuple[str, float], ...] = ()
        self._is_nan = False
        self._labels: Sequence[str] = ()
        self._has_names = False
        # All of it changes while the pen moves: it must not push its neighbours about.
        self._class, self._certainty, self._runner_up = SteadyLabel(self), SteadyLabel(self), SteadyLabel(self)
        for label, name in (
            (self._class, "recognisedDigit"),
            (self._certainty, "certainty"),
            (self._runner_up, "answerVerdict" if judges else "runnerUp"),
        ):
            label.setObjectName(name)
        words = in_column(STRETCH, self._certainty, self._runner_up, STRETCH, spacing=2)
        self._row = in_row(self._class, (words, 1), of=self)
        self._fit()
        self.retranslate()

    def show_answer(self, probabilities: Sequence[float], labels: Sequence[str], verdict: str = "") -> None:
        """Show the two most probable classes; without probabilities say that nothing was recognised.

        Parameters
        ----------
        probabilities : sequence of float
            One for each label, or empty.
        labels : sequence of str
        verdict : str
            Whether it is right, if it is to be said.
        """
        self._verdict = verdict
        pairs = zip(labels, (float(value) for value in probabilities), strict=False)
        numbers = [pair for pair in pairs if pair[1] == pair[1]]
        self._ranking = tuple(sorted(numbers, key=_probability, reverse=True)[:2])
        self._is_nan = len(probabilities) > 0 and not numbers
        if labels and labels is not self._labels:  # the same ones come with each move of a pen
            self._labels = labels
            has_names = any(len(label) > 1 for label in labels)
            if has_names != self._has_names:
                self._has_names = has_names
                self._fit()
        self._refresh()

    def _fit(self) -> None:
        """Write digits large beside the words, and names above them."""
        font = self.font()
        font.setPixelSize(round((_NAME_SIZE if self._has_names else _SIGN_SIZE) * self.fontMetrics().ascent()))
        font.setBold(True)
        self._class.setFont(font)
        metrics = QFontMetrics(font)
        sign = QSize(metrics.horizontalAdvance("0") + 12, metrics.tightBoundingRect("0").height() + 8)
        self._class.setMinimumSize(QSize(0, metrics.height()) if self._has_names else sign)
        self._class.setMaximumSize(QSize(_ANY_WIDTH, metrics.height()) if self._has_names else sign)
        across = QSizePolicy.Policy.Ignored if self._has_names else QSizePolicy.Policy.Fixed
        self._class.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        left, middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignCenter
        self._class.setAlignment(left if self._has_names else middle)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if self._has_names else beside)

    def minimumSizeHint(self) -> QSize:
        """Give the least size for digits and for names, so that other data do not move what stands around."""
        line = self.fontMetrics().lineSpacing()
        return QSize(_LEAST_LETTERS * self.fontMetrics().averageCharWidth(), round(_LINES * line))

    def sizeHint(self) -> QSize:
        """Give the least size."""
        return self.minimumSizeHint()

    def _refresh(self) -> None:
        if not self._ranking:
            self._class.setText("")
            self._certainty.setText(self.tr("No answer") if self._is_nan else self.tr("No answer yet"))
            self._runner_up.setText("")
            return
        (label, probability), *others = self._ranking
        self._class.setText(label)
        self._certainty.setText(self._certainty_text(probability))
        self._runner_up.setText(self._verdict if self._judges else self._second(others))

    def _second(self, others: list[tuple[str, float]]) -> str:
        text = self.tr("or {label}: {percentage}")
        return text.format(label=others[0][0], percentage=percentage(others[0][1])) if others else ""

    def _certainty_text(self, probability: float) -> str:
        """Say how sure the network is; without room for both, the word alone, as the bars have the number."""
        sureness = self._sureness(probability)
        whole = sureness.format(percentage=percentage(probability))
        has_room = self._certainty.fontMetrics().horizontalAdvance(whole) <= self._certainty.width()
        return whole if has_room else sureness.format(percentage="").rstrip(" :")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._row.activate()
        self._refresh()

    def _sureness(self, probability: float) -> str:
        if probability >= 0.99:
            return self.tr("Almost certain: {percentage}")
        if probability >= 0.9:
            return self.tr("Quite sure: {percentage}")
        if probability >= 0.6:
            return self.tr("Probably: {percentage}")
        return self.tr("Not sure: {percentage}")

    def restyle(self) -> None:
        """Take the font of the moment."""
        self._fit()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._class.setToolTip(self.tr("The class with the highest probability: what the network recognises."))
        self._class.setAccessibleName(self.tr("Recognised"))
        sure = self.tr("How sure the network is: the probability it gives to the recognised class.")
        self._certainty.setToolTip(sure)
        judged = self.tr("The label t of the sample, and whether the network says the same.")
        self._runner_up.setToolTip(judged if self._judges else self.tr("The second most probable class."))
        self._refresh()


def _probability(pair: tuple[str, float]) -> float:
    return pair[1]
