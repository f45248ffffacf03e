"""Whether it was decided earlier: other streams of batches from earlier moments, to see whether all lead there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from nn.causes.suspects import Suspect, suspects_of
from nn.causes.trials import STREAMS, Course, course_of
from nn.replay import replaying

if TYPE_CHECKING:
    from collections.abc import Generator

    from nn.causes.finding import Found
    from nn.replay import Way, Waypoint


class Earlier(NamedTuple):
    """What came out.

    Attributes
    ----------
    found : Found or None
        The same with trials from the earlier moment; None where it was not decided earlier.
    open_at : int or None
        The moment one update earlier, from which some streams go well; None where none does back to the last edit.
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


class Narrowing(NamedTuple):
    """How far the search is.

    Attributes
    ----------
    open_at : int or None
        The latest moment known from which some streams go well.
    decided : int
        The earliest moment known from which none does.
    share : float
        How much of the search is done, from 0 to 1, about.
    """

    open_at: int | None
    decided: int
    share: float


def deciding(way: Way, found: Found, streams: int = STREAMS) -> Generator[Narrowing, None, Earlier]:
    """Find the earliest moment from which training goes wrong on every stream of batches that is tried.

    Kept moments first, further and further back; then, between one from which some go well and one from which none
    does, the distance is halved down to a single update: as if what is decided stayed so. The true stream goes wrong
    from anywhere, so it is not tried again.

    Yields
    ------
    Narrowing
        After each update that is made.
    """
    moments = moments_before(way, found)
    search = _Search(way, found, max(1, streams - 1), moments)
    place = 0
    while search.open is None and place < len(moments):
        yield from search.look_at(moments[place])
        place = 2 * place + 1
    if search.open is None and moments and search.decided > moments[-1].checkpoint.iteration:
        yield from search.look_at(moments[-1])
    while search.open is not None and search.decided - search.open.checkpoint.iteration > 1:
        moment = yield from search.middle()
        yield from search.look_at(moment)
    return search.outcome


class _Search:
    """What is known of where it was decided: `open` lies before it, `decided` not."""

    def __init__(self, way: Way, found: Found, others: int, moments: list[Waypoint]) -> None:
        self._way, self._found, self._others = way, found, others
        self.open: Waypoint | None = None
        self.decided, self._moment = found.before.checkpoint.iteration, found.before
        self._good, self._rounds = 0, 0
        span = self.decided - moments[-1].checkpoint.iteration if moments else 1
        self._most = 1 + len(moments).bit_length() + max(1, span).bit_length()  # rounds, at the most

    @property
    def outcome(self) -> Earlier:
        is_earlier = self._moment is not self._found.before
        open_at = None if self.open is None else self.open.checkpoint.iteration
        earlier = _from(self._found, self._moment) if is_earlier else None
        return Earlier(earlier, open_at, self._good, self._others)

    def look_at(self, moment: Waypoint) -> Generator[Narrowing, None, None]:
        """Train on from a moment on each stream of batches, and take it for one bound or the other."""
        well = made = 0
        whole = self._others * max(1, self._found.end - moment.checkpoint.iteration)
        for stream in range(1, self._others + 1):
            for item in course_of(self._found, Suspect("as_it_was", moment), stream):
                if isinstance(item, Course):
                    well += item.recovered
                made += 1
                yield self._narrowing(made / whole)
        self._rounds += 1
        if well:
            self.open, self._good = moment, well
        else:
            self.decided, self._moment = moment.checkpoint.iteration, moment

    def middle(self) -> Generator[Narrowing, None, Waypoint]:
        """Train again to the moment half way between the bounds."""
        assert self.open is not None, "somebody looked at a moment from which it goes well"
        wanted = (self.open.checkpoint.iteration + self.decided) // 2
        kept = self._way.before(wanted)
        is_nearer = kept is None or kept.checkpoint.iteration < self.open.checkpoint.iteration
        start = self.open if kept is None or is_nearer else kept
        steps = replaying(start, wanted)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return replace(start, checkpoint=end.value)
            yield self._narrowing(0.0)

    def _narrowing(self, share_of_round: float) -> Narrowing:
        open_at = None if self.open is None else self.open.checkpoint.iteration
        return Narrowing(open_at, self.decided, min(1.0, (self._rounds + min(1.0, share_of_round)) / self._most))


def _from(found: Found, moment: Waypoint) -> Found:
    edit = found.edit if found.edit is not None and found.edit.iteration <= moment.checkpoint.iteration else None
    suspects = tuple(suspects_of(found.symptom, moment, edit, None, found.gradient))
    return replace(found, suspects=suspects, decided=moment.checkpoint.iteration)
