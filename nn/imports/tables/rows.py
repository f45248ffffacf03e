"""The numbers and targets of a table, piece by piece: the quick way where rows are plain, else cell by cell."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from nn.datasets.columns import LONGEST_NAME
from nn.imports.arrays.array_bytes import AnyArray
from nn.imports.file_bytes import Watch
from nn.imports.refusal import BadFile, Remedy
from nn.imports.tables import text
from nn.imports.tables.layout import MOST_CATEGORIES, Layout
from nn.imports.tables.quick import Rows, quick_rows
from nn.imports.tables.text_pieces import Lines, Text
from nn.messages import Message, printable

_ROWS_BETWEEN_LOOKS = 500
_OTHER_SIGN = {
    "point": ("comma", Remedy(Message("Read with a decimal comma"), {"decimal": "comma"})),
    "comma": ("point", Remedy(Message("Read with a decimal point"), {"decimal": "point"})),
}


class Found(NamedTuple):
    """What stands in the rows of a table.

    Attributes
    ----------
    numbers : ndarray, shape (N, features)
        A number for each feature, NaN where it is missing; of a text its place in `categories`.
    targets : list of str
        The texts of the targets.
    categories : mapping
        The different texts of each column of texts, in the order in which they came.
    """

    numbers: AnyArray
    targets: list[str]
    categories: dict[int, list[str]]


def rows_in(whole: Text, layout: Layout, watch: Watch) -> Found:
    """Return the numbers of all rows and the texts of their targets.

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
        self._categories: dict[int, dict[str, int]] = {column: {} for column in layout.texts}

    @property
    def count(self) -> int:
        return len(self._targets)

    @property
    def rows(self) -> Found:
        categories = {column: list(known) for column, known in self._categories.items()}
        return Found(self._numbers[: self.count], self._targets, categories)

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
        try:
            self._numbers[self.count] = self._values(cells, row) if layout.texts else _numbers(cells, row, layout)
        except text.NoNumber as refusal:
            sign, remedy = _OTHER_SIGN[layout.decimal]
            helps = text.is_number(cells[refusal.column], sign)
            refusal.remedies = (*layout.without(refusal.column), *([remedy] if helps else []))
            raise
        target = cells[layout.target]
        self._targets.append(self._known.setdefault(target, target))

    def _values(self, cells: text.Row, row: int) -> list[float]:
        decimal, features = self._layout.decimal, self._layout.features
        return [
            self._place(column, cells[column])
            if column in self._categories
            else text.number_in(cells[column], decimal, row, column + 1)
            for column in features
        ]

    def _place(self, column: int, cell: str) -> float:
        if text.is_missing(cell):
            return math.nan
        known = self._categories[column]
        place = known.setdefault(printable(cell, LONGEST_NAME), len(known))
        if len(known) > MOST_CATEGORIES:
            raise BadFile(
                Message(
                    "{owner} has more than {most} different texts in column {column}; leave the column out",
                    owner=self._layout.owner,
                    most=MOST_CATEGORIES,
                    column=self._layout.column(column),
                ),
                *self._layout.without(column),
            )
        return place


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
