"""Lines of a text as Python joins them: what brackets, quotes or a backslash leave open goes on in the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_LONGEST = 60  # lines of one bracket that a text can have; a stray one in prose swallows no more
_OPEN, _CLOSED = "([{", ")]}"


class LogicalLine(NamedTuple):
    """One statement or head of a block, as it stands in the text.

    Attributes
    ----------
    number : int
        Of its first line, from 1.
    lines : tuple of str
        As they are.
    """

    number: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The statement without its indentation."""
        return "\n".join(self.lines).strip()


def logical_lines(text: str) -> Iterator[LogicalLine]:
    """Yield the logical lines; blank ones too."""
    lines = text.split("\n")
    start = 0
    while start < len(lines):
        count = _joined(lines, start)
        yield LogicalLine(start + 1, tuple(lines[start : start + count]))
        start += count


def _joined(lines: list[str], start: int) -> int:
    """Return how many lines belong together; one, where what is open is never closed."""
    depth, quote = 0, ""
    for count, line in enumerate(lines[start : start + _LONGEST], start=1):
        depth, quote, goes_on = _after(line, depth, quote)
        if depth <= 0 and not quote and not goes_on:
            return count
    return 1


def _after(line: str, depth: int, quote: str) -> tuple[int, str, bool]:
    """Return how deep in brackets and in which triple quotes a line ends, and whether a backslash continues it."""
    place = 0
    while place < len(line):
        rest = line[place:]
        if quote:
            if rest.startswith(quote):
                place, quote = place + len(quote), ""
            else:
                place += 2 if rest[0] == "\\" else 1
            continue
        if rest[0] == "#":
            return depth, "", False
        if rest[0] in "'\"":
            quote = rest[:3] if rest[:3] in ("'''", '"""') else rest[0]
            place += len(quote)
            continue
        depth += (rest[0] in _OPEN) - (rest[0] in _CLOSED)
        place += 1
    open_quote = quote if len(quote) == 3 else ""
    return depth, open_quote, line.endswith("\\")
