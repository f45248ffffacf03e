"""How a number of a matrix is written: short where many are compared, exact where one is meant."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from playground.widgets.fields.number_entry import parse_number

_FEWEST_DECIMALS, _MOST_DECIMALS = 2, 5  # of numbers in fixed notation
_DIGITS = 4  # that the largest number of a matrix shows
_PLAIN = (0.01, 999.95)  # sizes of numbers that need no exponent beside others that do
_LONGEST_QUOTE = 24  # characters of a wrong text that are shown


class BadNumberError(ValueError):
    """What was typed is no number that a matrix can hold; the message says why, in the language of the moment."""


class NumberFormat:
    """Writes all numbers of a matrix with equally many decimals, so that they can be compared at a glance.

    Where the large ones need an exponent, those that do not have as many digits as would otherwise be seen.

    Parameters
    ----------
    limit : float
        The size of the large numbers of the matrix.
    """

    def __init__(self, limit: float) -> None:
        magnitude = math.floor(math.log10(limit)) if limit > 0 else 0
        decimals = _DIGITS - 1 - magnitude
        self._scientific = limit > 0 and not _FEWEST_DECIMALS - 1 <= decimals <= _MOST_DECIMALS + 1
        self._whole_digits = max(magnitude + 1, 2)
        self._decimals = min(max(decimals, _FEWEST_DECIMALS), _MOST_DECIMALS)
        self._smallest = 0.5 * 10**-self._decimals  # what would be shown as 0 although it is not

    def __call__(self, value: float) -> str:
        """Write a number in a few signs; ``0`` is a zero, ``0.000`` never is one. A truth is ``True`` or ``False``."""
        if isinstance(value, bool):
            return str(value)
        if value == 0:
            return "0"
        if self._scientific and _PLAIN[0] <= abs(value) < _PLAIN[1]:
            return f"{value:#.{_DIGITS}g}"  # as short as with an exponent, and it says more
        if self._scientific or abs(value) < self._smallest:
            return f"{value:.1e}" if math.isfinite(value) else str(value)
        return f"{value:.{self._decimals}f}"

    def widest(self) -> str:
        """Give a text as wide as any that is usual."""
        return "-0.0e+00" if self._scientific else f"-{'0' * self._whole_digits}.{'0' * self._decimals}"


def exact_text(value: np.floating[Any]) -> str:
    """Write a number with as many digits as bring back exactly the same number of its own type."""
    return str(value).removesuffix(".0")


def read_exact(text: str, dtype: np.dtype[Any], name: str) -> float:
    """Read what was typed for a cell; a decimal comma is understood.

    Parameters
    ----------
    text : str
    dtype : dtype
        What the matrix holds.
    name : str
        Of the cell, for the message.

    Raises
    ------
    BadNumberError
        If the text is no number, or one that the type cannot hold.
    """
    typed = text.strip().replace("\u2212", "-")
    try:
        value = float(parse_number(typed))
    except ValueError:
        raise BadNumberError(_refusal(typed, name)) from None
    largest = float(np.finfo(dtype).max)
    with np.errstate(over="ignore"):
        is_finite = bool(np.isfinite(dtype.type(value)))
    if abs(value) > largest and not is_finite:  # the largest one's own digits are rounded up
        too_large = QCoreApplication.translate(
            "MatrixNumbers", "{name} cannot hold {text}: the largest number of {dtype} is {largest:.1e}."
        )
        raise BadNumberError(too_large.format(name=name, text=_short(typed), dtype=dtype.name, largest=largest))
    return value


def step_for(limit: float) -> float:
    """Give a round step that is small beside numbers of this size: 0.01 for weights of a few tenths."""
    return float(f"1e{math.floor(math.log10(limit)) - 1}") if limit > 0 else 0.1


def _refusal(typed: str, name: str) -> str:
    if not typed:
        empty = QCoreApplication.translate(
            "MatrixNumbers", "{name} needs a number, such as 0 or -0.25: nothing was typed."
        )
        return empty.format(name=name)
    try:
        is_number = not math.isfinite(float(typed.replace(",", ".")))
    except ValueError:
        is_number = False
    if is_number:
        reason = QCoreApplication.translate(
            "MatrixNumbers",
            "{name} does not take “{text}”: from it every output would become NaN. Type a finite number such as -0.25.",
        )
    else:
        reason = QCoreApplication.translate(
            "MatrixNumbers", "{name} takes a number such as -0.25 or 1e-3, not “{text}”."
        )
    return reason.format(name=name, text=_short(typed))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
