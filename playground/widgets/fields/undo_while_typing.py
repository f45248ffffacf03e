"""The keys of undo and redo in a field: the field's own while somebody types, the document's once that is done."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoWhileTyping:
    """Mixin for a field that keeps Ctrl+Z for its text only until its value is taken.

    Qt's fields claim the key as long as they have the focus, also when they have nothing to take back.
    """

    def is_typing(self) -> bool:
        """Say whether there is a text that nobody has taken yet."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where the text is the value."""
        is_claim = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_claim and any(map(event.matches, _UNDOING)) and not self.is_typing():
            event.ignore()
            return True
        return super().event(event)  # type: ignore[misc]
