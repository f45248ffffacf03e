"""Values that are not there: refused, left out with their row, or replaced by what is usual in their column."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from nn.imports.arrays.array_bytes import AnyArray
from nn.imports.refusal import BadFile, Remedy
from nn.imports.tables.layout import Layout
from nn.messages import Message

_WITH_MEAN = Remedy(Message("Fill in the mean"), {"missing": "mean"})


def without_missing(
    numbers: AnyArray, untold: npt.NDArray[np.bool_], choice: str, layout: Layout
) -> tuple[npt.NDArray[np.bool_], AnyArray, tuple[Message, ...]]:
    """Return which rows are kept, their numbers without gaps, and what is to be said about it.

    Raises
    ------
    BadFile
        If a number is missing and none may be, or too few rows are left.
    """
    gaps = np.isnan(numbers)
    found = int(gaps.sum()) + int(untold.sum())
    if not found:
        keep = np.ones(len(numbers), bool)
    elif choice == "refuse":
        raise _refusal(found, gaps, untold, layout)
    else:
        keep = ~untold if choice == "mean" else ~(untold | gaps.any(axis=1))
    count = int(keep.sum())
    if count < 2:
        raise BadFile(
            Message(
                "{owner} has {samples} whole samples, expected at least 2; take the mean for missing values, or "
                "choose another target",
                owner=layout.owner,
                samples=count,
            ),
            *([_WITH_MEAN] if choice == "leave out" else []),
        )
    x = numbers if count == len(numbers) else numbers[keep]
    if choice == "mean" and gaps.any():
        x = np.where(np.isnan(x), _usual(x, layout), x)
    replaced = gaps[keep].sum(axis=0) if found else np.zeros(len(layout.features), int)
    texts = np.isin(layout.features, layout.texts)
    return keep, x, tuple(_said(len(keep) - count, int(replaced[~texts].sum()), int(replaced[texts].sum())))


def _refusal(found: int, gaps: AnyArray, untold: npt.NDArray[np.bool_], layout: Layout) -> BadFile:
    rows = gaps.any(axis=1) | untold
    index, count = int(np.flatnonzero(rows)[0]), int(rows.sum())
    column = layout.features[int(np.argmax(gaps[index]))] if gaps[index].any() else layout.target
    text = Message(
        "{owner} has missing values ({found:,}), the first in row {row:,}, column {column}; leave such rows out, or "
        "take the mean of the column for them",
        owner=layout.owner,
        found=found,
        row=index + 1 + layout.has_header,
        column=layout.column(column),
    )
    leave_out = Remedy(Message("Leave out such rows ({rows:,})", rows=count), {"missing": "leave out"})
    with_gaps = np.flatnonzero(gaps.any(axis=0))
    without = layout.without(layout.features[with_gaps[0]]) if len(with_gaps) == 1 else ()
    return BadFile(text, leave_out, *([_WITH_MEAN] if len(with_gaps) else []), *without)


def _usual(x: AnyArray, layout: Layout) -> AnyArray:
    """Return the mean of each column of numbers, and the most frequent text of the others."""
    usual = _means(x)
    for place, column in enumerate(layout.features):
        if column in layout.texts:
            places = x[:, place]
            usual[place] = np.bincount(places[~np.isnan(places)].astype(int), minlength=1).argmax()
    return usual


def _means(x: AnyArray) -> AnyArray:
    known = ~np.isnan(x)
    with np.errstate(over="ignore"):  # the mean of huge numbers is refused with them later
        return np.where(known, x, 0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)


def _said(left_out: int, numbers: int, texts: int) -> Iterator[Message]:
    if left_out:
        yield Message("Rows left out, because a value is missing: {rows:,}.", rows=left_out)
    if numbers:
        yield Message("Missing values replaced by the mean of their column: {count:,}.", count=numbers)
    if texts:
        yield Message("Missing texts replaced by the most frequent one of their column: {count:,}.", count=texts)
