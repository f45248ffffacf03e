"""A hint first, and the answer only after it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.text.paragraph import Paragraph


class HelpRow(QWidget):
    """Two quiet buttons, Hint and Show the answer, and the hint once it was asked for."""

    hint_requested = Signal()
    answer_requested = Signal()

    def __init__(self, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = hint
        self._words = Paragraph("", self)
        self._hint = self._button("lessonHint", self.tr("Hint"), self.tr("Read what helps without being the answer."))
        self._hint.clicked.connect(self.hint_requested)
        self._answer = self._button("lessonAnswer", self.tr("Show the answer"), "")
        self._answer.clicked.connect(self.answer_requested)
        in_column(self._words, in_row(self._hint, self._answer, STRETCH, spacing=6), of=self, spacing=4)

    def _button(self, name: str, text: str, explanation: str) -> QPushButton:
        button = QPushButton(text, self, objectName=name, flat=True)
        button.setToolTip(explanation)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def show_help(self, is_read: bool, may_be_shown: bool, is_over: bool) -> None:
        """Show the hint if it was read, and which buttons there still are."""
        self._words.say(self.tr("**Hint:** {text}").format(text=self._text) if is_read and self._text else "")
        self._hint.setVisible(bool(self._text) and not is_read and not is_over)
        self._answer.setVisible(not is_over)
        self._answer.setEnabled(may_be_shown)
        ready = self.tr("See what is right. The lesson asks it once more at its end.")
        waits = self.tr("Comes when you have read the hint, or tried.")
        self._answer.setToolTip(ready if may_be_shown else waits)
