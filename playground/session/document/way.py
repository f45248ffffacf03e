"""The ways of runs in a document's file: their legs as a text, their checkpoints as arrays, all of it checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields, replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.datasets import DATASETS
from nn.messages import Message, printable
from nn.network.spec import MOST_LAYERS, NetworkSpec
from nn.optimizers import OPTIMIZERS
from nn.replay import Leg, Way
from nn.replay.data_fingerprint import fingerprint
from nn.replay.surroundings import Surroundings
from nn.replay.way import MOST
from nn.training import Checkpoint, TrainingConfig
from playground.session.document.kept_way import KeptWay
from playground.session.document.state import DatasetChoice, Points
from playground.session.editing.adapting import check_size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from playground.session.document.arrays import Arrays
    from playground.session.document.saved import SavedDocument
    from playground.session.document.state import Run

OWN_WAY = 0
"""Stands for a number of a run, where the way is that of the document's current one."""
_OWN = -1  # the number of the document's own checkpoint, which is in the file already; the runs' own are -2, -3 ...
_LONGEST = 200  # letters of what is told of the surroundings
_MOST_ROWS = 50 * MOST  # of checkpoints of all ways together
_ABOUT = "ways.about"
_MOST_BYTES = 64 * 2**20  # of the text about all ways


# ---- written


def ways_arrays(saved: SavedDocument) -> dict[str, NDArray[Any]]:
    """Return a document's ways as arrays: a text about all of them, and the numbers of their checkpoints, each once.

    What could not be written is left out. The header has no room for the text: branches of branches have many parts.
    """
    if not _written(saved):
        return {}
    text = json.dumps(_json(saved), allow_nan=False).encode("utf-8", "surrogatepass")
    return {_ABOUT: np.frombuffer(text, np.uint8), **_numbers_and_points(saved)}


def _json(saved: SavedDocument) -> dict[str, Any]:
    state, numbers = saved.state, _numbers(saved)
    rows = sorted((number, each) for number, each in numbers.values() if number >= 0)
    return {
        "checkpoints": [[each.iteration, each.optimizer, each.since, bool(each.memory)] for _, each in rows],
        "ways": [
            {
                "run": run,
                "is_edited": kept.is_edited,
                "legs": [_leg_json(leg, numbers, state.dataset) for leg in kept.way.legs],
            }
            for run, kept in _written(saved)
        ],
    }


def _numbers_and_points(saved: SavedDocument) -> dict[str, NDArray[Any]]:
    """Return the numbers of the checkpoints, each once, and points that a person had made then."""
    arrays: dict[str, NDArray[Any]] = {}
    for number, each in _numbers(saved).values():
        if number >= 0:
            arrays |= {f"way.{number}.params": each.params, f"way.{number}.state": each.state}
            arrays |= {f"way.{number}.{slot}": values for slot, values in each.memory.items()}
    for run, kept in _written(saved):
        for number, leg in enumerate(kept.way.legs):
            source = leg.source
            if isinstance(source, DatasetChoice) and source != saved.state.dataset and source.train is not None:
                prefix = _points_of(run, number)
                arrays |= {f"{prefix}.x": source.train.x, f"{prefix}.t": source.train.t}
    return arrays


def _points_of(run: int, leg: int) -> str:
    return f"way.points.{leg}" if run == OWN_WAY else f"way.points.{run}.{leg}"


def _written(saved: SavedDocument) -> list[tuple[int, KeptWay]]:
    """Return the ways that can be written, each with the number of its run; the document's own first, as 0."""
    kept = {OWN_WAY: saved.way, **{run.label.number: saved.branches.get(run.label.number) for run in saved.state.runs}}
    writable = {
        run: replace(way, way=Way(legs))
        for run, way in kept.items()
        if way is not None and (legs := _writable(way.way.legs, saved.state.dataset))
    }
    return list(writable.items())


def _writable(legs: tuple[Leg, ...], dataset: DatasetChoice) -> tuple[Leg, ...]:
    """Return the legs after the last one whose data cannot be said: a person's own file, of another document."""
    for number in reversed(range(len(legs))):
        source = legs[number].source
        if isinstance(source, DatasetChoice) and source.kept is not None and source.base != dataset.base:
            return legs[number + 1 :]
    return legs


def _numbers(saved: SavedDocument) -> dict[int, tuple[int, Checkpoint]]:
    """Give each checkpoint its number in the file, by its identity."""
    own = [saved.state.checkpoint, *(run.checkpoint for run in saved.state.runs)]
    numbers = {id(each): (_OWN - place, each) for place, each in reversed([*enumerate(own)]) if each is not None}
    count = 0
    for _, kept in _written(saved):
        for _, each in kept.way.checkpoints:
            if id(each) not in numbers:
                numbers[id(each)] = count, each
                count += 1
    return numbers


def _leg_json(leg: Leg, numbers: Mapping[int, tuple[int, Checkpoint]], dataset: DatasetChoice) -> dict[str, Any]:
    options = {f.name: getattr(leg.config, f.name) for f in fields(leg.config)}
    return {
        "network": leg.spec.to_json(),
        "training": {name: dict(value) if isinstance(value, Mapping) else value for name, value in options.items()},
        "data": _data_json(leg.source, dataset),
        "fingerprint": leg.fingerprint if leg.data is None else fingerprint(leg.data),
        "checkpoints": [numbers[id(each)][0] for each in leg.checkpoints],
        "is_edited": leg.is_edited,
        "where": asdict(leg.where or Surroundings.here()),
    }


def _data_json(source: object, dataset: DatasetChoice) -> dict[str, Any] | None:
    """Return which data these are; None for the document's own."""
    if not isinstance(source, DatasetChoice) or source == dataset:
        return None
    if source.base == dataset.base:
        return {"name": "", "options": {}, "has_own_points": source.train is not None}
    return {"name": source.name, "options": dict(source.options), "has_own_points": source.train is not None}


# ---- read


def ways_in(
    data: Any, arrays: Arrays, checkpoint: Checkpoint, runs: tuple[Run, ...], dataset: DatasetChoice
) -> dict[int, KeptWay]:
    """Return the ways in the arrays of a document by the numbers of their runs, its own as `OWN_WAY`.

    Parameters
    ----------
    data
        What a document of before branches says of its way; else None.

    Raises
    ------
    KeyError, TypeError, ValueError
        If one is no way that training can have come.
    """
    data = _said(arrays) if data is None else data
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise TypeError(Message("way is {value!r}; expected an object", value=str(data)[:80]))
    ends = {OWN_WAY: checkpoint, **{run.label.number: run.checkpoint for run in runs}}
    rows = _Rows(_list(data, "checkpoints", _MOST_ROWS), [checkpoint, *(run.checkpoint for run in runs)], arrays)
    found = {}
    for way in _list(data, "ways", 1 + len(runs)):
        if not isinstance(way, dict) or not isinstance(way.get("is_edited"), bool):
            raise TypeError(Message("way is {value!r}; expected an object", value=str(way)[:80]))
        number, end = way.get("run"), ends.get(way["run"])
        if type(number) is not int or end is None:
            raise ValueError(Message("the way leads to run {number!r}, which is not there", number=str(number)[:80]))
        found[number] = _way_in(way, number, rows, dataset, end)
    return found


def _said(arrays: Arrays) -> Any:
    text = arrays.get(_ABOUT)
    if text is None:
        return None
    if text.dtype != np.uint8 or text.ndim != 1 or len(text) > _MOST_BYTES:
        raise ValueError(Message("{name} is no text of at most {most:,} bytes", name=_ABOUT, most=_MOST_BYTES))
    return json.loads(text.tobytes().decode("utf-8", "surrogatepass"))


def _way_in(data: dict[str, Any], run: int, rows: _Rows, dataset: DatasetChoice, end: Checkpoint) -> KeptWay:
    legs = [
        _leg_in(leg, _points_of(run, number), rows, dataset) for number, leg in enumerate(_list(data, "legs", MOST))
    ]
    if not legs:
        raise ValueError(Message("the way has no part"))
    _check_order(legs)
    if legs[-1].checkpoints[-1].iteration > end.iteration:
        raise ValueError(Message("the way goes on behind the document's own iteration"))
    return KeptWay(Way(tuple(legs)), data["is_edited"])


def _list(data: dict[str, Any], name: str, most: int) -> list[Any]:
    items = data.get(name)
    if not isinstance(items, list) or len(items) > most:
        raise ValueError(Message("field {name!r} must be a list of at most {most:,}", name=f"way.{name}", most=most))
    return items


def _leg_in(data: Any, points: str, rows: _Rows, dataset: DatasetChoice) -> Leg:
    if not isinstance(data, dict) or not isinstance(data.get("is_edited"), bool):
        raise TypeError(Message("way holds {value!r}; expected an object", value=str(data)[:80]))
    network, training = data["network"], data["training"]
    if not isinstance(network, dict) or len(network.get("layers", ())) > MOST_LAYERS:
        raise ValueError(Message("the network of the way has more than {most:,} layers", most=MOST_LAYERS))
    spec = NetworkSpec.from_json(network)
    config = TrainingConfig(**training)
    check_size(spec, config.batch_size)
    at = _list(data, "checkpoints", MOST)
    if not at:
        raise ValueError(Message("a part of the way has no checkpoint"))
    checkpoints = tuple(rows.checkpoint(each, spec) for each in at)
    source = _source_in(data["data"], points, rows.arrays, dataset)
    where = _where_in(data["where"])
    elsewhere = where if any(Surroundings.here().differences(where)) else None
    mark = printable(str(data["fingerprint"]), _LONGEST)
    return Leg(spec, config, None, checkpoints, data["is_edited"], source, mark, elsewhere)


def _where_in(data: dict[str, Any]) -> Surroundings:
    """Return where a leg was trained; what an older version did not tell is not known."""
    names = (each.name for each in fields(Surroundings) if each.default is MISSING or each.name in data)
    return Surroundings(**{name: printable(str(data[name]), _LONGEST) for name in names})


class _Rows:
    """The checkpoints of all ways: those that are the document's and its runs' own, and the others, each read once."""

    def __init__(self, rows: list[Any], own: list[Checkpoint | None], arrays: Arrays) -> None:
        self._rows, self._own, self.arrays = rows, own, arrays
        self._read: dict[int, Checkpoint] = {}

    def checkpoint(self, number: Any, spec: NetworkSpec) -> Checkpoint:
        """Return a checkpoint by its number in the file, checked against the network of a leg."""
        found = self._find(number, spec)
        _check_vector("params", found.params, spec.parameters, spec.dtype)
        return found

    def _find(self, number: Any, spec: NetworkSpec) -> Checkpoint:
        if type(number) is int and 0 <= number < len(self._rows):
            if number not in self._read:
                self._read[number] = _checkpoint_in(number, self._rows[number], self.arrays, spec)
            return self._read[number]
        place = _OWN - number if type(number) is int else -1
        own = self._own[place] if 0 <= place < len(self._own) else None
        if own is None:
            raise ValueError(
                Message("the way names checkpoint {number!r}, which is not there", number=str(number)[:80])
            )
        return own


def _checkpoint_in(number: int, row: Any, arrays: Arrays, spec: NetworkSpec) -> Checkpoint:
    iteration, name, since, remembers = row
    if not (type(iteration) is int and type(since) is int and 0 <= since <= iteration < 2**53):
        raise ValueError(Message("a checkpoint of the way has the iteration {number!r}", number=str(iteration)[:80]))
    slots = OPTIMIZERS[str(name)].slots if remembers else ()
    states = sum(int(np.prod(shape, dtype=int)) for plan in spec.plans for shape in plan.state.values())
    params = _vector(arrays, f"way.{number}.params", spec.parameters, spec.dtype)
    state = _vector(arrays, f"way.{number}.state", states, spec.dtype)
    memory = {slot: _vector(arrays, f"way.{number}.{slot}", spec.parameters, spec.dtype) for slot in slots}
    return Checkpoint(iteration, params, state, MappingProxyType(memory), str(name), since)


def _vector(arrays: Arrays, name: str, size: int, dtype: str) -> NDArray[Any]:
    if name not in arrays:
        raise ValueError(Message("{name} is missing", name=name))
    _check_vector(name, arrays[name], size, dtype)
    vector = arrays[name].view()
    vector.flags.writeable = False
    return vector


def _check_vector(name: str, array: NDArray[Any], size: int, dtype: str) -> None:
    if array.shape != (size,) or array.dtype != dtype:
        raise ValueError(
            Message(
                "{name} has shape {shape} of {dtype}; the network needs {wanted} of {wanted_dtype}",
                name=name,
                shape=array.shape,
                dtype=array.dtype,
                wanted=(size,),
                wanted_dtype=dtype,
            )
        )


def _source_in(data: Any, at: str, arrays: Arrays, dataset: DatasetChoice) -> DatasetChoice:
    if data is None:
        return dataset
    name, options, own = data["name"], data["options"], data["has_own_points"]
    if not isinstance(options, dict) or not isinstance(own, bool):
        raise TypeError(Message("way holds {value!r}; expected an object", value=str(data)[:80]))
    points = _points(arrays, at) if own else None
    if not name:
        return DatasetChoice(dataset.name, dataset.options, points, dataset.kept)
    return DatasetChoice(DATASETS[str(name)[:80]].name, options, points)


def _points(arrays: Arrays, at: str) -> Points:
    x, t = (arrays[f"{at}.{part}"] for part in ("x", "t"))
    if len(x) != len(t) or any(part.dtype.kind not in "fiu" or not np.isfinite(part).all() for part in (x, t)):
        raise ValueError(Message("the points of a part of the way are no numbers, or have no targets"))
    return Points(x, t)


def _check_order(legs: list[Leg]) -> None:
    at = [each.iteration for leg in legs for each in leg.checkpoints]
    if any(one > other for one, other in pairwise(at)):
        raise ValueError(Message("the checkpoints of the way are not in their order"))
