"""Reading a ready state from a lesson's table, with its mistakes found before anything is built from it."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import numpy as np

from nn.breakpoints import Breakpoint, Condition, Place
from nn.breakpoints.place import LOSS, PHASES
from nn.choices.options import complete
from nn.datasets import DATASETS
from nn.inspection.element import Element
from nn.layers.base import LAYERS, offered
from nn.messages import Message
from nn.network import LayerSpec, Network, NetworkSpec
from nn.network.naming import layer_names
from nn.training import TrainingConfig
from playground.lessons.fields import FieldError
from playground.lessons.setting import DATA, Plot, Row, Setting, Stand, Typed, check_shapes
from playground.lessons.sketch_fields import read_sketch
from playground.session.document.state import DatasetChoice
from playground.session.looking.sample import typed
from playground.session.looking.subject import NetworkName

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.arrays import Array
    from playground.lessons.fields import Table
    from playground.lessons.lines import Path

PARTS = (
    *("network", "weights", "fresh", "training", "data", "breakpoints"),
    *("sample", "plot", "convolution", "neuron", "panels", "train", "debugger", "look"),
)
LOOKS = ("sample", "plot", "convolution", "neuron", "panels", "debugger", "look")
"""The parts that are no edit: what is looked at when a step begins, and when its questions are answered."""
_SHORT = ("inputs", "hidden", "outputs", "activation", "initializer", "scale", "loss", "dtype")
_WHOLE = ("input_shape", "layers", "loss", "dtype")
_LARGEST = 1_000_000
"""Parameters of a lesson's network at most: it is built when the file is read, to see that everything fits."""
Chosen = TypeVar("Chosen")


def read_setting(table: Table, lesson_spec: NetworkSpec | None = None) -> Setting:
    """Read a ready state.

    Parameters
    ----------
    table : Table
        With the fields of `PARTS`, among others.
    lesson_spec : NetworkSpec, optional
        What weights and samples are for where the table has no network of its own.

    Raises
    ------
    FieldError
        If something is not as it should be.
    """
    spec = _spec(table)
    network = spec or lesson_spec
    if network is None:
        raise table.error("network", Message("is missing; expected the network that the lesson opens with"))
    return Setting(
        spec=spec,
        weights=_weights(table, network),
        fresh=table.take("fresh", bool, False),
        training=_training(table),
        data=_data(table),
        breakpoints=_breakpoints(table),
        sample=_sample(table, network),
        plot=_plot(table),
        sketch=read_sketch(table),
        neuron=_neuron(table, network),
        panels=table.texts("panels"),
        train=table.take("train", bool, False),
        stand=_stand(table, network),
        look=_look(table),
    )


def _spec(table: Table) -> NetworkSpec | None:
    if "network" not in table:
        return None
    is_short = "layers" not in table.take("network", dict)
    network = table.table("network", _SHORT if is_short else _WHOLE)
    assert network is not None
    if not is_short:
        _check_layers(network)
    try:
        spec = NetworkSpec.mlp(**_short(network)) if is_short else NetworkSpec.from_json(network.data)
    except (TypeError, ValueError) as error:
        raise table.error("network", Message("is not a network: {reason}", reason=error)) from None
    if spec.parameters > _LARGEST:
        raise table.error(
            "network",
            Message("has {count:,} parameters; a lesson's has at most {most:,}", count=spec.parameters, most=_LARGEST),
        )
    return spec


def _check_layers(network: Table) -> None:
    """Check each layer by itself, so that a mistake is found on its line."""
    for place, layer in enumerate(network.take("layers", list)):
        _chosen(LayerSpec, Message("layer"), layer, (*network.path, "layers", place))


def _chosen(make: Callable[[str, dict[str, Any]], Chosen], what: Message, item: Any, path: Path) -> Chosen:
    """Make a thing of a table that has its kind and, beside it, its options."""
    if not isinstance(item, dict) or "kind" not in item:
        raise FieldError(
            path, Message("is {item!r}; expected a table with the {what}'s kind and its options", item=item, what=what)
        )
    try:
        return make(item["kind"], {name: value for name, value in item.items() if name != "kind"})
    except (TypeError, ValueError) as error:
        raise FieldError(path, Message("is no {what}: {reason}", what=what, reason=error)) from None


def _short(network: Table) -> dict[str, Any]:
    needed = {"inputs": network.take("inputs", int), "outputs": network.take("outputs", int)}
    return {"hidden": network.take("hidden", list, []), **network.data, **needed}


def _weights(table: Table, spec: NetworkSpec) -> dict[str, Array]:
    if "weights" not in table:
        return {}
    params = Network(spec, None).params
    given = table.table("weights", tuple(params))
    assert given is not None
    weights = {name: given.array(name) for name in given.data}
    for name, value in weights.items():
        try:
            check_shapes({name: value}, params)
        except ValueError as error:
            raise given.error(name, Message("does not fit: {reason}", reason=error)) from None
    return weights


def _training(table: Table) -> dict[str, Any]:
    given = table.table("training", tuple(field.name for field in fields(TrainingConfig)))
    if given is None:
        return {}
    try:
        TrainingConfig(**given.data)
    except (TypeError, ValueError) as error:
        raise table.error("training", Message("cannot be used: {reason}", reason=error)) from None
    return dict(given.data)


def _data(table: Table) -> DatasetChoice | None:
    if "data" not in table:
        return None
    given = table.take("data", dict)
    options = {name: value for name, value in given.items() if name != "name"}
    try:
        maker = DATASETS[given.get("name", DATA.name)]
        complete(Message("dataset {name}", name=maker.name), maker.options, options)
    except (TypeError, ValueError) as error:
        raise table.error("data", Message("cannot be used: {reason}", reason=error)) from None
    return DatasetChoice(maker.name, options)


def _breakpoints(table: Table) -> tuple[Breakpoint, ...] | None:
    if "breakpoints" not in table:
        return None
    path = (*table.path, "breakpoints")
    return tuple(_breakpoint(each, (*path, place)) for place, each in enumerate(table.take("breakpoints", list)))


def _breakpoint(given: Any, path: Path) -> Breakpoint:
    if not isinstance(given, list) or not given:
        raise FieldError(path, Message("is {given!r}; expected a list of conditions that hold at once", given=given))
    return Breakpoint(
        tuple(_chosen(Condition, Message("condition"), each, (*path, place)) for place, each in enumerate(given))
    )


def _sample(table: Table, spec: NetworkSpec) -> Typed | Row | None:
    given = table.table("sample", ("x", "t", "row", "part"))
    if given is None:
        return None
    if "row" in given:
        part = given.take("part", str, "test")
        if part not in ("train", "test"):
            raise given.error("part", Message("is {part!r}; expected 'train' or 'test'", part=part))
        return Row(given.take("row", int), part)
    if "x" not in given:
        raise given.error("x", Message("is missing; expected numbers, or the number of a row"))
    x, t = given.array("x"), _target(given)
    try:
        typed(spec, x, t)
    except (TypeError, ValueError) as error:
        raise given.error("x", Message("does not fit: {reason}", reason=error)) from None
    return Typed(x, t)


def _target(given: Table) -> Array | None:
    if "t" not in given:
        return None
    t = given.array("t")
    whole = isinstance(given.data["t"], int) or all(isinstance(each, int) for each in given.data["t"])
    return t.astype(np.int64) if whole else t  # class numbers are whole


def _plot(table: Table) -> Plot | None:
    given = table.table("plot", ("functions", "low", "high", "derivatives"))
    if given is None:
        return None
    functions = given.texts("functions")
    unknown = [name for name in functions if name not in offered() or not LAYERS[name].elementwise]
    if unknown or not functions:
        known = ", ".join(sorted(name for name in offered() if LAYERS[name].elementwise))
        raise given.error(
            "functions", Message("is {given!r}; expected some of {known}", given=list(functions), known=known)
        )
    low, high = float(given.take("low", float, -5.0)), float(given.take("high", float, 5.0))
    if not low < high:
        raise given.error("low", Message("is {low:g}; expected less than high, which is {high:g}", low=low, high=high))
    return Plot(functions, low, high, given.take("derivatives", bool, False))


def _neuron(table: Table, spec: NetworkSpec) -> tuple[int, int] | None:
    given = table.table("neuron", ("layer", "index"))
    if given is None:
        return None
    name, known = given.take("layer", str), ("input", *layer_names(spec))
    if name not in known:
        raise given.error("layer", Message("is {name!r}; expected one of {known}", name=name, known=", ".join(known)))
    layer = known.index(name) - 1
    size = int(np.prod(spec.plans[layer].output if layer >= 0 else spec.input_shape))
    index = given.take("index", int)
    if not 0 <= index < size:
        raise given.error("index", Message("is {index}; expected 0 to {last}", index=index, last=size - 1))
    return layer, index


def _look(table: Table) -> Any:
    name = table.take("look", str, "")
    known = get_args(NetworkName)
    if name not in ("", *known):
        raise table.error("look", Message("is {name!r}; expected one of {known}", name=name, known=", ".join(known)))
    return name


def _stand(table: Table, spec: NetworkSpec) -> Stand | None:
    given = table.table("debugger", ("pass", "phase", "layer", "value", "before", "element"))
    if given is None:
        return None
    kind = given.take("pass", str, "sample")
    if kind not in ("sample", "batch"):
        raise given.error("pass", Message("is {kind!r}; expected 'sample' or 'batch'", kind=kind))
    place = _event_place(given, spec) if "phase" in given else None
    return Stand(kind, place, given.take("before", bool, False), _element(given))


def _event_place(given: Table, spec: NetworkSpec) -> Place:
    phase = given.take("phase", str)
    if phase not in PHASES:
        raise given.error(
            "phase", Message("is {phase!r}; expected one of {known}", phase=phase, known=", ".join(PHASES))
        )
    return Place(phase, layer_place(given, spec), given.take("value", str, ""))


def layer_place(given: Table, spec: NetworkSpec) -> int:
    """Return the place of the field `layer` among a network's layers; without it, that of the loss."""
    if "layer" not in given:
        return LOSS
    name, known = given.take("layer", str), layer_names(spec)
    if name not in known:
        raise given.error("layer", Message("is {name!r}; expected one of {known}", name=name, known=", ".join(known)))
    return known.index(name)


def _element(given: Table) -> Element | None:
    text = given.take("element", str, "")
    if not text:
        return None
    match = re.fullmatch(r"(\w+(?:\.\d+)?)(?:\[(\d+(?:, ?\d+)*)\])?", text)
    if match is None:
        raise given.error("element", Message("is {text!r}; expected a number's place such as 'W1[0, 1]'", text=text))
    return Element(match[1], tuple(map(int, match[2].split(","))) if match[2] else ())
