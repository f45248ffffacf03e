"""The lines of an explanation in the window's pieces, so that every number in them is a link to where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from playground.panels.debugger.element.text import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nn.trace import Explanation
    from nn.trace.expressions import Piece as Cut


def pieces_of(explanation: Explanation) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Give the lines symbols, numbers and result in pieces whose links are places in `explanation.sources`."""
    symbols = _linked(explanation, explanation.symbol_pieces)
    numbers = _linked(explanation, explanation.number_pieces)
    return symbols, numbers, [Piece(explanation.result)]


def symbols_said(explanation: Explanation) -> str:
    """Give the line of symbols, with the count of what is left out in the language of the moment."""
    return _said(explanation.symbols, explanation.left_out)


def _linked(explanation: Explanation, cuts: Iterable[Cut]) -> list[Piece]:
    places = {leaf: place for place, leaf in enumerate(explanation.sources)}
    linked = ((cut.text, None if cut.leaf is None else places[cut.leaf]) for cut in cuts)
    return [Piece(_said(text, explanation.left_out), link) for text, link in linked if text]


def _said(text: str, left_out: int) -> str:
    more = QCoreApplication.translate("ElementPieces", "{count} more").format(count=left_out)
    return text.replace(f"…({left_out} more)", f"…({more})")
