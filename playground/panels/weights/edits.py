"""Edits of weights: each has a name, is one step to undo, and meets the weights of its moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP

from nn.editing import surgery
from playground.session.phrase import Phrase
from playground.widgets.matrix.numbers import stepped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.arrays import Array
    from playground.session.session import Session

_Work = Callable[["Array"], "Array"]


class Target(NamedTuple):
    """Some numbers of a parameter: ``params[name][where]``; a whole parameter has an empty `where`."""

    name: str
    where: tuple[slice, ...] = ()


class WeightEdits:
    """Edits of the document's parameters, in the session's words."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, targets: Sequence[Target], values: Array) -> None:
        """Put typed or pasted numbers where they belong.

        Parameters
        ----------
        targets : sequence of Target
            Below each other.
        values : ndarray, shape (rows, columns)
            The rows of all targets together.
        """
        if values.size == 1:
            source = QT_TRANSLATE_NOOP("WeightEdits", "Set {place} to {value}")
        else:
            source = QT_TRANSLATE_NOOP("WeightEdits", "Paste {place}")
        text = _phrase(source, place=places(targets), value=f"{values.flat[0]:.6g}")
        self._session.weights.change(text, partial(_put, tuple(targets), values))

    def nudge(self, targets: Sequence[Target], amount: float, merge_key: str) -> None:
        """Add a step of a drag or of the wheel; a single number stays as round as it is written."""
        one = sum(map(_count, targets)) == 1
        source = QT_TRANSLATE_NOOP("WeightEdits", "Change {place}")
        self._do(source, targets, partial(_step if one else _plus, amount), merge_key)

    def work(self, operation: str, targets: Sequence[Target], amount: float, seed: int = 0) -> None:
        """Do one of `WORKS` to all, with the number that it asks for, and a seed where it draws."""
        source, work = WORKS[operation]
        number = f"{amount:g}"
        values = {"amount": number, "value": number, "factor": number, "percent": number, "bits": number}
        self._do(source, targets, work(amount, seed), **values)

    def silence(self, layer: int, indices: Sequence[int], name: str) -> None:
        """Switch off neurons of a layer, -1 for the input, whose values the book calls `name`."""
        spec = self._session.document.state.spec
        listed = f"{name}[{indices[0]}]" if len(indices) == 1 else f"{name} ({len(indices)})"
        source = QT_TRANSLATE_NOOP("WeightEdits", "Switch off {neuron}")

        def work(params: dict[str, Array]) -> None:
            for index in indices:
                for changed, values in surgery.silence(spec, params, layer, index).items():
                    params[changed][...] = values

        self._session.weights.change(_phrase(source, neuron=listed), work)

    def _do(self, source: Any, targets: Sequence[Target], work: _Work, merge_key: str = "", **values: object) -> None:
        text = _phrase(source, place=places(targets), **values)
        self._session.weights.change(text, partial(_work_on, tuple(targets), work), merge_key)


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


def _count(target: Target) -> int:
    """Give how many numbers a target names one by one; a whole parameter counts as many."""
    return int(np.prod([cells.stop - cells.start for cells in target.where])) if target.where else 2


def _put(targets: tuple[Target, ...], values: Array, params: dict[str, Array]) -> None:
    row = 0
    for target in targets:
        place = params[target.name][target.where]
        rows = 1 if place.ndim == 1 else len(place)
        place[...] = values[row : row + rows].reshape(place.shape)
        row += rows


def _work_on(targets: tuple[Target, ...], work: _Work, params: dict[str, Array]) -> None:
    for target in targets:
        place = params[target.name][target.where]
        with np.errstate(over="ignore", invalid="ignore"):  # what becomes infinite is shown as such
            place[...] = work(place)


class _Drawn:
    """Random numbers for one array after the other, the same ones for the same seed."""

    def __init__(self, std: float, seed: int, keep: bool) -> None:
        self._std, self._keep = std, keep
        self._rng = np.random.default_rng(seed)

    def __call__(self, values: Array) -> Array:
        return surgery.add_noise(values if self._keep else np.zeros_like(values), self._std, self._rng)


def _plus(amount: float, values: Array) -> Array:
    return values + amount


def _step(amount: float, values: Array) -> Array:
    return np.full_like(values, stepped(values.flat[0], amount))


def _phrase(source: Any, **values: object) -> Phrase:
    return Phrase("WeightEdits", source, values)


WORKS: dict[str, tuple[Any, Callable[[float, int], _Work]]] = {
    "fill": (
        QT_TRANSLATE_NOOP("WeightEdits", "Set {place} to {value}"),
        lambda value, _: lambda values: np.full_like(values, value),
    ),
    "scale": (
        QT_TRANSLATE_NOOP("WeightEdits", "Multiply {place} by {factor}"),
        lambda factor, _: lambda values: values * factor,
    ),
    "add": (QT_TRANSLATE_NOOP("WeightEdits", "Add {amount} to {place}"), lambda amount, _: partial(_plus, amount)),
    "randomise": (
        QT_TRANSLATE_NOOP("WeightEdits", "Randomise {place}"),
        lambda std, seed: _Drawn(std, seed, keep=False),
    ),
    "add_noise": (
        QT_TRANSLATE_NOOP("WeightEdits", "Add noise to {place}"),
        lambda std, seed: _Drawn(std, seed, keep=True),
    ),
    "prune": (
        QT_TRANSLATE_NOOP("WeightEdits", "Prune {percent} % of {place}"),
        lambda percent, _: partial(surgery.prune, share=percent / 100),
    ),
    "quantise": (
        QT_TRANSLATE_NOOP("WeightEdits", "Quantise {place} to {bits} bits"),
        lambda bits, _: partial(surgery.quantise, bits=int(bits)),
    ),
}
"""What can be done to many numbers at once: the name of the edit, and what makes the work of a number and a seed."""
