"""Numbers that are not there: refused, left out with their row, or replaced by the mean of their column."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt

from nn.imports.array_bytes import AnyArray
from nn.imports.refusal import BadFile


class HasPlaces(Protocol):
    """A table that can say where its samples stand in the file."""

    @property
    def owner(self) -> str: ...  # noqa: D102
    @property
    def has_header(self) -> bool: ...  # noqa: D102
    @property
    def features(self) -> tuple[int, ...]: ...  # noqa: D102


def without_missing(
    numbers: AnyArray, targets_missing: list[bool], choice: str, table: HasPlaces
) -> tuple[npt.NDArray[np.bool_], AnyArray, tuple[str, ...]]:
    """Return which rows are kept, their numbers without gaps, and what is to be said about it.

    Raises
    ------
    BadFile
        If a number is missing and none may be, or too few rows are left.
    """
    gaps, untold = np.isnan(numbers), np.array(targets_missing, bool)
    found = int(gaps.sum()) + int(untold.sum())
    if found and choice == "refuse":
        row, column = _first_gap(gaps, untold, table)
        raise BadFile(
            f"{table.owner} has {found:,} missing values, the first in row {row:,}{column}; leave such rows out, "
            "or take the mean of the column for them"
        )
    keep = ~untold if choice == "mean" else ~(untold | gaps.any(axis=1))
    x = numbers[keep]
    if len(x) < 2:
        raise BadFile(
            f"{table.owner} has {len(x)} whole samples, expected at least 2; take the mean for missing values"
        )
    if choice == "mean" and gaps.any():
        x = np.where(np.isnan(x), _means(x), x)
    return keep, x, _said(int((~keep).sum()), int(gaps[keep].sum()))


def _first_gap(gaps: AnyArray, untold: AnyArray, table: HasPlaces) -> tuple[int, str]:
    index = int(np.flatnonzero(gaps.any(axis=1) | untold)[0])
    column = f", column {table.features[int(np.argmax(gaps[index]))] + 1:,}" if gaps[index].any() else " (its target)"
    return index + 1 + table.has_header, column


def _means(x: AnyArray) -> AnyArray:
    known = ~np.isnan(x)
    with np.errstate(over="ignore"):  # the mean of huge numbers is refused with them later
        return np.where(known, x, 0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)


def _said(left_out: int, replaced: int) -> tuple[str, ...]:
    notes = []
    if left_out:
        notes.append(f"Left out, because a value is missing: {left_out:,} rows.")
    if replaced:
        notes.append(f"Missing values replaced by the mean of their column: {replaced:,}.")
    return tuple(notes)
