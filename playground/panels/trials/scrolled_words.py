"""Sentences that take the room they need where there is some, and scroll where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST = 2  # lines in sight


class ScrolledWords(QScrollArea):
    """Shows a label that wraps: never higher than its words, and at the least two lines of them."""

    def __init__(self, words: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words = words
        self.setWidget(words)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the words wrap otherwise."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give the height of all words at this width."""
        width = max(self.viewport().width(), 120)
        return QSize(width, self._words.heightForWidth(width) if self._words.text() else 0)

    def minimumSizeHint(self) -> QSize:
        """Give the room of a few lines."""
        return QSize(120, min(_LEAST * self.fontMetrics().lineSpacing() + 2, self.sizeHint().height()))
