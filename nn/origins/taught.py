"""Who taught a network a score: exactly, by training again, and roughly, from the moments that are kept.

After TracIn [1]_: a training sample acts on a score by the updates in which it is, and to first order by
``-lr ∇score · ∇loss``, its gradient as SGD would use it, over the samples of the batch. What an update changed in the
score is exact, by difference; what its samples do not add up to is told as a rest: higher orders, weight decay, and
what an optimizer makes of gradients beside subtracting them, such as the past in its memory.

References
----------
.. [1] G. Pruthi et al., Estimating training data influence by tracing gradient descent, 2020.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from math import prod
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.network import Network
from nn.origins.course import TOLD_EVERY
from nn.origins.score import Score, is_asked_in
from nn.origins.slopes import SampleSlopes
from nn.origins.teaching import Taught
from nn.replay.again import Again
from nn.training import Iteration, Pending
from nn.training.batch_feed import batch_rows, encoded, visits

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.network.spec import NetworkSpec
    from nn.replay.way import Leg, Stretch, Way
    from nn.training import Checkpoint

_BUDGET = 35e9  # products of the rough answer: a few seconds
_FEWEST, _MOST = 2, 60  # moments of it
_OUTPUT_COST = 30  # products that take as long as making, storing and reading one number


def taught_along(way: Way, x: Array, label: int, end: int) -> Generator[list[Taught] | int | None, None, None]:
    """Divide what each update up to `end` added to a score, by training again; the latest stretch comes first.

    A stretch is told when it is whole, so that what is known has no gaps whenever somebody cancels it.

    Yields
    ------
    list of Taught, int or None
        One for each update of a stretch; how many were done again, now and then; None where there is nothing to tell.
    """
    done = 0
    for stretch in reversed(way.stretches(end)):
        told: list[Taught] = []
        if is_asked_in(stretch.start.spec, x, label):
            for step in _exactly(stretch, x, label):
                if step is not None:
                    told.append(step)
                yield done + len(told) if len(told) % TOLD_EVERY == 1 else None
        yield told
        done += stretch.end - stretch.start.checkpoint.iteration


def _exactly(stretch: Stretch, x: Array, label: int) -> Generator[Taught | None, None, None]:
    start, divided = stretch.start, _Divided(stretch.start.spec, x, label)
    again = Again(start, stretch.end, pending=True)
    network = again.network
    shares: Array = np.empty(0)
    divided.score.load(network.flat_params, network.flat_state)
    for item in again:
        if isinstance(item, Pending):
            assert item.workspace.x is not None
            assert item.workspace.targets is not None
            rng = np.random.default_rng([start.config.seed, item.iteration])
            shares = divided.among(network, item.workspace.x, item.workspace.targets, start.config.lr, rng)
            yield None
        elif isinstance(item, Iteration):
            before = divided.score.value
            divided.score.load(network.flat_params, network.flat_state)
            rows = batch_rows(start.data, start.config, item.iteration)
            once, k = np.ones(len(rows), np.int64), item.iteration
            yield Taught(start.data, start.config, k, k, rows, shares, once, divided.score.value - before)


class _Divided:
    """A score, and what the samples of a batch would add to it."""

    def __init__(self, spec: NetworkSpec, x: Array, label: int) -> None:
        self.score, self._slopes = Score(spec, x, label), SampleSlopes(spec)

    def among(self, network: Network, x: Array, targets: Array, lr: float, rng: np.random.Generator) -> Array:
        """Return the share of each sample of a batch, from where the score was loaded last."""
        slopes = self._slopes.along(self.score.gradient, network.flat_params, network.flat_state, x, targets, rng)
        return -lr * slopes


# ---- roughly


class _Group(NamedTuple):
    """Stretches of one leg, and the kept moment that stands for all of them."""

    leg: Leg
    first: int
    last: int
    moment: Checkpoint


def taught_roughly(way: Way, x: Array, label: int) -> Generator[Taught | float, None, None]:
    """Divide what training added to a score, from moments of it that are kept: each stands for the updates around it.

    Yields
    ------
    Taught or float
        What the updates around a moment did, or how much of the work is done.
    """
    groups = [group for group in _groups(way) if is_asked_in(group.leg.spec, x, label)]
    whole = sum(group.last - group.first for group in groups)
    done = 0
    for group in groups:
        length = group.last - group.first
        for step in _roughly(group, x, label):
            yield step if isinstance(step, Taught) else (done + step * length) / whole
        done += length


def change_of(way: Way, x: Array, label: int) -> float:
    """Return what the updates of a way added to a score, by the differences between kept moments: edits are not in."""
    change = 0.0
    for number, leg in enumerate(way.legs):
        after = way.legs[number + 1] if number + 1 < len(way.legs) else None
        end = leg.checkpoints[-1] if after is None or after.is_edited else after.checkpoints[0]
        if is_asked_in(leg.spec, x, label) and end.params.shape == leg.checkpoints[0].params.shape:
            score = Score(leg.spec, x, label)
            values = []
            for checkpoint in (leg.checkpoints[0], end):
                score.load(checkpoint.params, checkpoint.state)
                values.append(score.value)
            change += values[1] - values[0]
    return change


def _groups(way: Way) -> Iterator[_Group]:
    """Cut each leg into as many parts as there is time for; the moment in the middle stands for each."""
    length = max(1, way.last - way.first)
    for number, leg in enumerate(way.legs):
        after = way.legs[number + 1].first if number + 1 < len(way.legs) else leg.checkpoints[-1].iteration
        kept = [each for each in leg.checkpoints if each.iteration < after]
        wanted = max(1, round(_moments(leg) * (after - leg.first) / length))
        for part in np.array_split(np.arange(len(kept)), min(wanted, len(kept))) if kept else ():
            first, last = kept[part[0]].iteration, after
            if part[-1] + 1 < len(kept):
                last = kept[part[-1] + 1].iteration
            yield _Group(leg, first, last, kept[part[len(part) // 2]])


def _moments(leg: Leg) -> float:
    assert leg.data is not None
    cost = sum(plan.products + _OUTPUT_COST * prod(plan.output) for plan in leg.spec.plans)
    return min(max(_BUDGET / (cost * len(leg.data.x)), _FEWEST), _MOST)


def _roughly(group: _Group, x: Array, label: int) -> Generator[Taught | float, None, None]:
    leg, moment = group.leg, group.moment
    data, config = leg.data, leg.config
    assert data is not None
    times = visits(data, config, group.first + 1, group.last)
    rows = np.flatnonzero(times)
    network, divided = Network(leg.spec, None), _Divided(leg.spec, x, label)
    network.load(moment.params, moment.state)
    divided.score.load(moment.params, moment.state)
    targets, size = encoded(network, data.t), min(config.batch_size, len(data.x))
    shares, at_once = np.zeros(len(rows)), max(leg.spec.at_once, size)
    # even parts: batch normalization needs more than the one sample that might be left over
    for places in np.array_split(np.arange(len(rows)), -(-len(rows) // at_once)):
        part = rows[places]
        inputs = network.as_input(np.multiply(data.x[part], network.flat_params.dtype.type(data.scale)))
        rng = np.random.default_rng([config.seed, moment.iteration + 1])
        among = divided.among(network, inputs, targets[part], config.lr, rng)
        shares[places] = among * (len(part) / size) * times[part]  # of the mean over a batch
        yield float(places[0]) / len(rows)
    yield Taught(data, config, group.first + 1, group.last, rows, shares, times[rows], 0.0)
