"""Plain data that a stranger's process sent, made harmless: not too deep, finite numbers, texts to be shown."""

from __future__ import annotations

from math import isfinite
from typing import Any

from nn.messages import printable
from playground.confined.frames import Garbled

DEEPEST = 24
LONGEST_LINE = 2_000
"""Characters of a line that are kept."""
_LARGEST = 2**63


def cleaned(value: Any, depth: int = 0) -> Any:
    """Return what JSON gave, with lists and objects of at most `DEEPEST` levels and texts by `shown`.

    Raises
    ------
    Garbled
        If a number is not finite or has more than 64 bits, or lists lie too deep in each other.
    """
    if depth > DEEPEST:
        raise Garbled("lists within lists")
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, list):
        return [cleaned(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {shown(name): cleaned(item, depth + 1) for name, item in value.items()}
    if isinstance(value, float) and not isfinite(value):
        raise Garbled("a number that is not finite")
    if isinstance(value, int) and abs(value) >= _LARGEST:
        raise Garbled("a number of more than 64 bits")
    return value


def shown(text: str) -> str:
    """Return a text of several lines so that each can be shown; tabs become spaces."""
    if len(text) <= LONGEST_LINE and text.replace("\n", "").isprintable():
        return text  # most texts, and a program may print a million lines
    return "\n".join(printable(line.expandtabs(4), LONGEST_LINE) for line in text.split("\n"))
