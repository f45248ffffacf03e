"""What the code printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QWidget

from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from playground.confined.checking import Answer


class Prints(LiveLook, QWidget):
    """A pane that is there when something was printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_out = 0
        self._title = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.text = QPlainTextEdit(objectName="codePrints", readOnly=True, tabChangesFocus=True, undoRedoEnabled=False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        in_column(self._title, (self.text, 1), of=self, spacing=2)
        self.hide()
        self.restyle()
        self.retranslate()

    def show_answer(self, answer: Answer | None) -> None:
        """Show what was printed, or go where nothing was."""
        self.show_text("" if answer is None else answer.printed, 0 if answer is None else answer.left_out)

    def show_text(self, text: str, left_out: int = 0) -> None:
        """Show a text, and tell how many letters of it are missing."""
        self._left_out = left_out
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        self.setVisible(bool(text))
        self.retranslate()

    def restyle(self) -> None:
        """Take the fixed font of the moment."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        if font != self.text.document().defaultFont():
            self.text.document().setDefaultFont(font)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        title = self.tr("Printed by the code")
        if self._left_out:
            title = self.tr("Printed by the code; {count:,} letters are left out").format(count=self._left_out)
        self._title.setText(title)
        self.text.setAccessibleName(self.tr("Printed by the code"))
        self.text.setToolTip(self.tr("What print wrote during the check"))
