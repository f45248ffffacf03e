"""A question above the code, with its answers as buttons, where a dialog would be in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from playground.widgets.layouts import STRETCH, in_column, in_row

if TYPE_CHECKING:
    from collections.abc import Callable


class Strip(QFrame):
    """A few sentences and buttons; hidden until there is something to ask."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._buttons = in_row(STRETCH, spacing=6)
        in_column(self.text, self._buttons, of=self, margins=(8, 6, 8, 6), spacing=6)
        self.hide()

    def add_button(self, name: str, clicked: Callable[..., object]) -> QPushButton:
        """Make an answer."""
        button = QPushButton(objectName=name)
        button.clicked.connect(clicked)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button
