"""Numbers and arrays in a few signs: in the digits of the book, and shorter where there is less room."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from nn.arrays import Array, Shape
from nn.notation import plain

FEW = 4
"""Numbers of an array that are written out one by one."""
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


def range_texts(low: float, high: float, mean: float) -> tuple[str, ...]:
    """Give texts of where the numbers of an array lie: from … to, and their mean if there is room."""
    short = f"{_short(low)} … {_short(high)}"
    return (f"{short}, μ {_short(mean)}", short)


def shape_text(shape: Shape) -> str:
    """Write a shape as the book does in its drawings: 100×784; a single number has none."""
    return "×".join(map(str, shape))


def figure_texts(array: Array, index: tuple[int | slice, ...] | None) -> tuple[str, ...]:
    """Write an array, or a part of it: a few numbers as they are, row by row, more by shape and range."""
    part = np.asarray(array if index is None else array[index])
    if part.dtype == bool:
        return _truths(part)
    if part.size == 1:
        return number_texts(plain(part.ravel()[0]))
    shape = shape_text(part.shape) if part.ndim > 1 else f"({part.size})"
    if part.size <= FEW:
        return (*_each(part), shape)
    with np.errstate(all="ignore"):
        low, high, mean = float(part.min()), float(part.max()), float(part.mean())
    if np.isnan(low):
        return (f"{shape} NaN", "NaN")
    return (*(f"{shape}   {text}" for text in range_texts(low, high, mean)), shape)


def _truths(mask: Array) -> tuple[str, ...]:
    """Write a mask: a few truths one by one, of more how many are true."""
    if mask.size == 1:
        return (str(bool(mask.ravel()[0])),)
    shape = shape_text(mask.shape) if mask.ndim > 1 else f"({mask.size})"
    each = ("; ".join(", ".join(map(str, row)) for row in np.atleast_2d(mask).tolist()),) if mask.size <= FEW else ()
    return (*each, f"{shape}   {int(mask.sum())} True", shape)


def _each(few: Array) -> list[str]:
    """Write every number of an array, with fewer and fewer digits; a semicolon ends a row."""
    rows = few.reshape(-1, few.shape[-1]).tolist()
    exact = [[number_texts(plain(few.dtype.type(number))) for number in row] for row in rows]
    lengths = range(max(len(texts) for row in exact for texts in row))
    return ["; ".join(", ".join(texts[min(i, len(texts) - 1)] for texts in row) for row in exact) for i in lengths]


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
