"""Numbers to and from a spreadsheet, rows in lines and columns between tabs, and where pasted ones go."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from playground.widgets.fields.number_entry import parse_number
from playground.widgets.matrix.model import Block

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

LONGEST_TEXT = 32 * 2**20
"""Characters that are read at most: far more than any matrix here holds."""
_LONGEST_QUOTE = 24  # characters of a wrong cell that are shown
_SAME_SIGNS = str.maketrans({"\u2212": "-", "\u00a0": " ", "\u202f": " ", "\ufeff": "", "\0": ""})


class BadTableError(ValueError):
    """What was pasted is no table of numbers; the message says where and why, in the language of the moment."""


def numbers_text(values: NDArray[np.floating]) -> str:
    """Write numbers so that a spreadsheet takes them, and so that they come back as exactly the same numbers.

    Parameters
    ----------
    values : ndarray, shape (rows, columns)

    Returns
    -------
    str
        As few digits as tell each number from its neighbours; points for decimals.
    """
    # A NumPy number knows how many digits its own precision needs; Python's would write 0.1 as 0.10000000149011612.
    return "\n".join("\t".join(map(str, row)) for row in values)


def read_numbers(text: str) -> NDArray[np.float64]:
    """Read a table as spreadsheets, Python and people write it.

    Decimal points and decimal commas, Windows' line ends, an empty last line, nested brackets and the signs of minus
    that books print are all understood. Without tabs, semicolons or spaces separate the columns.

    Returns
    -------
    ndarray of float64, shape (rows, columns)

    Raises
    ------
    BadTableError
        If a cell is no finite number, or the rows are not equally long.
    """
    if len(text) > LONGEST_TEXT:
        raise _bad(
            QT_TRANSLATE_NOOP("TabSeparated", "The clipboard holds {n:,} characters: too much for a matrix."),
            n=len(text),
        )
    lines = _lines(text)
    separator = next((sign for sign in "\t;" if any(sign in line for line in lines)), None)
    values = _read_plain(lines, separator)
    return _read_cells(lines, separator) if values is None else values


def _read_plain(lines: list[str], separator: str | None) -> NDArray[np.float64] | None:
    """Read numbers without thousands separators and quotes, three times as fast; None for anything else."""
    if not any("." in line for line in lines):  # else a comma would be something between a number's digits
        lines = [line.replace(",", ".") for line in lines]
    try:
        values = np.loadtxt(lines, delimiter=separator, comments=None, ndmin=2)
    except ValueError:
        return None
    is_whole = len(values) == len(lines)  # blank lines are passed over
    return values if is_whole and np.isfinite(values).all() else None


def _read_cells(lines: list[str], separator: str | None) -> NDArray[np.float64]:
    """Read numbers as people write them, and find the cell that is none."""
    rows = [line.split() for line in lines] if separator is None else list(csv.reader(lines, delimiter=separator))
    _check_widths(rows)
    return np.array(
        [
            [_read_cell(number, column, cell.strip()) for column, cell in enumerate(row, 1)]
            for number, row in enumerate(rows, 1)
        ]
    )


def _lines(text: str) -> list[str]:
    plain = text.translate(_SAME_SIGNS).replace("\r\n", "\n").replace("\r", "\n")
    if "[" in plain:
        plain = re.sub(r"\]\s*,?\s*\[", "\n", plain)
        plain = re.sub(r"^\s*(?:array\()?[\[\s]+|[\])\s,]+$", "", plain)
    if not plain.strip():
        raise _bad(
            QT_TRANSLATE_NOOP(
                "TabSeparated", "The clipboard holds no numbers. Copy some in a spreadsheet or here first."
            )
        )
    return plain.strip("\n").split("\n")


def _check_widths(rows: list[list[str]]) -> None:
    first = len(rows[0])
    for number, row in enumerate(rows, 1):
        if len(row) != first:
            raise _bad(
                QT_TRANSLATE_NOOP(
                    "TabSeparated",
                    "Row {row} of the clipboard has {n} cells and row 1 has {first}: make all rows equally long.",
                ),
                row=number,
                n=len(row),
                first=first,
            )


def _read_cell(row: int, column: int, cell: str) -> float:
    try:
        return float(parse_number(cell))
    except ValueError:
        pass
    if not cell:
        empty = QT_TRANSLATE_NOOP(
            "TabSeparated", "Row {row}, column {column} of the clipboard is empty: write 0 there."
        )
        raise _bad(empty, row=row, column=column)
    raise _bad(
        QT_TRANSLATE_NOOP(
            "TabSeparated",
            "Row {row}, column {column} of the clipboard is “{cell}”: a finite number such as -0.25 is needed.",
        ),
        row=row,
        column=column,
        cell=cell[:_LONGEST_QUOTE],
    )


def placed(
    values: NDArray[np.float64],
    selected: Sequence[Block],
    table: tuple[int, int],
    name: Callable[[int, int], str],
) -> tuple[Block, NDArray[np.float64]]:
    """Find the cells that pasted numbers are meant for.

    One number fills whatever is selected. A block goes where one cell is selected, to the right and down from it,
    or into a selection of its own shape.

    Parameters
    ----------
    values : ndarray, shape (rows, columns)
    selected : sequence of Block
    table : tuple of int
        Rows and columns that there are.
    name : callable
        Gives the name of a cell by row and column.

    Returns
    -------
    Block, ndarray
        The place, and what goes there: of the same shape.

    Raises
    ------
    BadTableError
        If the numbers do not fit; the message says what was pasted, what the place holds, and what helps.
    """
    if len(selected) > 1:
        raise _bad(
            QT_TRANSLATE_NOOP("TabSeparated", "Several separate blocks are selected: select one cell to paste at.")
        )
    place = selected[0]
    if values.shape == (1, 1):
        return place, np.full(place.shape, values[0, 0])
    _check_shape(values.shape, place.shape)
    _check_room(values.shape, (table[0] - place.top, table[1] - place.left), name(place.top, place.left))
    rows, columns = values.shape
    return Block(place.top, place.left, place.top + rows - 1, place.left + columns - 1), values


def _check_shape(pasted: tuple[int, ...], place: tuple[int, int]) -> None:
    if place not in ((1, 1), pasted):
        raise _bad(
            QT_TRANSLATE_NOOP(
                "TabSeparated",
                "The clipboard holds {pasted} numbers, {place} cells are selected. Select the one cell where the "
                "numbers shall begin, or {pasted} cells.",
            ),
            pasted=_size(pasted),
            place=_size(place),
        )


def _check_room(pasted: tuple[int, ...], room: tuple[int, int], name: str) -> None:
    if pasted[0] > room[0] or pasted[1] > room[1]:
        raise _bad(
            QT_TRANSLATE_NOOP(
                "TabSeparated",
                "The clipboard holds {pasted} numbers, but from {name} on there is room for {room}. Begin further "
                "up or left, or copy fewer cells.",
            ),
            pasted=_size(pasted),
            room=_size(room),
            name=name,
        )


def _size(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape))


def _bad(text: Any, **values: object) -> BadTableError:
    return BadTableError(QCoreApplication.translate("TabSeparated", text).format(**values))
