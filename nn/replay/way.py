"""The way of a run: what was trained with what from where on, and some of the points that it came through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

from nn.messages import Message

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from nn.replay.surroundings import Surroundings
    from nn.training import Checkpoint, TrainingConfig

BUDGET = 64 * 2**20
"""Bytes of checkpoints that a way keeps."""
MOST = 300
"""Checkpoints that a way keeps of a small network, whose checkpoints take no room."""


@dataclass(frozen=True, eq=False)
class Waypoint:
    """A point that training came through, and all that is needed to go on from there bit for bit.

    Attributes
    ----------
    source : object
        By what its owner knows the data.
    fingerprint : str
        What tells the data from any others, where it is a file that says so; else empty.
    """

    checkpoint: Checkpoint
    spec: NetworkSpec
    config: TrainingConfig
    data: Dataset
    source: object = None
    fingerprint: str = ""


class Stretch(NamedTuple):
    """A piece of training to go through again, up to and with iteration `end`."""

    start: Waypoint
    end: int


@dataclass(frozen=True, eq=False)
class Leg:
    """A part of a way on which nobody changed anything.

    Attributes
    ----------
    spec, config : NetworkSpec, TrainingConfig
        What was trained, and how.
    data : Dataset or None
        On what; None as long as those data are not at hand.
    checkpoints : tuple of Checkpoint
        Some points that training came through, in their order. The first is where the leg begins.
    is_edited : bool
        Whether it begins with numbers that an edit made, and not where the leg before it came to.
    source : object
        By what its owner knows the data.
    fingerprint : str
        What tells the data from any others, where it is a file that says so; else empty.
    where : Surroundings or None
        Where it was trained, None for here: training again may come to other bits.
    """

    spec: NetworkSpec
    config: TrainingConfig
    data: Dataset | None
    checkpoints: tuple[Checkpoint, ...]
    is_edited: bool = False
    source: object = None
    fingerprint: str = ""
    where: Surroundings | None = None

    @property
    def first(self) -> int:
        """How many updates were made when it begins."""
        return self.checkpoints[0].iteration

    def goes_on_with(self, waypoint: Waypoint) -> bool:
        """Say whether training went on from a waypoint as on this leg."""
        same = waypoint.spec == self.spec and waypoint.config == self.config
        return same and waypoint.data is self.data and self.where is None

    def at(self, checkpoint: Checkpoint) -> Waypoint:
        """Return one of its checkpoints with all that training needs to go on."""
        if self.data is None:
            raise ValueError(Message("the data of this part of the way are not at hand"))
        return Waypoint(checkpoint, self.spec, self.config, self.data, self.source, self.fingerprint)


@dataclass(frozen=True, eq=False)
class Way:
    """The training that led somewhere, leg by leg: an edit in its middle is a part of it.

    Training is a function of a checkpoint, the configuration and the data, so that any moment after a checkpoint is
    found by training from there again. Frozen: a way that goes on is another way, which shares its checkpoints.
    """

    legs: tuple[Leg, ...]

    @classmethod
    def begin(cls, waypoint: Waypoint) -> Self:
        """Return the way that begins at a waypoint."""
        return cls((_leg(waypoint, is_edited=True),))

    # ---- what it has

    @property
    def first(self) -> int:
        """The updates made at the earliest moment that can be found again."""
        return self.legs[0].first

    @property
    def last(self) -> int:
        """The updates made at its end."""
        return self.end.iteration

    @property
    def end(self) -> Checkpoint:
        """The checkpoint to which it leads."""
        return self.legs[-1].checkpoints[-1]

    @property
    def checkpoints(self) -> Iterator[tuple[Leg, Checkpoint]]:
        """Every checkpoint that is kept, in the order of training."""
        return ((leg, each) for leg in self.legs for each in leg.checkpoints)

    @property
    def count(self) -> int:
        """How many checkpoints it keeps."""
        return sum(len(leg.checkpoints) for leg in self.legs)

    @cached_property
    def nbytes(self) -> int:
        """Bytes of the checkpoints that it keeps, each counted once."""
        return sum({id(each): each.nbytes for _, each in self.checkpoints}.values())

    def before(self, iteration: int) -> Waypoint | None:
        """Return the latest waypoint at which `iteration` updates or fewer were done, None if none is kept."""
        for leg in reversed(self.legs):
            for checkpoint in reversed(leg.checkpoints):
                if checkpoint.iteration <= iteration:
                    return leg.at(checkpoint)
        return None

    def nearest(self, iteration: int) -> tuple[Leg, Checkpoint]:
        """Return the checkpoint kept that is nearest to a moment, with its leg; of two the later one."""
        return min(reversed([*self.checkpoints]), key=lambda kept: abs(kept[1].iteration - iteration))

    def leg_of(self, iteration: int) -> Leg:
        """Return the leg on which update number `iteration` was made, or at whose start the network stood."""
        return next((leg for leg in reversed(self.legs) if leg.first < iteration), self.legs[0])

    def stretches(self, end: int, first: int = 0) -> list[Stretch]:
        """Return the training that led to `end`, from update `first` + 1 on, cut where checkpoints are kept."""
        kept = [(leg, each) for leg, each in self.checkpoints if each.iteration < end]
        ends = [*(each.iteration for _, each in kept[1:]), end][: len(kept)]
        return [
            Stretch(leg.at(each), last)
            for (leg, each), last in zip(kept, ends, strict=True)
            if each.iteration < last and last > first
        ]

    def obstacle(self, iteration: int) -> Message | None:
        """Return why a moment cannot be found again, None if it can."""
        if iteration < self.first:
            return Message("the way is kept from iteration {first:,} on", first=self.first)
        if iteration > self.last:
            return Message("training has come to iteration {last:,}", last=self.last)
        return None if self.leg_of(iteration).data is not None else Message("the data of then are not at hand")

    # ---- ways that follow from it

    def through(self, waypoint: Waypoint, *, is_edited: bool = False, spacing: int = 0) -> Way:
        """Return the way that goes on through a waypoint.

        Parameters
        ----------
        waypoint
            Where training stands, and with what it goes on from there.
        is_edited
            Whether training did not come there from the way's end, but a person made other numbers there.
        spacing
            Updates between two checkpoints: one nearer to that before it gives way to the next.
        """
        checkpoint = waypoint.checkpoint
        way = self.until(checkpoint.iteration)
        if way is None or (is_edited and way.last < checkpoint.iteration):  # what lies between is not known
            return Way.begin(waypoint)
        last = way.legs[-1]
        if not is_edited and last.goes_on_with(waypoint):
            kept = _with(last.checkpoints, checkpoint, spacing)
            return Way((*way.legs[:-1], replace(last, checkpoints=kept)))
        legs = way.legs if last.first < checkpoint.iteration else way.legs[:-1]  # nothing was trained on that one
        edited = is_edited or (bool(way.legs[len(legs) :]) and last.is_edited)
        return Way((*legs, _leg(waypoint, is_edited=edited)))

    def joined(self, other: Way) -> Way:
        """Return it with a way behind it that begins where it ends."""
        legs = [leg for leg in self.legs if leg.first < other.first]
        is_edited = not np.array_equal(self.end.params, other.legs[0].checkpoints[0].params)
        is_edited |= any(leg.is_edited for leg in self.legs[len(legs) :])
        return Way((*legs, replace(other.legs[0], is_edited=is_edited), *other.legs[1:]))

    def until(self, iteration: int) -> Way | None:
        """Return the way up to a moment, None if it begins later."""
        if self.last <= iteration:
            return self
        legs = []
        for leg in self.legs:
            kept = tuple(each for each in leg.checkpoints if each.iteration <= iteration)
            if kept:
                legs.append(leg if len(kept) == len(leg.checkpoints) else replace(leg, checkpoints=kept))
        return Way(tuple(legs)) if legs else None

    def ending_with(self, checkpoint: Checkpoint) -> Way:
        """Return it with its end as this object: the same numbers."""
        last = self.legs[-1]
        return Way((*self.legs[:-1], replace(last, checkpoints=(*last.checkpoints[:-1], checkpoint))))

    def with_data(self, find: Callable[[Leg], Dataset | None]) -> Way:
        """Return it with data that were not at hand, as far as `find` has them for a leg."""
        found = {number: find(leg) for number, leg in enumerate(self.legs) if leg.data is None}
        if all(data is None for data in found.values()):
            return self
        return Way(tuple(replace(leg, data=found.get(number, leg.data)) for number, leg in enumerate(self.legs)))

    def unedited(self) -> Way:
        """Return its end, back to where an edit made other numbers than training had come to."""
        edits = [number for number, leg in enumerate(self.legs) if leg.is_edited]
        return Way(self.legs[edits[-1] :]) if edits else self

    def thinned(self, budget: int = BUDGET, most: int = MOST) -> Way:
        """Return it with no more checkpoints than there is room for, evenly spread.

        Where a leg begins nothing can be missed: a way of too many legs begins later.
        """
        way = self
        while way.count > most or (way.nbytes > budget and way.count > 2):
            thinner = way._without_least_missed()
            if thinner is way:
                break
            way = thinner
        return way

    def bare(self) -> Way:
        """Return it with nothing but the beginnings of its legs and its end."""
        legs = [replace(leg, checkpoints=leg.checkpoints[:1]) for leg in self.legs]
        last = self.legs[-1].checkpoints
        return Way((*legs[:-1], replace(legs[-1], checkpoints=(*last[:1], *last[1:][-1:]))))

    def _without_least_missed(self) -> Way:
        at = [each.iteration for _, each in self.checkpoints]
        gaps, place = np.full(len(at), np.inf), 0
        for leg in self.legs:
            inner = range(place + 1, min(place + len(leg.checkpoints), len(at) - 1))
            for i in inner:
                gaps[i] = at[i + 1] - at[i - 1]
            place += len(leg.checkpoints)
        missed = int(gaps.argmin())
        if np.isfinite(gaps[missed]):
            return self._without(missed)
        return Way(self.legs[1:]) if len(self.legs) > 1 else self

    def _without(self, number: int) -> Way:
        legs = []
        for leg in self.legs:
            if 0 <= number < len(leg.checkpoints):
                leg = replace(leg, checkpoints=leg.checkpoints[:number] + leg.checkpoints[number + 1 :])
                number = -1
            elif number >= 0:
                number -= len(leg.checkpoints)
            legs.append(leg)
        return Way(tuple(legs))


def joins(way: Way) -> Iterator[tuple[Leg, Leg]]:
    """Give each leg that training went on with, after the one from which it came."""
    return ((one, other) for one, other in pairwise(way.legs) if not other.is_edited)


def _with(known: tuple[Checkpoint, ...], new: Checkpoint, spacing: int) -> tuple[Checkpoint, ...]:
    """Return checkpoints with one that came after them, or that is the last one over again."""
    is_known = known[-1].iteration == new.iteration
    is_near = len(known) > 1 and known[-1].iteration - known[-2].iteration < spacing
    return (*(known[:-1] if is_known or is_near else known), new)


def _leg(waypoint: Waypoint, *, is_edited: bool) -> Leg:
    return Leg(waypoint.spec, waypoint.config, waypoint.data, (waypoint.checkpoint,), is_edited, waypoint.source)
