"""Say which digit a picture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.panels.input.drawing.captioned_choice import CaptionedChoice
from playground.widgets.layouts import in_column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_DIGITS = 10


class LabelChoice(CaptionedChoice):
    """A choice between "unknown", which is None, and the ten digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice.addItem("", None)
        for digit in range(_DIGITS):
            self.choice.addItem(str(digit), digit)
        in_column(self.caption, self.choice, of=self, spacing=2)
        self.retranslate()

    def show_label(self, label: int | None, can_change: bool) -> None:
        """Show a label; one that comes with the data cannot be changed."""
        self.show_chosen(label)
        self.choice.setEnabled(can_change)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.choice.setItemText(0, self.tr("unknown"))
        about = self.tr("The digit it should be, the target t. A test digit has its label; give yours one here.")
        self.name_choice(self.tr("Label of this digit"), about)
