"""Buttons that mend what is wrong with a file, beside the sentence that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from playground.session.phrase import said
from playground.widgets.layouts import STRETCH, in_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.imports.refusal import Remedy


class RemedyBar(QWidget):
    """A button for each remedy; `taken` brings the choices that it makes."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="importRemedies")
        self._remedies: tuple[Remedy, ...] = ()
        self._row = in_row(STRETCH, of=self, spacing=6)
        self._buttons: list[QPushButton] = []
        self.hide()

    def show_remedies(self, remedies: Sequence[Remedy]) -> None:
        """Offer these remedies."""
        self._remedies = tuple(remedies)
        while len(self._buttons) < len(remedies):
            button = QPushButton(objectName=f"buttonRemedy{len(self._buttons) + 1}")
            button.clicked.connect(self._on_clicked)
            self._row.insertWidget(len(self._buttons), button)
            self._buttons.append(button)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(remedies))
        self.setVisible(bool(remedies))
        self.retranslate()

    @Slot()
    def _on_clicked(self) -> None:
        self.taken.emit(self._remedies[self._buttons.index(self.sender())].changes)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        for button, remedy in zip(self._buttons, self._remedies, strict=False):
            button.setText(said(remedy.text))
            button.setToolTip(self.tr("Read the file again in this way"))
