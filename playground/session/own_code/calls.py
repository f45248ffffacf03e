"""The calls of a recording: what each computed, which names it gave, and which backward belongs to which forward."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.confined.recorded import Recorded, RecordedEvent

TOP = -1
"""The number of what runs outside every function."""
_GRADIENT = re.compile(r"(?:self\.)?(?:d|grad_)(?P<of>\w+)$|\w*grads\[['\"]?(?P<key>\w+)['\"]?\]$")
_ALWAYS = ("out", "y", "L")


@dataclass
class Call:
    """One call of a function.

    Attributes
    ----------
    number : int
        The event that entered it, `TOP` for what runs outside every function.
    function : str
    caller : int
        Number of the call that it was made from; its own one at the top.
    line : int
        The event of the line that made it, -1 if there is none.
    nodes : range
        What was computed while it ran, in calls within it, too.
    binds : list of int
        Events that gave names their values, without those of calls within it.
    within : list of int
        The calls made from it.
    """

    number: int
    function: str
    caller: int
    line: int
    nodes: range
    binds: list[int] = field(default_factory=list)
    within: list[int] = field(default_factory=list)

    @property
    def method(self) -> str:
        """Its name without that of the class."""
        return self.function.rpartition(".")[2]


class Calls:
    """All calls of a recording.

    Attributes
    ----------
    all : dict of int to Call
        By number, in the order in which they began.
    forward_of : dict of int to int
        For each call of a ``backward`` that of the ``forward`` it belongs to.
    backward_of : dict of int to int
        The other way round.
    """

    def __init__(self, recorded: Recorded) -> None:
        self._recorded = recorded
        self._by_name: dict[int, dict[str, list[int]]] = {}
        self.all: dict[int, Call] = {TOP: Call(TOP, "", TOP, -1, range(len(recorded.nodes)))}
        self._read()
        self.forward_of = dict(self._pairs())
        self.backward_of = {forward: backward for backward, forward in self.forward_of.items()}

    def _read(self) -> None:
        open_, line = [self.all[TOP]], -1
        for number, event in enumerate(self._recorded.events):
            here = open_[-1]
            if event.kind == "enter":
                function = event.site.function if event.site is not None and event.site.function else event.name
                call = Call(number, function, here.number, line, range(event.position, len(self._recorded.nodes)))
                here.within.append(number)
                self.all[number] = call
                open_.append(call)
            elif event.kind == "leave" and len(open_) > 1:
                here.nodes = range(here.nodes.start, max(event.position, here.nodes.start))
                open_.pop()
            elif event.kind == "line":
                line = number
            elif event.kind == "bind":
                here.binds.append(number)

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """Pair them as brackets are: what was gone through last, backward comes to first."""
        waiting: dict[str, list[int]] = defaultdict(list)
        for call in self.all.values():
            owner = call.function.rpartition(".")[0]
            if call.method == "forward":
                waiting[owner].append(call.number)
            elif call.method == "backward" and waiting[owner]:
                yield call.number, waiting[owner].pop()

    def bound(self, call: int) -> Iterator[tuple[int, RecordedEvent]]:
        """Give what got names in a call, each with the number of its event."""
        for number in self.all[call].binds:
            yield number, self._recorded.events[number]

    def by_name(self, call: int) -> dict[str, list[int]]:
        """Give for each name of a call the events at which it got values, in order."""
        if call not in self._by_name:
            found = self._by_name[call] = {}
            for number, event in self.bound(call):
                found.setdefault(event.name, []).append(number)
        return self._by_name[call]

    def names(self, call: int) -> dict[int, str]:
        """Give the first name that each value got in a call."""
        names: dict[int, str] = {}
        for _, event in self.bound(call):
            if event.node is not None and event.name != "return":
                names.setdefault(event.node, event.name)
        return names

    def returned(self, call: int) -> int | None:
        """Give the value that a call returned, None if that is no number or array."""
        return next((event.node for _, event in reversed(list(self.bound(call))) if event.name == "return"), None)

    def way_back(self, call: int) -> int | None:
        """Give the event at which a function that goes both ways begins to go back: the first name of a gradient."""
        known: set[str] = set()
        for number, event in self.bound(call):
            of = gradient_name(event.name)
            if of is not None and (of in known or of in _ALWAYS or "[" in event.name) and known:
                return number
            known.add(event.name.removeprefix("self."))
        return None


def gradient_name(name: str) -> str | None:
    """Say of what a name says that it is the gradient: of x ``dx``, of W ``self.dW``, of W1 ``grads['W1']``."""
    found = _GRADIENT.fullmatch(name)
    return None if found is None else found["of"] or found["key"]
