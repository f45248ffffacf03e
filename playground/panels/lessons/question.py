"""A question with answers to click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from playground.panels.lessons.labels import Paragraph
from playground.panels.lessons.texts import say
from playground.widgets.layouts import in_column
from playground.widgets.look.icons import icon

if TYPE_CHECKING:
    from playground.lessons.lesson import Question


class LessonQuestion(QWidget):
    """One button an answer; a tick or a cross and a sentence say whether it was right."""

    answered = Signal(int)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._reply = Paragraph("", self)
        self._buttons = [
            QPushButton(say(choice.text), self, objectName=f"lessonChoice{number}")
            for number, choice in enumerate(question.choices)
        ]
        for button in self._buttons:
            button.setToolTip(self.tr("Choose this answer"))
            button.clicked.connect(self._on_clicked)
        in_column(Paragraph(say(question.ask), self), *self._buttons, self._reply, of=self)

    def _on_clicked(self) -> None:
        self.answered.emit(self._buttons.index(self.sender()))

    def show_chosen(self, chosen: int | None) -> None:
        """Mark the answer that was chosen last and say what there is to say about it."""
        for number, button in enumerate(self._buttons):
            is_right = number == self._question.answer
            button.setIcon(icon("tick" if is_right else "cross") if number == chosen else icon("ahead"))
            state = "" if number != chosen else self.tr("Right") if is_right else self.tr("Not this one")
            button.setAccessibleDescription(state)
        self._reply.say("" if chosen is None else self._said(chosen))

    def _said(self, chosen: int) -> str:
        verdict = self.tr("Right.") if chosen == self._question.answer else self.tr("Not this one.")
        return f"**{verdict}** {say(self._question.choices[chosen].reply)}"
