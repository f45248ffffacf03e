"""How an expression over the names of a person's function went: within the call, and from call to call."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from playground.session.own_code.code_frames import events_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playground.session.own_code.code_scope import CodeScope
    from playground.session.own_code.recording_job import RecordedCode
    from playground.session.stepping.watch_expression import Reading, Watch

MOST_READ = 150
"""Moments of one course that are read: of more, evenly chosen ones and the last."""


class History(NamedTuple):
    """Readings, each with where it was.

    Attributes
    ----------
    places : tuple of int
        Lines since the call began, or numbers of calls.
    readings : tuple of Reading
    """

    places: tuple[int, ...] = ()
    readings: tuple[Reading, ...] = ()


class CodeHistory:
    """Reads watches at what a recording passed through; what was read once is remembered.

    Parameters
    ----------
    scope : CodeScope
        Whose function is looked at.
    """

    def __init__(self, scope: CodeScope) -> None:
        self._scope = scope
        self._of: RecordedCode | None = None
        self._events: dict[int, dict[str, list[int]]] = {}
        self._moments: dict[tuple[str, int], list[int]] = {}
        self._read: dict[tuple[str, int, int], Reading | None] = {}

    @property
    def length(self) -> int:
        """How many lines the call that is looked at ran, with those of calls from it."""
        first, last = self._span()
        return last - first + 1

    def within(self, watch: Watch) -> History:
        """Return how a watch changed within the call that is looked at, up to where stepping stands."""
        result, frame = self._result(), self._scope.frame
        if result is None or result.walk is None or frame is None:
            return History()
        (first, last), walk = self._span(), result.walk
        found: dict[int, Reading] = {}
        moments = self._moments_of(result, watch, frame.call)
        for event in _chosen(moments[: bisect_left(moments, walk.until(self._scope.stepping.place))]):
            reading = self._reading(result, watch, frame.call, event)
            if reading is not None:
                found[min(max(walk.behind(event), first), last) - first] = reading
        return History(tuple(found), tuple(found.values()))

    def over_calls(self, watch: Watch) -> History:
        """Return what a watch said at the end of each earlier call of the function."""
        result, frame = self._result(), self._scope.frame
        if result is None or result.calls is None or frame is None:
            return History()
        calls = [each.number for each in result.calls.all.values() if each.function == frame.function]
        earlier = calls[: calls.index(frame.call)] if frame.call in calls else []
        found: dict[int, Reading] = {}
        for number in _chosen(range(len(earlier))):
            moments = self._moments_of(result, watch, earlier[number])
            before = bisect_left(moments, self._end(result, earlier[number]))
            reading = self._reading(result, watch, earlier[number], moments[before - 1]) if before else None
            if reading is not None:
                found[number + 1] = reading
        return History(tuple(found), tuple(found.values()))

    def _result(self) -> RecordedCode | None:
        result = self._scope.stepping.result
        if result is not self._of:
            self._of = result
            for kept in (self._events, self._moments, self._read):
                kept.clear()
        return result

    def _span(self) -> tuple[int, int]:
        """Return the first and last place of the call that is looked at."""
        walk, frame = self._scope.stepping.walk, self._scope.frame
        return (0, -1) if walk is None or frame is None else walk.span(frame.call)

    def _events_of(self, result: RecordedCode, call: int) -> dict[str, list[int]]:
        if call not in self._events:
            self._events[call] = events_of(result, call)
        return self._events[call]

    def _moments_of(self, result: RecordedCode, watch: Watch, call: int) -> list[int]:
        """Return the events at which one of a watch's names got a value, in order."""
        key = str(watch), call
        if key not in self._moments:
            events = self._events_of(result, call)
            is_known = bool(watch.names) and watch.names <= events.keys()
            self._moments[key] = sorted({event for name in watch.names for event in events[name]}) if is_known else []
        return self._moments[key]

    def _reading(self, result: RecordedCode, watch: Watch, call: int, moment: int) -> Reading | None:
        """Return what a watch said behind an event."""
        key = str(watch), call, moment
        if key not in self._read:
            events = self._events_of(result, call)
            places = {name: bisect_right(events[name], moment) for name in watch.names}
            names = {name: events[name][place - 1] for name, place in places.items() if place}
            self._read[key] = watch.read(lambda name: value_of(result, names, name))
        return self._read[key]

    @staticmethod
    def _end(result: RecordedCode, call: int) -> int:
        """Return the event behind the last one of a call itself."""
        assert result.calls is not None
        binds = result.calls.all[call].binds
        return binds[-1] + 1 if binds else call


def _chosen(moments: Sequence[int]) -> Iterator[int]:
    """Yield not too many of them; with one more these are still the same, and the last one stands for itself."""
    step = 1
    while len(moments) > step * MOST_READ:
        step *= 2
    yield from moments[::step]
    if (len(moments) - 1) % step:
        yield moments[-1]
