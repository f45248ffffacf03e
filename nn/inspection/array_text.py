"""An array as the book prints it: rows in brackets, the numbers of a column below each other."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.inspection.number_texts import number_texts

_MOST_ROWS = 8
_MOST_COLUMNS = 8


def array_lines(array: NDArray[Any]) -> tuple[str, ...]:
    """Write an array, a row a line; of many rows and columns the first ones, and dots for the others.

    What has more than two axes is written as the rows along its last one.
    """
    if not array.ndim:
        return (_written(array[()]),)
    width = array.shape[-1]
    rows = array.reshape(math.prod(array.shape[:-1]), width)
    texts = [[_written(number) for number in row[:_MOST_COLUMNS]] for row in rows[:_MOST_ROWS]]
    lines = [f"[{', '.join(row)}{', …' if width > _MOST_COLUMNS else ''}]" for row in _aligned(texts)]
    if array.ndim == 1:
        return tuple(lines)
    if len(rows) > _MOST_ROWS:
        lines.append("…")
    first, *others = lines or [""]
    written = [f"[{first}", *(f" {line}" for line in others)]
    return (*written[:-1], f"{written[-1]}]")


def _aligned(rows: list[list[str]]) -> list[list[str]]:
    if len(rows) < 2:
        return rows
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [[text.rjust(width) for text, width in zip(row, widths, strict=True)] for row in rows]


def _written(number: Any) -> str:
    """Write one number: what is true or whole as it is, others in the digits of the book."""
    if np.asarray(number).dtype.kind in "biu":
        return str(number)
    return number_texts(float(str(number)))[0]
