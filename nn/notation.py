"""Arithmetic as text: numbers, sums and products with no more brackets than they need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from nn.arrays import Array

COMPARISON, SUM, QUOTIENT, PRODUCT, ATOM = range(5)
"""How tightly a text holds together, in rising order: where more is needed it gets brackets."""

_ONE_OVER = "1 / "
_EXPONENT = re.compile(r"e(-?)\+?0*(\d)")  # 1e-07 is written 1e-7, as in the book


class Text(NamedTuple):
    """A piece of arithmetic and how tightly it holds together."""

    text: str
    level: int = ATOM

    def within(self, level: int) -> str:
        """Return the text for a place that needs `level`, in brackets if it holds less tightly."""
        return self.text if self.level >= level else f"({self.text})"

    def filled(self, operands: Sequence[Text], y: Text | None = None, needs: int = ATOM) -> Text:
        """Return this pattern with operands for ``{0}``, ``{1}`` and a result for ``{y}``."""
        result = "" if y is None else y.within(needs)
        return Text(self.text.format(*(operand.within(needs) for operand in operands), y=result), self.level)


def number(value: float, digits: int = 6) -> Text:
    """Return a number with at most `digits` significant digits, a whole one as ``1.0``; a truth as ``True``."""
    if isinstance(value, bool):
        return Text(str(value))
    text = f"{float(value) + 0.0:.{digits}g}"  # -0.0 becomes 0.0: its sign tells a reader nothing
    if "e" in text:
        text = _EXPONENT.sub(r"e\1\2", text)
    if text.lstrip("-").isdigit():
        text += ".0"
    return Text(text, SUM if text.startswith("-") else ATOM)


def plain(value: np.generic | Array) -> float:
    """Return one number as it is read: 0.1 in float32 is 0.1, not 0.10000000149; of a mask True or False."""
    return bool(value) if value.dtype == bool else float(str(value))


def sum_of(terms: Sequence[Text]) -> Text:
    """Return terms with + between them, and - before those that are negative."""
    first, *rest = terms
    if not rest:
        return first
    text = first.within(SUM)
    for term in rest:
        more = term.within(SUM)
        text += f" - {more[1:]}" if more.startswith("-") else f" + {more}"
    return Text(text, SUM)


def product_of(factors: Sequence[Text]) -> Text:
    """Return factors with · between them; with one over something at the end it is a quotient."""
    *rest, last = factors
    if not rest:
        return last
    if last.level == QUOTIENT and last.text.startswith(_ONE_OVER):
        return Text(f"{product_of(rest).within(PRODUCT)} / {last.text.removeprefix(_ONE_OVER)}", QUOTIENT)
    return Text("·".join(factor.within(PRODUCT) for factor in factors), PRODUCT)
