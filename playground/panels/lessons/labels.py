"""The two kinds of label that a lesson is made of: paragraphs, and a sign that says how things stand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from playground.panels.lessons.texts import plain
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook

_SIGN = 16  # px


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


class Sign(LiveLook, QLabel):
    """A small picture beside a text: tick, cross, or where one is. It follows the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setFixedSize(QSize(_SIGN, _SIGN))

    def show_sign(self, name: str, explanation: str) -> None:
        """Show the drawing of a name, none for an empty one, and say in words what it means."""
        self.setToolTip(explanation)
        self.setAccessibleName(explanation)
        if name != self._name:
            self._name = name
            self._draw()

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._draw()

    def _draw(self) -> None:
        if self._name:
            drawing = icon(self._name, QPalette.ColorRole.WindowText)
            self.setPixmap(drawing.pixmap(QSize(_SIGN, _SIGN), self.devicePixelRatioF()))
        else:
            self.clear()
