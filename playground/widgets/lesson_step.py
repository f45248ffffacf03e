"""One step of a lesson: a heading that says how it stands, and below it what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from playground.widgets.lesson_labels import Paragraph, Sign
from playground.widgets.lesson_numbers import LessonNumbers
from playground.widgets.lesson_question import LessonQuestion

if TYPE_CHECKING:
    from playground.widgets.lesson_texts import StepTexts

DONE, HERE, AHEAD = "tick", "here", "ahead"
"""How a step stands; also the names of the signs that say so."""


class LessonStep(QWidget):
    """A step that is done, at hand or to come.

    Only the step at hand has buttons and live numbers. One that was done shows its text again when its
    heading is clicked.
    """

    offer_pressed = Signal(int)
    answered = Signal(int)
    go_on_requested = Signal()

    def __init__(self, number: int, count: int, texts: StepTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = (number, count)
        self._texts = texts
        self._state = ""
        self.numbers = LessonNumbers(self)
        """The live numbers, shown while the step is at hand."""
        self._question: LessonQuestion | None = None
        self._sign = Sign(self)
        self._heading = QToolButton(autoRaise=True, text=f"{number}. {texts.title}", objectName="lessonHeading")
        self._heading.clicked.connect(self._on_heading_clicked)
        self._body = QWidget(self)
        self._after = Paragraph("", self)
        self._offers: list[QPushButton] = []
        self._go_on = QPushButton(objectName="lessonGoOn")
        self._go_on.clicked.connect(self.go_on_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._sign)
        row.addWidget(self._heading, 1, Qt.AlignmentFlag.AlignLeft)
        self._text = Paragraph(self._texts.text, self)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(20, 0, 0, 4)
        inside.setSpacing(8)
        inside.addWidget(self._text)
        self._controls = QVBoxLayout()
        self._controls.setSpacing(6)
        inside.addLayout(self._controls)
        inside.addWidget(self.numbers)
        inside.addWidget(self._after)
        inside.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._body)

    @property
    def text_label(self) -> QLabel:
        """The label with what to do."""
        return self._text

    def show_state(self, state: str, is_done: bool, chosen: int | None) -> None:
        """Show how the step stands.

        Parameters
        ----------
        state
            `DONE`, `HERE` or `AHEAD`.
        is_done
            Whether the step at hand has been done and the person can go on.
        chosen
            The answer chosen last, or None.
        """
        if state != self._state:
            self._state = state
            self._take_place()
        self._sign.show_sign(DONE if is_done else state, self._standing(is_done))
        self._heading.setAccessibleDescription(self._standing(is_done))
        self._after.say(self._texts.after if is_done else "")
        if state == HERE:
            self._go_on.setEnabled(is_done)
            self._go_on.setText(self.tr("Finish") if self._place[0] == self._place[1] else self.tr("Continue"))
            waits = self.tr("Waits until the step is done.")
            self._go_on.setToolTip(self.tr("Go on with the next step.") if is_done else waits)
        if self._question is not None:
            self._question.show_chosen(chosen)

    def _take_place(self) -> None:
        """Have controls while the step is at hand, and only then."""
        is_here = self._state == HERE
        if is_here and not self._controls.count():
            self._build_controls()
        for control in (*self._offers, self._question):
            if control is not None:
                control.setVisible(is_here)
        if not is_here:
            self.numbers.show_numbers(())
        self._go_on.setVisible(is_here)
        self._body.setVisible(is_here)
        font = self._heading.font()
        font.setBold(is_here)
        self._heading.setFont(font)
        self._heading.setEnabled(self._state != AHEAD)
        self._heading.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._state == DONE else Qt.FocusPolicy.NoFocus)
        self._heading.setToolTip(self.tr("Read this step again.") if self._state == DONE else "")

    def _build_controls(self) -> None:
        for number, label in enumerate(self._texts.offers):
            button = QPushButton(label or self.tr("Do it for me"), objectName=f"lessonOffer{number}")
            button.setToolTip(self.tr("Put this in place, as one step that can be undone."))
            button.clicked.connect(self._on_offer_clicked)
            self._offers.append(button)
            self._controls.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if self._texts.choices:
            self._question = LessonQuestion(self._texts)
            self._question.answered.connect(self.answered)
            self._controls.addWidget(self._question)

    def first_control(self) -> QWidget:
        """Give the widget that a person uses first in the step at hand."""
        return next((each for each in (*self._offers, self._go_on) if each.isEnabled()), self._go_on)

    def _on_offer_clicked(self) -> None:
        self.offer_pressed.emit(self._offers.index(self.sender()))

    def _on_heading_clicked(self) -> None:
        if self._state == DONE:
            self._body.setVisible(self._body.isHidden())

    def _standing(self, is_done: bool) -> str:
        if is_done:
            return self.tr("Step {n} of {count}: done").format(n=self._place[0], count=self._place[1])
        here = self.tr("Step {n} of {count}: try this now")
        ahead = self.tr("Step {n} of {count}: to come")
        return (here if self._state == HERE else ahead).format(n=self._place[0], count=self._place[1])
