"""One thing of the network at several moments of the training that led here, to be looked at beside each other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

import numpy as np
from PySide6.QtCore import QObject, Slot

from nn.inspection.columns import picture_shape
from nn.inspection.surfaces import Surfaces, area_of, is_plane
from nn.network import Network
from nn.replay import replaying
from playground.session.past.finding import Finding
from playground.session.past.slices import Work

if TYPE_CHECKING:
    from collections.abc import Generator

    from nn.arrays import Array
    from nn.inspection.surfaces import Area
    from nn.network import NetworkSpec
    from nn.replay import Way, Waypoint
    from playground.session.library import Library
    from playground.session.looking.looking import Looking
    from playground.session.looking.sample import Sample
    from playground.session.running.timeline import Timeline

FEWEST, MOST = 8, 16
"""Moments beside each other."""
_SIDE = 72  # points along each side of a surface
_USUAL = 12

Kind = Literal["surface", "weights", "prediction"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Wanted:
    """What is to be seen, and of which moments.

    Attributes
    ----------
    kind
        What the network says all over the plane; the weights into a neuron, of a convolution its filter; what it says
        of the sample.
    layer, index
        The neuron, by its layer and its number in it; without a layer (-1) a surface is that of the output.
    is_logarithmic
        Whether the moments lie closer at the beginning.
    """

    kind: Kind
    layer: int = -1
    index: int = 0
    count: int = _USUAL
    is_logarithmic: bool = False


class Seen(NamedTuple):
    """What was seen at a moment.

    Attributes
    ----------
    numbers : ndarray or None
        Of a surface (points, outputs), in rows from the top; of weights a picture for each channel (C, H, W); of a
        prediction the outputs. None where the network had no such thing then.
    """

    iteration: int
    numbers: Array | None


class ManyMoments(Finding):
    """Finds them by training again from the moments that are kept."""

    def __init__(self, timeline: Timeline, looking: Looking, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._timeline, self._looking, self._library = timeline, looking, library
        self.wanted: Wanted | None = None
        self.iterations: tuple[int, ...] = ()
        """The moments, by their updates."""
        self.seen: dict[int, Seen] = {}
        """What was found of them."""
        self.sample: Sample | None = None
        """Of which the prediction is."""

    @property
    def has_past(self) -> bool:
        """Whether there is more than one moment."""
        way = self._timeline.way
        return way is not None and way.first < way.last

    def show(self, wanted: Wanted) -> None:
        """Find something else, or the same on the way as it is now; what was found so far goes away."""
        self.wanted, self.seen, self.iterations = wanted, {}, ()
        self.sample = self._looking.sample
        way = self._timeline.way
        if way is None or not self.has_past:
            self._replays.cancel()
        else:
            spread = moments(way.first, way.last, wanted.count, is_logarithmic=wanted.is_logarithmic)
            self.iterations = tuple(each for each in spread if way.obstacle(each) is None)
            area = area_of(self._library.made, self._library.data)
            layers = way.legs[-1].spec.layers
            kind = layers[wanted.layer].kind if 0 <= wanted.layer < len(layers) else ""
            look = partial(look_at, wanted, kind, area=area, sample=self.sample)
            work = partial(_finding, way, self.iterations, look)
            self._replays.start(Work(wanted, work, tells_all=True))
        self.changed.emit()

    @Slot(object, object)
    def _on_told(self, _key: object, found: tuple[Seen, ...]) -> None:
        if found:
            self.seen.update({each.iteration: each for each in found})
            self.changed.emit()


def moments(first: int, last: int, count: int, *, is_logarithmic: bool) -> tuple[int, ...]:
    """Return moments from the first to the last one, evenly spread or each so many times as far as the one before."""
    span = last - first
    if is_logarithmic:
        steps = np.concatenate([[0.0], np.geomspace(1, max(span, 1), count - 1)])
    else:
        steps = np.linspace(0, span, count)
    wanted = np.rint(steps).astype(int).tolist()
    for place in range(1, len(wanted)):  # close to the beginning several would be one
        wanted[place] = min(max(wanted[place], wanted[place - 1] + 1), span)
    return tuple(first + each for each in dict.fromkeys(wanted))


def _finding(way: Way, iterations: tuple[int, ...], look: Any) -> Generator[Seen | None, None, None]:
    before: Waypoint | None = None
    for iteration in iterations:
        leg = way.leg_of(iteration)
        start = way.before(iteration)
        if before is not None and start is not None and leg.goes_on_with(before):
            is_later = leg.first <= start.checkpoint.iteration < before.checkpoint.iteration
            start = before if is_later else start
        if start is None:
            continue
        steps = replaying(start, iteration)
        while True:
            try:
                next(steps)
                yield None
            except StopIteration as end:
                before = type(start)(end.value, *_rest(start))
                break
        network = Network(start.spec, None)
        network.load(before.checkpoint.params, before.checkpoint.state)
        yield Seen(iteration, look(network))


def _rest(waypoint: Waypoint) -> tuple[Any, ...]:
    return waypoint.spec, waypoint.config, waypoint.data, waypoint.source, waypoint.fingerprint


def look_at(wanted: Wanted, kind: str, network: Network, *, area: Area, sample: Sample | None) -> Array | None:
    """Return what is wanted of a network; None where it has no such thing, or weights of another `kind` of layer."""
    if wanted.kind == "prediction":
        return _prediction(network, sample)
    if wanted.kind == "surface":
        return _surface(wanted, network, area)
    kinds = [layer.kind for layer in network.spec.layers]
    is_alike = kinds[wanted.layer : wanted.layer + 1] == [kind]  # a neuron's weights are no filter of today
    return weights_of(network.spec, network, wanted.layer, wanted.index) if is_alike else None


def _prediction(network: Network, sample: Sample | None) -> Array | None:
    if sample is None or not sample.fits(network.spec):
        return None
    x = sample.x[:1].reshape(1, *network.spec.input_shape)
    return np.array(network.output(x)[0])


def _surface(wanted: Wanted, network: Network, area: Area) -> Array | None:
    if not is_plane(network.spec):
        return None
    surfaces = Surfaces(network.spec, area, _SIDE)
    surfaces.update(network)
    if wanted.layer < 0:
        return np.array(surfaces.output)
    if wanted.layer + 1 >= len(surfaces.values):
        return None
    values = surfaces.values[wanted.layer + 1].reshape(_SIDE * _SIDE, -1)
    return np.array(values[:, wanted.index : wanted.index + 1]) if wanted.index < values.shape[1] else None


def weights_of(spec: NetworkSpec, network: Network, layer: int, index: int) -> Array | None:
    """Return the weights into a neuron or of a filter as pictures, shape (C, H, W); NaN fills up what is no rectangle.

    None where the layer has no weights, or no such neuron.
    """
    if not 0 <= layer < len(spec.layers) or "W" not in spec.plans[layer].params:
        return None
    W = list(network.layers.values())[layer].params["W"]
    if W.ndim == 4:
        return np.array(W[index]) if index < len(W) else None
    if W.ndim != 2 or index >= W.shape[1]:
        return None
    column = np.array(W[:, index])
    shape = spec.input_shape if layer == 0 else spec.plans[layer - 1].output
    if len(shape) == 3 and shape[1] * shape[2] > 1:
        return column.reshape(shape)
    picture = picture_shape((len(column),))
    if picture is not None:
        return column.reshape(1, *picture)
    wide = math.ceil(math.sqrt(len(column)))
    filled = np.full(wide * math.ceil(len(column) / wide), np.nan, column.dtype)
    filled[: len(column)] = column
    return filled.reshape(1, -1, wide)
