"""A function at one moment: its names, which of them share memory, how often its loops went round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from nn.own_code.recording.event import Event
from nn.own_code.recording.node import Node
from nn.own_code.recording.site import Site


@dataclass
class Frame:
    """One call of a function, up to a moment.

    Attributes
    ----------
    function : str
        Empty at the top of a module.
    names : dict of str to Node
        The last value that each name of it got.
    rounds : dict of Site to int
        For each loop that goes on, the outermost first, how many rounds were begun.
    """

    function: str = ""
    names: dict[str, Node] = field(default_factory=dict)
    rounds: dict[Site, int] = field(default_factory=dict)
    _counted: dict[Site, str] = field(default_factory=dict)  # of ``for i, row in x`` the first name counts

    def ties(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs of names that share memory: a write through one shows in the other."""
        return tuple(
            (name, other)
            for (name, node), (other, of) in combinations(self.names.items(), 2)
            if node.shares_memory_with(of)
        )

    def take(self, event: Event) -> None:
        """Go on by an event in this function."""
        line = event.site.line
        if self.rounds:
            self.rounds = {loop: n for loop, n in self.rounds.items() if loop.line <= line <= loop.end_line}
        if event.kind != "bind" or event.name == "return":
            return
        if event.site.kind == "loop" and self._counted.setdefault(event.site, event.name) == event.name:
            self.rounds = {loop: n for loop, n in self.rounds.items() if loop.line <= line and loop != event.site} | {
                event.site: self.rounds.get(event.site, 0) + 1
            }
        if event.node is None:
            self.names.pop(event.name, None)
        else:
            self.names[event.name] = event.node


def frames_at(events: Sequence[Event], moment: int) -> tuple[Frame, ...]:
    """Return the functions that run after the first `moment` events, the innermost last.

    Attributes of objects are known in every function of their class.
    """
    frames = [Frame()]
    attributes: dict[str, dict[str, Node]] = {}
    for event in events[:moment]:
        if event.kind == "enter":
            owner = event.site.function.rpartition(".")[0]
            frames.append(Frame(event.site.function, dict(attributes.get(owner, {}))))
        elif event.kind == "leave" and len(frames) > 1:
            frames.pop()
        else:
            frames[-1].take(event)
            if event.name.startswith("self.") and event.node is not None:
                owner = event.site.function.rpartition(".")[0]
                attributes.setdefault(owner, {})[event.name] = event.node
    return tuple(frames)
