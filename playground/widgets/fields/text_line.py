"""A line of text that leaves Ctrl+Z to the document once its text is done."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from playground.widgets.fields.undo_while_typing import UndoWhileTyping


class TextLine(UndoWhileTyping, QLineEdit):
    """Line edit that keeps undo for itself from the first letter typed until Enter, or until it is left."""

    def __init__(self, parent: QWidget | None = None, **properties: Any) -> None:
        super().__init__(parent, **properties)
        self._is_edited = False
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self._on_finished)

    def is_typing(self) -> bool:
        """Say whether a person is in the middle of a text."""
        return self._is_edited and self.isModified()  # a text that is set from outside is no longer theirs

    @Slot()
    def _on_text_edited(self) -> None:
        self._is_edited = True

    @Slot()
    def _on_finished(self) -> None:
        self._is_edited = False
