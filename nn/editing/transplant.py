"""What of a network's learning survives when its layers change, number by number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from math import prod
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from nn.arrays import Array, Shape
from nn.layers.base import Plan
from nn.network import Network
from nn.network.spec import NetworkSpec
from nn.training import Checkpoint

Places = npt.NDArray[np.integer[Any]]
"""For each new number along an axis the place of the old one it takes over, -1 for none."""

_PICTURE, _FILTERS = 3, 4  # axes of a picture, and of filters
INPUT = -1
"""Stands for the network's input where others stand for the index of a layer."""


@dataclass(frozen=True, eq=False)
class Edit:
    """Another network in the place of an old one, with where each layer comes from.

    Attributes
    ----------
    old, spec : NetworkSpec
        The network before and after.
    origins : tuple of int or None
        For each new layer the index of the old one whose numbers it takes over, None for a new one.
    neurons : mapping of int to ndarray
        By index of a new layer, the old place of each of its neurons, -1 for a new neuron. Layers left out keep their
        neurons from the first on, as many as fit.
    """

    old: NetworkSpec
    spec: NetworkSpec
    origins: tuple[int | None, ...]
    neurons: Mapping[int, Places] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def old_plans(self) -> tuple[Plan, ...]:
        """Shapes of the old layers."""
        return self.old.plans

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """Shapes of the new layers."""
        return self.spec.plans

    @cached_property
    def sources(self) -> tuple[Source | None, ...]:
        """For each new layer, where its numbers come from; None if all of them are new."""
        return tuple(_sources(self))

    @cached_property
    def kept(self) -> int:
        """How many of the old network's learned numbers the new one takes over."""
        return sum(self._kept_by(index) for index, source in enumerate(self.sources) if source is not None)

    def _kept_by(self, index: int) -> int:
        source, new = self.sources[index], self.plans[index].params
        assert source is not None, "asked of a layer without a source"
        old = self.old_plans[source.layer].params
        axes = (source.axes(old[key], shape) for key, shape in new.items() if key in old)
        return sum(prod(int(np.sum(places >= 0)) for places in along) for along in axes)

    @cached_property
    def keeps_everything(self) -> bool:
        """Whether every learned and remembered number stays, in its place."""
        old, new = _numbered(self.old_plans), _numbered(self.plans)
        return (
            self.old.dtype == self.spec.dtype
            and [self.origins[index] for index in new] == old
            and all(_is_whole(self, index) for index in new)
        )


class Source(NamedTuple):
    """Where the numbers of one new layer come from: an old layer, and the places of its inputs and outputs there.

    Of pictures the channels have places, too.
    """

    layer: int
    inputs: Places
    outputs: Places
    channels_in: Places
    channels_out: Places

    def axes(self, old: Shape, new: Shape) -> tuple[Places, ...]:
        """Return the places along each axis of an array.

        A matrix is (inputs, outputs), filters are (channels out, channels in, height, width), a vector is (outputs,)
        or (channels out,).
        """
        if len(new) == len(old):
            for along in (
                (self.inputs, self.outputs)[-len(new) :],
                (self.channels_out, self.channels_in)[: len(new)],
            ):
                if tuple(map(len, along)) == new[: len(along)] and len(new) in (len(along), _FILTERS):
                    rest = zip(old[len(along) :], new[len(along) :], strict=True)
                    return (*along, *(_overlap((before,), (after,)) for before, after in rest))
        return tuple(_overlap((before,), (after,)) for before, after in zip(old, new, strict=False))


def transplant(edit: Edit, checkpoint: Checkpoint, seed: int = 0) -> Checkpoint:
    """Return the checkpoint of the new network that keeps every number of `checkpoint` that still fits.

    The others are drawn as in a new network of `seed`; an optimizer begins with zeros for them. Counting goes on, as
    what has been learned does, unless nothing is left of it.

    Parameters
    ----------
    edit : Edit
        From which network to which.
    checkpoint : Checkpoint
        Of the old network.
    seed : int
        For the new numbers.
    """
    if edit.keeps_everything:
        return checkpoint
    fresh = Network(edit.spec, seed if _needs_drawing(edit) else None)
    if not any(edit.sources):
        return Checkpoint(0, _read_only(fresh.flat_params), _read_only(fresh.flat_state))
    _copy(edit, "params", checkpoint.params, fresh.flat_params)
    _copy(edit, "state", checkpoint.state, fresh.flat_state)
    memory = {}
    for slot, values in checkpoint.memory.items():
        memory[slot] = np.zeros_like(fresh.flat_params)
        _copy(edit, "params", values, memory[slot])
        memory[slot] = _read_only(memory[slot])
    return Checkpoint(
        checkpoint.iteration,
        _read_only(fresh.flat_params),
        _read_only(fresh.flat_state),
        MappingProxyType(memory),
        checkpoint.optimizer,
        checkpoint.since,
    )


def has_neurons(plan: Plan) -> bool:
    """Say whether a layer mixes its inputs into numbers of its own: it has a matrix of weights, or filters."""
    return any(len(shape) in (2, _FILTERS) for shape in plan.params.values())


class _Flow(NamedTuple):
    """What flows between two layers: for each number the place of the old one it stands for."""

    places: Places
    old: Shape
    new: Shape

    @property
    def channels(self) -> Places:
        """For each channel of pictures the place of the old one it stands for; none for rows."""
        if len(self.new) != _PICTURE or len(self.old) != _PICTURE:
            return np.full(self.new[0] if len(self.new) == _PICTURE else 0, -1)
        first = self.places.reshape(self.new[0], -1).max(axis=1, initial=-1)
        return np.where(first < 0, -1, first // prod(self.old[1:]))


def _sources(edit: Edit) -> Iterator[Source | None]:
    """Follow the numbers through the new network: which old number each of them stands for."""
    old_plans, made_by = edit.old_plans, _makers(edit.old)
    maker: int | None = INPUT  # the old layer whose outputs flow here, None for a new one's
    shape = edit.spec.input_shape
    flow = _Flow(_overlap(edit.old.input_shape, shape), edit.old.input_shape, shape)
    for index, (plan, origin) in enumerate(zip(edit.plans, edit.origins, strict=True)):
        if origin is not None and made_by[origin] != maker:
            before = old_plans[origin - 1].output if origin else edit.old.input_shape
            flow = _Flow(_overlap(before, shape), before, shape)
        taken = flow
        if _makes_numbers(plan, shape):
            flow = _made(edit, index, taken)
            maker = origin
        else:
            flow = _Flow(taken.places, taken.old if len(plan.output) == len(shape) else (prod(taken.old),), plan.output)
        shape = plan.output
        if origin is not None and (plan.params or plan.state):
            yield Source(origin, taken.places, flow.places, taken.channels, flow.channels)
        else:
            yield None


def _made(edit: Edit, index: int, taken: _Flow) -> _Flow:
    """Return what comes out of a layer that makes numbers of its own."""
    origin, new = edit.origins[index], edit.plans[index].output
    if origin is None:
        return _Flow(np.full(prod(new), -1), new, new)
    old = edit.old_plans[origin].output
    own = edit.neurons.get(index)
    if not has_neurons(edit.plans[index]):  # pooling: each channel by itself
        own = taken.channels
    if own is None:
        return _Flow(_overlap(old, new), old, new)
    if len(new) != _PICTURE:
        return _Flow(own, old, new)
    return _Flow(_whole_channels(own, old, new), old, new)


def _whole_channels(channels: Places, old: Shape, new: Shape) -> Places:
    """Return the places of all numbers of channels."""
    plane = _overlap(old[1:], new[1:])
    places = channels[:, np.newaxis] * prod(old[1:]) + plane
    return np.where((channels[:, np.newaxis] < 0) | (plane < 0), -1, places).ravel()


def _makers(spec: NetworkSpec) -> list[int]:
    """Return for each layer the one that made the numbers it gets: the last one before it that makes its own."""
    makers, maker, shape = [], INPUT, spec.input_shape
    for index, plan in enumerate(spec.plans):
        makers.append(maker)
        maker = index if _makes_numbers(plan, shape) else maker
        shape = plan.output
    return makers


def _makes_numbers(plan: Plan, taken: Shape) -> bool:
    """Say whether other numbers come out of a layer than go in: it has neurons, or it makes pictures smaller."""
    return has_neurons(plan) or prod(plan.output) != prod(taken)


def _overlap(old: Shape, new: Shape) -> Places:
    """Return the places in samples of shape `old` of the numbers in the block that both shapes have, flat."""
    if len(old) != len(new):
        old, new = (prod(old),), (prod(new),)
    places = np.full(new, -1)
    block = tuple(slice(min(sizes)) for sizes in zip(old, new, strict=True))
    places[block] = np.arange(prod(old)).reshape(old)[block]
    return places.ravel()


def _numbered(plans: tuple[Plan, ...]) -> list[int]:
    return [index for index, plan in enumerate(plans) if plan.params or plan.state]


def _is_whole(edit: Edit, index: int) -> bool:
    """Say whether a layer keeps all its numbers in their places."""
    source = edit.sources[index]
    if source is None:
        return False
    old, new = edit.old_plans[source.layer], edit.plans[index]
    same_shapes = (dict(old.params), dict(old.state)) == (dict(new.params), dict(new.state))
    return same_shapes and all(
        np.array_equal(places, np.arange(len(places))) for places in (source.inputs, source.outputs)
    )


def _needs_drawing(edit: Edit) -> bool:
    """Say whether some weight is neither taken over nor always the same at the beginning: drawing takes long."""
    for layer, plan, source in zip(edit.spec.layers, edit.plans, edit.sources, strict=True):
        drawn = plan.params and "initializer" in layer.options
        if drawn and (source is None or np.any(source.inputs < 0) or np.any(source.outputs < 0)):
            return True
    return False


def _copy(edit: Edit, family: str, old: Array, new: Array) -> None:
    """Copy from one flat vector to the other what the new network takes over."""
    old_parts, new_parts = _parts(edit.old_plans, family, old), _parts(edit.plans, family, new)
    for (index, key), target in new_parts.items():
        source = edit.sources[index]
        if source is not None and (source.layer, key) in old_parts:
            values = old_parts[source.layer, key]
            _copy_block(values, target, source.axes(values.shape, target.shape))


def _copy_block(old: Array, new: Array, axes: tuple[Places, ...]) -> None:
    """Copy in whole runs of places: an edit leaves few of them, and single places take many times longer."""
    for runs in product(*map(_runs, axes)):
        into, out_of = zip(*runs, strict=True)
        new[into] = old[out_of]


def _runs(places: Places) -> list[tuple[slice, slice]]:
    """Return the stretches that are taken over along an axis, each as a slice of the new and one of the old numbers."""
    here = np.flatnonzero(places >= 0)
    there = places[here]
    ends = np.flatnonzero((np.diff(here) != 1) | (np.diff(there) != 1)) + 1
    starts = [0, *ends.tolist()] if len(here) else []
    lengths = np.diff([*starts, len(here)]).tolist()
    pairs = [(int(here[start]), int(there[start])) for start in starts]
    return [
        (slice(new, new + length), slice(old, old + length)) for (new, old), length in zip(pairs, lengths, strict=True)
    ]


def _parts(plans: tuple[Plan, ...], family: str, flat: Array) -> dict[tuple[int, str], Array]:
    """Return the views of a flat vector by layer and key, in the order in which a network lays them out."""
    parts, start = {}, 0
    for index, plan in enumerate(plans):
        shapes: Mapping[str, Shape] = getattr(plan, family)
        for key, shape in shapes.items():
            parts[index, key] = flat[start : start + prod(shape)].reshape(shape)
            start += prod(shape)
    return parts


def _read_only(array: Array) -> Array:
    array.flags.writeable = False
    return array
