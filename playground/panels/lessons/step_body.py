"""The body of a step of a lesson: its text, its buttons, its live numbers, its question, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from playground.panels.lessons.labels import Paragraph
from playground.panels.lessons.numbers import LessonNumbers
from playground.panels.lessons.question import LessonQuestion
from playground.panels.lessons.texts import say
from playground.widgets.layouts import in_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.lessons.lesson import Step
    from playground.lessons.readings import Reading


class LessonStepBody(QWidget):
    """The text of a step and, while the step is at hand, everything to do in it."""

    offer_pressed = Signal(int)
    answered = Signal(int)
    go_on_requested = Signal()

    def __init__(self, step: Step, is_last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._text, self._praise = say(step.text), say(step.after)
        self._offers = [self._offer(number, say(offer.label)) for number, offer in enumerate(step.task.offers)]
        self._numbers = LessonNumbers(self)
        self._questions = [LessonQuestion(each, self) for each in (step.task.question,) if each is not None]
        for question in self._questions:
            question.answered.connect(self.answered)
        self._after = Paragraph("", self)
        self._go_on = QPushButton(self.tr("Finish") if is_last else self.tr("Continue"), self, objectName="lessonGoOn")
        self._go_on.clicked.connect(self.go_on_requested)
        in_column(
            Paragraph(self._text, self),
            *((button, 0, Qt.AlignmentFlag.AlignLeft) for button in self._offers),
            *self._questions,
            self._numbers,
            self._after,
            (self._go_on, 0, Qt.AlignmentFlag.AlignLeft),
            of=self,
            margins=(20, 0, 0, 4),
            spacing=8,
        )

    def _offer(self, number: int, label: str) -> QPushButton:
        button = QPushButton(label or self.tr("Do it for me"), self, objectName=f"lessonOffer{number}")
        button.setToolTip(self.tr("Put this in place, as one step that can be undone."))
        button.clicked.connect(self._on_offer_clicked)
        return button

    def show_state(self, is_done: bool, chosen: int | None) -> None:
        """Show whether the step has been done, and the answer chosen last."""
        self._after.say(self._praise if is_done else "")
        self._go_on.setEnabled(is_done)
        waits = self.tr("Waits until the step is done.")
        self._go_on.setToolTip(self.tr("Go on with the next step.") if is_done else waits)
        for question in self._questions:
            question.show_chosen(chosen)
        for control in (*self._offers, *self._questions, self._go_on):
            control.show()

    def rest(self) -> None:
        """Show the texts only: the step has been done."""
        for control in (*self._offers, *self._questions, self._go_on):
            control.hide()
        self._numbers.show_numbers(())
        self._after.say(self._praise)

    def show_numbers(self, numbers: Sequence[tuple[str, Reading]]) -> None:
        """Show live numbers; none hide their table."""
        self._numbers.show_numbers(numbers)

    def first_control(self) -> QWidget:
        """Give the widget that a person uses first."""
        return next((each for each in (*self._offers, self._go_on) if each.isEnabled()), self._go_on)

    def way_on(self) -> QWidget:
        """Give the button that goes on with the next step."""
        return self._go_on

    def _on_offer_clicked(self) -> None:
        self.offer_pressed.emit(self._offers.index(self.sender()))
