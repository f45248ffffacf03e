"""A way gone through again from one checkpoint to the next, to see whether training comes to the same bits here."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.replay.again import replaying
from nn.replay.way import Stretch, joins

if TYPE_CHECKING:
    from nn.replay.way import Way
    from nn.training import Checkpoint


class Disagreement(NamedTuple):
    """The first kept moment to which training does not come again.

    Attributes
    ----------
    iteration : int
        The updates made there.
    since : int
        Those made at the moment kept before it, from which it was tried.
    largest : float
        The largest difference of a parameter.
    """

    iteration: int
    since: int
    largest: float


def first_disagreement(way: Way) -> Generator[int, None, Disagreement | None]:
    """Train from every kept moment to the next one, and compare.

    Yields
    ------
    int
        The updates done: whoever does not ask for more has cancelled it.
    """
    for stretch, kept in _checks(way):
        again = yield from replaying(stretch.start, stretch.end)
        if not are_same(again, kept):
            since = stretch.start.checkpoint.iteration
            return Disagreement(kept.iteration, since, _largest(again, kept))
    return None


def are_same(one: Checkpoint, other: Checkpoint) -> bool:
    """Say whether two checkpoints have the same bits."""
    pairs = [(one.params, other.params), (one.state, other.state)]
    pairs += [(one.memory.get(slot, one.params[:0]), values) for slot, values in other.memory.items()]
    known = (one.iteration, one.memory.keys()) == (other.iteration, other.memory.keys())
    return known and all(a.tobytes() == b.tobytes() for a, b in pairs)


def _checks(way: Way) -> list[tuple[Stretch, Checkpoint]]:
    found = [
        (Stretch(leg.at(one), other.iteration), other)
        for leg in way.legs
        for one, other in zip(leg.checkpoints, leg.checkpoints[1:], strict=False)
    ]
    for one_leg, other_leg in joins(way):
        arrival, end = other_leg.checkpoints[0], one_leg.checkpoints[-1]
        if end.iteration < arrival.iteration:
            found.append((Stretch(one_leg.at(end), arrival.iteration), arrival))
    return sorted(found, key=lambda check: check[0].end)


def _largest(one: Checkpoint, other: Checkpoint) -> float:
    if one.params.shape != other.params.shape:
        return float("nan")
    with np.errstate(all="ignore"):
        return float(np.abs(one.params.astype(np.float64) - other.params).max(initial=0.0))
