"""Look at every pass of real training with the eyes of some breakpoints."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.breakpoints.base import Breakpoint, Finding
from nn.breakpoints.facts import Names, facts_of_event, facts_of_pass
from nn.breakpoints.place import Place

if TYPE_CHECKING:
    from nn.network import Network
    from nn.network.spec import NetworkSpec
    from nn.trace import Event
    from nn.training import Pending


@dataclass(frozen=True)
class Stop:
    """Why training stopped, before the update of `iteration`.

    Attributes
    ----------
    iteration : int
        The guilty iteration, from 1; its update was not made.
    breakpoint : Breakpoint
        The one that holds; where several do, the one whose place comes first in the pass.
    findings : tuple of Finding
        One for each of its conditions.
    place : Place
        Where in the pass the guilty number is made.
    """

    iteration: int
    breakpoint: Breakpoint
    findings: tuple[Finding, ...]
    place: Place

    def __str__(self) -> str:
        return " ".join(map(str, self.findings))


class Inspector:
    """Checks breakpoints pass after pass, and remembers what they compare with.

    Parameters
    ----------
    network : Network
        What is trained.
    breakpoints : sequence of Breakpoint
        Disabled ones are passed over.
    losses : sequence of float
        The losses before the first pass, for conditions on how they move.

    Attributes
    ----------
    hits : list of int
        How often each breakpoint stopped.
    """

    def __init__(self, network: Network, breakpoints: Sequence[Breakpoint], losses: Sequence[float] = ()) -> None:
        self._network = network
        self._breakpoints = tuple(breakpoints)
        longest = [int(c.options.get("iterations", 2)) for b in self._breakpoints for c in b.conditions]
        self._losses: deque[float] = deque(losses, maxlen=max(longest, default=2))
        self._names = Names(network.spec)
        self._earlier: Mapping[tuple[str, tuple[int, ...]], float] = {}
        self.hits = [0] * len(self._breakpoints)

    def look(self, pending: Pending) -> Stop | None:
        """Return why to stop before the update of a pass, or None."""
        self._losses.append(pending.loss)
        facts = facts_of_pass(self._network, pending, self._losses, self._earlier, self._names)
        stops = []
        with np.errstate(all="ignore"):
            for i, each in enumerate(self._breakpoints):
                findings = each.matches(facts)
                if findings:
                    self.hits[i] += 1
                    stops.append(Stop(pending.iteration, each, findings, _place_of(each, findings)))
        self._earlier = facts.asked
        return min(stops, key=lambda stop: stop.place.order(self._names), default=None)


def _place_of(breakpoint_: Breakpoint, findings: tuple[Finding, ...]) -> Place:
    """Return the place that a breakpoint names, or else that of the first guilty value."""
    for each in breakpoint_.conditions:
        if each.kind == "place":
            return Place(str(each.options["phase"]), int(each.options["layer"]), str(each.options["value"]))
    return next((Place(value=each.name) for each in findings if each.name), Place())


class Match(NamedTuple):
    """An event at which a breakpoint holds: its index, the breakpoint's, and why."""

    event: int
    breakpoint: int
    findings: tuple[Finding, ...]


def matches(
    spec: NetworkSpec, trace: Sequence[Event], breakpoints: Sequence[Breakpoint], start: int = 0
) -> Iterator[Match]:
    """Yield the events of a trace from `start` on at which a breakpoint holds, in their order.

    The event of a whole layer repeats what its nodes made: what held at one of them does not hold there again.
    """
    names, held = Names(spec), set[int]()
    for event in trace[_start_of_layer(trace, start) :]:
        facts = facts_of_event(spec, event, names)
        for i, each in enumerate(breakpoints):
            findings = each.matches(facts)
            if findings and i not in held and event.index >= start:
                yield Match(event.index, i, findings)
            if findings:
                held.add(i)
        if event.depth == "layer":
            held.clear()


def first_match(
    spec: NetworkSpec, trace: Sequence[Event], breakpoints: Sequence[Breakpoint], start: int = 0
) -> Match | None:
    """Return the first event of a trace from `start` on at which a breakpoint holds, None if there is none."""
    with np.errstate(all="ignore"):
        return next(matches(spec, trace, breakpoints, start), None)


def _start_of_layer(trace: Sequence[Event], index: int) -> int:
    """Return where the nodes of the layer begin that the event at `index` belongs to."""
    while 0 < index <= len(trace) and trace[index - 1].depth == "node":
        index -= 1
    return index
