"""What was read of a file of data, before it is divided and scaled, and the choices of how to read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from nn.datasets.columns import Feature
from nn.imports.arrays.array_bytes import AnyArray
from nn.imports.refusal import BadFile, Remedy
from nn.messages import Message, printable

AUTO = "auto"
ENCODINGS = (AUTO, "utf-8", "utf-16", "cp949", "cp1252")
SEPARATORS = (AUTO, "comma", "semicolon", "tab", "bar", "space")
DECIMALS = (AUTO, "point", "comma")
YES_NO = (AUTO, "yes", "no")
TASKS = (AUTO, "classes", "values")
MISSING = ("refuse", "leave out", "mean")
INKS = (AUTO, "dark", "light")
CROPS = (AUTO, "whole", "drawing")
COLOURED = "coloured"
"""In the place of an ink: red, green and blue."""
TEXTS = "texts"
"""All columns of texts, for `ReadingOptions.leave_out`."""
MOST_CLASSES = 1000

Targets = AnyArray | list[str]
"""Numbers, or names of classes."""


class Decoder(Protocol):
    """Turns the bytes of a picture, its name and a side into grey values of shape (side, side); BadFile if it cannot.

    Without an ink they are the middle of the picture, 255 for white. With one, "dark" or "light", they are what is
    drawn in it, 255 for full ink, cut out and put in the middle as the digits of MNIST were; all 0 if nothing is. With
    the ink `COLOURED` they are the middle in red, green and blue, of shape (3, side, side).
    """

    def __call__(self, content: bytes, name: str, side: int, ink: str = "", /) -> npt.NDArray[np.uint8]:
        """Return the values."""
        ...


@dataclass(frozen=True)
class ReadingOptions:
    """How a file is to be read; ``"auto"`` is a guess, which `Samples.settled` tells.

    Attributes
    ----------
    target : str
        The column that is to be predicted, by its name or its number from 1; empty for a guess.
    leave_out : str
        The columns that are not learned from, by their numbers from 1 with commas between them; empty for none,
        "texts" for all that hold texts. A guess leaves out what numbers the rows, and texts too many to choose from.
    side : int
        Pixels along each side to which pictures of a folder are brought.
    ink : str
        Whether what the pictures show is darker or lighter than their paper. Dark ink is turned round: networks get 0
        for paper, as from the digits of MNIST and from drawings.
    crop : str
        Whether a network gets the whole pictures, or what is drawn on them, centred as a drawing of a person is.
    colour : str
        Whether pictures of a folder are taken in colour: red, green and blue, whole, and none of them turned round.
    pictures : str
        Whether arrays of other numbers than bytes are pictures.
    """

    encoding: str = AUTO
    separator: str = AUTO
    decimal: str = AUTO
    header: str = AUTO
    target: str = ""
    task: str = AUTO
    missing: str = "refuse"
    leave_out: str = AUTO
    side: int = 28
    ink: str = AUTO
    crop: str = AUTO
    colour: str = AUTO
    pictures: str = AUTO


@dataclass(frozen=True, eq=False)
class Samples:
    """What stands in a file.

    Attributes
    ----------
    x, x_test : ndarray, shape (N, D), of uint8 or float64; pictures in colour (N, 3, side, side)
        Samples; `x_test` is None where the file does not tell them apart.
    t, t_test : ndarray, shape (N,) of int64, or (N, K) of float64
        Targets.
    classes : tuple of str
        Names of the classes, empty for values.
    features : tuple of Feature
        The columns that a sample is made of, in the file's own units; empty if the file does not say.
    target : str
        What the target is called, empty if the file does not say.
    rows : tuple of tuple of str
        The first rows as they stand in the file, for a preview.
    notes : tuple of Message
        What was left out, guessed or changed, in sentences.
    settled : mapping
        The choices that were guessed, as `ReadingOptions` has them.
    digest : str
        Fingerprint of the file, empty where none was taken.
    """

    x: AnyArray
    t: AnyArray
    classes: tuple[str, ...] = ()
    x_test: AnyArray | None = None
    t_test: AnyArray | None = None
    features: tuple[Feature, ...] = ()
    target: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[Message, ...] = ()
    settled: Mapping[str, Any] = field(default_factory=dict)
    digest: str = ""

    @property
    def table(self) -> Table:
        """The first rows as a table."""
        return table_of(self.rows, self.settled)


class Table(NamedTuple):
    """Rows to look at.

    Attributes
    ----------
    names
        What the header calls the columns, empty without one.
    rows
        The rows below it.
    target
        Index of the column with the target, -1 if it is not known.
    first
        Number of the first row in the file, as messages count.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    target: int
    first: int = 1


def table_of(rows: tuple[tuple[str, ...], ...], settled: Mapping[str, Any]) -> Table:
    """Return the first rows of a file as far as it is settled how they are to be read."""
    width = len(rows[0]) if rows else 0
    target = int(settled.get("target", width)) - 1
    if settled.get("header") == "yes":
        return Table(rows[0], rows[1:], target, first=2)
    return Table((), rows, target)


def are_classes(task: str, values: Targets) -> bool:
    """Say whether targets are to be taken for classes: a guess by how many different ones there are."""
    if task != AUTO:
        return task == "classes"
    if isinstance(values, list):
        return True
    if not bool(np.all(values == np.floor(values))):
        return False
    different = len(np.unique(values))
    return different <= 20 and (different <= 2 or different * 2 <= len(values))


def class_numbers(values: Targets, owner: str) -> tuple[npt.NDArray[np.int64], tuple[str, ...]]:
    """Return the number of each value's class and the names of the classes, in order.

    Raises
    ------
    BadFile
        If there are more than 1,000 classes.
    """
    different = _different(values) if isinstance(values, list) else np.unique(values + 0.0).tolist()  # without -0
    if len(different) > MOST_CLASSES:
        raise BadFile(
            Message(
                "{owner} has {count:,} different labels, at most {most:,} classes are learned; choose another column, "
                "or take it for values",
                owner=owner,
                count=len(different),
                most=MOST_CLASSES,
            ),
            *([] if isinstance(values, list) else [Remedy(Message("Take it for values"), {"task": "values"})]),
        )
    if isinstance(values, list):
        places = {value: place for place, value in enumerate(different)}
        numbers = np.fromiter((places[value] for value in values), np.int64, len(values))
        return numbers, tuple(printable(value) for value in different)
    return np.searchsorted(different, values).astype(np.int64), tuple(f"{value:.15g}" for value in different)


def _different(texts: list[str]) -> list[str]:
    known = set()
    for text in texts:  # one by one, so that other threads get their turn
        known.add(text)
    return sorted(known)
