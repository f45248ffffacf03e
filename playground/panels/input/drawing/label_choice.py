"""Say which class a picture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from playground.panels.input.drawing.captioned_choice import CaptionedChoice
from playground.widgets.layouts import in_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_DIGITS = tuple("0123456789")


class LabelChoice(CaptionedChoice):
    """A choice between "unknown", which is None, and the classes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[str, ...] = ()
        self._caption = ""
        self._label: int | None = None
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(8)
        in_column(self.caption, self.choice, of=self, spacing=2)
        self.show_classes(_DIGITS, "")

    def show_classes(self, classes: Sequence[str], caption: str) -> None:
        """Offer these classes, under a caption."""
        self._caption = caption
        if tuple(classes) != self._classes:
            self._classes = tuple(classes)
            self.choice.clear()
            self.choice.addItem("", None)
            for number, name in enumerate(self._classes):
                self.choice.addItem(name, number)
            self.show_chosen(self._label)
        self.retranslate()

    def show_label(self, label: int | None, can_change: bool) -> None:
        """Show a label; one that comes with the data cannot be changed."""
        self._label = label
        self.show_chosen(label)
        self.choice.setEnabled(can_change)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.choice.setItemText(0, self.tr("unknown"))
        about = self.tr("What it should be, the target t. A row of the data has its label; give a drawing one here.")
        self.name_choice(self._caption, about)
