"""A finished recording: data that nobody can change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from nn.messages import Message
from nn.own_code.recording.event import Event
from nn.own_code.recording.frame import Frame, frames_at
from nn.own_code.recording.node import Node
from nn.own_code.recording.site import Site


@dataclass(frozen=True, eq=False)
class Recording:
    """Everything that a program computed while it was recorded.

    Attributes
    ----------
    sources : mapping of str to str
        Text of each file of the program.
    sites : tuple of Site
        Every place of it that can be noted.
    nodes : tuple of Node
        The values, in the order in which they were computed.
    notes : tuple of Message
        What a person ought to know about it.
    is_full : bool
        Whether it ended before the program did.
    """

    sources: Mapping[str, str]
    sites: tuple[Site, ...]
    nodes: tuple[Node, ...]
    notes: tuple[Message, ...] = ()
    is_full: bool = False
    _moments: tuple[tuple[Any, ...], ...] = field(default=(), repr=False)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What happened, in order."""
        sites = self.sites
        return tuple(Event(kind, sites[site], *rest) for kind, site, *rest in self._moments)

    def named(self, name: str) -> tuple[Node, ...]:
        """Return the values that a name got, in order."""
        return tuple(event.node for event in self.events if event.name == name and event.node is not None)

    def frames(self, moment: int) -> tuple[Frame, ...]:
        """Return how things stand in the functions that run after the first `moment` events, the innermost last."""
        return frames_at(self.events, moment)

    def sharing(self, node: Node) -> tuple[Node, ...]:
        """Return the other nodes that lie in the same memory: a write through one of them shows in all."""
        return tuple(other for other in self.nodes if other is not node and node.shares_memory_with(other))

    def text(self, site: Site) -> str:
        """Return what stands at a place of the program."""
        return site.text(self.sources.get(site.file, ""))
