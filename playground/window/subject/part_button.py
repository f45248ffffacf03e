"""One part of the sentence: a text that opens a list, as wide as the text, or cut short where there is no room."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QStyleOptionToolButton, QToolButton, QWidget

from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import on_hover

_ANY_WIDTH = (1 << 24) - 1  # px: Qt's own limit


class PartButton(LiveLook, QToolButton):
    """A flat button with a menu; digits that count up do not move its neighbours.

    Attributes
    ----------
    wanted_width : int
        px in which the whole text has room.
    """

    width_wanted = Signal()
    """The whole text takes another width than before; until somebody shares out the room, it gets it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._about = self._measured = ""
        self.wanted_width = self._beside_text = 0
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
            self.setMinimumWidth(0)
            self.setMaximumWidth(_ANY_WIDTH)  # what follows measures the whole text
            self.setText(widest)
            hint = self.sizeHint()
            self.wanted_width = hint.width()
            self._beside_text = hint.width() - self.fontMetrics().horizontalAdvance(widest)
            self.setFixedSize(hint)
            self.setText(text)
            self.width_wanted.emit()
        self.setText(text)
        self._name()

    def give(self, width: int) -> None:
        """Take so many px at the most; the text is cut where they are fewer than it wants."""
        width = min(width, self.wanted_width)
        if width != self.width() or width != self.minimumWidth():
            self.setFixedWidth(width)
            self._name()

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """Let a sign behind the text say that it opens a list: the style's own is a speck in a corner."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu
        room = self.width() - self._beside_text
        is_cut = self.minimumWidth() == self.maximumWidth() < self.wanted_width
        text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room) if is_cut else option.text
        option.text = f"{text} ▾"

    def restyle(self) -> None:
        """Measure again: the font may be another."""
        text, self._measured = self.text(), ""
        self.setText("")
        self.show_part(text)

    def explain(self, about: str) -> None:
        """Say on hover what is chosen here."""
        self._about = about
        self._name()

    def _name(self) -> None:
        is_cut = self.minimumWidth() < self.wanted_width
        on_hover(f"{self.text()}: {self._about}" if is_cut else self._about, self)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._about)
