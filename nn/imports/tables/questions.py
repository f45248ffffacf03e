"""Rows of a table that a network is asked about: columns are found by the names it learned them under."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from nn.datasets.columns import Feature
from nn.imports.arrays.array_bytes import AnyArray
from nn.imports.file_bytes import Content
from nn.imports.refusal import BadFile, quoted
from nn.imports.samples import AUTO
from nn.imports.tables import text
from nn.imports.tables.layout import MOST_CELLS, MOST_ROWS
from nn.imports.tables.text_pieces import Lines, decoded
from nn.messages import Message, joined, printable


class Questions(NamedTuple):
    """Rows to be answered.

    Attributes
    ----------
    names : tuple of str
        The header, empty without one.
    rows : list of list of str
        The cells of each row, as they stand in the file.
    x : ndarray, shape (N, inputs)
        What a network is given for them.
    first : int
        Number of the first row in the file.
    """

    names: tuple[str, ...]
    rows: list[text.Row]
    x: AnyArray
    first: int


def read_questions(content: Content, owner: str, features: tuple[Feature, ...]) -> Questions:
    """Return what a network is asked by the bytes of a CSV or TSV file.

    Columns may come in any order, and others may stand among them. Features without names are taken in their order.

    Raises
    ------
    BadFile
        If a column is missing, a cell is no number, or a text is none of the categories that were learned.
    """
    whole = decoded(content, AUTO, owner)
    separator = text.guess_separator(whole, owner)
    rows = list(text.rows_of(Lines(whole.pieces, owner), separator, owner))
    if not rows:
        raise BadFile(Message("{owner} is empty; choose another file", owner=owner))
    has_header = any(feature.name for feature in features) or not all(map(_may_be_number, rows[0]))
    names = tuple(printable(name, 60) for name in rows[0]) if has_header else ()
    body = rows[1:] if has_header else rows
    _check_size(body, len(rows[0]), sum(feature.width for feature in features), owner)
    columns = _columns(names, features, len(rows[0]), owner)
    decimal = text.guess_decimal(body[:200], separator)
    x = np.empty((len(body), sum(feature.width for feature in features)))
    for index, cells in enumerate(body):
        x[index] = _inputs(cells, index + 1 + has_header, columns, features, decimal, owner)
    return Questions(names, body, x, 1 + has_header)


def _may_be_number(cell: str) -> bool:
    return text.is_missing(cell) or text.is_number(cell, "point") or text.is_number(cell, "comma")


def _check_size(body: list[text.Row], width: int, inputs: int, owner: str) -> None:
    if not body:
        raise BadFile(Message("{owner} has no rows under its header; expected at least 1 sample", owner=owner))
    if len(body) > MOST_ROWS or len(body) * max(width, inputs) > MOST_CELLS:
        raise BadFile(
            Message("{owner} has {rows:,} rows, too many to answer at once; divide it", owner=owner, rows=len(body))
        )


def _columns(names: tuple[str, ...], features: tuple[Feature, ...], width: int, owner: str) -> tuple[int, ...]:
    """Return where each feature stands."""
    wanted = [feature.name or f"x{place}" for place, feature in enumerate(features, 1)]
    if not any(feature.name for feature in features) and not set(wanted) <= set(names):
        if width < len(features):
            raise BadFile(
                Message(
                    "{owner} has {width} columns, the network asks for {wanted}",
                    owner=owner,
                    width=width,
                    wanted=len(features),
                )
            )
        return tuple(range(len(features)))
    missing = [name for name in wanted if name not in names]
    if missing:
        raise BadFile(
            Message(
                "{owner} has no column {missing}; its columns are {names}",
                owner=owner,
                missing=joined(quoted(name, 24) for name in missing[:5]),
                names=joined(quoted(name, 24) for name in names[:12]),
            )
        )
    return tuple(names.index(name) for name in wanted)


def _inputs(
    cells: text.Row, row: int, columns: tuple[int, ...], features: tuple[Feature, ...], decimal: str, owner: str
) -> list[float]:
    inputs: list[float] = []
    for column, feature in zip(columns, features, strict=True):
        cell = cells[column] if column < len(cells) else ""
        if text.is_missing(cell):
            raise BadFile(
                Message(
                    "Row {row:,} of {owner}, column {column}: a value is missing; fill it in, or leave the row out",
                    row=row,
                    owner=owner,
                    column=quoted(feature.name or str(column + 1), 24),
                )
            )
        if not feature.categories:
            inputs += feature.inputs_of(text.number_in(cell, decimal, row, column + 1))
        elif printable(cell, 60) in feature.categories:
            inputs += feature.inputs_of(printable(cell, 60))
        else:
            raise BadFile(
                Message(
                    "Row {row:,} of {owner}, column {column}: {cell} was not learned; known are {known}",
                    row=row,
                    owner=owner,
                    column=quoted(feature.name, 24),
                    cell=quoted(cell, 24),
                    known=joined(quoted(name, 24) for name in feature.categories[:8]),
                )
            )
    return inputs
