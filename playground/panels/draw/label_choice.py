"""Say which digit a picture shows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from playground.widgets.look.boxes import vbox
from playground.widgets.look.live_look import LiveLook

_DIGITS = 10


class LabelChoice(LiveLook, QWidget):
    """A choice between "unknown" and the ten digits."""

    label_chosen = Signal(object)
    """int or None: what a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = QLabel(self)
        self._choice = QComboBox(self)
        self._choice.addItem("", None)
        for digit in range(_DIGITS):
            self._choice.addItem(str(digit), digit)
        self._caption.setBuddy(self._choice)
        self._choice.activated.connect(self._on_choice_activated)
        vbox(self._caption, self._choice, on=self, gap=2)
        self.retranslate()

    def show_label(self, label: int | None, can_change: bool) -> None:
        """Show a label; one that comes with the data cannot be changed."""
        self._choice.setCurrentIndex(self._choice.findData(label))
        self._choice.setEnabled(can_change)

    def _on_choice_activated(self, index: int) -> None:
        self.label_chosen.emit(self._choice.itemData(index))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._caption.setText(self.tr("Label of this digit"))
        self._choice.setItemText(0, self.tr("unknown"))
        explanation = self.tr("The digit it should be, the target t. A test digit has its label; give yours one here.")
        for widget in (self._caption, self._choice):
            widget.setToolTip(explanation)
