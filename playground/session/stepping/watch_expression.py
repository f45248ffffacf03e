"""The things a person can watch: a named value, one number of it, or a statistic of it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nn.arrays import Array

Dimensions = tuple[int | None, ...]
"""A shape; None where it depends on the batch."""


class WatchError(ValueError):
    """A text that is no watch; the message says why and what would be, in the language of the moment."""


class Reading(NamedTuple):
    """The value of a watch at one moment: its number; of an array the mean, and the smallest and largest number."""

    number: float
    low: float
    high: float


def _dead(array: Array) -> float:
    """Return the share of columns that are nowhere above 0: of ReLUs' outputs the neurons that learn nothing."""
    rows = array.reshape(len(array), -1) if array.ndim > 1 else array.reshape(1, -1)
    return float((rows.max(axis=0) <= 0).mean())


def _norm(array: Array) -> float:
    return float(np.linalg.norm(array.reshape(-1).astype(np.float64, copy=False)))


def _not_finite(array: Array) -> float:
    return float(array.size - np.count_nonzero(np.isfinite(array)))


STATISTICS: Mapping[str, Callable[[Array], float]] = {
    "max": lambda array: float(array.max()),
    "min": lambda array: float(array.min()),
    "mean": lambda array: float(array.mean()),
    "std": lambda array: float(array.std()),
    "norm": _norm,
    "dead": _dead,
    "nan": _not_finite,
}

_NAME = r"(?P<name>[^\W\d][\w.]*)"
_FORMS = (
    re.compile(_NAME),
    re.compile(_NAME + r"\[(?P<index>\d+(,\d+)*)\]"),
    re.compile(r"(?P<statistic>\w+)\(" + _NAME + r"\)"),
)


@dataclass(frozen=True)
class Watch:
    """A watch as it was understood.

    Attributes
    ----------
    name : str
        The value by the book's name.
    index : tuple of int or None
        Which of its numbers; None for no single one.
    statistic : str
        A name in `STATISTICS`, empty for none.
    """

    name: str
    index: tuple[int, ...] | None = None
    statistic: str = ""

    @classmethod
    def parse(cls, text: str) -> Watch:
        """Understand ``a1``, ``W1[0, 3]`` or ``norm(dW1)``.

        Raises
        ------
        WatchError
            If the text is none of these.
        """
        packed = "".join(text.split())
        match = next((found for form in _FORMS if (found := form.fullmatch(packed))), None)
        if match is None:
            raise WatchError(_not_understood(text.strip()))
        parts = match.groupdict()
        index, statistic = parts.get("index"), parts.get("statistic") or ""
        if statistic and statistic not in STATISTICS:
            raise WatchError(_no_such_statistic(statistic))
        return cls(parts["name"], tuple(map(int, index.split(","))) if index else None, statistic)

    def __str__(self) -> str:
        if self.index is not None:
            return f"{self.name}[{','.join(map(str, self.index))}]"
        return f"{self.statistic}({self.name})" if self.statistic else self.name

    def check(self, shapes: Mapping[str, Dimensions]) -> None:
        """Check that there is such a number.

        Raises
        ------
        WatchError
            If no value has the name, or it has no such place; the message names what there is.
        """
        if self.name not in shapes:
            raise WatchError(_no_such_name(self.name, shapes))
        shape = shapes[self.name]
        if self.index is None:
            return
        fits = len(self.index) == len(shape)
        if not fits or any(end is not None and i >= end for i, end in zip(self.index, shape, strict=True)):
            raise WatchError(_no_such_place(self.name, self.index, shape))

    def read(self, array: Array) -> Reading | None:
        """Return what the watch says of its value; None if the value has no such place, or is empty."""
        with np.errstate(all="ignore"):  # what is infinite has statistics of NaN, which are shown
            if self.index is not None:
                inside = len(self.index) == array.ndim and all(map(int.__lt__, self.index, array.shape))
                return _one(float(array[self.index])) if inside else None
            if not array.size:
                return None
            if self.statistic:
                return _one(STATISTICS[self.statistic](array))
            return Reading(float(array.mean()), float(array.min()), float(array.max()))


def _one(number: float) -> Reading:
    return Reading(number, number, number)


def is_number(reading: Reading) -> bool:
    """Say whether a reading is finite throughout: only then is there a place for it in a plot."""
    return all(map(math.isfinite, reading))


def _not_understood(text: str) -> str:
    wanted = QCoreApplication.translate(
        "WatchExpression",
        "“{text}” is not understood: write a name (a1), one number (W1[0, 3]) or a statistic (max(z1)).",
    )
    return wanted.format(text=text)


def _no_such_statistic(statistic: str) -> str:
    wanted = QCoreApplication.translate("WatchExpression", "There is no statistic “{name}”: choose from {all}.")
    return wanted.format(name=statistic, all=", ".join(STATISTICS))


def _no_such_name(name: str, shapes: Mapping[str, Dimensions]) -> str:
    near = get_close_matches(name, shapes, n=3, cutoff=0.5) or [each for each in shapes if "." not in each][:6]
    wanted = QCoreApplication.translate(
        "WatchExpression", "This network has no value “{name}”; it has for example {some}."
    )
    return wanted.format(name=name, some=", ".join(near))


def _no_such_place(name: str, index: tuple[int, ...], shape: Dimensions) -> str:
    if not shape:
        single = QCoreApplication.translate("WatchExpression", "{name} is a single number: write only {name}.")
        return single.format(name=name)
    wanted = QCoreApplication.translate(
        "WatchExpression", "{name} has no place [{index}]; its shape is ({shape}), counted from 0."
    )
    sizes = ", ".join("N" if size is None else str(size) for size in shape)
    return wanted.format(name=name, index=", ".join(map(str, index)), shape=sizes)
