"""One part of the sentence: a text that opens a list, as wide as the text and no wider."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QStyleOptionToolButton, QToolButton, QWidget

from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import on_hover


class PartButton(LiveLook, QToolButton):
    """A flat button with a menu; digits that count up do not move its neighbours."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._about = self._measured = ""
        super().__init__(parent, objectName=name, autoRaise=True, focusPolicy=Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.list = QMenu(self, toolTipsVisible=True)
        self.setMenu(self.list)

    def show_part(self, text: str) -> None:
        """Show another text: a new layout only where it is of another width."""
        if text == self.text():
            return
        widest = re.sub(r"\d", "8", text)
        if widest != self._measured:
            self._measured = widest
            self.setText(widest)
            self.setFixedSize(self.sizeHint())
        self.setText(text)
        self._name()

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """Let a sign behind the text say that it opens a list: the style's own is a speck in a corner."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu
        option.text = f"{option.text} ▾"

    def restyle(self) -> None:
        """Measure again: the font may be another."""
        text, self._measured = self.text(), ""
        self.setText("")
        self.show_part(text)

    def explain(self, about: str) -> None:
        """Say on hover what is chosen here."""
        self._about = about
        on_hover(about, self)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._about)
