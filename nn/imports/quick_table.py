"""Plain tables read by NumPy's own parser, which is several times as fast as reading them cell by cell.

It is asked only for tables without quotation marks, and its answer counts only if every number is there and finite.
In all other cases the careful way is gone, which can say what is wrong and where.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from nn.imports.array_bytes import AnyArray
from nn.imports.file_bytes import Watch
from nn.imports.text_table import LONGEST_NUMBER, SIGNS

_CELLS_AT_ONCE = 20_000  # the parser keeps all other threads waiting: a few milliseconds are not noticed

Answer = tuple[AnyArray, list[str]]
"""The numbers of every row, and the text of its target."""


class Layout(Protocol):
    """How a table is to be read."""

    @property
    def separator(self) -> str: ...  # noqa: D102
    @property
    def decimal(self) -> str: ...  # noqa: D102
    @property
    def has_header(self) -> bool: ...  # noqa: D102
    @property
    def width(self) -> int: ...  # noqa: D102
    @property
    def target(self) -> int: ...  # noqa: D102
    @property
    def features(self) -> tuple[int, ...]: ...  # noqa: D102


def quick_numbers(whole: str, layout: Layout, most_rows: int, most_cells: int, watch: Watch) -> Answer | None:
    """Return the numbers of the features and the cells of the target, None if the table is not plain."""
    if '"' in whole or layout.separator == "space" or (layout.decimal == "comma" and "." in whole):
        return None
    lines = [line for line in whole.splitlines() if line.strip()][layout.has_header :]
    if not lines or len(lines) > most_rows or len(lines) * layout.width > most_cells:
        return None
    parts, targets = [], list[str]()
    step = max(1, _CELLS_AT_ONCE // layout.width)
    for start in range(0, len(lines), step):
        piece = lines[start : start + step]
        numbers = _numbers(piece, layout)
        if numbers is None:
            return None
        parts.append(numbers)
        targets += [line.split(SIGNS[layout.separator], layout.target + 1)[layout.target].strip() for line in piece]
        watch(start / len(lines))
    return np.concatenate(parts), targets


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
