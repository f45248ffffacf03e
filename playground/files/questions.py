"""Questions about files that do not stop the program: each is answered by a signal, and goes then.

Qt's boxes and file dialogs are large classes: made when the first is needed, not before the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QFileDialog, QWidget


class Question(QObject):
    """A sentence and its possible answers.

    Parameters
    ----------
    window
        The window it is about.
    text, more
        The sentence, and one in smaller letters.
    choices
        What each button says by the name of its answer. The names of Qt's standard buttons, such as "Save" and
        "Cancel", have words of their own, which stand where a text is empty.
    default
        The answer of the Enter key; Escape answers "Cancel" where there is one.
    """

    answered = Signal(str)
    """The name of the answer."""

    def __init__(
        self, window: QWidget, text: str, choices: Mapping[str, str], default: str = "", more: str = ""
    ) -> None:
        from PySide6.QtWidgets import QMessageBox

        is_question = len(choices) > 1 and default != "Cancel"
        sign = QMessageBox.Icon.Question if is_question else QMessageBox.Icon.Warning
        self._box = QMessageBox(sign, "NN Playground", text, QMessageBox.StandardButton.NoButton, window)
        super().__init__(self._box)
        self._box.setTextFormat(Qt.TextFormat.PlainText)
        self._box.setInformativeText(more)
        self._box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._names = {self._button(name, words): name for name, words in choices.items()}
        for button, name in self._names.items():
            if name == default:
                self._box.setDefaultButton(button)
        self._box.finished.connect(self._on_finished)

    def _button(self, name: str, words: str) -> object:
        from PySide6.QtWidgets import QMessageBox

        standard = QMessageBox.StandardButton.__members__.get(name)
        if standard is None:
            return self._box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        button = self._box.addButton(standard)
        if words:
            button.setText(words)
        return button

    def ask(self) -> None:
        """Show it; `answered` follows."""
        self._box.open()

    @Slot()
    def _on_finished(self) -> None:
        self.answered.emit(self._names.get(self._box.clickedButton(), "Cancel"))


def file_dialog(window: QWidget, title: str, folder: Path, filters: list[str]) -> QFileDialog:
    """Return a dialog that asks for a file and deletes itself; its `fileSelected` is the answer."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(window, title, str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters(filters)
    return dialog


def ask_for_file(window: QWidget, title: str, folder: Path, filters: list[str]) -> QFileDialog:
    """Return such a dialog for a file that exists."""
    dialog = file_dialog(window, title, folder, filters)
    dialog.setFileMode(type(dialog).FileMode.ExistingFile)
    return dialog


def ask_for_new_file(window: QWidget, title: str, folder: Path, filters: list[str], name: str) -> QFileDialog:
    """Return such a dialog for a file that is to be written."""
    dialog = file_dialog(window, title, folder, filters)
    dialog.setAcceptMode(type(dialog).AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    dialog.selectFile(name)
    return dialog
