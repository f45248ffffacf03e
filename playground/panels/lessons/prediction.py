"""Numbers to type before they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from playground.panels.lessons.help_row import HelpRow
from playground.panels.lessons.labels import Sign
from playground.panels.lessons.texts import say
from playground.panels.lessons.verdicts import feedback, tolerance_text
from playground.widgets.fields.text_line import TextLine
from playground.widgets.layouts import in_column, in_row
from playground.widgets.text.paragraph import Paragraph, plain

if TYPE_CHECKING:
    from playground.lessons.asking.answering import Answering
    from playground.lessons.task import Prediction
    from playground.panels.lessons.wishes import Wishes


class LessonPrediction(QWidget):
    """A question with a field for numbers; Enter checks them."""

    def __init__(self, number: int, prediction: Prediction, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._prediction, self._wishes = number, prediction, wishes
        self._sign = Sign(self)
        self._field = TextLine(self, objectName="lessonNumber", maxLength=400)
        self._field.setAccessibleName(plain(say(prediction.ask)))
        self._field.setToolTip(tolerance_text(prediction))
        self._field.returnPressed.connect(self._on_check)
        self._check = QPushButton(self.tr("Check"), self, objectName="lessonCheck")
        self._check.setToolTip(self.tr("Compare what you typed with what is right (Enter)."))
        self._check.clicked.connect(self._on_check)
        self._tolerance = Paragraph(tolerance_text(prediction), self)
        self._tolerance.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._feedback = Paragraph("", self)
        self._help = HelpRow(say(prediction.hint), self)
        self._help.hint_requested.connect(self._on_hint)
        self._help.answer_requested.connect(self._on_answer)
        in_column(
            Paragraph(say(prediction.ask), self),
            in_row(self._sign, (self._field, 1), self._check, spacing=6),
            self._tolerance,
            self._feedback,
            self._help,
            of=self,
            spacing=4,
        )

    def first_control(self) -> QWidget | None:
        """Give the field, None when it is over."""
        return None if self._field.isReadOnly() else self._field

    def verdict(self) -> str:
        """Give what is said of the last answer, without signs."""
        return plain(self._feedback.text())

    def show_answering(self, answering: Answering) -> None:
        """Show how far the person has come."""
        is_over = answering.is_over
        self._feedback.say(feedback(self._prediction, answering))
        if is_over and not self._field.text():  # the page was built anew, in another language
            self._field.setText(answering.given)
        self._field.setReadOnly(is_over)
        self._field.setFocusPolicy(Qt.FocusPolicy.NoFocus if is_over else Qt.FocusPolicy.StrongFocus)
        self._check.setVisible(not is_over)
        self._tolerance.setVisible(not is_over)
        self._help.show_help(answering.hint_read, answering.may_be_shown(self._prediction), is_over)
        self._show_sign(answering)

    def _show_sign(self, answering: Answering) -> None:
        if answering.is_right:
            self._sign.show_sign("tick", self.tr("Right"))
        elif answering.is_shown:
            self._sign.show_sign("info", self.tr("Shown"))
        elif answering.attempts:
            self._sign.show_sign("cross", self.tr("Not yet"))
        else:
            self._sign.show_sign("ahead", self.tr("Not answered"))

    def _on_check(self) -> None:
        if self._field.text().strip() and not self._field.isReadOnly():
            self._wishes.numbers.emit(self._number, self._field.text())

    def _on_hint(self) -> None:
        self._wishes.hint.emit(self._number)

    def _on_answer(self) -> None:
        self._wishes.answer.emit(self._number)
