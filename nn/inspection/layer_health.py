"""The health of a network's layers: how many of their neurons can still learn, measured on a few samples."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from math import prod
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from nn.arrays import matrix_of
from nn.editing.architecture import groups
from nn.inspection.activation_values import parts
from nn.layers.base import LAYERS
from nn.network import Network
from nn.optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.inspection.activation_values import Parts
    from nn.network import NetworkSpec
    from nn.training import TrainingConfig

    Mask = NDArray[np.bool_]

SAMPLES = 100
"""Rows of the training data that are looked at: few enough to be sent through while training runs."""
VANISHED = 1e-5
"""Of a neuron's gradient, measured by its weights: below it learns nothing."""
USUAL_RATE = 0.1
"""Times a neuron's gradient it is an update, where nobody says otherwise: larger than the weights, it has exploded."""
FADED, OF_THE_LARGEST = 1e-4, 1e-3
"""Below the first it has vanished, too, where it is less than this share of what the best supplied layer gets."""

Kind = Literal["not_finite", "dead", "exploded", "saturated", "vanished"]

_ALWAYS = 0.9  # of the samples: a neuron whose output is at an end for so many is saturated
_WORTH_TELLING: Mapping[Kind, float] = {
    "not_finite": 0.0,
    "dead": 0.25,  # a ReLU layer that learns well has a few
    "exploded": 0.1,
    "saturated": 0.5,  # what has learned to be sure is at an end, too
    "vanished": 0.5,
}
_PICTURES = 4  # axes: samples, channels, height, width
_LEARNED = 0.05  # of the targets: where the error is smaller, small gradients are a good sign


class Ailment(NamedTuple):
    """What is wrong with a layer: how many of its neurons have it, of a convolution how many of its filters."""

    kind: Kind
    ailing: int
    units: int
    of_filters: bool = False

    @property
    def is_total(self) -> bool:
        """Whether no neuron of the layer is without it."""
        return self.ailing == self.units


class LayerHealth(NamedTuple):
    """A layer with neurons and what follows it, as a few samples find it.

    Attributes
    ----------
    layers : range
        Indices of these layers.
    units : int
        How many neurons, of a convolution how many filters: all numbers of a picture share the weights of one.
    counts : mapping of str to int
        For each kind of ailment the neurons that have it: dead ones put out 0 with slope 0 for every sample; saturated
        ones are flat for nearly all; vanished is the gradient by their incoming weights, exploded where an update by it
        is larger than those. A filter is dead or saturated where its whole picture is.
    activity : float
        Mean size of what they put out.
    gradient : float
        Norm of the gradient by the weights over the norm of the weights, NaN without weights.
    are_filters : bool
        Whether the units are filters.
    """

    layers: range
    units: int
    counts: Mapping[Kind, int]
    activity: float
    gradient: float
    are_filters: bool = False

    @property
    def ailment(self) -> Ailment | None:
        """What is worth telling, None for a layer that is well; the first cause before what follows from it."""
        for kind, share in _WORTH_TELLING.items():
            count = self.counts.get(kind, 0)
            if count and count >= share * self.units:
                return Ailment(kind, count, self.units, self.are_filters)
        return None

    @property
    def stuck(self) -> float:
        """The share of neurons that are dead or saturated."""
        return (self.counts.get("dead", 0) + self.counts.get("saturated", 0)) / max(1, self.units)


class Checkup(NamedTuple):
    """All layers of a network at one moment.

    Attributes
    ----------
    updates : int
        How many updates the network has had.
    layers : tuple of LayerHealth
        One for each group of `nn.editing.architecture.groups`: the input's, then each layer with neurons.
    dead : mapping of int to int
        The dead neurons behind each activation, by its index in ``spec.layers``.
    samples : int
        How many samples were looked at.
    """

    updates: int
    layers: tuple[LayerHealth, ...]
    dead: Mapping[int, int]
    samples: int

    @property
    def hopeless(self) -> LayerHealth | None:
        """The first layer because of which no training can help any more: numbers that are none, or all dead."""
        lost = (each for each in self.layers if each.ailment is not None and each.ailment.kind == "not_finite")
        dead = (each for each in self.layers if each.units and each.counts.get("dead") == each.units)
        return next(lost, None) or next(dead, None)


class Probe:
    """A few samples of some data, and a network to send them through.

    Parameters
    ----------
    spec : NetworkSpec
        The network's layers.
    data : Dataset
        What it learns from; its rows are taken at even distances, for they may be sorted by class.
    rate : float
        What an update makes of the gradient: the learning rate, 0 where the gradient's size does not matter to it.
    """

    def __init__(self, spec: NetworkSpec, data: Dataset, rate: float = USUAL_RATE) -> None:
        rows = np.linspace(0, len(data.x) - 1, min(SAMPLES, len(data.x))).round().astype(int)
        self._network = Network(spec, None)
        scale = np.dtype(spec.dtype).type(data.scale)
        self._x = np.multiply(data.x[rows], scale).astype(spec.dtype).reshape(-1, *spec.input_shape)
        self._t = data.t[rows]
        self._rate = rate

    def look(self, params: Array, state: Array, updates: int) -> Checkup:
        """Send the samples through the network with these weights, forwards and backwards, as it predicts.

        Raises
        ------
        ValueError
            If the targets are none of this network's.
        """
        network = self._network
        with np.errstate(all="ignore"):
            values = self._values(params, state)
            network.loss_layer.forward(values[-1], self._t)
            error = dout = network.loss_layer.backward()
            for layer in reversed(network.layers.values()):
                dout = layer.backward(dout)
            return self._checkup(values, self._still_wrong(error), updates)

    def dead(self, params: Array, state: Array) -> dict[int, int]:
        """Count the dead neurons behind each activation, as `Checkup.dead`: forwards only, whatever the targets are."""
        with np.errstate(all="ignore"):
            return _count(_off(self._met(self._values(params, state))))

    def _values(self, params: Array, state: Array) -> list[Array]:
        """Return the samples, and what comes out of every layer with these weights."""
        self._network.load(params, state)
        values = [self._x]
        for layer in self._network.layers.values():
            values.append(layer.forward(values[-1]))
        return values

    def _met(self, values: Sequence[Array]) -> dict[int, Parts]:
        """Return for each activation where on it the samples' numbers are."""
        return {
            index: parts(layer.kind, layer.options, values[index].reshape(len(self._x), -1))
            for index, layer in enumerate(self._network.spec.layers)
            if LAYERS[layer.kind].elementwise
        }

    def _still_wrong(self, error: Array) -> bool:
        """Say whether there is something left to learn: then gradients should not be small."""
        targets = self._network.loss_layer.t
        size = 1.0 if targets is None else math.sqrt(float(np.mean(np.square(targets)) * targets.shape[-1])) or 1.0
        return not math.sqrt(float(np.square(error).sum()) * len(error)) < _LEARNED * size

    def _checkup(self, values: Sequence[Array], still_wrong: bool, updates: int) -> Checkup:
        met = self._met(values)
        off = _off(met)
        flat = {index: found.saturated.mean(axis=0) >= _ALWAYS for index, found in met.items()}
        grouped = groups(self._network.spec)
        largest = max((slope for slope in map(self._gradient, grouped) if math.isfinite(slope)), default=0.0)
        vanished = max(VANISHED, min(FADED, OF_THE_LARGEST * largest)) if still_wrong else 0.0
        layers = tuple(self._layer(group, values, off, flat, vanished) for group in grouped)
        return Checkup(updates, layers, _count(off), len(self._x))

    def _layer(
        self,
        group: range,
        values: Sequence[Array],
        off: Mapping[int, Mask],
        flat: Mapping[int, Mask],
        vanished: float,
    ) -> LayerHealth:
        put_out = values[group.stop].reshape(len(self._x), -1)
        made = values[group.start + 1] if len(group) else put_out
        filters = made.shape[1] if made.ndim == _PICTURES else 0
        made = made.reshape(len(self._x), -1)
        if put_out.shape != made.shape:  # a pooling leaves fewer numbers than there are neurons
            put_out = made
        broken: Mask = np.any(~np.isfinite(put_out), axis=0)
        ratios = self._ratios(group)
        # behind zeros nothing is learned, either, but that is told of the layer that put them out
        is_fed = bool(values[group.start].any())
        # what is 0 at the loss itself has not vanished on its way: the loss is as low as this layer can make it
        has_way = len(group) > 1 or group.stop < len(values) - 1
        counts: dict[Kind, int] = {
            "not_finite": int(_by_filter(broken, filters).any(axis=1).sum()) if len(group) else 0,
            "dead": _most(off, group, filters),
            "exploded": int((self._rate * ratios > 1).sum()) if ratios is not None else 0,
            "saturated": _most(flat, group, filters),
            "vanished": int((ratios < vanished).sum()) if ratios is not None and is_fed and has_way else 0,
        }
        activity = float(np.abs(put_out).mean())
        units = (filters or made.shape[1]) if len(group) else 0
        return LayerHealth(group, units, counts, activity, self._gradient(group), filters > 0)

    def _weights(self, group: range) -> tuple[Array, Array] | None:
        """Return the weights that make a group's neurons, a column for each or for each filter, and their gradient."""
        layer = list(self._network.layers.values())[group.start] if len(group) else None
        if layer is None or "W" not in layer.params:
            return None
        return np.atleast_2d(matrix_of(layer.params["W"])), np.atleast_2d(matrix_of(layer.grads["W"]))

    def _ratios(self, group: range) -> Array | None:
        """Return for each neuron, or filter, the norm of the gradient by its weights over theirs."""
        weights = self._weights(group)
        if weights is None:
            return None
        sizes, slopes = (np.sqrt(np.einsum("ij,ij->j", each, each)) for each in weights)
        ratios: Array = np.divide(slopes, sizes, out=np.full(slopes.shape, np.nan, slopes.dtype), where=sizes > 0)
        return ratios

    def _gradient(self, group: range) -> float:
        weights = self._weights(group)
        if weights is None:
            return math.nan
        size, slope = (math.sqrt(float(np.vdot(each, each))) for each in weights)
        return slope / size if size else math.nan


def felt_rate(config: TrainingConfig) -> float:
    """Return what an update makes of a gradient's size: Adam and its like make steps of their own size of any."""
    return config.lr if OPTIMIZERS[config.optimizer].follows_size else 0.0


def _off(met: Mapping[int, Parts]) -> dict[int, Mask]:
    """Return for each activation which of its neurons are off for every sample."""
    return {index: np.all(found.off, axis=0) for index, found in met.items()}


def _count(masks: Mapping[int, Mask]) -> dict[int, int]:
    return {index: int(mask.sum()) for index, mask in masks.items()}


def fits(spec: NetworkSpec, data: Dataset) -> bool:
    """Say whether a network can be looked at with samples of these data."""
    given, wanted = prod(data.input_shape), prod(spec.input_shape)
    return len(data.x) > 0 and given == wanted and data.outputs == spec.outputs


def _most(masks: Mapping[int, Mask], group: range, filters: int) -> int:
    """Return how many units have it in the layer of a group in which most have."""
    found = (_by_filter(masks[index], filters).all(axis=1) for index in group if index in masks)
    return max((int(units.sum()) for units in found), default=0)


def _by_filter(mask: Mask, filters: int) -> Mask:
    """Return a row for each filter with the numbers of its picture; for each neuron where there are no filters."""
    return mask.reshape(filters or len(mask), -1)
