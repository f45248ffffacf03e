"""Help with what is to be done: a hint first, and only then the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.text.paragraph import Paragraph


class ActionHelp(QWidget):
    """A quiet button, and the hint once it was asked for."""

    asked = Signal()

    def __init__(self, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = hint
        self._words = Paragraph("", self)
        self._button = QPushButton(self.tr("Help"), self, objectName="lessonHelp", flat=True)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.setToolTip(self.tr("Read how it is done; after that the lesson can do it for you."))
        self._button.clicked.connect(self.asked)
        in_column(self._words, in_row(self._button, STRETCH), of=self, spacing=4)

    def show_help(self, has_more: bool, is_read: bool) -> None:
        """Show the button while there is help that was not read, and the hint that was."""
        self._words.say(self._text if is_read else "")
        self._button.setVisible(has_more and not is_read)
        self.setVisible((has_more and not is_read) or (is_read and bool(self._text)))
