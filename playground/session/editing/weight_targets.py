"""Numbers of parameters that are edited together, and what can be done to them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP

from nn.arrays import matrix_of
from nn.editing import surgery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.arrays import Array

Work = Callable[["Array"], "Array"]


class Target(NamedTuple):
    """Some numbers of a parameter: ``params[name][where]``; a whole parameter has an empty `where`."""

    name: str
    where: tuple[slice, ...] = ()


def single(name: str, row: int, column: int) -> Target:
    """Return one number of a matrix."""
    return Target(name, (slice(row, row + 1), slice(column, column + 1)))


def places(targets: Sequence[Target]) -> str:
    """Name the place of an edit as NumPy would: ``W1[3, 17]``, ``W1[0:28, 4]``, ``W1, W2``."""
    names = [_place(target) for target in targets]
    return ", ".join(names) if len(names) <= 3 else f"{names[0]} … {names[-1]}"


def _place(target: Target) -> str:
    if not target.where:
        return target.name
    return f"{target.name}[{', '.join(map(_slice_text, target.where))}]"


def _slice_text(cells: slice) -> str:
    return str(cells.start) if cells.stop - cells.start == 1 else f"{cells.start}:{cells.stop}"


def count_of(target: Target) -> int:
    """Return how many numbers a target names one by one; a whole parameter counts as many."""
    return int(np.prod([cells.stop - cells.start for cells in target.where])) if target.where else 2


def put(targets: tuple[Target, ...], values: Array, params: dict[str, Array]) -> None:
    """Write rows of numbers into targets below each other, if all of them are still there."""
    if not _are_there(targets, params):
        return
    row = 0
    for target in targets:
        place = _numbers(target, params)
        rows = 1 if place.ndim == 1 else len(place)
        place[...] = values[row : row + rows].reshape(place.shape)
        row += rows


def work_on(targets: tuple[Target, ...], work: Work, params: dict[str, Array]) -> None:
    """Let `work` make new numbers of each target, if all of them are still there."""
    if not _are_there(targets, params):
        return
    for target in targets:
        place = _numbers(target, params)
        with np.errstate(over="ignore", invalid="ignore"):  # what becomes infinite is shown as such
            place[...] = work(place)


def _are_there(targets: tuple[Target, ...], params: dict[str, Array]) -> bool:
    """Say whether a network has all targets: what shows them, or waits for a pause, may be behind an edit of layers."""
    for target in targets:
        if target.name not in params:
            return False
        shape = matrix_of(params[target.name]).shape
        if len(target.where) > len(shape) or any(
            cells.stop > size for cells, size in zip(target.where, shape, strict=False)
        ):
            return False
    return True


def _numbers(target: Target, params: dict[str, Array]) -> Array:
    """Return the numbers of a target to write into: of filters a row and a column are those of their table."""
    array = params[target.name]
    return matrix_of(array)[target.where] if target.where else array


class _Drawn:
    """Random numbers for one array after the other, the same ones for the same seed."""

    def __init__(self, std: float, seed: int, keep: bool) -> None:
        self._std, self._keep = std, keep
        self._rng = np.random.default_rng(seed)

    def __call__(self, values: Array) -> Array:
        return surgery.add_noise(values if self._keep else np.zeros_like(values), self._std, self._rng)


def plus(amount: float, values: Array) -> Array:
    """Add to every number."""
    return values + amount


def step(amount: float, values: Array) -> Array:
    """Add to a number as it is written, so that as many steps back lead to exactly the same number."""
    value = values.flat[0]
    if not np.isfinite(value):
        return values
    return np.full_like(values, float(Decimal(str(value)) + Decimal(repr(amount))))


WORKS: dict[str, tuple[Any, Callable[[float, int], Work]]] = {
    "fill": (
        QT_TRANSLATE_NOOP("WeightEditing", "Set {place} to {value}"),
        lambda value, _: lambda values: np.full_like(values, value),
    ),
    "scale": (
        QT_TRANSLATE_NOOP("WeightEditing", "Multiply {place} by {factor}"),
        lambda factor, _: lambda values: values * factor,
    ),
    "add": (QT_TRANSLATE_NOOP("WeightEditing", "Add {amount} to {place}"), lambda amount, _: partial(plus, amount)),
    "randomise": (
        QT_TRANSLATE_NOOP("WeightEditing", "Randomise {place}"),
        lambda std, seed: _Drawn(std, seed, keep=False),
    ),
    "add_noise": (
        QT_TRANSLATE_NOOP("WeightEditing", "Add noise to {place}"),
        lambda std, seed: _Drawn(std, seed, keep=True),
    ),
    "prune": (
        QT_TRANSLATE_NOOP("WeightEditing", "Prune {percent}% of {place}"),
        lambda percent, _: partial(surgery.prune, share=percent / 100),
    ),
    "quantise": (
        QT_TRANSLATE_NOOP("WeightEditing", "Quantise {place} to {bits} bits"),
        lambda bits, _: partial(surgery.quantise, bits=int(bits)),
    ),
}
"""Operations on many numbers at once: the name of the edit, and what makes the work of a number and a seed."""
