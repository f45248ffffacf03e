"""Look at every pass of real training with the eyes of some breakpoints."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nn.breakpoints.base import Breakpoint, Finding
from nn.breakpoints.facts import Names, facts_of_event, facts_of_pass

if TYPE_CHECKING:
    from nn.network import Network
    from nn.spec import NetworkSpec
    from nn.trace import Event
    from nn.training import Pending


@dataclass(frozen=True)
class Stop:
    """Why training stopped, before the update of `iteration`.

    Attributes
    ----------
    iteration : int
        The guilty iteration, from 1; its update was not made.
    breakpoint : int
        Which one, by its place among the breakpoints.
    findings : tuple of Finding
        One for each of its conditions.
    """

    iteration: int
    breakpoint: int
    findings: tuple[Finding, ...]

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
        stop = None
        with np.errstate(all="ignore"):
            for i, each in enumerate(self._breakpoints):
                findings = each.matches(facts)
                if findings:
                    self.hits[i] += 1
                    stop = stop or Stop(pending.iteration, i, findings)
        self._earlier = facts.asked
        return stop


def first_match(
    spec: NetworkSpec, trace: Sequence[Event], breakpoints: Sequence[Breakpoint], start: int = 0
) -> tuple[int, int, tuple[Finding, ...]] | None:
    """Return the first event of a trace from `start` on at which a breakpoint holds.

    Returns
    -------
    tuple of (int, int, tuple of Finding) or None
        Index of the event, of the breakpoint, and why.
    """
    names = Names(spec)
    with np.errstate(all="ignore"):
        for event in trace[start:]:
            facts = facts_of_event(spec, event, names)
            for i, each in enumerate(breakpoints):
                findings = each.matches(facts)
                if findings:
                    return event.index, i, findings
    return None
