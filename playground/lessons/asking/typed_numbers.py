"""Numbers as a person types them: ``0.25``, ``-1/4``, ``74 %``, ``[14, 140]``, ``(2, 3)``, ``[True False]``."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import numpy as np

from nn.arrays import Array
from nn.messages import Message

_LONGEST, _DEEPEST = 400, 4
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[-+]?inf|nan|true|false"
_TOKENS = re.compile(rf"\s*(?:([\[\]()])|(,)|({_NUMBER})(?:\s*/\s*({_NUMBER}))?(\s*%)?)", re.IGNORECASE)
_WORDS = {"true": 1.0, "false": 0.0}


def typed_numbers(text: str) -> Array:
    """Read what a person typed: one number, or lists in brackets with commas or blanks between, as NumPy prints them.

    Several numbers without brackets are a list. The signs that a Korean keyboard writes in full width will do.

    Raises
    ------
    ValueError
        If it is something else; the message says what can be typed.
    """
    plain = unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-").strip()
    if not plain or len(plain) > _LONGEST:
        raise _unreadable(text)
    try:
        items = _items(plain)
        numbers: Array = np.array(items[0] if len(items) == 1 else items, np.float64)
    except (ValueError, ZeroDivisionError, IndexError):
        raise _unreadable(text) from None
    if not numbers.size:
        raise _unreadable(text)
    return numbers


def _items(text: str) -> list[Any]:
    """Return the numbers and lists of a text, one beside the other."""
    open_lists: list[list[Any]] = [[]]
    place = 0
    while place < len(text):
        token = _TOKENS.match(text, place)
        if token is None:
            raise ValueError(text)
        place = token.end()
        bracket, _comma, number, divisor, percent = token.groups()
        if bracket in ("[", "("):
            open_lists.append([])
        elif bracket:
            inner = open_lists.pop()
            open_lists[-1].append(inner)
        elif number:
            open_lists[-1].append(_value(number, divisor) / (100 if percent else 1))
        if len(open_lists) > _DEEPEST + 1:
            raise ValueError(text)
    (items,) = open_lists
    return items


def _value(number: str, divisor: str | None) -> float:
    value = _WORDS.get(number.lower())
    value = float(number) if value is None else value
    return value if divisor is None else value / float(divisor)


def _unreadable(text: str) -> ValueError:
    return ValueError(
        Message("{text!r} cannot be read as numbers; type for example 0.25, -1/4 or [14, 140]", text=text.strip())
    )
