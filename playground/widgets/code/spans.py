"""What in a line of Python is a keyword, a name that is defined, or quiet, found by Python's own tokenizer.

Line by line, because an editor colours what was typed and not the whole program again; all that a line needs to know
of those before it is whether a string in three quotation marks is open.
"""

from __future__ import annotations

import keyword
import re
import tokenize
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

KEYWORD, NAME, QUIET = "keyword", "name", "quiet"
NO_STRING, OPEN = 0, ("", '"""', "'''")
"""What is open at the end of a line: its place in `OPEN`."""

LONGEST_LINE = 2000
"""Letters of a line that is coloured: nobody reads longer ones."""
_BEGIN = re.compile(r"(?i)\b[rbuf]{0,2}(\"\"\"|''')|\"\"\"|'''")
_ENDS = {marks: re.compile(r"(?:\\.|[^\\])*?" + marks, re.DOTALL) for marks in OPEN[1:]}
_QUIET = {tokenize.COMMENT, tokenize.STRING}
_FORMATTED = {getattr(tokenize, f"FSTRING_{part}", -1) for part in ("START", "MIDDLE", "END")}  # from Python 3.12 on
_STARTS = getattr(tokenize, "FSTRING_START", -1)
_ENDED = getattr(tokenize, "FSTRING_END", -1)


class Span(NamedTuple):
    """Some characters of a line that look alike."""

    start: int
    length: int
    look: str


class ColouredLine(NamedTuple):
    """A line's spans, and which string is open at its end."""

    spans: list[Span]
    open_at_end: int


def coloured(line: str, open_before: int = NO_STRING) -> ColouredLine:
    """Give the looks of a line.

    Parameters
    ----------
    line : str
    open_before : int
        Which string is open where it begins, as the line before told.
    """
    spans: list[Span] = []
    start = 0
    if open_before:
        end = _ENDS[OPEN[open_before]].match(line)
        start = end.end() if end else len(line)
        spans.append(Span(0, start, QUIET))
        if end is None:
            return ColouredLine(spans, open_before)
    if len(line) > LONGEST_LINE:
        return ColouredLine(spans, NO_STRING)
    return _tokens(line, start, spans)


def _tokens(line: str, start: int, spans: list[Span]) -> ColouredLine:
    """Colour a line from a place on that stands outside any string."""
    start += len(line) - start - len(line[start:].lstrip())  # a line by itself is not indented
    place, before, marks = start, "", ""
    try:
        for token in tokenize.generate_tokens(_reader(line[start:])):
            look = _look_of(token, before)
            if look:
                spans.append(Span(start + token.start[1], len(token.string), look))
            marks = _formatted_marks(token, marks)
            place, before = max(place, start + token.end[1]) if token.end[0] == 1 else place, token.string
    except (tokenize.TokenError, SyntaxError):  # a bracket that is closed further below; a string that is
        begin = _BEGIN.search(line, place) if not marks else None
        marks = marks or (begin[1] or begin[0] if begin else "")
        if marks in OPEN[1:]:
            first = begin.start() if begin else place
            spans.append(Span(first, len(line) - first, QUIET))
            return ColouredLine(spans, OPEN.index(marks))
    return ColouredLine(spans, NO_STRING)


def _reader(text: str) -> Callable[[], str]:
    return iter([text]).__next__


def _look_of(token: tokenize.TokenInfo, before: str) -> str:
    if token.type in _QUIET or token.type in _FORMATTED:
        return QUIET
    if token.type != tokenize.NAME:
        return ""
    if before in ("def", "class"):
        return NAME
    return KEYWORD if keyword.iskeyword(token.string) else ""


def _formatted_marks(token: tokenize.TokenInfo, marks: str) -> str:
    """Return the quotation marks of a formatted string that is open."""
    if token.type == _STARTS:
        return token.string[-3:]
    return "" if token.type == _ENDED else marks
