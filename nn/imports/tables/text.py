"""Tables as text: which separator, decimal sign and header they have, and their cells row by row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice

from nn.imports.refusal import BadFile, quoted
from nn.imports.tables.text_pieces import Lines, Text
from nn.messages import Message

SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", "space": " "}
MISSING_SIGNS = frozenset(("", "na", "n/a", "nan", "null", "none", "?", "-"))
MOST_COLUMNS = 20_000
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
LONGEST_NUMBER = 64
_SAMPLE_ROWS = 200
_SAMPLE_PIECES = 4

Row = list[str]


class NoNumber(BadFile):
    """A cell that is no number.

    Attributes
    ----------
    column : int
        Where it stands, from 0.
    """

    def __init__(self, text: str, column: int) -> None:
        super().__init__(text)
        self.column = column


def rows_of(lines: Lines, separator: str, owner: str) -> Iterator[Row]:
    """Give the rows of a table, cells without the spaces around them; empty lines are left out.

    Raises
    ------
    BadFile
        If a cell has more than 100,000 characters or a row more than 20,000 cells.
    """
    reader = csv.reader(lines, delimiter=SIGNS[separator], skipinitialspace=True)
    try:
        for row in reader:
            lines.begin_row()
            cells = [cell.strip() for cell in row]
            if separator == "space":
                cells = [cell for cell in cells if cell]
            if len(cells) > MOST_COLUMNS:
                raise BadFile(
                    Message(
                        "{owner} has {columns:,} columns, at most {most:,} are read; leave some out",
                        owner=owner,
                        columns=len(cells),
                        most=MOST_COLUMNS,
                    )
                )
            if any(cells):
                yield cells
    except csv.Error as error:
        raise BadFile(
            Message(
                "{owner} is no table at line {line:,}: a cell is too long; check the quotation marks",
                owner=owner,
                line=reader.line_num,
            )
        ) from error


def first_rows(text: Text, separator: str, owner: str) -> list[Row]:
    """Return the rows that are looked at for guesses."""
    return list(islice(rows_of(Lines(text.pieces[:_SAMPLE_PIECES], owner), separator, owner), _SAMPLE_ROWS))


def guess_separator(text: Text, owner: str) -> str:
    """Return the separator that makes the most even table with the most numbers."""
    return max(SIGNS, key=lambda name: _evenness(text, name, owner))


def _evenness(text: Text, separator: str, owner: str) -> tuple[bool, float, int]:
    try:
        rows = first_rows(text, separator, owner)
    except BadFile:
        return False, 0.0, 0
    if not rows or len(rows[0]) < 2 or len({len(row) for row in rows}) > 1:
        return False, 0.0, 0
    cells = [cell for row in rows for cell in row]
    numbers = sum(is_number(cell, "point") or (separator != "comma" and is_number(cell, "comma")) for cell in cells)
    return True, numbers / len(cells), len(rows[0])


def guess_decimal(rows: list[Row], separator: str) -> str:
    """Return the decimal sign with which more cells are numbers."""
    counts = {sign: sum(is_number(cell, sign) for row in rows for cell in row) for sign in ("point", "comma")}
    if separator == "comma":
        return "point" if counts["point"] or not rows else "comma"
    return "comma" if counts["comma"] > counts["point"] else "point"


def guess_header(rows: list[Row], decimal: str) -> str:
    """Say whether the first row names the columns: a text stands there over numbers."""
    if len(rows) < 2:
        return "no"
    below = rows[1:]
    for column, cell in enumerate(rows[0]):
        under = [row[column] for row in below if column < len(row)]
        numbers = sum(is_number(value, decimal) for value in under)
        if not is_number(cell, decimal) and not is_missing(cell) and numbers * 2 > len(under):
            return "yes"
    return "no"


def is_missing(cell: str) -> bool:
    """Say whether a cell stands for a number that is not there."""
    return cell.lower() in MISSING_SIGNS


def is_number(cell: str, decimal: str) -> bool:
    """Say whether a cell is a number with this decimal sign."""
    if len(cell) > LONGEST_NUMBER:
        return False
    if decimal == "comma":
        return "." not in cell and NUMBER.fullmatch(cell.replace(",", ".", 1)) is not None
    return NUMBER.fullmatch(cell) is not None


def number_in(cell: str, decimal: str, row: int, column: int) -> float:
    """Return the number in a cell, NaN for one that is missing.

    Raises
    ------
    BadFile
        If it is no number; the message names its place.
    """
    if is_missing(cell):
        return float("nan")
    if not is_number(cell, decimal):
        raise NoNumber(_no_number(cell, decimal, row, column), column - 1)
    value = float(cell.replace(",", ".", 1) if decimal == "comma" else cell)
    if value in (float("inf"), float("-inf")):
        raise BadFile(
            Message(
                "Row {row:,}, column {column:,}: {cell} is too large; give at most 1e308",
                row=row,
                column=column,
                cell=quoted(cell, 40),
            )
        )
    return value


def _no_number(cell: str, decimal: str, row: int, column: int) -> Message:
    if decimal == "point":
        return Message(
            "Row {row:,}, column {column:,}: {cell} is not a number with a decimal point; correct the cell, or choose "
            "another decimal sign or another header",
            row=row,
            column=column,
            cell=quoted(cell, 40),
        )
    return Message(
        "Row {row:,}, column {column:,}: {cell} is not a number with a decimal comma; correct the cell, or choose "
        "another decimal sign or another header",
        row=row,
        column=column,
        cell=quoted(cell, 40),
    )
