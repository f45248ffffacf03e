"""What stands out in a text of code, by the colour behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QTextBlock


def light(cursor: QTextCursor, colour: QColor) -> QTextEdit.ExtraSelection:
    """Return the light behind what a cursor has selected."""
    selection: Any = QTextEdit.ExtraSelection()  # PySide's own description of it leaves its fields out
    selection.cursor = cursor
    selection.format.setBackground(colour)
    return selection


def line_light(block: QTextBlock, colour: QColor) -> QTextEdit.ExtraSelection:
    """Return the light behind a whole line, from edge to edge."""
    selection: Any = light(QTextCursor(block), colour)
    selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
    return selection
