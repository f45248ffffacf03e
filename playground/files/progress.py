"""How far the opening or saving of a large file is, where it takes long enough to be wondered about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from playground.files.opening_dialog import OpeningDialog
    from playground.session.document.file_work import FileWork

PATIENCE_MS = 300
"""What is done sooner is not worth a word."""


class FileProgress(QObject):
    """Shows a dialog with Cancel while a file is opened, and writes into the status bar while one is saved.

    Nothing can be done with a window whose document is about to go; while one is saved, the work goes on.
    """

    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(self, window: QWidget, files: FileWork) -> None:
        super().__init__(files)
        self._window, self._files = window, files
        self._dialog: OpeningDialog | None = None
        self._share = 0
        self._late = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._late.timeout.connect(self._on_late)
        files.busy_changed.connect(self._on_busy_changed)
        files.progressed.connect(self._on_progressed)

    @Slot()
    def _on_busy_changed(self) -> None:
        self._share = 0
        if self._files.reading is None and self._dialog is not None:
            self._dialog.accept()
            self._dialog = None
        if self._files.reading is None and self._files.writing is None:
            self._late.stop()
        else:
            self._late.start()

    @Slot()
    def _on_late(self) -> None:
        if self._files.reading is not None and self._dialog is None:
            from playground.files.opening_dialog import OpeningDialog  # rarely needed: not at start-up

            self._dialog = OpeningDialog(self._files.reading.name, self._window)
            self._dialog.rejected.connect(self._files.cancel)
            self._dialog.open()
        self._show()

    @Slot(int)
    def _on_progressed(self, share: int) -> None:
        self._share = share
        if not self._late.isActive():
            self._show()

    def _show(self) -> None:
        if self._dialog is not None:
            self._dialog.show_share(self._share)
        elif self._files.writing is not None:
            text = self.tr("Saving {name}: {share}%")
            self.status.emit(text.format(name=self._files.writing.name, share=self._share))
