"""Arrays that are written into: each write is a node, seen by whoever shows the same memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np

from nn.own_code.recording.buffer import places
from nn.own_code.recording.identities import Identities
from nn.own_code.recording.node import Node
from nn.own_code.recording.tape import NOTHING, Tape


class Pending(NamedTuple):
    """A write that is about to happen: where, and what stood there."""

    target: Any
    key: Any
    before: Any
    node: Node


class Writes:
    """Notes writes into arrays: what is replaced first, then the new version of the array."""

    def __init__(self, tape: Tape, identities: Identities) -> None:
        self._tape = tape
        self._identities = identities

    def begin(self, target: Any, key: Any = ...) -> Pending:
        """Look at the array before it is written into; `key` is the part that will change."""
        node = self._identities.node_of(target)
        assert node is not None  # it is an array
        return Pending(target, key, np.array(target[key], copy=True), node)

    def end(
        self,
        pending: Pending,
        operation: str,
        site: int,
        inputs: tuple[Any, ...],
        keywords: Mapping[str, Any] = NOTHING,
        function: Callable[..., Any] | None = None,
    ) -> Node:
        """Note the write that happened."""
        target, tape, identities = pending.target, self._tape, self._identities
        node = tape.add(operation, site, inputs, target, keywords, function)
        buffer = pending.node.buffer
        if buffer is None:  # memory of another kind: nobody else's view of it is known
            node.keep_copy()
            identities.replaced(target, node)
            return node
        whole = identities.whole(buffer) if buffer.owner is not target else None
        tape.take(pending.before.nbytes)
        buffer.note(target, pending.key, pending.before)
        node.buffer, node.version = buffer, buffer.version
        if whole is None:
            buffer.node = node
        else:
            where = places(target, buffer.owner)
            buffer.node = tape.add("scatter", site, (whole, node), buffer.owner, {"places": where})
            buffer.node.buffer, buffer.node.version = buffer, buffer.version
        identities.replaced(target, node)
        return node
