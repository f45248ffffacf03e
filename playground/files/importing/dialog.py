"""A file is looked at before it is taken: what both dialogs that import one have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar

from playground.files.importing.reading import ImportReading
from playground.session.phrase import said
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from playground.session.session import Session


class ImportDialog(LiveLook, QDialog):
    """Reads a file in a thread, says how far it is and what is wrong with it, and offers to take it.

    A subclass lays out the parts, begins to read, and shows what was read in `show_read`.
    """

    other_wanted = Signal(str)
    """The person says that the file holds the other kind of thing: its path."""

    def __init__(self, session: Session, path: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.session, self.path = session, path
        self.reading = ImportReading(session.pictures, self)
        self.summary = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText, objectName="importSummary")
        self.trouble = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText, objectName="importTrouble")
        self.trouble.setForegroundRole(QPalette.ColorRole.BrightText)
        self.bar = QProgressBar(maximum=100)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setObjectName("buttonImport")
        self.take.setEnabled(False)
        self.other = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self.reading.progressed.connect(self.bar.setValue)
        self.reading.done.connect(self.show_read)
        self.reading.refused.connect(self.refuse)
        self.reading.failed.connect(self._on_failed)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.other.clicked.connect(self._on_other_clicked)
        self.finished.connect(self.reading.forget)

    def show_read(self, contents: object) -> None:
        """Show what was read."""
        raise NotImplementedError(f"{type(self).__name__} needs a show_read(contents)")

    @Slot(object)
    def refuse(self, refusal: ValueError) -> None:
        """Say why the file cannot be used and what to do."""
        self.bar.hide()
        self.trouble.setText(f"{said(refusal)}.")

    @Slot(str)
    def _on_failed(self, report: str) -> None:
        self.session.failed.emit(report)
        self.reject()

    @Slot()
    def _on_other_clicked(self) -> None:
        self.reject()
        self.other_wanted.emit(self.path)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        about = self.tr("How much of the file is read; Cancel gives up at once")
        describe(self.bar, self.tr("How much of the file is read"), about)
        self.take.setText(self.tr("&Import"))
