"""Texts on hover in lines that can be read: Qt shows a plain text in one line, however long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_COLUMNS = 64


def on_hover(text: str, *widgets: QWidget) -> None:
    """Show a text where any of the widgets is pointed at."""
    for widget in widgets:
        widget.setToolTip(wrapped(text))


def describe(widget: QWidget, text: str, about: str = "") -> None:
    """Name a widget for a screen reader, and say on hover what it is about: its name again, unless it is told."""
    widget.setAccessibleName(text)
    on_hover(about or text, widget)


def wrapped(text: str) -> str:
    """Break a text between words into lines of about 64 columns; a Korean syllable takes two."""
    return "\n".join(_wrapped_line(line) for line in text.split("\n"))


def _wrapped_line(text: str) -> str:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".lstrip(" ")
        if _columns(longer) > _COLUMNS and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def _columns(text: str) -> int:
    if text.isascii():  # most are, and are asked for with every change of a network
        return len(text)
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
