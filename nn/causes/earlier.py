"""Whether it was decided earlier: other streams of batches from earlier moments, to see whether all lead there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from nn.causes.suspects import Suspect, suspects_of
from nn.causes.trials import STREAMS, Course, course_of

if TYPE_CHECKING:
    from collections.abc import Generator

    from nn.causes.finding import Found
    from nn.replay import Way, Waypoint

_ROUNDS = 5  # of halving the distance between the moment that is open and the one that is not


class Earlier(NamedTuple):
    """What came out.

    Attributes
    ----------
    found : Found or None
        The same with trials from the earlier moment; None where it was not decided earlier.
    open_at : int or None
        The latest moment that was looked at from which some streams go well; None where there is none.
    good, streams : int
        How many go well from there, of how many that were tried.
    """

    found: Found | None
    open_at: int | None = None
    good: int = 0
    streams: int = 0


def moments_before(way: Way, found: Found) -> list[Waypoint]:
    """Return the kept moments before the one that was found, back to the last edit, the latest first."""
    done = found.before.checkpoint.iteration
    leg = way.leg_of(done + 1)
    if leg.data is None:
        return []
    return [leg.at(each) for each in reversed(leg.checkpoints) if each.iteration < done]


def deciding(way: Way, found: Found, streams: int = STREAMS) -> Generator[int, None, Earlier]:
    """Find the earliest kept moment from which training goes wrong on every stream of batches that is tried.

    Further and further back first, then the distance is halved: as if what is decided stayed so. The true stream goes
    wrong from anywhere, so it is not tried again.

    Yields
    ------
    int
        How many updates were made.
    """
    moments, others = moments_before(way, found), max(1, streams - 1)
    decided, open_at, good, done = -1, len(moments), 0, 0
    place = 0
    while place < len(moments):
        well, done = yield from _going_well(found, moments[place], others, done)
        if well:
            open_at, good = place, well
            break
        decided, place = place, 2 * place + 1
    for _ in range(_ROUNDS):
        if open_at - decided < 2:
            break
        place = (decided + open_at) // 2
        well, done = yield from _going_well(found, moments[place], others, done)
        if well:
            open_at, good = place, well
        else:
            decided = place
    until = moments[open_at].checkpoint.iteration if open_at < len(moments) else None
    earlier = None if decided < 0 else _from(found, moments[decided])
    return Earlier(earlier, until, good, others)


def _going_well(found: Found, moment: Waypoint, others: int, done: int) -> Generator[int, None, tuple[int, int]]:
    well = 0
    for stream in range(1, others + 1):
        for item in course_of(found, Suspect("as_it_was", moment), stream):
            done += 1
            if isinstance(item, Course):
                well += item.recovered
            yield done
    return well, done


def _from(found: Found, moment: Waypoint) -> Found:
    edit = found.edit if found.edit is not None and found.edit.iteration <= moment.checkpoint.iteration else None
    suspects = tuple(suspects_of(found.symptom, moment, edit, None, found.gradient))
    return replace(found, suspects=suspects, decided=moment.checkpoint.iteration)
