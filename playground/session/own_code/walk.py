"""A way through a recording of a person's code, line by line: finished data, so that back is as cheap as forward."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from nn.own_code.recording.site import Site
    from playground.confined.recorded import Recorded, RecordedEvent, RecordedNode

_MOST_LINES = 200  # of one expression


@dataclass(frozen=True)
class Moment:
    """A line that is about to run.

    Attributes
    ----------
    event
        Its place among the recording's events.
    line
        From 1.
    depth
        How many functions are entered and not left.
    function
        In which it stands, empty at the top of the module.
    call
        The event that entered that function: the same for all lines of one call. -1 at the top.
    """

    event: int
    line: int
    depth: int
    function: str
    call: int


class Walk:
    """The moments at which a debugger can stand in one file, and the moves between them; the last one is the end.

    Parameters
    ----------
    recorded : Recorded
    file : str
        The file that is shown; what happens in others is stepped over.
    """

    def __init__(self, recorded: Recorded, file: str) -> None:
        self.recorded, self.file = recorded, file
        self.moments: list[Moment] = []
        self._rounds: list[int] = []  # how often each moment's line has begun in its call
        self._first: dict[int, int] = {}  # the place at which each line ran first
        self._bound: dict[int | None, dict[tuple[int, str], list[int]]] = {None: {}}
        """For each call, and for all together, the events that gave a name in a line its values."""
        self._read(file)

    def _read(self, file: str) -> None:
        calls, rounds = [-1], Counter[tuple[int, int]]()
        for number, event in enumerate(self.recorded.events):
            site, is_here = event.site, event.site is not None and event.site.file == file
            if event.kind == "enter":
                calls.append(number)
            elif event.kind == "leave" and len(calls) > 1:
                calls.pop()
            elif event.kind == "bind" and is_here and site is not None:
                for call in (calls[-1], None):
                    self._bound.setdefault(call, {}).setdefault((site.line, event.name), []).append(number)
            elif event.kind == "line" and is_here and site is not None:
                rounds[calls[-1], site.line] += 1
                self._rounds.append(rounds[calls[-1], site.line])
                self._first.setdefault(site.line, len(self.moments))
                self.moments.append(Moment(number, site.line, len(calls) - 1, site.function, calls[-1]))

    def __len__(self) -> int:
        return len(self.moments)

    @property
    def end(self) -> int:
        """The place behind the last line."""
        return len(self.moments)

    def depth(self, place: int) -> int:
        """Return how deep a place is; the end is above everything."""
        return self.moments[place].depth if place < self.end else -1

    # ---- moves: from a place to another

    def into(self, place: int) -> int:
        """Return the next line, wherever it is."""
        return min(place + 1, self.end)

    def over(self, place: int) -> int:
        """Return the next line of the same function, or of the one that called it."""
        return self._next(place, lambda moment: moment.depth <= self.depth(place))

    def out(self, place: int) -> int:
        """Return the next line of the function that called this one, or of what it calls next."""
        if place >= self.end:
            return self.end
        here = self.moments[place]
        return self._next(
            place, lambda moment: moment.depth < here.depth or (moment.depth == here.depth and moment.call != here.call)
        )

    def back(self, place: int) -> int:
        """Return the line before."""
        return max(place - 1, 0)

    def on(self, place: int, stops: Collection[int]) -> int:
        """Return the next place at one of these lines, or the end."""
        return self._next(place, lambda moment: moment.line in stops)

    def back_on(self, place: int, stops: Collection[int]) -> int:
        """Return the place before at one of these lines, or the beginning."""
        before = range(min(place, self.end) - 1, -1, -1)
        return next((p for p in before if self.moments[p].line in stops), 0)

    def behind(self, event: int) -> int:
        """Return the first place at which an event has happened."""
        return bisect_right(self.moments, event, key=lambda moment: moment.event)

    def span(self, call: int) -> tuple[int, int]:
        """Return the first and the last place at which a call stands."""
        return self._spans.get(call, (0, -1))

    def to_line(self, place: int, line: int) -> int | None:
        """Return the next place at a line, from the beginning again if there is none behind; None if it never ran."""
        ahead = self.on(place, {line})
        if ahead < self.end:
            return ahead
        return next((p for p, moment in enumerate(self.moments) if moment.line == line), None)

    def _next(self, place: int, fits: Callable[[Moment], bool]) -> int:
        return next((p for p in range(place + 1, self.end) if fits(self.moments[p])), self.end)

    # ---- what is known at a place

    def until(self, place: int) -> int:
        """Return how many events there were before a place."""
        return self.moments[place].event if place < self.end else len(self.recorded.events)

    def bindings(self, place: int) -> Iterator[RecordedEvent]:
        """Give what got values before a place, each name of a line once with its latest, in the order of time.

        In the call that is looked at; at the end in all.
        """
        return (self.recorded.events[number] for number in self.bound(place))

    def bound(self, place: int) -> list[int]:
        """Return the numbers of these events."""
        until = self.until(place)
        bound = self._bound.get(self.moments[place].call if place < self.end else None, {})
        latest = (events[bisect_left(events, until) - 1] for events in bound.values() if events[0] < until)
        return sorted(latest)

    def round(self, place: int) -> int:
        """Return how often the line has begun in this call of its function, this time counted: a loop's round."""
        return self._rounds[place] if place < self.end else 0

    def lines_run(self, place: int) -> set[int]:
        """Return the lines that ran before a place."""
        return {line for line, first in self._first.items() if first < place}

    def node_at(self, line: int, column: int, place: int) -> RecordedNode | None:
        """Return the latest value, as far as it is known at a place, of the smallest expression around a letter."""
        known = self.known(place)
        found: RecordedNode | None = None
        for number in self._nodes_by_line.get(line, ()):
            node = self.recorded.nodes[number]
            if number >= known or not is_within(node.site, line, column):
                continue
            if found is None or width_of(node.site) <= width_of(found.site):
                found = node
        return found

    def known(self, place: int) -> int:
        """Return how many values are computed before a place."""
        until = self.until(place)
        events = self.recorded.events
        return events[until].position if until < len(events) else len(self.recorded.nodes)

    @cached_property
    def _spans(self) -> dict[int, tuple[int, int]]:
        found: dict[int, tuple[int, int]] = {}
        for place, moment in enumerate(self.moments):
            found[moment.call] = (found.get(moment.call, (place, place))[0], place)
        return found

    @cached_property
    def _nodes_by_line(self) -> dict[int, list[int]]:
        """The values of the file by the lines that their expressions reach over."""
        found: dict[int, list[int]] = {}
        for node in self.recorded.nodes:
            if node.site is not None and node.site.file == self.file:
                for line in range(node.site.line, min(node.site.end_line, node.site.line + _MOST_LINES) + 1):
                    found.setdefault(line, []).append(node.number)
        return found


def is_within(site: Site | None, line: int, column: int) -> bool:
    """Say whether a letter belongs to an expression."""
    return site is not None and (site.line, site.column) <= (line, column) < (site.end_line, site.end_column)


def width_of(site: Site | None) -> tuple[int, int]:
    """Return in how many lines and letters an expression stands, to compare it with others."""
    if site is None:
        return 0, 0
    return site.end_line - site.line, site.end_column - site.column if site.end_line == site.line else site.end_column
