"""A question with answers to click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from playground.panels.lessons.help_row import HelpRow
from playground.panels.lessons.texts import say
from playground.widgets.layouts import in_column
from playground.widgets.look.icons import icon
from playground.widgets.text.paragraph import Paragraph, plain

if TYPE_CHECKING:
    from playground.lessons.asking.answering import Answering
    from playground.lessons.task import Question
    from playground.panels.lessons.wishes import Wishes


class LessonQuestion(QWidget):
    """One button an answer; a tick or a cross and a sentence say whether it was right."""

    def __init__(self, number: int, question: Question, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._question, self._wishes = number, question, wishes
        self._is_over = False
        self._reply = Paragraph("", self)
        self._buttons = [
            QPushButton(say(choice.text), self, objectName=f"lessonChoice{place}")
            for place, choice in enumerate(question.choices)
        ]
        for button in self._buttons:
            button.setToolTip(self.tr("Choose this answer"))
            button.clicked.connect(self._on_clicked)
        self._help = HelpRow(say(question.hint), self)
        self._help.hint_requested.connect(self._on_hint)
        self._help.answer_requested.connect(self._on_answer)
        in_column(Paragraph(say(question.ask), self), *self._buttons, self._reply, self._help, of=self)

    def first_control(self) -> QWidget | None:
        """Give the first answer, None when it is over."""
        return None if self._is_over else self._buttons[0]

    def verdict(self) -> str:
        """Give what is said of the last answer, without signs."""
        return plain(self._reply.text())

    def show_answering(self, answering: Answering) -> None:
        """Mark the answer that was chosen last and say what there is to say about it."""
        self._is_over = answering.is_over
        chosen = self._question.answer if answering.is_shown else answering.chosen
        for place, button in enumerate(self._buttons):
            is_right = place == self._question.answer
            button.setIcon(icon("tick" if is_right else "cross") if place == chosen else icon("ahead"))
            state = "" if place != chosen else self.tr("Right") if is_right else self.tr("Not this one")
            button.setAccessibleDescription(state)
            button.setEnabled(not answering.is_over or is_right)
        self._reply.say("" if chosen is None else self._said(chosen))
        self._help.show_help(answering.hint_read, answering.may_be_shown(self._question), answering.is_over)

    def _said(self, chosen: int) -> str:
        verdict = self.tr("Right.") if chosen == self._question.answer else self.tr("Not this one.")
        return f"**{verdict}** {say(self._question.choices[chosen].reply)}"

    def _on_clicked(self) -> None:
        self._wishes.choice.emit(self._number, self._buttons.index(self.sender()))

    def _on_hint(self) -> None:
        self._wishes.hint.emit(self._number)

    def _on_answer(self) -> None:
        self._wishes.answer.emit(self._number)
