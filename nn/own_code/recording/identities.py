"""Which node a value of the program is, now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from nn.own_code.recording.buffer import LARGE, Buffer, Memory, is_packed, owner_of, places
from nn.own_code.recording.node import LEAF, Node
from nn.own_code.recording.tape import NUMBERS, Tape

_SEQUENCES = (list, tuple)
_LONGEST, _DEEPEST = 10_000, 6


class Identities:
    """Knows the node of every array and every computed number, whatever views and aliases it is reached by."""

    def __init__(self, tape: Tape) -> None:
        self._tape = tape
        # each value is kept alive, so that its id stays its own
        self._known: dict[int, tuple[Any, Node]] = {}
        self._buffers: dict[int, Buffer] = {}
        self._before: dict[Buffer, Memory] = {}  # of a recording that ended

    def clear(self) -> None:
        """Forget all values."""
        self._known, self._buffers, self._before = {}, {}, {}

    def meet(self, value: Any, node: Node) -> Node:
        """Let a new value be this node."""
        if isinstance(value, np.ndarray):
            buffer = self._buffer_of(value, node.operation == LEAF and value.nbytes > LARGE)
            if buffer is None:
                self._tape.take(value.nbytes)
                node.keep_copy()
            else:
                node.buffer, node.version = buffer, buffer.version
                if buffer.node is None and buffer.owner is value:
                    buffer.node = node
        self._known[id(value)] = value, node
        return node

    def known(self, value: Any) -> Node | None:
        """Return the node of a value that was met, as it is now; None of others."""
        pair = self._known.get(id(value))
        if pair is None or pair[0] is not value:
            return None
        node = pair[1]
        buffer = node.buffer
        if buffer is not None and node.version != buffer.version:  # written into by another name
            node = self._view(value, buffer)
            self._known[id(value)] = value, node
        return node

    def node_of(self, value: Any) -> Node | None:
        """Return the node of a value; an array never met before becomes a leaf, a number remains a constant."""
        node = self.known(value)
        if node is not None or not isinstance(value, np.ndarray):
            return node
        buffer = self._buffers.get(id(owner_of(value)))
        if buffer is not None and buffer.owner is not value and buffer.node is not None:
            return self.meet(value, self._view(value, buffer))
        return self.meet(value, self._tape.add(LEAF, None, (), value))

    def input(self, value: Any, deep: int = _DEEPEST) -> Any:
        """Return what stands for a value among the inputs of a node; of a long list the list itself."""
        if isinstance(value, np.ndarray):
            return self.node_of(value)
        if isinstance(value, NUMBERS):
            node = self.known(value)
            return value if node is None else node
        if type(value) in _SEQUENCES and deep and len(value) <= _LONGEST:
            return type(value)([self.input(part, deep - 1) for part in value])
        return value

    def seal(self) -> Mapping[Buffer, Memory]:
        """Keep what all arrays hold now: the recording ends. Return where each buffer lay in the program."""
        self._before = {buffer: buffer.seal() for buffer in self._buffers.values()}
        return self._before

    def replaced(self, value: Any, node: Node) -> None:
        """Let a known value be another node from now on."""
        self._known[id(value)] = value, node

    def whole(self, buffer: Buffer) -> Node:
        """Return the node of all of a buffer's memory."""
        if buffer.node is None:
            buffer.node = self._tape.add(LEAF, None, (), buffer.owner)
            buffer.node.buffer, buffer.node.version = buffer, buffer.version
        return buffer.node

    def _buffer_of(self, array: Any, is_left: bool) -> Buffer | None:
        owner = array if array.base is None else owner_of(array)
        buffer = self._buffers.get(id(owner))
        if owner is not array and not _lies_in(array, owner):
            return None
        if buffer is None and is_packed(owner):
            if not is_left:
                self._tape.take(owner.nbytes)
            buffer = self._buffers[id(owner)] = Buffer(owner)
        return buffer

    def _view(self, value: Any, buffer: Buffer) -> Node:
        whole = self.whole(buffer)
        owner = self._before.get(buffer, buffer.owner)
        if owner is value:
            return whole
        node = self._tape.add("gather", None, (whole,), value, {"places": places(value, owner)})
        node.buffer, node.version = buffer, buffer.version
        if self._before:
            node.seal(self._before)
        return node


def _lies_in(array: Any, owner: Any) -> bool:
    """Whether the elements of a view are elements of its owner, not parts of them."""
    return array.itemsize == owner.itemsize and array.size > 0
