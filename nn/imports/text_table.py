"""Tables as text: which encoding, separator and decimal sign they have, and their cells row by row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from nn.imports.refusal import BadFile, quoted
from nn.imports.samples import AUTO

SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", "space": " "}
MISSING_SIGNS = frozenset(("", "na", "n/a", "nan", "null", "none", "?", "-"))
MOST_COLUMNS = 20_000
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
LONGEST_NUMBER = 64
_SAMPLE_ROWS = 200
_SAMPLE_CHARACTERS = 2**20

Row = list[str]


def decoded(content: bytes, encoding: str, owner: str) -> tuple[str, str]:
    """Return the text of a file and its encoding, guessed if it is to be.

    Raises
    ------
    BadFile
        If it is no text, or not in that encoding.
    """
    chosen = _guess_encoding(content) if encoding == AUTO else encoding
    try:
        text = content.decode(
            "utf-8-sig" if chosen == "utf-8" else chosen, "replace" if chosen == "cp1252" else "strict"
        )
    except UnicodeError as error:
        raise BadFile(
            f"{owner} is no text in the encoding {chosen}; choose another encoding, or save it as UTF-8"
        ) from error
    if "\0" in text:
        raise BadFile(f"{owner} is no table: it holds bytes that stand in no text; expected CSV or TSV")
    return text, chosen


def _guess_encoding(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp949" if _is_korean(content[:_SAMPLE_CHARACTERS]) else "cp1252"
    return "utf-8"


def _is_korean(content: bytes) -> bool:
    """Tell Korean, whose letters are pairs of bytes above 127, from single letters with accents."""
    runs = re.findall(rb"[\x80-\xff]+", content)
    even = sum(len(run) % 2 == 0 for run in runs)
    try:
        content[: content.rfind(b"\n") + 1 or None].decode("cp949")
    except UnicodeDecodeError:
        return False
    return even * 2 > len(runs)


def rows_of(text: str, separator: str, owner: str) -> Iterator[Row]:
    """Give the rows of a table, cells without the spaces around them; empty lines are left out.

    Raises
    ------
    BadFile
        If a cell has more than 100,000 characters or a row more than 20,000 cells.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=SIGNS[separator], skipinitialspace=True)
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if separator == "space":
                cells = [cell for cell in cells if cell]
            if len(cells) > MOST_COLUMNS:
                raise BadFile(f"{owner} has {len(cells):,} columns, at most {MOST_COLUMNS:,} are read; leave some out")
            if any(cells):
                yield cells
    except csv.Error as error:
        raise BadFile(
            f"{owner} is no table at line {reader.line_num:,}: a cell is too long; check the quotation marks"
        ) from error


def first_rows(text: str, separator: str, owner: str) -> list[Row]:
    """Return the rows that are looked at for guesses."""
    return list(islice(rows_of(text[:_SAMPLE_CHARACTERS], separator, owner), _SAMPLE_ROWS))


def guess_separator(text: str, owner: str) -> str:
    """Return the separator that makes the most even table with the most numbers."""
    return max(SIGNS, key=lambda name: _evenness(text, name, owner))


def _evenness(text: str, separator: str, owner: str) -> tuple[bool, float, int]:
    try:
        rows = first_rows(text[: _SAMPLE_CHARACTERS // 8], separator, owner)
    except BadFile:
        return False, 0.0, 0
    rows = rows[:-1] if len(text) > _SAMPLE_CHARACTERS // 8 else rows  # the last one may be cut
    if not rows or len(rows[0]) < 2 or len({len(row) for row in rows}) > 1:
        return False, 0.0, 0
    cells = [cell for row in rows for cell in row]
    numbers = sum(is_number(cell, "point") or (separator != "comma" and is_number(cell, "comma")) for cell in cells)
    return True, numbers / len(cells), len(rows[0])


def guess_decimal(rows: list[Row], separator: str) -> str:
    """Return the decimal sign with which more cells are numbers."""
    if separator == "comma":
        point_only = sum(is_number(cell, "point") for row in rows for cell in row)
        return "point" if point_only or not rows else "comma"
    counts = {sign: sum(is_number(cell, sign) for row in rows for cell in row) for sign in ("point", "comma")}
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
        sign = "point" if decimal == "point" else "comma"
        raise BadFile(
            f"Row {row:,}, column {column:,}: {quoted(cell, 40)} is not a number with a decimal {sign}; "
            "correct the cell, or choose another decimal sign or another header"
        )
    value = float(cell.replace(",", ".", 1) if decimal == "comma" else cell)
    if value in (float("inf"), float("-inf")):
        raise BadFile(f"Row {row:,}, column {column:,}: {quoted(cell, 40)} is too large; give at most 1e308")
    return value
