"""The dialogs in which a person chooses the file of their code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from playground.session.own_code.own_code import OwnCode


class CodeFiles(QObject):
    """Opens and saves the code, asking where that is not known.

    Parameters
    ----------
    own : OwnCode
    parent : QWidget
        Over whose window the dialogs stand.
    """

    def __init__(self, own: OwnCode, parent: QWidget) -> None:
        super().__init__(parent)
        self._own, self._over = own, parent

    @Slot()
    def open(self) -> None:
        """Let the person choose a file."""
        dialog = self._dialog(self.tr("Open a Python file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    @Slot()
    def save(self) -> None:
        """Write the code into its file, or ask for one."""
        code = self._own.code
        if code is None or code.path is None:
            self.save_as()
        else:
            self._own.save(code.path)

    @Slot()
    def save_as(self) -> None:
        """Let the person choose where to write the code."""
        code = self._own.code
        if code is None:
            return
        dialog = self._dialog(self.tr("Save the code as a Python file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("py")
        dialog.selectFile(code.name)
        dialog.fileSelected.connect(self._on_new_file_chosen)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        code = self._own.code
        dialog = QFileDialog(self._over.window(), title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Python") + " (*.py)", self.tr("All files") + " (*)"])
        if code is not None and code.path is not None:
            dialog.setDirectory(str(code.path.parent))
        return dialog

    @Slot(str)
    def _on_file_chosen(self, path: str) -> None:
        self._own.open(Path(path))

    @Slot(str)
    def _on_new_file_chosen(self, path: str) -> None:
        self._own.save(Path(path))
