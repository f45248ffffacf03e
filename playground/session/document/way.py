"""The way of a run in a document's file: its legs as JSON, its checkpoints as arrays, checked like a stranger's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
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
from playground.session.document.saved import KeptWay
from playground.session.document.state import DatasetChoice, Points
from playground.session.editing.adapting import check_size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from playground.session.document.arrays import Arrays
    from playground.session.document.state import DocumentState

_OWN = -1  # the number of the document's own checkpoint, which is in the file already
_LONGEST = 200  # letters of what is told of the surroundings


# ---- written


def way_json(kept: KeptWay | None, state: DocumentState) -> dict[str, Any] | None:
    """Return everything of a way but its arrays, None where there is nothing that could be written."""
    legs = () if kept is None else _writable(kept.way.legs, state.dataset)
    if kept is None or not legs:
        return None
    numbers = _numbers(legs, state)
    own = [each for _, each in Way(legs).checkpoints if numbers[id(each)] != _OWN]
    unique = {numbers[id(each)]: each for each in own}
    return {
        "is_edited": kept.is_edited,
        "checkpoints": [
            [each.iteration, each.optimizer, each.since, bool(each.memory)] for _, each in sorted(unique.items())
        ],
        "legs": [_leg_json(leg, numbers, state.dataset) for leg in legs],
    }


def way_arrays(kept: KeptWay | None, state: DocumentState) -> dict[str, NDArray[Any]]:
    """Return the numbers of the checkpoints, each once, and points that a person had made then."""
    arrays: dict[str, NDArray[Any]] = {}
    legs = () if kept is None else _writable(kept.way.legs, state.dataset)
    numbers = _numbers(legs, state)
    for _, each in Way(legs).checkpoints:
        number = numbers[id(each)]
        if number != _OWN:
            arrays |= {f"way.{number}.params": each.params, f"way.{number}.state": each.state}
            arrays |= {f"way.{number}.{slot}": values for slot, values in each.memory.items()}
    for number, leg in enumerate(legs):
        source = leg.source
        if isinstance(source, DatasetChoice) and source != state.dataset and source.train is not None:
            arrays |= {f"way.points.{number}.x": source.train.x, f"way.points.{number}.t": source.train.t}
    return arrays


def _writable(legs: tuple[Leg, ...], dataset: DatasetChoice) -> tuple[Leg, ...]:
    """Return the legs after the last one whose data cannot be said: a person's own file, of another document."""
    for number in reversed(range(len(legs))):
        source = legs[number].source
        if isinstance(source, DatasetChoice) and source.kept is not None and source.base != dataset.base:
            return legs[number + 1 :]
    return legs


def _numbers(legs: Iterable[Leg], state: DocumentState) -> dict[int, int]:
    """Give each checkpoint its number in the file, by its identity."""
    numbers = {id(state.checkpoint): _OWN}
    for leg in legs:
        for each in leg.checkpoints:
            numbers.setdefault(id(each), len(numbers) - 1)
    return numbers


def _leg_json(leg: Leg, numbers: Mapping[int, int], dataset: DatasetChoice) -> dict[str, Any]:
    options = {f.name: getattr(leg.config, f.name) for f in fields(leg.config)}
    return {
        "network": leg.spec.to_json(),
        "training": {name: dict(value) if isinstance(value, Mapping) else value for name, value in options.items()},
        "data": _data_json(leg.source, dataset),
        "fingerprint": leg.fingerprint if leg.data is None else fingerprint(leg.data),
        "checkpoints": [numbers[id(each)] for each in leg.checkpoints],
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


def way_in(data: Any, arrays: Arrays, checkpoint: Checkpoint, dataset: DatasetChoice) -> KeptWay | None:
    """Return the way in the JSON and the arrays of a document.

    Raises
    ------
    KeyError, TypeError, ValueError
        If it is no way that training can have come.
    """
    if data is None:
        return None
    if not isinstance(data, dict) or not isinstance(data.get("is_edited"), bool):
        raise TypeError(Message("way is {value!r}; expected an object", value=str(data)[:80]))
    rows, legs = (_list(data, name, most) for name, most in (("checkpoints", MOST), ("legs", MOST)))
    read = [_leg_in(leg, number, rows, arrays, checkpoint, dataset) for number, leg in enumerate(legs)]
    if not read:
        raise ValueError(Message("the way has no part"))
    _check_order(read)
    if read[-1].checkpoints[-1].iteration > checkpoint.iteration:
        raise ValueError(Message("the way goes on behind the document's own iteration"))
    return KeptWay(Way(tuple(read)), data["is_edited"])


def _list(data: dict[str, Any], name: str, most: int) -> list[Any]:
    items = data.get(name)
    if not isinstance(items, list) or len(items) > most:
        raise ValueError(Message("field {name!r} must be a list of at most {most:,}", name=f"way.{name}", most=most))
    return items


def _leg_in(data: Any, number: int, rows: list[Any], arrays: Arrays, own: Checkpoint, dataset: DatasetChoice) -> Leg:
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
    checkpoints = tuple(_checkpoint_in(each, rows, arrays, own, spec) for each in at)
    source = _source_in(data["data"], number, arrays, dataset)
    where = Surroundings(*(printable(str(data["where"][f.name]), _LONGEST) for f in fields(Surroundings)))
    elsewhere = None if where == Surroundings.here() else where
    mark = printable(str(data["fingerprint"]), _LONGEST)
    return Leg(spec, config, None, checkpoints, data["is_edited"], source, mark, elsewhere)


def _checkpoint_in(number: Any, rows: list[Any], arrays: Arrays, own: Checkpoint, spec: NetworkSpec) -> Checkpoint:
    if number == _OWN:
        _check_vector("params", own.params, spec.parameters, spec.dtype)
        return own
    if type(number) is not int or not 0 <= number < len(rows):
        raise ValueError(Message("the way names checkpoint {number!r}, which is not there", number=str(number)[:80]))
    iteration, name, since, remembers = rows[number]
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


def _source_in(data: Any, number: int, arrays: Arrays, dataset: DatasetChoice) -> DatasetChoice:
    if data is None:
        return dataset
    name, options, own = data["name"], data["options"], data["has_own_points"]
    if not isinstance(options, dict) or not isinstance(own, bool):
        raise TypeError(Message("way holds {value!r}; expected an object", value=str(data)[:80]))
    points = _points(arrays, number) if own else None
    if not name:
        return DatasetChoice(dataset.name, dataset.options, points, dataset.kept)
    return DatasetChoice(DATASETS[str(name)[:80]].name, options, points)


def _points(arrays: Arrays, number: int) -> Points:
    x, t = (arrays[f"way.points.{number}.{part}"] for part in ("x", "t"))
    if len(x) != len(t) or any(part.dtype.kind not in "fiu" or not np.isfinite(part).all() for part in (x, t)):
        raise ValueError(Message("the points of a part of the way are no numbers, or have no targets"))
    return Points(x, t)


def _check_order(legs: list[Leg]) -> None:
    at = [each.iteration for leg in legs for each in leg.checkpoints]
    if any(one > other for one, other in pairwise(at)):
        raise ValueError(Message("the checkpoints of the way are not in their order"))
