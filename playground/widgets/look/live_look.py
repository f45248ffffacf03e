"""Widgets that look and speak as the window does at the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
else:
    QWidget = object  # a widget has one base of Qt's; this one stands before it


class LiveLook(QWidget):
    """Follows a change of theme, font or language at once: the first base, ``class Bar(LiveLook, QWidget)``.

    Qt tells every widget, also one that is hidden or behind a tab. The constructor calls `retranslate` last, once.
    """

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme, font or language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.restyle()
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
