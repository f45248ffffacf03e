"""Widgets that look and speak as the window does at the moment."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class LiveLook(QWidget):
    """Follows a change of theme, font or language at once."""

    @abstractmethod
    def restyle(self) -> None:
        """Take the colours and the font of the moment."""

    @abstractmethod
    def retranslate(self) -> None:
        """Set every text in the language of the moment."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme, font or language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.restyle()
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
