"""What was read of a file of data, before it is divided and scaled, and the choices of how to read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from nn.imports.array_bytes import AnyArray
from nn.imports.refusal import BadFile
from nn.messages import printable

AUTO = "auto"
ENCODINGS = (AUTO, "utf-8", "utf-16", "cp949", "cp1252")
SEPARATORS = (AUTO, "comma", "semicolon", "tab", "bar", "space")
DECIMALS = (AUTO, "point", "comma")
YES_NO = (AUTO, "yes", "no")
TASKS = (AUTO, "classes", "values")
MISSING = ("refuse", "leave out", "mean")
MOST_CLASSES = 1000

Decoder = Callable[[bytes, str, int], npt.NDArray[np.uint8]]
"""Turns the bytes of a picture, its name and a side into grey values of shape (side, side); BadFile if it cannot."""


@dataclass(frozen=True)
class ReadingOptions:
    """How a file is to be read; ``"auto"`` is a guess, which `Samples.settled` tells.

    Attributes
    ----------
    target : str
        The column that is to be predicted, by its name or its number from 1; empty for a guess.
    side : int
        Pixels along each side to which pictures of a folder are brought.
    """

    encoding: str = AUTO
    separator: str = AUTO
    decimal: str = AUTO
    header: str = AUTO
    target: str = ""
    task: str = AUTO
    missing: str = "refuse"
    side: int = 28


@dataclass(frozen=True, eq=False)
class Samples:
    """What stands in a file.

    Attributes
    ----------
    x, x_test : ndarray, shape (N, D), of uint8 or float64
        Samples; `x_test` is None where the file does not tell them apart.
    t, t_test : ndarray, shape (N,) of int64, or (N, K) of float64
        Targets.
    classes : tuple of str
        Names of the classes, empty for values.
    names : tuple of str
        What each number of a sample is called, empty if the file does not say.
    rows : tuple of tuple of str
        The first rows as they stand in the file, for a preview.
    notes : tuple of str
        What was left out, guessed or changed, in sentences.
    settled : mapping
        The choices that were guessed, as `ReadingOptions` has them.
    """

    x: AnyArray
    t: AnyArray
    classes: tuple[str, ...] = ()
    x_test: AnyArray | None = None
    t_test: AnyArray | None = None
    names: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()
    settled: Mapping[str, Any] = field(default_factory=dict)

    @property
    def table(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """The names of the columns in the file, if it has a header, and the first rows below them."""
        if self.settled.get("header") == "yes":
            return self.rows[0], self.rows[1:]
        return (), self.rows

    @property
    def target(self) -> int:
        """Index of the column with the target in `rows`."""
        return int(self.settled.get("target", len(self.rows[0]) if self.rows else 0)) - 1


def are_classes(task: str, values: AnyArray) -> bool:
    """Say whether numbers are to be taken for classes: a guess by how many different ones there are."""
    if task != AUTO:
        return task == "classes"
    if values.dtype.kind in "US":
        return True
    different = len(np.unique(values))
    whole = bool(np.all(values == np.floor(values)))
    return whole and different <= 20 and (different <= 2 or different * 2 <= len(values))


def class_numbers(values: AnyArray, owner: str) -> tuple[npt.NDArray[np.int64], tuple[str, ...]]:
    """Return the number of each value's class and the names of the classes, in order.

    Raises
    ------
    BadFile
        If there are more than 1,000 classes.
    """
    different, numbers = np.unique(values, return_inverse=True)
    if len(different) > MOST_CLASSES:
        raise BadFile(
            f"{owner} has {len(different):,} different labels, at most {MOST_CLASSES:,} classes are learned; "
            "choose another column, or take it for values"
        )
    return numbers.reshape(-1).astype(np.int64), tuple(_class_name(value) for value in different)


def _class_name(value: Any) -> str:
    return printable(str(value))[:60] if isinstance(value, str) else f"{value:.15g}"
