"""Live numbers as they are shown: what there is, what is expected, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.expressions import Unavailable

if TYPE_CHECKING:
    from nn.arrays import Array
    from playground.lessons.facts import Facts
    from playground.lessons.task import Number, Prediction

_MOST_LINES = 4
_MOST_NUMBERS = 6
_MOST_ROWS, _MOST_COLUMNS = 8, 12
"""What of an array stands on a worksheet."""
_SLACK = 1 + 1e-6  # a difference of half a unit in the last digit is still that digit


@dataclass(frozen=True)
class Reading:
    """One live number on the screen.

    Attributes
    ----------
    name
        What is measured, as the lesson writes it.
    now, expected
        What there is and what should be, a text for each row; empty where there is nothing.
    is_right
        Whether they agree, None where nothing is expected.
    """

    name: str
    now: tuple[str, ...]
    expected: tuple[str, ...]
    is_right: bool | None


def read(number: Number, facts: Facts) -> Reading:
    """Measure a number now."""
    expected = _expected(number)
    wanted = number.expected is not None or number.at_least is not None or number.at_most is not None
    try:
        value = number.expression.value(facts.value)
    except Unavailable:
        return Reading(number.expression.text, (), expected, False if wanted else None)
    now = _rows(value, number)
    if isinstance(value, tuple) and number.expected is not None:
        expected = (str(tuple(int(size) for size in number.expected)),)
    return Reading(number.expression.text, now, expected, is_right(number, value) if wanted else None)


def is_right(number: Number, value: Any) -> bool:
    """Say whether a value is what a lesson expects: in the digits it names, or exactly."""
    array = np.asarray(value)
    if array.dtype.kind not in "biuf":
        return False
    array = array.astype(np.float64)
    if number.expected is None:
        low = -np.inf if number.at_least is None else number.at_least
        high = np.inf if number.at_most is None else number.at_most
        return bool(array.size) and bool(((low <= array) & (array <= high)).all())
    return array.shape == number.expected.shape and _agree(array, number.expected, _last_digit(number))


def _agree(value: Array, expected: Array, last_digit: Array) -> bool:
    return bool(np.isclose(value, expected, rtol=0, atol=0.5 * last_digit * _SLACK, equal_nan=True).all())


def tolerance(prediction: Prediction) -> Array:
    """Return how far off each number of an answer may be."""
    if prediction.within is not None:
        return np.full(prediction.expected.shape, prediction.within)
    exact: Array = 1e-9 * np.abs(np.nan_to_num(prediction.expected))  # 1/3 is written in digits
    return np.maximum(0.5 * _last_digit(prediction), exact)


def value_rows(value: Array) -> tuple[str, ...]:
    """Write the numbers of a worksheet, eight digits each, a text for each row."""
    rows = value.reshape(-1, value.shape[-1]) if value.ndim > 1 else value.reshape(1, -1)
    texts = [", ".join(_plain(each) for each in row[:_MOST_COLUMNS].tolist()) for row in rows[:_MOST_ROWS]]
    texts = [text + ", …" * (rows.shape[-1] > _MOST_COLUMNS) for text in texts]
    if not value.ndim:
        return (texts[0],)
    return (*(f"[{text}]" for text in texts), *("…",) * (len(rows) > _MOST_ROWS))


def _plain(value: Any) -> str:
    return f"{value + 0.0:.8g}" if isinstance(value, float) else str(value)  # -0.0 becomes 0


def answer_rows(prediction: Prediction) -> tuple[str, ...]:
    """Write the right answer, a text for each row."""
    if prediction.is_shape:
        return (str(tuple(int(size) for size in prediction.expected)),)
    return value_rows(prediction.expected.astype(bool) if prediction.is_truth else prediction.expected)


def _last_digit(number: Number | Prediction) -> Array:
    """Return what the last digit that counts is worth, for each expected number."""
    expected: Array = np.asarray(number.expected, np.float64)
    if number.digits is None:
        return np.full(expected.shape, 0.0 if number.decimals is None else 10.0**-number.decimals)
    is_usual = np.isfinite(expected) & (expected != 0)
    exponent = np.floor(np.log10(np.abs(expected), where=is_usual, out=np.zeros(expected.shape)))
    return np.where(is_usual, 10.0 ** (exponent - number.digits + 1), 0.0)


def _expected(number: Number) -> tuple[str, ...]:
    if number.expected is not None:
        return _rows(number.expected, number)
    limits = (("≥", number.at_least), ("≤", number.at_most))
    text = " ".join(f"{sign} {_figure(limit, number)}" for sign, limit in limits if limit is not None)
    return (text,) if text else ()


def _rows(value: Any, number: Number) -> tuple[str, ...]:
    """Write a value: a shape as Python does, a matrix a row a line, what is too long with dots."""
    if isinstance(value, tuple):
        return (str(value),)
    array = np.asarray(value)
    if array.ndim < 2:
        return (_row(array, number),)
    rows = array.reshape(-1, array.shape[-1])
    texts = [_row(row, number) for row in rows[:_MOST_LINES]]
    return (*texts, "…") if len(rows) > _MOST_LINES else tuple(texts)


def _row(array: Array, number: Number) -> str:
    if not array.ndim:
        return _figure(array.item(), number)
    figures = [_figure(each, number) for each in array[:_MOST_NUMBERS].tolist()]
    return f"[{', '.join(figures)}{', …' if len(array) > _MOST_NUMBERS else ''}]"


def _figure(value: Any, number: Number) -> str:
    """Write one value in the digits that count, by itself in its shortest form."""
    if not isinstance(value, float):
        return str(value)
    if number.decimals is not None:
        return f"{value:.{number.decimals}f}"
    return f"{value:.{6 if number.digits is None else number.digits}g}"
