"""How a file is refused: in a sentence for a person, safe to show, and never longer than a few lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from nn.messages import Message, printable

LONGEST = 400
"""Characters of a message."""
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Remedy:
    """Another choice of how a file is read, with which what is wrong with it is mended.

    Attributes
    ----------
    text : str
        What it does, in a few words.
    changes : mapping
        The choices, as `nn.imports.samples.ReadingOptions` has them.
    """

    text: str
    changes: Mapping[str, str | int]


class BadFile(ValueError):
    """A file that cannot be used. Its text is printable and at most 400 characters long.

    A `Message` that is longer than that is shown cut, and in English.

    Attributes
    ----------
    rows : tuple of tuple of str
        The first rows of a table, where the fault is in its cells: a person can see what was refused.
    settled : mapping
        How the table was read, as far as that had been guessed.
    remedies : tuple of Remedy
        The ways to mend it, the likeliest first.
    """

    rows: tuple[tuple[str, ...], ...] = ()
    settled: Mapping[str, Any] = MappingProxyType({})

    def __init__(self, text: str, *remedies: Remedy) -> None:
        super().__init__(short(text))
        self.remedies = remedies


class Cancelled(Exception):
    """The person does not want the file any more."""


def short(text: str) -> str:
    """Return a text as it may be shown, at most 400 characters long; a `Message` that is so stays one."""
    return printable(text, LONGEST)


def quoted(name: object, longest: int = _LONGEST_NAME) -> str:
    """Return a name out of a file in quotation marks, safe to show and cut to a few words.

    Numbers and containers are not spelled out: turning a number of a million digits into text takes minutes.
    """
    if not isinstance(name, str):
        return Message("a {kind}", kind=type(name).__name__)
    return f"'{printable(name, longest)}'"
