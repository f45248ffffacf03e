"""The edits on a way: where a person changed something that training went on with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nn.replay import Leg, Way, Waypoint
    from nn.training import TrainingConfig


@dataclass(frozen=True, eq=False)
class PastEdit:
    """A change on the way.

    Attributes
    ----------
    before : Waypoint
        The moment of the change, as training would have gone on without it.
    after : Waypoint
        As it did go on.
    """

    before: Waypoint
    after: Waypoint

    @property
    def iteration(self) -> int:
        """The updates made when it came."""
        return self.after.checkpoint.iteration


def edits_of(way: Way, end: int) -> Iterator[PastEdit]:
    """Give the edits that update number `end` was made with and that can be taken back, the last one first."""
    legs = [leg for leg in way.legs if leg.first < end]
    for number in range(len(legs) - 1, 0, -1):
        before, after = legs[number - 1], legs[number]
        edit = _edit(before, after) if after.is_edited or _differ(before, after) else None
        if edit is not None:
            yield edit


def last_change(way: Way, end: int) -> int:
    """Return how many updates were made when something was changed last before update number `end`."""
    legs = [leg for leg in way.legs if leg.first < end]
    for number in range(len(legs) - 1, 0, -1):
        if legs[number].is_edited or _differ(legs[number - 1], legs[number]):
            return legs[number].first
    return way.first


def last_edit(way: Way, end: int) -> PastEdit | None:
    """Return the last of them, None without any."""
    return next(edits_of(way, end), None)


def _edit(before: Leg, after: Leg) -> PastEdit | None:
    if before.data is None or after.data is None:
        return None
    arrival, kept = after.checkpoints[0], before.checkpoints[-1]
    if not after.is_edited:  # the numbers are those that training came to
        return PastEdit(replace(before.at(kept), checkpoint=arrival), after.at(arrival))
    return PastEdit(before.at(kept), after.at(arrival)) if kept.iteration == arrival.iteration else None


def _differ(one: Leg, other: Leg) -> bool:
    same = one.spec == other.spec and one.data is other.data
    return not same or learning(one.config) != learning(other.config)


def learning(config: TrainingConfig) -> TrainingConfig:
    """Return a configuration without what says how long training goes on, and when it is measured."""
    return replace(config, epochs=1, evaluate_every=0, evaluate_samples=0)
