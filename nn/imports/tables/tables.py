"""From a text of rows and columns to samples and targets."""

from __future__ import annotations

from itertools import chain

import numpy as np

from nn.imports.file_bytes import Content, Watch, part_of, unwatched
from nn.imports.refusal import BadFile, Remedy
from nn.imports.samples import AUTO, ReadingOptions, Samples, Targets, are_classes, class_numbers
from nn.imports.tables import text
from nn.imports.tables.layout import Layout, settle
from nn.imports.tables.missing import without_missing
from nn.imports.tables.one_hot import as_inputs
from nn.imports.tables.rows import Found, rows_in
from nn.imports.tables.text_pieces import decoded
from nn.messages import Message, printable

PREVIEW_ROWS = 8
MOST_PREVIEWED = 200
_LARGEST_TEXT = 256 * 2**20
_DECODED = 0.1  # of the work


def read_table(content: Content, owner: str, options: ReadingOptions, watch: Watch = unwatched) -> Samples:
    """Return the samples in the bytes of a CSV or TSV file.

    Raises
    ------
    BadFile
        If it is no table of numbers; the message names the row and the column.
    Cancelled
        If `watch` raises it.
    """
    _check_size(len(content), owner)
    whole = decoded(content, options.encoding, owner, part_of(watch, 0, _DECODED))
    separator = text.guess_separator(whole, owner) if options.separator == AUTO else options.separator
    first = text.first_rows(whole, separator, owner)
    settled: dict[str, str] = {"encoding": whole.encoding, "separator": separator}
    try:
        layout = settle(whole, first, separator, options, owner)
        settled |= layout.settled
        rows = rows_in(whole, layout, part_of(watch, _DECODED, 1))
        return _samples(layout, first, rows, options, settled)
    except BadFile as refusal:
        refusal.rows, refusal.settled = _preview(first), settled
        raise


def _check_size(size: int, owner: str) -> None:
    if not size:
        raise BadFile(Message("{owner} is empty; choose another file", owner=owner))
    if size > _LARGEST_TEXT:
        raise BadFile(
            Message(
                "{owner} has {size:,.0f} MB, tables of up to {most:,.0f} MB are read; leave some rows out, or save it "
                "as .npz",
                owner=owner,
                size=size / 2**20,
                most=_LARGEST_TEXT / 2**20,
            )
        )


def _preview(first: list[text.Row]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(printable(cell, 60) for cell in row[:MOST_PREVIEWED]) for row in first[: PREVIEW_ROWS + 1])


def _samples(
    layout: Layout, first: list[text.Row], rows: Found, options: ReadingOptions, settled: dict[str, str]
) -> Samples:
    numbers, cells, categories = rows
    targets_missing = np.fromiter((text.is_missing(cell) for cell in cells), bool, len(cells))
    keep, x, notes = without_missing(numbers, targets_missing, options.missing, layout)
    kept = cells if keep.all() else [cells[place] for place in np.flatnonzero(keep)]
    values = _target_values(kept, layout)
    is_classes = are_classes(options.task, values)
    if isinstance(values, list) and not is_classes:
        raise BadFile(
            Message(
                "{owner} has texts in column {column}; take them for classes, or choose another column",
                owner=layout.owner,
                column=layout.column(layout.target),
            ),
            Remedy(Message("Take them for classes"), {"task": "classes"}),
        )
    t, classes = class_numbers(values, layout.owner) if is_classes else (np.reshape(values, (-1, 1)), ())
    settled = {**settled, "task": "classes" if is_classes else "values"}
    x, features = as_inputs(x, layout, categories)
    return Samples(
        x,
        t,
        classes,
        features=features,
        target=layout.names[layout.target] if layout.names else "",
        rows=_preview(first),
        notes=tuple(chain(layout.notes, notes)),
        settled=settled,
    )


def _target_values(cells: list[str], layout: Layout) -> Targets:
    if all(text.is_number(cell, layout.decimal) for cell in cells):
        numbers = (text.number_in(cell, layout.decimal, 0, layout.target + 1) for cell in cells)
        return np.fromiter(numbers, float, len(cells))
    return [printable(cell, 60) for cell in cells]
