"""Which numbers each column of the network view shows: a prediction, or how far a recorded pass has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from nn.network.naming import value_names
from playground.panels.network.diagram.cells import Shown, short
from playground.session.looking.selection import INPUT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nn.arrays import Array
    from nn.network import NetworkSpec
    from nn.trace import Event
    from playground.panels.network.columns import NetworkColumn
    from playground.session.looking.observation import Observation

Named = dict[str, "Array"]


def observed_values(observation: Observation) -> Named:
    """Give what the network made of a sample, by the book's names; ``y`` is what it says."""
    return {**dict(zip(value_names(observation.spec), observation.values, strict=True)), "y": observation.output}


def known_values(trace: Sequence[Event], cursor: int) -> Named:
    """Give what is known when `cursor` events of a pass have happened."""
    if cursor:
        return trace[cursor - 1].values
    return {"x": trace[0].inputs["x"]} if trace and "x" in trace[0].inputs else {}


def value_columns(columns: Sequence[NetworkColumn], spec: NetworkSpec, values: Named, row: int) -> list[Shown]:
    """Give the numbers of the way forward, of one row of a batch; what is not among `values` is not known yet."""
    names = value_names(spec)
    shown = []
    for column in columns:
        is_output = column is columns[-1]
        first = _row(values, names[column.first + 1], row)
        after = _row(values, "y" if is_output else names[column.last + 1], row)
        is_ink = column.first == INPUT and first is not None and _is_ink(first)
        shown.append(Shown(first, after if is_output or column.has_activation else None, is_ink=is_ink))
    return shown


def gradient_columns(columns: Sequence[NetworkColumn], spec: NetworkSpec, values: Named, row: int) -> list[Shown]:
    """Give the gradients of the loss by the same numbers, as far as the way back has come."""
    names = value_names(spec)
    shown = []
    for column in columns:
        by_first = _row(values, f"d{names[column.first + 1]}", row)
        by_last = _row(values, f"d{names[column.last + 1]}", row)
        shown.append(Shown(by_first, by_last if column.has_activation else by_first, goes_back=True))
    return shown


def gradient_edges(columns: Sequence[NetworkColumn], values: Mapping[str, Array]) -> tuple[Array | None, ...]:
    """Give the gradients of the loss by the weights between the columns, None where they are not known yet."""
    return tuple(values.get(f"d{column.weights}") for column in columns[1:])


def weight_edges(columns: Sequence[NetworkColumn], params: Mapping[str, Array]) -> tuple[Array | None, ...]:
    """Give the weights between the columns."""
    return tuple(params.get(column.weights) for column in columns[1:])


def answer_texts(answer: Array | None, are_shares: bool) -> tuple[str, ...]:
    """Write what the network says of each class, as shares of a whole where they are probabilities."""
    numbers = () if answer is None else answer.tolist()
    return tuple(f"{number:.1%}" if are_shares else short(number) for number in numbers)


def _row(values: Mapping[str, Array], name: str, row: int) -> Array | None:
    array = values.get(name)
    if array is None:
        return None
    return np.atleast_2d(array)[row].reshape(-1) if array.ndim < 2 else array[row].reshape(-1)


def _is_ink(numbers: Array) -> bool:
    return bool(np.isfinite(numbers).all()) and float(numbers.min()) >= 0 and float(numbers.max()) <= 1
