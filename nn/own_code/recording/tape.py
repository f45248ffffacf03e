"""What a recorder has noted so far, and how much it may note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nn.own_code.recording.event import plain
from nn.own_code.recording.node import Node
from nn.own_code.recording.site import Site

MOST_NODES = 200_000
MOST_BYTES = 256 * 1024 * 1024
EVENTS_A_NODE = 5

NOTHING: Mapping[str, Any] = {}


class RecordingEnds(BaseException):  # not an Exception: a program's own `except Exception` shall not catch it
    """Ends a program whose recording is full."""


class Tape:
    """Nodes and events in the order in which they came to be.

    Attributes
    ----------
    on : bool
        Whether anything is noted now.
    is_full : bool
        Whether the recording ended before the program did.
    ends_program : bool
        Whether the program ends when the recording is full; otherwise it goes on unrecorded.
    """

    def __init__(self, most_nodes: int, most_bytes: int, ends_program: bool) -> None:
        self.sites: list[Site] = []
        self.nodes: list[Node] = []
        self.events: list[tuple[Any, ...]] = []
        self.on = False
        self.is_full = False
        self.ends_program = ends_program
        self._most_nodes, self._most_bytes = most_nodes, most_bytes
        self._most_events = EVENTS_A_NODE * most_nodes
        self._bytes = 0

    def clear(self) -> None:
        """Begin again."""
        self.nodes, self.events = [], []
        self.is_full = False
        self._bytes = 0

    def add(
        self,
        operation: str,
        site: int | None,
        inputs: tuple[Any, ...],
        value: Any,
        keywords: Mapping[str, Any] = NOTHING,
        function: Callable[..., Any] | None = None,
    ) -> Node:
        """Note a value."""
        nodes = self.nodes
        place = None if site is None else self.sites[site]
        node = Node(len(nodes), operation, place, inputs, keywords, function, value)
        nodes.append(node)
        if len(nodes) >= self._most_nodes:
            self._end()
        return node

    def take(self, size: int) -> None:
        """Count the bytes of an array that is kept."""
        self._bytes += size
        if self._bytes > self._most_bytes:
            self._end()

    def event(self, kind: str, site: int, name: str, node: Node | None = None, value: object = None) -> None:
        """Note a moment."""
        events = self.events
        events.append((kind, self.sites[site], name, node, plain(value), len(self.nodes)))
        if len(events) >= self._most_events:
            self._end()

    def _end(self) -> None:
        self.on = False
        self.is_full = True
        if self.ends_program:
            raise RecordingEnds


def is_kept(value: object) -> bool:
    """Whether a value becomes a node: an array, or a number that was computed."""
    return isinstance(value, np.ndarray | float | np.generic)
