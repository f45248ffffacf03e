"""Texts on hover in lines that can be read: Qt shows a plain text in one line, however long it is."""

from __future__ import annotations

from functools import lru_cache
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


@lru_cache(maxsize=1024)  # forms explain the same options again with every change of the network
def wrapped(text: str) -> str:
    """Break a text between words into lines of about 64 columns; a Korean syllable takes two."""
    return "\n".join(_wrapped_line(line) for line in text.split("\n"))


def _wrapped_line(text: str) -> str:
    if _columns(text) <= _COLUMNS:
        return text
    lines = [""]
    width = 0
    for word in text.split(" "):
        columns = _columns(word)
        if not lines[-1]:
            lines[-1], width = word, columns
        elif width + 1 + columns > _COLUMNS:
            lines.append(word)
            width = columns
        else:
            lines[-1] += f" {word}"
            width += 1 + columns
    return "\n".join(lines)


def _columns(text: str) -> int:
    if text.isascii():  # most are, and are asked for with every change of a network
        return len(text)
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
