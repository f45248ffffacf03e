"""A sign beside a text of a lesson that says how things stand."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook

_SIGN = 16  # px


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
