"""The field of the scratch line: it completes names and functions, and remembers what was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from playground.widgets.fields.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

_LAST_WORD = re.compile(r"[^\W\d][\w.]*$")


class ScratchEntry(TextLine):
    """Asks for an expression.

    Parameters
    ----------
    completions
        Gives the names and functions that there are; asked when a person begins to type.
    """

    entered = Signal(str)
    """A person wants an expression computed: its text."""

    def __init__(self, completions: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scratchEntry")
        self.setClearButtonEnabled(True)
        self._completions = completions
        self._history: Sequence[str] = ()
        self._place = 0  # in the history; behind its end stands what is being typed
        self._names = QStringListModel(self)
        self.setCompleter(LastWordCompleter(self._names, self))
        self.returnPressed.connect(self._on_return_pressed)
        self.textEdited.connect(self._on_text_edited)

    def remember(self, history: Sequence[str]) -> None:
        """Let the arrows go through what was typed, the latest last."""
        self._history, self._place = history, len(history)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through what was typed before."""
        if event.key() == Qt.Key.Key_Up:
            self._go(-1)
        elif event.key() == Qt.Key.Key_Down:
            self._go(1)
        else:
            super().keyPressEvent(event)

    def _go(self, by: int) -> None:
        place = self._place + by
        if 0 <= place <= len(self._history):
            self._place = place
            self.setText(self._history[place] if place < len(self._history) else "")

    @Slot()
    def _on_return_pressed(self) -> None:
        if self.text().strip():
            self.entered.emit(self.text())
            self.selectAll()

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if len(text) == 1 or not self._names.rowCount():  # not with each letter: there are hundreds
            self._names.setStringList(self._completions())


class LastWordCompleter(QCompleter):
    """Completes the name at the end of an expression, and leaves what stands before it."""

    def __init__(self, names: QStringListModel, entry: QLineEdit) -> None:
        super().__init__(names, entry)
        self._entry = entry
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def splitPath(self, path: str) -> list[str]:
        """Give what is completed; without a name at the end something that nothing begins with."""
        word = _LAST_WORD.search(path)
        return [word.group() if word else " "]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Give the whole text with the name that was chosen."""
        return _LAST_WORD.sub("", self._entry.text()) + super().pathFromIndex(index)
