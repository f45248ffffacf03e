"""How a number is written along an edge: in the digits of the book, and shorter where there is less room."""

from __future__ import annotations

import math
from functools import lru_cache

_MOST_DECIMALS = 8  # NumPy's own print-out, and so the book's
_SMALLEST_FIXED = 1e-4
_LARGEST_FIXED = 1e6


@lru_cache(maxsize=4096)  # from step to step most numbers stay
def number_texts(value: float) -> tuple[str, ...]:
    """Give a number's texts from the most exact to the shortest; only a zero is ever written ``0``.

    Parameters
    ----------
    value : float
        NaN and infinities are written as ``NaN``, ``∞`` and ``-∞``.
    """
    if math.isnan(value):
        return ("NaN",)
    if math.isinf(value):
        return ("∞" if value > 0 else "-∞",)
    if value == 0:
        return ("0",)
    texts = [] if abs(value) < _SMALLEST_FIXED or abs(value) >= _LARGEST_FIXED else _fixed(value)
    texts += [_scientific(value, digits) for digits in (3, 1, 0)]
    return tuple(text for i, text in enumerate(texts) if all(len(text) < len(longer) for longer in texts[:i]))


def number_text(value: float) -> str:
    """Give a number's most exact text."""
    return number_texts(value)[0]


def range_texts(low: float, high: float, mean: float) -> tuple[str, ...]:
    """Give texts of where the numbers of an array lie: from … to, and their mean if there is room."""
    short = f"{_short(low)} … {_short(high)}"
    return (f"{short}, μ {_short(mean)}", short)


def _fixed(value: float) -> list[str]:
    """Write a number with fewer and fewer decimals, as long as it is off by a tenth at most."""
    texts = []
    for decimals in range(_MOST_DECIMALS, -1, -1):
        text = f"{value:.{decimals}f}"
        if decimals < _MOST_DECIMALS and abs(float(text) - value) > abs(value) / 10:
            break
        texts.append(text.rstrip("0").rstrip(".") if decimals else text)
    return texts


def _scientific(value: float, digits: int) -> str:
    mantissa, exponent = f"{value:.{digits}e}".split("e")
    return f"{mantissa.rstrip('0').rstrip('.') if digits else mantissa}e{int(exponent)}"


def _short(value: float) -> str:
    return next((text for text in number_texts(value) if len(text) <= 6), number_texts(value)[-1])
