"""Cuts an explanation into pieces, so that every number in it is a link to where it came from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from nn.notation import number
from playground.widgets.element_text import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.trace import Explanation
    from nn.trace.expressions import Leaf

_EQUALS = " = "
_APART = r"(?<![\w.\]]){}(?![\w.\[])"


def pieces_of(explanation: Explanation, digits: int = 6) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Give the lines symbols, numbers and result in pieces whose links are places in `explanation.sources`.

    Parameters
    ----------
    explanation : Explanation
    digits : int
        Significant digits of its line of numbers.
    """
    sources = explanation.sources
    head, equals, tail = symbols_said(explanation).partition(_EQUALS)
    symbols = _symbols(tail, sources)
    order = [piece.link for piece in symbols if piece.link is not None]
    numbers = _numbers(explanation.numbers, [(link, sources[link].value) for link in order], digits)
    return [Piece(f"{head}{equals}"), *symbols], numbers, [Piece(explanation.result)]


def symbols_said(explanation: Explanation) -> str:
    """Give the line of symbols, with the count of what is left out in the language of the moment."""
    count = explanation.left_out
    more = QCoreApplication.translate("ElementPieces", "{count} more").format(count=count)
    return explanation.symbols.replace(f"…({count} more)", f"…({more})")


def _symbols(text: str, sources: Sequence[Leaf]) -> list[Piece]:
    """Cut the line of symbols at the names of numbers."""
    places = {leaf.symbol: place for place, leaf in reversed(list(enumerate(sources)))}
    if not places:
        return [Piece(text)]
    longest_first = sorted(places, key=len, reverse=True)
    pattern = re.compile(_APART.format(f"({'|'.join(map(re.escape, longest_first))})"))
    pieces, end = [], 0
    for found in pattern.finditer(text):
        pieces += [Piece(text[end : found.start()]), Piece(found.group(), places[found.group()])]
        end = found.end()
    return _filled([*pieces, Piece(text[end:])])


def _numbers(text: str, wanted: Sequence[tuple[int, float]], digits: int) -> list[Piece]:
    """Cut the line of numbers where they stand; they come in the order of the symbols."""
    pieces, end = [], 0
    for link, value in wanted:
        written = number(value, digits).text.removeprefix("-")
        found = re.compile(_APART.format(re.escape(written))).search(text, end)
        if found is None:
            continue
        pieces += [Piece(text[end : found.start()]), Piece(found.group(), link)]
        end = found.end()
    return _filled([*pieces, Piece(text[end:])])


def _filled(pieces: list[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.text]
