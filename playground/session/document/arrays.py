"""The arrays of a document by the names they have in a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import prod
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.arrays import Array, Shape, frozen
from nn.messages import Message
from nn.network.naming import layer_names, named_views
from nn.training import Divergence, Evaluation
from playground.session.document.state import RunRecord

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.network import NetworkSpec
    from nn.training import Checkpoint
    from playground.session.document.setup import Setup

    Arrays = Mapping[str, NDArray[Any]]

_RECORDS, _LOSSES, _EVALUATIONS = "records", "losses", "evaluations"
_TEST_LOSSES = "test_losses"  # beside the evaluations, because older documents have none
_SECONDS = "seconds"  # beside the records, likewise
_HISTORY = "history."
_MOST_ROWS = {_RECORDS: 10**5, _EVALUATIONS: 10**7}
"""Far more than anybody trains for: a row of 24 bytes in a file becomes objects of several hundred."""


def checkpoint_arrays(spec: NetworkSpec, checkpoint: Checkpoint) -> dict[str, NDArray[Any]]:
    """Return weights as ``W1``, running statistics as ``state.<layer>.<key>``, memory as ``optimizer.<slot>.W1``."""
    arrays: dict[str, NDArray[Any]] = dict(named_views(spec, checkpoint.params))
    start = 0
    for name, shape in _state_shapes(spec):
        arrays[name] = checkpoint.state[start : start + prod(shape)].reshape(shape)
        start += prod(shape)
    for slot, vector in checkpoint.memory.items():
        arrays |= {f"optimizer.{slot}.{name}": part for name, part in named_views(spec, vector).items()}
    return arrays


def vectors_in(arrays: Arrays, spec: NetworkSpec, slots: tuple[str, ...]) -> tuple[Array, Array, Mapping[str, Array]]:
    """Return a checkpoint's parameters, state and memory.

    Raises
    ------
    ValueError
        If an array is missing, or has another shape or dtype than the network asks for.
    """
    shapes = list(_param_shapes(spec))
    params = _joined(arrays, spec, "", shapes)
    state = _joined(arrays, spec, "", list(_state_shapes(spec)))
    memory = {slot: _joined(arrays, spec, f"optimizer.{slot}.", shapes) for slot in slots}
    return params, state, MappingProxyType(memory)


def bounded(history: tuple[RunRecord, ...], most: int = _MOST_ROWS[_RECORDS]) -> tuple[RunRecord, ...]:
    """Return a history with no more records than are read again: of too many, neighbours become one."""
    while len(history) > most:
        before, history = history, tuple(_pairs_joined(history))
        if len(history) == len(before):
            name = f"{_HISTORY}{_RECORDS}"
            raise ValueError(Message("field {name!r} must be a list of at most {most:,}", name=name, most=most))
    return history


def _pairs_joined(history: tuple[RunRecord, ...]) -> Iterator[RunRecord]:
    rest = iter(history)
    for one in rest:
        other = next(rest, None)
        if other is None:
            yield one
        elif one.divergence is not None or other.first_iteration != one.first_iteration + len(one.losses):
            yield from (one, other)
        else:
            yield RunRecord(
                one.first_iteration,
                frozen(np.concatenate([one.losses, other.losses])),
                one.evaluations + other.evaluations,
                other.divergence,
                one.paces + other.paces,
                one.setups + other.setups,
                one.seconds + other.seconds,
            )


def history_arrays(history: tuple[RunRecord, ...], prefix: str = _HISTORY) -> dict[str, NDArray[Any]]:
    """Return a history as tables: a row for each record, all losses, all measurements of accuracy and test loss."""
    rows = [(record.first_iteration, len(record.losses), len(record.evaluations)) for record in history]
    evaluations = [evaluation for record in history for evaluation in record.evaluations]
    tables: dict[str, NDArray[Any]] = {
        _RECORDS: np.array(rows, np.int64).reshape(-1, 3),
        _LOSSES: np.concatenate([np.empty(0, np.float32), *(record.losses for record in history)]),
        _EVALUATIONS: np.array([each[:3] for each in evaluations], np.float64).reshape(-1, 3),
        _TEST_LOSSES: np.array([each.test_loss for each in evaluations], np.float64),
        _SECONDS: np.array([record.seconds for record in history], np.float64),
    }
    return {f"{prefix}{name}": table for name, table in tables.items()}


def history_in(
    arrays: Arrays,
    divergences: Mapping[int, Divergence],
    paces: Mapping[int, tuple[tuple[int, int], ...]],
    setups: Mapping[int, tuple[tuple[int, Setup], ...]],
    prefix: str = _HISTORY,
) -> tuple[RunRecord, ...]:
    """Return the history that `history_arrays` took apart; the mappings have the number of a record for their keys.

    Raises
    ------
    ValueError
        If the tables do not fit each other.
    """
    rows = _table(arrays, prefix, _RECORDS, np.int64, (3,))
    losses = _table(arrays, prefix, _LOSSES, np.float32, ())
    evaluations = _table(arrays, prefix, _EVALUATIONS, np.float64, (3,))
    counts = [sum(column) for column in zip(*rows[:, 1:].tolist(), strict=True)] or [0, 0]
    kept = [len(losses), len(evaluations)]
    if (len(rows) and rows.min() < 0) or counts != kept:
        raise ValueError(
            Message(
                "{name} counts {counts} losses and measurements of accuracy; there are {kept}",
                name=f"{prefix}{_RECORDS}",
                counts=counts,
                kept=kept,
            )
        )
    test_losses = _added_later(arrays, prefix, _TEST_LOSSES, len(evaluations), np.nan)
    seconds = _added_later(arrays, prefix, _SECONDS, len(rows), 0.0)
    if not (np.isfinite(seconds).all() and (seconds >= 0).all()):
        raise ValueError(Message("{name} holds a time that cannot be", name=f"{prefix}{_SECONDS}"))
    records, at, measured = [], 0, 0
    for number, (first, count, measurements) in enumerate(rows.tolist()):
        part = slice(measured, measured + measurements)
        rows_and_losses = zip(evaluations[part].tolist(), test_losses[part].tolist(), strict=True)
        found = tuple(Evaluation(_whole(n), train, test, loss) for (n, train, test), loss in rows_and_losses)
        told = frozen(losses[at : at + count])
        noted = (paces.get(number, ()), setups.get(number, ()), float(seconds[number]))
        records.append(RunRecord(first, told, found, divergences.get(number), *noted))
        at, measured = at + count, measured + measurements
    return tuple(records)


def _added_later(arrays: Arrays, prefix: str, name: str, count: int, default: float) -> NDArray[np.float64]:
    """Return a column that older documents do not have."""
    if f"{prefix}{name}" not in arrays:
        return np.full(count, default)
    column = _table(arrays, prefix, name, np.float64, ())
    if len(column) != count:
        name = f"{prefix}{name}"
        raise ValueError(Message("{name} has {got} rows; expected {wanted}", name=name, got=len(column), wanted=count))
    return column


def _whole(number: float) -> int:
    if not number.is_integer() or number < 0:
        raise ValueError(
            Message(
                "{name} has the iteration {number}; it must be a whole number",
                name=f"{_HISTORY}{_EVALUATIONS}",
                number=number,
            )
        )
    return int(number)


def _param_shapes(spec: NetworkSpec) -> Iterator[tuple[str, Shape]]:
    counts: dict[str, int] = {}
    for plan in spec.plans:
        for key, shape in plan.params.items():
            counts[key] = counts.get(key, 0) + 1
            yield f"{key}{counts[key]}", shape


def _state_shapes(spec: NetworkSpec) -> Iterator[tuple[str, Shape]]:
    for layer, plan in zip(layer_names(spec), spec.plans, strict=True):
        for key, shape in plan.state.items():
            yield f"state.{layer}.{key}", shape


def _joined(arrays: Arrays, spec: NetworkSpec, prefix: str, shapes: list[tuple[str, Shape]]) -> Array:
    parts = [_fitting(arrays, f"{prefix}{name}", spec.dtype, shape).ravel() for name, shape in shapes]
    vector = np.concatenate([np.empty(0, spec.dtype), *parts])
    vector.flags.writeable = False
    return vector


def _fitting(arrays: Arrays, name: str, dtype: str, shape: Shape) -> NDArray[Any]:
    array = arrays.get(name)
    if array is None:
        raise ValueError(Message("{name} is missing", name=name))
    if array.shape != shape or array.dtype != dtype:
        raise ValueError(
            Message(
                "{name} has shape {shape} of {dtype}; the network needs {wanted} of {wanted_dtype}",
                name=name,
                shape=array.shape,
                dtype=array.dtype,
                wanted=shape,
                wanted_dtype=dtype,
            )
        )
    return array


def _table(arrays: Arrays, prefix: str, name: str, dtype: type, row: Shape) -> NDArray[Any]:
    full, array = f"{prefix}{name}", arrays.get(f"{prefix}{name}")
    if array is None or array.dtype != dtype or array.ndim != 1 + len(row) or array.shape[1:] != row:
        raise ValueError(
            Message(
                "{name} is missing or no table of {dtype} in rows of {row}", name=full, dtype=np.dtype(dtype), row=row
            )
        )
    most = _MOST_ROWS.get(name, len(array))
    if len(array) > most:
        raise ValueError(Message("field {name!r} must be a list of at most {most:,}", name=full, most=most))
    return array
