"""Colours of Python's words, strings and comments, found by Python's own tokenizer."""

from __future__ import annotations

import io
import keyword
import tokenize
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from playground.widgets.look.colors import ChartColors

KEYWORD, NAME, QUIET = "keyword", "name", "quiet"


class Span(NamedTuple):
    """Some characters of a line that look alike."""

    start: int
    length: int
    look: str


def spans_of(text: str) -> dict[int, list[Span]]:
    """Give for each line of a program, from 0, what in it is a keyword, a name that is defined, or quiet."""
    found: dict[int, list[Span]] = {}
    for line, span in _spans(text):
        found.setdefault(line, []).append(span)
    return found


def _spans(text: str) -> Iterator[tuple[int, Span]]:
    before = ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        look = _look_of(token, before)
        if look:
            yield from _lines_of(token, look)
        before = token.string


def _look_of(token: tokenize.TokenInfo, before: str) -> str:
    if token.type in (tokenize.COMMENT, tokenize.STRING):
        return QUIET
    if token.type != tokenize.NAME:
        return ""
    if before in ("def", "class"):
        return NAME
    return KEYWORD if keyword.iskeyword(token.string) else ""


def _lines_of(token: tokenize.TokenInfo, look: str) -> Iterator[tuple[int, Span]]:
    """Cut a token into its lines: a docstring may have several."""
    first, start = token.start
    for number, part in enumerate(token.string.split("\n")):
        yield first - 1 + number, Span(start if number == 0 else 0, len(part), look)


class PythonHighlighter(QSyntaxHighlighter):
    """Paints a document that holds a whole program."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._spans: dict[int, list[Span]] = {}
        self._formats: dict[str, QTextCharFormat] = {}

    def show_program(self, text: str) -> None:
        """Take the looks of another program; its text is set afterwards."""
        self._spans = spans_of(text)

    def use(self, colors: ChartColors) -> None:
        """Take other colours."""
        self._formats = {KEYWORD: _format(colors.accent), NAME: _format(colors.text, is_bold=True)}
        self._formats[QUIET] = _format(colors.muted)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        for span in self._spans.get(self.currentBlock().blockNumber(), ()):
            if span.look in self._formats:
                self.setFormat(span.start, span.length, self._formats[span.look])


def _format(color: QColor, *, is_bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(color)
    if is_bold:
        made.setFontWeight(QFont.Weight.Bold)
    return made
