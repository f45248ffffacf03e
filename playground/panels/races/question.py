"""What a person is asked before a race, and what came of the guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QWidget

from playground.panels.races.card_words import in_language
from playground.widgets.layouts import in_column
from playground.widgets.look.fonts import bold
from playground.widgets.text.tooltips import on_hover
from playground.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from nn.races.cards import Question
    from playground.session.racing.racing import Racing

_MOST = 4


class QuestionBox(QWidget):
    """The question, its answers to choose from, and after the race which one came out and why."""

    answered = Signal()

    def __init__(self, racing: Racing, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="raceQuestion")
        self._racing = racing
        self._text, self._verdict = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._text.setFont(bold(self._text.font()))
        self._group = QButtonGroup(self)
        self._buttons = [QRadioButton() for _ in range(_MOST)]
        for place, button in enumerate(self._buttons):
            self._group.addButton(button, place)
        self._answers, rest = QWidget(), QWidget()
        WrappingRow(self._answers, (*self._buttons, rest), rest, 10)
        in_column(self._text, self._answers, self._verdict, of=self, spacing=3)
        self._group.idClicked.connect(self._on_clicked)

    def refresh(self, *, has_begun: bool, is_over: bool, came: bool) -> None:
        """Show the card's question; when the race has begun what was guessed alone, when it is over what came of it.

        Parameters
        ----------
        has_begun, is_over
            Whether it is raced, or was.
        came
            Whether it came out as expected.
        """
        card, answer = self._racing.card, self._racing.answer
        self.setVisible(card is not None)
        if card is None:
            return
        self._show_answers(card.question, answer)
        is_guessed = has_begun and answer >= 0
        self._answers.setVisible(not is_over and not is_guessed)
        self._verdict.setVisible(is_over or is_guessed)
        if is_over:
            self._verdict.setText(self._judged(card.question, answer, came=came))
        elif is_guessed:
            guess = in_language(card.question.answers[answer])
            self._verdict.setText(self.tr("Your guess: {guess}").format(guess=guess))

    def _show_answers(self, question: Question, chosen: int) -> None:
        self._text.setText(in_language(question.text))
        self._group.setExclusive(False)
        for place, button in enumerate(self._buttons):
            is_there = place < len(question.answers)
            button.setVisible(is_there)
            button.setText(in_language(question.answers[place]) if is_there else "")
            button.setChecked(place == chosen)
        self._group.setExclusive(True)
        on_hover(self.tr("Guess first: it costs nothing, and what surprises you stays with you."), *self._buttons)

    def _judged(self, question: Question, answer: int, *, came: bool) -> str:
        if not came:
            return self.tr("With this seed it came out in another way: race with five seeds before you conclude.")
        right = in_language(question.answers[question.right])
        if answer < 0:
            said = self.tr("It came out: {right}.").format(right=right)
        elif answer == question.right:
            said = self.tr("As you said: {right}.").format(right=right)
        else:
            said = self.tr("You said another: it came out {right}.").format(right=right)
        return f"{said} {in_language(question.because)}"

    @Slot(int)
    def _on_clicked(self, place: int) -> None:
        self._racing.answer = place
        self.answered.emit()
