"""Offer work that a window left behind when it did not end as it should."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QPushButton, QWidget

from playground.session.phrase import said
from playground.widgets.headed_dialog import Head, HeadedDialog

if TYPE_CHECKING:
    from playground.session.document.copies.recovery import LeftBehind


class RecoveryDialog(HeadedDialog):
    """A list of what was left behind, and three answers.

    Attributes
    ----------
    recover_chosen : Signal(object)
        LeftBehind to go on with; the dialog closes.
    discard_chosen : Signal(object)
        LeftBehind that is not wanted; it leaves the list.
    """

    recover_chosen = Signal(object)
    discard_chosen = Signal(object)

    def __init__(self, found: list[LeftBehind], parent: QWidget | None = None) -> None:
        super().__init__("recoveryDialog", Head("undo", 36, 1.2), parent)
        self.found = list(found)
        self._list = QListWidget(objectName="recoveryList")
        for _ in found:
            self._list.addItem(QListWidgetItem())
        self._list.setCurrentRow(0)
        self._buttons = QDialogButtonBox()
        self._recover, self._discard, self._later = (self._button(name) for name in ("recover", "discard", "later"))
        self._recover.setDefault(True)
        self._list.itemActivated.connect(self._on_recover)
        self._recover.clicked.connect(self._on_recover)
        self._discard.clicked.connect(self._on_discard)
        self._later.clicked.connect(self.reject)
        self.lay_out(self._list, self._buttons)
        self.retranslate()
        self.resize(520, 300)

    def _button(self, name: str) -> QPushButton:
        roles = QDialogButtonBox.ButtonRole
        role = {"recover": roles.AcceptRole, "discard": roles.DestructiveRole, "later": roles.RejectRole}[name]
        button = QPushButton(objectName=f"{name}Button")
        self._buttons.addButton(button, role)
        return button

    def _chosen(self) -> LeftBehind | None:
        row = self._list.currentRow()
        return self.found[row] if 0 <= row < len(self.found) else None

    @Slot()
    def _on_recover(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.found.remove(chosen)
            self.recover_chosen.emit(chosen)
            self.accept()

    @Slot()
    def _on_discard(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._list.takeItem(self.found.index(chosen))
            self.found.remove(chosen)
            self.discard_chosen.emit(chosen)
        if not self.found:
            self.accept()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setWindowTitle(self.tr("Recover unsaved work"))
        self.headline.setText(self.tr("The program did not end as it should"))
        self.explanation.setText(
            self.tr("A copy of what was not saved is still here. Recovered, it goes on exactly where it was.")
        )
        self._list.setAccessibleName(self.tr("Unsaved work"))
        self._list.setToolTip(self.tr("Documents that were not saved, and when they were copied last"))
        self._recover.setText(self.tr("&Recover"))
        self._recover.setToolTip(self.tr("Open this copy; save it when you want to keep it"))
        self._discard.setText(self.tr("&Discard"))
        self._discard.setToolTip(self.tr("Do not offer it again; its file stays on the disk for 30 days"))
        self._later.setText(self.tr("&Later"))
        self._later.setToolTip(self.tr("Ask again at the next start"))
        for row, each in enumerate(self.found):
            self._list.item(row).setText(self._text(each))

    def _text(self, each: LeftBehind) -> str:
        name = said(Path(each.saved.origin).name) or self.tr("Untitled")
        when = QDateTime.fromSecsSinceEpoch(int(each.changed))
        count = each.saved.state.checkpoint.iteration
        one, many = (
            self.tr("{name}, {time}: 1 iteration trained"),
            self.tr("{name}, {time}: {count:,} iterations trained"),
        )
        text = one if count == 1 else many
        return text.format(
            name=name,
            time=QLocale().toString(when, QLocale.FormatType.ShortFormat),
            count=count,
        )
