"""How a file is refused: in a sentence for a person, safe to show, and never longer than a few lines."""

from __future__ import annotations

LONGEST = 400
"""Characters of a message."""
_LONGEST_NAME = 60


class BadFile(ValueError):
    """A file that cannot be used. Its text is printable and at most 400 characters long.

    Attributes
    ----------
    rows : tuple of tuple of str
        The first rows of a table, where the fault is in its cells: a person can see what was refused.
    """

    rows: tuple[tuple[str, ...], ...] = ()

    def __init__(self, text: str) -> None:
        text = printable(text)
        super().__init__(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


class Cancelled(Exception):
    """The person does not want the file any more."""


def printable(text: str) -> str:
    """Return `text` without characters that control what stands around them: line ends, right-to-left marks."""
    return "".join(c if c.isprintable() else "�" for c in text)


def quoted(name: object, longest: int = _LONGEST_NAME) -> str:
    """Return a name out of a file in quotation marks, safe to show and cut to a few words.

    Numbers and containers are not spelled out: turning a number of a million digits into text takes minutes.
    """
    if not isinstance(name, str):
        return f"a {type(name).__name__}"
    text = printable(name[: longest + 1])
    return f"'{text}'" if len(text) <= longest else f"'{text[: longest - 1]}…'"
