"""From a text of rows and columns to samples and targets."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np

from nn.imports import text_table as text
from nn.imports.array_bytes import AnyArray
from nn.imports.file_bytes import Watch, unwatched
from nn.imports.missing import without_missing
from nn.imports.quick_table import quick_numbers
from nn.imports.refusal import BadFile, quoted
from nn.imports.samples import AUTO, ReadingOptions, Samples, are_classes, class_numbers
from nn.messages import printable

MOST_ROWS = 1_000_000
MOST_CELLS = 60_000_000
PREVIEW_ROWS = 8
MOST_PREVIEWED = 200
_LARGEST_TEXT = 256 * 2**20
_TARGET_NAMES = ("label", "labels", "class", "target", "species", "y", "t", "answer", "정답", "라벨", "레이블")


@dataclass(frozen=True)
class _Table:
    """How a table is to be read, once all is settled."""

    owner: str
    separator: str
    decimal: str
    names: tuple[str, ...]
    has_header: bool
    width: int
    target: int
    features: tuple[int, ...]
    is_plain: bool
    """Whether Python's own `float` may be trusted: it takes 1_000 and digits of other scripts, too."""


def read_table(content: bytes, owner: str, options: ReadingOptions, watch: Watch = unwatched) -> Samples:
    """Return the samples in the bytes of a CSV or TSV file.

    Raises
    ------
    BadFile
        If it is no table of numbers; the message names the row and the column.
    Cancelled
        If `watch` raises it.
    """
    if len(content) > _LARGEST_TEXT:
        raise BadFile(
            f"{owner} has {len(content) / 2**20:,.0f} MB, tables of up to {_LARGEST_TEXT / 2**20:,.0f} MB are read; "
            "leave some rows out, or save it as .npz"
        )
    whole, encoding = text.decoded(content, options.encoding, owner)
    separator = text.guess_separator(whole, owner) if options.separator == AUTO else options.separator
    first = text.first_rows(whole, separator, owner)
    try:
        table = _settle(first, separator, options, owner, whole)
        numbers, targets = _parse(whole, table, watch)
        return _samples(table, first, numbers, targets, options, encoding)
    except BadFile as refusal:
        refusal.rows = _preview(first)
        raise


def _preview(first: list[text.Row]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(printable(cell)[:60] for cell in row[:MOST_PREVIEWED]) for row in first[: PREVIEW_ROWS + 1])


def _settle(first: list[text.Row], separator: str, options: ReadingOptions, owner: str, whole: str) -> _Table:
    if not first or len(first[0]) < 2:
        raise BadFile(
            f"{owner} has no columns; expected numbers between commas, semicolons or tabs: choose the separator, "
            "or another file"
        )
    decimal = text.guess_decimal(first, separator) if options.decimal == AUTO else options.decimal
    header = text.guess_header(first, decimal) if options.header == AUTO else options.header
    has_header, width = header == "yes", len(first[0])
    body = first[1:] if has_header else first
    if not body:
        raise BadFile(f"{owner} has no rows under its header; expected at least 2 samples")
    names = tuple(printable(cell)[:60] for cell in first[0]) if has_header else ()
    target = _target(options.target, names, body, width, decimal, owner)
    features = tuple(c for c in range(width) if c != target and _is_numeric(body, c, decimal))
    if not features:
        raise BadFile(f"{owner} has no column of numbers beside the target; choose another separator or decimal sign")
    is_plain = decimal == "point" and whole.isascii() and "_" not in whole
    return _Table(owner, separator, decimal, names, has_header, width, target, features, is_plain)


def _target(wanted: str, names: tuple[str, ...], body: list[text.Row], width: int, decimal: str, owner: str) -> int:
    if wanted in names and wanted:
        return names.index(wanted)
    if wanted:
        if wanted.isascii() and wanted.isdecimal() and len(wanted) < 9 and 1 <= int(wanted) <= width:
            return int(wanted) - 1
        raise BadFile(
            f"{owner} has no column {quoted(wanted)}; give a name in its header or a number from 1 to {width}"
        )
    lowered = [name.lower() for name in names]
    for usual in _TARGET_NAMES:  # a table of points with x, y and label has its label for target
        if usual in lowered:
            return lowered.index(usual)
    return 0 if _digits_come_first(body, width) else width - 1


def _digits_come_first(body: list[text.Row], width: int) -> bool:
    """Know MNIST as it is often passed on: the digit, and then 784 pixels."""
    firsts = [row[0] for row in body]
    return width > 60 and all(cell.isdecimal() and len(cell) == 1 for cell in firsts)


def _is_numeric(body: list[text.Row], column: int, decimal: str) -> bool:
    cells = [row[column] for row in body if column < len(row)]
    known = [cell for cell in cells if not text.is_missing(cell)]
    return bool(known) and sum(text.is_number(cell, decimal) for cell in known) * 2 > len(known)


def _parse(whole: str, table: _Table, watch: Watch) -> tuple[AnyArray, list[str]]:
    quick = quick_numbers(whole, table, MOST_ROWS, MOST_CELLS, watch)
    if quick is not None:
        return quick
    width, features = table.width, table.features
    numbers, targets = array("d"), list[str]()
    lines = max(whole.count("\n"), 1)
    for row, cells in _numbered_rows(whole, table):
        if len(cells) != width:
            raise BadFile(
                f"Row {row:,} of {table.owner} has {len(cells):,} cells, the first has {width:,}; correct the row, "
                "or choose another separator"
            )
        if len(targets) >= MOST_ROWS or len(numbers) > MOST_CELLS:
            raise BadFile(f"{table.owner} has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} numbers; leave some out")
        numbers.extend(_numbers(cells, row, table))
        targets.append(cells[table.target])
        if row % 500 == 0:
            watch(min(1.0, row / lines))
    return np.array(numbers).reshape(len(targets), len(features)), targets


def _numbered_rows(whole: str, table: _Table) -> Iterator[tuple[int, text.Row]]:
    rows = enumerate(text.rows_of(whole, table.separator, table.owner), 1)
    return islice(rows, 1 if table.has_header else 0, None)


def _numbers(cells: text.Row, row: int, table: _Table) -> list[float]:
    if table.is_plain:
        try:
            values = [float(cells[column]) for column in table.features]
        except ValueError:
            pass
        else:
            if math.isfinite(sum(values)):
                return values
    return [text.number_in(cells[column], table.decimal, row, column + 1) for column in table.features]


def _samples(
    table: _Table,
    first: list[text.Row],
    numbers: AnyArray,
    targets: list[str],
    options: ReadingOptions,
    encoding: str,
) -> Samples:
    keep, x, notes = without_missing(numbers, [text.is_missing(cell) for cell in targets], options.missing, table)
    values = _target_values([cell for cell, kept in zip(targets, keep, strict=True) if kept], table)
    is_classes = are_classes(options.task, values)
    if not is_classes and values.dtype.kind == "U":
        raise BadFile(f"{table.owner} has texts in column {table.target + 1}; take them for classes, or choose another")
    t, classes = class_numbers(values, table.owner) if is_classes else (values.reshape(-1, 1), ())
    settled = {
        "encoding": encoding,
        "separator": table.separator,
        "decimal": table.decimal,
        "header": "yes" if table.has_header else "no",
        "target": str(table.target + 1),
        "task": "classes" if is_classes else "values",
    }
    names = tuple(table.names[column] for column in table.features) if table.names else ()
    notes = tuple(chain(_left_out(table), notes))
    return Samples(x, t, classes, names=names, rows=_preview(first), notes=notes, settled=settled)


def _target_values(cells: list[str], table: _Table) -> AnyArray:
    if all(text.is_number(cell, table.decimal) for cell in cells):
        return np.array([text.number_in(cell, table.decimal, 0, table.target + 1) for cell in cells], float)
    return np.array([printable(cell)[:60] for cell in cells])


def _left_out(table: _Table) -> Iterator[str]:
    columns = [c for c in range(table.width) if c not in table.features and c != table.target]
    if columns:
        shown = ", ".join(quoted(table.names[c], 20) if table.names else str(c + 1) for c in columns[:5])
        yield f"Left out, because they hold texts: column {shown}{' …' if len(columns) > 5 else ''}."
