"""A line to write on the worksheet below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from playground.panels.lessons.help_row import HelpRow
from playground.panels.lessons.texts import say
from playground.widgets.layouts import in_column
from playground.widgets.text.paragraph import Paragraph, plain

if TYPE_CHECKING:
    from playground.lessons.asking.answering import Answering
    from playground.lessons.task import Writing
    from playground.panels.lessons.wishes import Wishes


class LessonWriting(QWidget):
    """Says what to write, and whether the last line gave it."""

    def __init__(self, number: int, writing: Writing, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._writing, self._wishes = number, writing, wishes
        self._feedback = Paragraph("", self)
        self._help = HelpRow(say(writing.hint), self)
        self._help.hint_requested.connect(self._on_hint)
        self._help.answer_requested.connect(self._on_answer)
        in_column(Paragraph(say(writing.ask), self), self._feedback, self._help, of=self, spacing=4)

    def first_control(self) -> QWidget | None:
        """Give nothing: the line is written on the worksheet."""
        return None

    def verdict(self) -> str:
        """Give what is said of the last answer, without signs."""
        return plain(self._feedback.text())

    def show_answering(self, answering: Answering) -> None:
        """Show how far the person has come."""
        self._feedback.say(self._said(answering))
        self._help.show_help(answering.hint_read, answering.may_be_shown(self._writing), answering.is_over)

    def _said(self, answering: Answering) -> str:
        reply = say(self._writing.reply)
        if answering.is_right:
            right = self.tr("**Right.**")
            return f"{right} {reply}".rstrip()
        if answering.is_shown:
            shown = self.tr("**One way to write it:** {line}").format(line=f"`{self._writing.answer}`")
            return f"{shown} {reply}".rstrip()
        other = self.tr("**Not yet.** Compare numbers, shape and type of your result with what is wanted.")
        return other if answering.attempts else ""

    def _on_hint(self) -> None:
        self._wishes.hint.emit(self._number)

    def _on_answer(self) -> None:
        self._wishes.answer.emit(self._number)
