"""What a recorder has noted so far, and how much it may note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nn.own_code.recording.node import Node
from nn.own_code.recording.site import Site

MOST_NODES = 200_000
MOST_BYTES = 256 * 1024 * 1024
EVENTS_A_NODE = 3
MOST_IN_A_LINE = 50_000
"""Nodes beyond the limit that a line may still make until it is done."""

# Tuples, because a union would be made anew at each question.
ARRAYS = (np.ndarray, np.generic)
NUMBERS = (float, np.generic)
KEPT = (np.ndarray, float, np.generic)
"""What becomes a node: arrays, and numbers that were computed."""
NOTHING: Mapping[str, Any] = {}


class RecordingEnds(BaseException):  # not an Exception: a program's own `except Exception` shall not catch it
    """Ends a program whose recording is full."""


class Tape:
    """Nodes and events in the order in which they came to be.

    A recording that reaches its limit ends at the next line or call: between two steps of the program, never within
    one.

    Attributes
    ----------
    on : bool
        Whether anything is noted now.
    is_ending : bool
        Whether a limit is reached.
    most_events : int
        Moments that it may note, and turns that a loop may take.
    """

    def __init__(self, most_nodes: int, most_bytes: int) -> None:
        self.sites: list[Site] = []
        self.nodes: list[Node] = []
        self.events: list[tuple[Any, ...]] = []
        self.on = False
        self.is_ending = False
        self._most_nodes, self._most_bytes = most_nodes, most_bytes
        self.most_events = EVENTS_A_NODE * most_nodes
        self._bytes = 0

    def clear(self) -> None:
        """Begin again."""
        self.nodes, self.events = [], []
        self.is_ending = False
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
        """Note a value; one that is asked for after the end gets a node behind all others."""
        place = None if site is None else self.sites[site]
        node = Node(len(self.nodes), operation, place, inputs, keywords, function, value)
        if self.on:
            self.append(node)
        return node

    def append(self, node: Node) -> None:
        """Note a node that is made already.

        Raises
        ------
        RecordingEnds
            If there are far too many: a loop within one line.
        """
        nodes = self.nodes
        nodes.append(node)
        if len(nodes) >= self._most_nodes:
            self.is_ending = True
            if len(nodes) >= self._most_nodes + MOST_IN_A_LINE:
                raise RecordingEnds

    def take(self, size: int) -> None:
        """Count the bytes of an array that is kept."""
        self._bytes += size
        if self._bytes > self._most_bytes:
            self.is_ending = True

    def event(self, kind: str, site: int, name: str, node: Node | None = None, value: object = None) -> None:
        """Note a moment; a value that is no node is `plain` already."""
        self.events.append((kind, site, name, node, value, len(self.nodes)))

    def line(self, site: int) -> None:
        """Note that a line begins: whatever goes on for ever has lines."""
        events = self.events
        events.append(("line", site, "", None, None, len(self.nodes)))
        if len(events) >= self.most_events:
            self.is_ending = True


def is_kept(value: object) -> bool:
    """Whether a value becomes a node."""
    return isinstance(value, KEPT)
