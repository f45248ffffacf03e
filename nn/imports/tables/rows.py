"""The numbers and targets of a table, piece by piece: the quick way where rows are plain, else cell by cell."""

from __future__ import annotations

import math

import numpy as np

from nn.imports.file_bytes import Watch
from nn.imports.refusal import BadFile
from nn.imports.tables import text
from nn.imports.tables.layout import Layout
from nn.imports.tables.quick import Rows, quick_rows
from nn.imports.tables.text_pieces import Lines, Text
from nn.messages import Message

_ROWS_BETWEEN_LOOKS = 500


def rows_in(whole: Text, layout: Layout, watch: Watch) -> Rows:
    """Return the numbers of all rows, NaN where one is missing, and the texts of their targets.

    Raises
    ------
    BadFile
        If a row has another number of cells, or a cell is no number; the message names the place.
    """
    lines = Lines(whole.pieces, layout.owner)
    rows = text.rows_of(lines, layout.separator, layout.owner)
    found = _Found(layout, whole.lines)
    if layout.has_header:
        next(rows, None)
    while True:
        if lines.is_between_pieces:
            watch(lines.share)
            quick = quick_rows(lines.take_piece(), layout)
            if quick is not None and quick[1]:
                found.add(quick)
                lines.leave_piece()
                continue
        cells = next(rows, None)
        if cells is None:
            return found.rows
        found.add_cells(cells)
        if found.count % _ROWS_BETWEEN_LOOKS == 0:
            watch(lines.share)


class _Found:
    """The rows that have been read so far, in an array with room for as many as there are lines."""

    def __init__(self, layout: Layout, most: int) -> None:
        self._layout = layout
        self._numbers = np.empty((most, len(layout.features)))
        self._targets: list[str] = []
        self._known: dict[str, str] = {}  # a million labels are a few texts

    @property
    def count(self) -> int:
        return len(self._targets)

    @property
    def rows(self) -> Rows:
        return self._numbers[: self.count], self._targets

    def add(self, rows: Rows) -> None:
        numbers, targets = rows
        self._numbers[self.count : self.count + len(targets)] = numbers
        self._targets.extend(self._known.setdefault(target, target) for target in targets)

    def add_cells(self, cells: text.Row) -> None:
        layout, row = self._layout, self.count + 1 + self._layout.has_header
        if len(cells) != layout.width:
            raise BadFile(
                Message(
                    "Row {row:,} of {owner} has {cells:,} cells, the first has {width:,}; correct the row, or choose "
                    "another separator",
                    row=row,
                    owner=layout.owner,
                    cells=len(cells),
                    width=layout.width,
                )
            )
        self._numbers[self.count] = _numbers(cells, row, layout)
        target = cells[layout.target]
        self._targets.append(self._known.setdefault(target, target))


def _numbers(cells: text.Row, row: int, layout: Layout) -> list[float]:
    if layout.is_plain:
        try:
            values = [float(cells[column]) for column in layout.features]
        except ValueError:
            pass
        else:
            if math.isfinite(sum(values)):
                return values
    return [text.number_in(cells[column], layout.decimal, row, column + 1) for column in layout.features]
