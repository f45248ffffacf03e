"""A combo box behind or below its caption, both explained alike."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import on_hover


class CaptionedChoice(LiveLook, QWidget):
    """Tells which of its entries a person chose; a subclass lays out `caption` and `choice`, and names them."""

    chosen = Signal(object)
    """What the entry that a person chose stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption, self.choice = QLabel(self), QComboBox(self)
        self.caption.setBuddy(self.choice)
        self.choice.activated.connect(self._on_choice_activated)

    def show_chosen(self, value: object) -> None:
        """Show the entry that stands for something."""
        self.choice.setCurrentIndex(self.choice.findData(value))

    def name_choice(self, caption: str, about: str) -> None:
        """Set the caption, and what is chosen here on hover."""
        self.caption.setText(caption)
        on_hover(about, self.caption, self.choice)

    def _on_choice_activated(self, index: int) -> None:
        self.chosen.emit(self.choice.itemData(index))
