"""Plain rows read by NumPy's own parser, which is several times as fast as reading them cell by cell.

It is asked only for lines without quotation marks, and its answer counts only if every number is there and finite.
In all other cases the careful way is gone, which can say what is wrong and where.
"""

from __future__ import annotations

import numpy as np

from nn.imports.arrays.array_bytes import AnyArray
from nn.imports.tables.layout import Layout
from nn.imports.tables.text import LONGEST_NUMBER, SIGNS

_CELLS_AT_ONCE = 2_000  # the parser keeps all other threads waiting: a millisecond is not noticed

Rows = tuple[AnyArray, list[str]]
"""The numbers of some rows, and the text of their targets."""


def quick_rows(lines: list[str], layout: Layout) -> Rows | None:
    """Return what stands in some lines, None if they are not plain."""
    if layout.texts or layout.separator == "space" or any('"' in line for line in lines):
        return None
    lines = [line for line in lines if line.strip()]
    if layout.decimal == "comma" and any("." in line for line in lines):
        return None
    parts, step = [], max(1, _CELLS_AT_ONCE // layout.width)
    for start in range(0, len(lines), step):
        numbers = _numbers(lines[start : start + step], layout)
        if numbers is None:
            return None
        parts.append(numbers)
    sign = SIGNS[layout.separator]
    targets = [line.split(sign, layout.target + 1)[layout.target].strip() for line in lines]
    return np.concatenate(parts) if parts else np.empty((0, len(layout.features))), targets


def _numbers(lines: list[str], layout: Layout) -> AnyArray | None:
    sign = SIGNS[layout.separator]
    longest = (LONGEST_NUMBER + 1) * layout.width
    if any(line.count(sign) != layout.width - 1 or len(line) > longest for line in lines):
        return None
    if layout.decimal == "comma":
        lines = [line.replace(",", ".") for line in lines]
    try:
        numbers = np.loadtxt(lines, delimiter=sign, usecols=layout.features, comments=None, ndmin=2)
    except (OverflowError, ValueError):
        return None
    return numbers if np.isfinite(numbers).all() else None
