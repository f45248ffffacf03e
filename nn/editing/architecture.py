"""Edits of a network's layers and neurons: each gives the new network and where its numbers come from.

An edit builds nothing: it is plain data until `nn.editing.transplant.transplant` makes the new numbers of the old
ones. What cannot be built is refused before, with the shapes that do not go together.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import isqrt, prod
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from nn.arrays import Shape
from nn.choices.options import OptionValue
from nn.editing.transplant import Edit, Places, has_neurons
from nn.layers.base import LAYERS
from nn.messages import Message
from nn.network.presets import PRESETS
from nn.network.spec import LayerSpec, NetworkSpec


def insert_layers(spec: NetworkSpec, index: int, layers: Sequence[LayerSpec]) -> Edit:
    """Put new layers before the one at `index`; at ``len(spec.layers)`` they come last.

    If they take pictures and the input is one laid out as a row, it is taken as a picture from now on.
    """
    _check_place(spec, index, len(spec.layers))
    origins = _same(spec)
    origins[index:index] = [None] * len(layers)
    after = [*spec.layers[:index], *layers, *spec.layers[index:]]
    picture = picture_input(spec.input_shape)
    if picture is not None and any(LAYERS[layer.kind].takes_images for layer in layers):
        with contextlib.suppress(ValueError):
            return rebuild(spec, after, origins, input_shape=picture)
    return rebuild(spec, after, origins)


def picture_input(shape: Shape) -> Shape | None:
    """Return the shape (1, H, W) of samples that are pictures laid out otherwise, None where they are none."""
    if len(shape) == 2:
        return (1, *shape)
    side = isqrt(shape[0])
    return (1, side, side) if len(shape) == 1 and side * side == shape[0] > 1 else None


def remove_layers(spec: NetworkSpec, first: int, count: int = 1) -> Edit:
    """Take `count` layers out, from the one at `first` on."""
    _check_block(spec, first, count)
    kept = [index for index in range(len(spec.layers)) if not first <= index < first + count]
    return rebuild(spec, [spec.layers[index] for index in kept], kept)


def move_layers(spec: NetworkSpec, first: int, count: int, to: int) -> Edit:
    """Move `count` layers so that the first of them gets index `to` in the new network; they keep their order."""
    _check_block(spec, first, count)
    order = list(range(len(spec.layers)))
    block = order[first : first + count]
    del order[first : first + count]
    _check_place(spec, to, len(order))
    order[to:to] = block
    return rebuild(spec, [spec.layers[index] for index in order], order)


def change_layer(spec: NetworkSpec, index: int, layer: LayerSpec) -> Edit:
    """Put another layer in the place of the one at `index`; one of the same kind keeps its numbers."""
    _check_place(spec, index, len(spec.layers) - 1)
    layers, origins = list(spec.layers), _same(spec)
    if layers[index].kind != layer.kind:
        origins[index] = None
    layers[index] = layer
    return rebuild(spec, layers, origins)


def set_units(spec: NetworkSpec, index: int, units: int) -> Edit:
    """Give a layer another number of neurons: new ones come last, and the last ones go first."""
    _check_neurons(spec, index)
    return change_layer(spec, index, _with_units(spec, index, units))


def add_neuron(spec: NetworkSpec, index: int, at: int | None = None) -> Edit:
    """Give a layer a new neuron before the one at `at`, by default behind the last."""
    units = _check_neurons(spec, index)
    at = units if at is None else at
    if not 0 <= at <= units:
        raise ValueError(
            Message(
                "{layer} has {units} neurons; a new one can stand at 0 to {units}",
                layer=_name(spec.layers, index),
                units=units,
            )
        )
    places = np.insert(np.arange(units), at, -1)
    return _with_neurons(spec, index, places)


def remove_neuron(spec: NetworkSpec, index: int, neuron: int) -> Edit:
    """Take one neuron out of a layer, with its weights, its bias and what the next layer makes of it."""
    units = _check_neurons(spec, index)
    if not 0 <= neuron < units:
        raise ValueError(
            Message(
                "{layer} has no neuron {neuron}; its neurons are 0 to {last}",
                layer=_name(spec.layers, index),
                neuron=neuron,
                last=units - 1,
            )
        )
    if units == 1:
        raise ValueError(
            Message(
                "{layer} has one neuron only, and a layer without any gives nothing to the next; remove the "
                "layer instead",
                layer=_name(spec.layers, index),
            )
        )
    return _with_neurons(spec, index, np.delete(np.arange(units), neuron))


def move_neuron(spec: NetworkSpec, index: int, neuron: int, to: int) -> Edit:
    """Give a neuron another place among those of its layer; what the network computes stays the same."""
    units = _check_neurons(spec, index)
    if not (0 <= neuron < units and 0 <= to < units):
        raise ValueError(
            Message(
                "{layer} has neurons 0 to {last}; neuron {neuron} cannot go to place {to}",
                layer=_name(spec.layers, index),
                last=units - 1,
                neuron=neuron,
                to=to,
            )
        )
    order = np.delete(np.arange(units), neuron)
    return _with_neurons(spec, index, np.insert(order, to, neuron))


def set_input(spec: NetworkSpec, shape: Sequence[int]) -> Edit:
    """Let the network take samples of another shape, such as (784,) for (28, 28)."""
    return rebuild(spec, spec.layers, _same(spec), input_shape=tuple(shape))


def build(spec: NetworkSpec, name: str) -> Edit:
    """Put a network of `nn.network.presets` in the place of this one, with as many outputs; the loss stays."""
    preset = PRESETS[name]()
    last = replace_option(preset.layers[-1], "units", spec.outputs)
    return matched(spec, replace(preset, layers=(*preset.layers[:-1], last), loss=spec.loss, dtype=spec.dtype))


def replace_option(layer: LayerSpec, name: str, value: OptionValue) -> LayerSpec:
    """Return a layer with another value of one option."""
    return LayerSpec(layer.kind, {**layer.options, name: value})


def rebuild(
    spec: NetworkSpec,
    layers: Iterable[LayerSpec],
    origins: Sequence[int | None],
    *,
    input_shape: Shape | None = None,
    neurons: Mapping[int, Places] = MappingProxyType({}),
) -> Edit:
    """Return the edit that puts `layers` in the place of those of `spec`.

    Parameters
    ----------
    spec : NetworkSpec
        The network before.
    layers : iterable of LayerSpec
        All layers after.
    origins : sequence of int or None
        For each of them the index of the old layer whose numbers it takes over.
    input_shape : tuple of int, optional
        Shape of one sample after, if it changes.
    neurons : mapping
        As in `Edit`.

    Raises
    ------
    ValueError
        If the layers do not fit together; says which gets which shape, and the way out.
    """
    layers = tuple(layers)
    shape = spec.input_shape if input_shape is None else input_shape
    check_chain(shape, layers, spec.loss)
    return Edit(spec, replace(spec, input_shape=shape, layers=layers), tuple(origins), neurons)


def check_chain(input_shape: Shape, layers: Sequence[LayerSpec], loss: str) -> None:
    """Raise ValueError, with the shapes and the way out, if layers in a row cannot be built."""
    if not layers:
        raise ValueError(Message("a network needs at least one layer; insert another one before you remove the last"))
    shape = input_shape
    giver: str = Message("the input")
    for index, layer in enumerate(layers):
        name = _name(layers, index)
        try:
            plan = layer.plan(shape)
        except (TypeError, ValueError) as error:
            raise ValueError(
                Message(
                    "{name} gets samples of shape {shape} from {giver} and cannot take them: {reason}",
                    name=name,
                    shape=shape,
                    giver=giver,
                    reason=error,
                )
            ) from None
        shape, giver = plan.output, name
    if len(shape) != 1:
        raise ValueError(
            Message(
                "{loss} gets samples of shape {shape} from {giver}; it expects one row of scores, such as "
                "({numbers},): put a Flatten or an Affine layer at the end",
                loss=loss,
                shape=shape,
                giver=giver,
                numbers=prod(shape),
            )
        )


def matched(old: NetworkSpec, new: NetworkSpec) -> Edit:
    """Return the edit from one network to another whose layers look most alike, in the same order."""
    origins: list[int | None] = [None] * len(new.layers)
    for before, after in _alignment(old, new):
        origins[after] = before
    return Edit(old, new, tuple(origins))


def groups(spec: NetworkSpec) -> tuple[range, ...]:
    """Return the layers in groups: what works on the input, then each layer with neurons and what follows it.

    The first group is empty in most networks; any other begins with a layer that has neurons.
    """
    starts = [index for index, plan in enumerate(spec.plans) if has_neurons(plan)]
    ends = [*starts, len(spec.layers)]
    return tuple(range(first, end) for first, end in zip([0, *starts], ends, strict=True))


def usual_activation(spec: NetworkSpec, index: int) -> LayerSpec:
    """Return the activation for new layers at `index`: as before them, else as behind them, else one that learns.

    Between two inputs and the answer a smooth one draws the smoother border.
    """
    nearest = [*reversed(spec.layers[:index]), *spec.layers[index:]]
    used = (layer for layer in nearest if LAYERS[layer.kind].elementwise and layer.kind != "Identity")
    return next(used, LayerSpec.of("Tanh" if prod(spec.input_shape) == 2 else "Relu"))


def neurons_option(layer: LayerSpec) -> str:
    """Return the name of the option that says how many neurons, or filters, a layer has."""
    return "filters" if "filters" in layer.options else "units"


def _with_neurons(spec: NetworkSpec, index: int, places: Places) -> Edit:
    layers = list(spec.layers)
    layers[index] = _with_units(spec, index, len(places))
    return rebuild(spec, layers, _same(spec), neurons={index: places})


def _with_units(spec: NetworkSpec, index: int, units: int) -> LayerSpec:
    layer = spec.layers[index]
    return replace_option(layer, neurons_option(layer), units)


def _same(spec: NetworkSpec) -> list[int | None]:
    return list(range(len(spec.layers)))


def _name(layers: Sequence[LayerSpec], index: int) -> str:
    """Name a layer of a row that is perhaps no network yet, as `nn.network.naming.layer_names` would."""
    name = layers[index].name
    return f"{name}{sum(layer.name == name for layer in layers[: index + 1])}"


def _check_place(spec: NetworkSpec, index: int, largest: int) -> None:
    if not 0 <= index <= largest:
        raise ValueError(
            Message(
                "the place {index} is not in the network; give one from 0 to {largest}", index=index, largest=largest
            )
        )


def _check_block(spec: NetworkSpec, first: int, count: int) -> None:
    if count < 1 or not 0 <= first <= len(spec.layers) - count:
        raise ValueError(
            Message(
                "there are no {count} layers from place {first} on; the network has {layers}",
                count=count,
                first=first,
                layers=len(spec.layers),
            )
        )


def _check_neurons(spec: NetworkSpec, index: int) -> int:
    """Return how many neurons a layer has, if that can be chosen."""
    _check_place(spec, index, len(spec.layers) - 1)
    units = spec.layers[index].options.get(neurons_option(spec.layers[index]))
    if not isinstance(units, int):
        raise ValueError(
            Message(
                "{layer} has no neurons of its own: it gives as many numbers as it gets; change the Affine layer "
                "before it",
                layer=_name(spec.layers, index),
            )
        )
    return units


def _alignment(old: NetworkSpec, new: NetworkSpec) -> tuple[tuple[int, int], ...]:
    """Return pairs of old and new layers, both in order, that look most alike altogether."""
    before, after = _looks(old), _looks(new)
    best: list[list[_Aligned]] = [[_Aligned()] * (len(after) + 1)]
    for i, old_look in enumerate(before):
        row = [_Aligned()]
        for j, new_look in enumerate(after):
            paired = best[i][j].with_pair(old_look, new_look)
            row.append(max(paired, best[i][j + 1], row[j], key=attrgetter("score")))
        best.append(row)
    return best[-1][-1].pairs


class _Look(NamedTuple):
    """What can be told of a layer that learns."""

    place: int
    kind: str
    inputs: int
    outputs: int

    def likeness(self, other: _Look) -> int:
        if self.kind != other.kind:
            return 0
        return 4 + 2 * (self.outputs == other.outputs) + (self.inputs == other.inputs)


class _Aligned(NamedTuple):
    score: int = 0
    pairs: tuple[tuple[int, int], ...] = ()

    def with_pair(self, old: _Look, new: _Look) -> _Aligned:
        likeness = old.likeness(new)
        return _Aligned(self.score + likeness, (*self.pairs, (old.place, new.place))) if likeness else _Aligned()


def _looks(spec: NetworkSpec) -> list[_Look]:
    looks, inputs = [], prod(spec.input_shape)
    for index, (layer, plan) in enumerate(zip(spec.layers, spec.plans, strict=True)):
        outputs = prod(plan.output)
        if plan.params or plan.state:
            looks.append(_Look(index, layer.kind, inputs, outputs))
        inputs = outputs
    return looks
