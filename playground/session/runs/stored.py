"""The runs of a document as they stand in its file: all of it in arrays, the header has no room for a thousand."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.arrays import frozen
from nn.messages import Message, printable
from nn.training import Checkpoint
from playground.session.document.arrays import history_arrays, history_in
from playground.session.document.data import points_of_run
from playground.session.document.fields import Fields, count, state_json
from playground.session.document.state import MOST, DatasetChoice, DocumentState, Fork, Points, Run, RunLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from nn.network import NetworkSpec
    from playground.session.document.arrays import Arrays

_ABOUT = "runs.about"
_LONGEST = {"name": 80, "note": 2000}
"""Letters of what a person writes about a run."""
_MOST_BYTES = 64 * 2**20
"""Of the text about all runs."""
_LAST_SECOND = 2.0**40
_NOTHING = np.empty(0), np.empty(0)


def run_arrays(runs: tuple[Run, ...]) -> dict[str, NDArray[Any]]:
    """Return runs as arrays: a text about all of them, and of each its curves and weights."""
    if not runs:
        return {}
    places = {each: place for place, each in enumerate(_points(runs))}
    said = [{**_json(run), "points": None if run.points is None else places[run.points]} for run in runs]
    text = json.dumps(said, allow_nan=False).encode("utf-8", "surrogatepass")
    arrays: dict[str, NDArray[Any]] = {_ABOUT: np.frombuffer(text, np.uint8)}
    for number, run in enumerate(runs):
        arrays |= history_arrays(run.history, f"runs.{number}.")
        if run.checkpoint is not None:
            arrays |= {f"runs.{number}.{name}": vector for name, vector in _vectors(run.checkpoint).items()}
    for place, points in enumerate(_points(runs)):
        arrays |= {f"runs.points.{place}.x": points.x, f"runs.points.{place}.t": points.t}
    return arrays


def _points(runs: tuple[Run, ...]) -> list[Points]:
    """Return the samples that a person had changed, each once: branches share them."""
    return list(dict.fromkeys(run.points for run in runs if run.points is not None))


def runs_in(arrays: Arrays) -> tuple[Run, ...]:
    """Return the runs that `run_arrays` took apart; none in documents of before there were any.

    Raises
    ------
    TypeError, ValueError
        If something is missing or cannot be; the message names it.
    """
    if _ABOUT not in arrays:
        return ()
    text = arrays[_ABOUT]
    if text.dtype != np.uint8 or text.ndim != 1 or len(text) > _MOST_BYTES:
        raise ValueError(Message("{name} is no text of at most {most:,} bytes", name=_ABOUT, most=_MOST_BYTES))
    items = json.loads(text.tobytes().decode("utf-8", "surrogatepass"))
    if not isinstance(items, list) or len(items) > MOST["runs"]:
        raise ValueError(Message("field {name!r} must be a list of at most {most:,}", name="runs", most=MOST["runs"]))
    return tuple(_run(Fields(item), arrays, f"runs.{number}.") for number, item in enumerate(items))


def label_json(label: RunLabel) -> dict[str, Any]:
    """Return a label as JSON has it."""
    said = {field.name: getattr(label, field.name) for field in fields(label)}
    return {**said, "fork": None if label.fork is None else _fork_json(label.fork)}


def _fork_json(fork: Fork) -> dict[str, Any]:
    """Return a fork in the words in which a document speaks of itself."""
    state = DocumentState(fork.spec, Checkpoint(fork.iteration, *_NOTHING), fork.config, fork.dataset)
    said = {name: part for name, part in state_json(state).items() if name in ("network", "training", "dataset")}
    return {**said, "parent": fork.parent, "iteration": fork.iteration, "own_samples": fork.own_samples}


def _fork_in(data: Any) -> Fork | None:
    if data is None:
        return None
    read = Fields(data)
    spec = read.network()
    name, options, _, _ = read.dataset()
    parent, iteration, own = (
        count(f"fork.{each}", read.optional(each, int, 0)) for each in ("parent", "iteration", "own_samples")
    )
    return Fork(parent, iteration, spec, read.training(spec), DatasetChoice(name, options), own)


def label_in(data: Any) -> RunLabel:
    """Return the label that JSON describes; documents of before there were any have none."""
    if data is None:
        return RunLabel()
    known = sorted(field.name for field in fields(RunLabel))
    if not isinstance(data, dict) or sorted({"fork": None, **data}) != known:  # runs of before have no fork
        raise TypeError(
            Message("{name} is {value!r}; expected {kind}", name="run", value=str(data)[:80], kind=Message("an object"))
        )
    for name, most in _LONGEST.items():
        if not isinstance(data[name], str) or len(data[name]) > most:
            raise ValueError(
                Message(
                    "{name} holds {value!r}; expected a text of at most {most} letters",
                    name=f"run.{name}",
                    value=str(data[name])[:80],
                    most=most,
                )
            )
    texts = {name: printable(data[name], most) for name, most in _LONGEST.items()}
    number, color, group = (count(f"run.{name}", data[name]) for name in ("number", "color", "group"))
    fork = _fork_in(data.get("fork"))
    return RunLabel(max(1, number), **texts, color=color, is_pinned=data["is_pinned"] is True, group=group, fork=fork)


def shortened(label: RunLabel) -> RunLabel:
    """Return a label that can be read again: a person may have pasted a whole page."""
    name, note = (printable(getattr(label, each)[:most], most) for each, most in _LONGEST.items())
    return replace(label, name=name, note=note)


def _json(run: Run) -> dict[str, Any]:
    """Return what is to be said about a run, in the words in which a document speaks of its current one."""
    checkpoint = run.checkpoint or Checkpoint(run.updates, *_NOTHING)
    state = DocumentState(run.spec, checkpoint, run.config, run.dataset, run.history)
    wanted = ("network", "training", "checkpoint", "dataset", "divergences", "paces", "setups")
    said = {name: part for name, part in state_json(state).items() if name in wanted}
    return {
        **said,
        "label": label_json(run.label),
        "own_samples": run.own_samples,
        "has_weights": run.checkpoint is not None,
        "ended": run.ended,
    }


def _vectors(checkpoint: Checkpoint) -> Mapping[str, NDArray[Any]]:
    memory = {f"optimizer.{slot}": vector for slot, vector in checkpoint.memory.items()}
    return {"params": checkpoint.params, "state": checkpoint.state, **memory}


def _run(read: Fields, arrays: Arrays, prefix: str) -> Run:
    spec = read.network()
    config = read.training(spec)
    name, options, _, _ = read.dataset()
    history = history_in(arrays, read.divergences(), read.paces(), read.setups(), prefix)
    label = label_in(read.optional("label", dict, {}) or None)
    if not history and label.fork is None:
        raise ValueError(Message("{name} is missing", name=f"{prefix}losses"))
    ended = read.optional("ended", float, 0.0)
    if not 0 <= ended < _LAST_SECOND:
        raise ValueError(Message("{name} holds a time that cannot be", name=f"{prefix}ended"))
    return Run(
        label,
        spec,
        config,
        DatasetChoice(name, options),
        count("own_samples", read.optional("own_samples", int, 0)),
        history,
        _checkpoint(read, arrays, prefix, spec) if read.optional("has_weights", bool, False) else None,
        ended,
        _points_in(read, arrays, DatasetChoice(name, options), spec),
    )


def _points_in(read: Fields, arrays: Arrays, choice: DatasetChoice, spec: NetworkSpec) -> Points | None:
    place = read.optional("points", int, -1)
    return None if place < 0 else points_of_run(arrays, f"runs.points.{place}.", choice, spec)


def _checkpoint(read: Fields, arrays: Arrays, prefix: str, spec: NetworkSpec) -> Checkpoint:
    iteration, optimizer, since, slots = read.checkpoint()
    size, dtype = spec.parameters, spec.dtype
    length = sum(int(np.prod(shape)) for plan in spec.plans for shape in plan.state.values())
    vectors = {slot: _vector(arrays, f"{prefix}optimizer.{slot}", size, dtype) for slot in slots}
    params, running = _vector(arrays, f"{prefix}params", size, dtype), _vector(arrays, f"{prefix}state", length, dtype)
    return Checkpoint(iteration, params, running, MappingProxyType(vectors), optimizer, since)


def _vector(arrays: Arrays, name: str, length: int, dtype: str) -> NDArray[Any]:
    array = arrays.get(name)
    if array is None or array.shape != (length,) or array.dtype != dtype:
        raise ValueError(
            Message("{name} is no row of {count:,} numbers of {dtype}", name=name, count=length, dtype=dtype)
        )
    return frozen(array)
