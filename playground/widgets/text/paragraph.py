"""A paragraph of an explanation, with Markdown's signs where it has them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Paragraph(QLabel):
    """Text, in Markdown where it has its signs, that takes the width it is given."""

    def __init__(self, text: str, parent: QWidget) -> None:
        # Without a parent it would be a window of its own as soon as it says something.
        super().__init__(parent, wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        # a long formula must not keep the dock from being made narrow
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text; an empty one takes no room."""
        is_plain = plain(text) == text  # Qt makes a whole document of any other, which takes its time
        self.setTextFormat(Qt.TextFormat.PlainText if is_plain else Qt.TextFormat.MarkdownText)
        self.setText(text)
        self.setAccessibleName(plain(text))
        self.setVisible(bool(text))

    def show_plain(self, text: str) -> None:
        """Show a text as it is, with whatever signs it has."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def minimumSizeHint(self) -> QSize:
        """Give one line: QLabel asks for the height it would have if it were narrow, and the page would be too long."""
        return QSize(0, self.fontMetrics().height())


def plain(text: str) -> str:
    """Return a text without Markdown's signs, for a screen reader."""
    return text.removeprefix("### ").replace("**", "").replace("`", "")
