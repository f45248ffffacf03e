"""Which node a value of the program is, now."""

from __future__ import annotations

from typing import Any

import numpy as np

from nn.own_code.recording.buffer import Buffer, address, is_packed, owner_of, places
from nn.own_code.recording.node import LEAF, Node
from nn.own_code.recording.tape import Tape


class Identity:
    """A value that is kept alive, so that its id stays its own, and the node it is."""

    __slots__ = ("buffer", "node", "value", "version")

    def __init__(self, value: Any, node: Node, buffer: Buffer | None, version: int) -> None:
        self.value, self.node, self.buffer, self.version = value, node, buffer, version


class Identities:
    """Knows the node of every array and every computed number, whatever views and aliases it is reached by."""

    def __init__(self, tape: Tape) -> None:
        self._tape = tape
        self._known: dict[int, Identity] = {}
        self.buffers: dict[int, Buffer] = {}

    def clear(self) -> None:
        """Forget all values."""
        self._known, self.buffers = {}, {}

    def meet(self, value: Any, node: Node) -> Node:
        """Let a new value be this node."""
        buffer = None
        version = 0
        if isinstance(value, np.ndarray):
            buffer = self._buffer_of(value)
            if buffer is not None:
                version = buffer.version
                node.lies_in(buffer, version)
                if buffer.node is None and buffer.owner is value:
                    buffer.node = node
        self._known[id(value)] = Identity(value, node, buffer, version)
        return node

    def known(self, value: Any) -> Node | None:
        """Return the node of a value that was met, as it is now; None of others."""
        identity = self._known.get(id(value))
        if identity is None or identity.value is not value:
            return None
        buffer = identity.buffer
        if buffer is not None and identity.version != buffer.version:  # written into by another name
            identity.node = self._view(value, buffer)
            identity.version = buffer.version
        return identity.node

    def node_of(self, value: Any) -> Node | None:
        """Return the node of a value; an array never met before becomes a leaf, a number remains a constant."""
        node = self.known(value)
        if node is not None or not isinstance(value, np.ndarray):
            return node
        buffer = self.buffers.get(id(owner_of(value)))
        if buffer is not None and buffer.owner is not value and buffer.node is not None:
            return self.meet(value, self._view(value, buffer))
        return self.meet(value, self._tape.add(LEAF, None, (), value))

    def input(self, value: Any) -> Any:
        """Return what stands for a value among the inputs of a node."""
        if isinstance(value, np.ndarray):
            return self.node_of(value)
        if isinstance(value, float | np.generic):
            node = self.known(value)
            return value if node is None else node
        if isinstance(value, list | tuple) and type(value) in (list, tuple):
            return type(value)(self.input(part) for part in value)
        return value

    def settle(self) -> None:
        """Bring every value up to date: the recording ends."""
        for identity in list(self._known.values()):
            self.known(identity.value)

    def replaced(self, value: Any, node: Node) -> None:
        """Let a known value be another node from now on."""
        identity = self._known[id(value)]
        identity.node = node
        identity.version = 0 if identity.buffer is None else identity.buffer.version

    def buffer_of(self, array: Any) -> Buffer | None:
        """Return the memory of an array that was met."""
        identity = self._known.get(id(array))
        return None if identity is None else identity.buffer

    def whole(self, buffer: Buffer) -> Node:
        """Return the node of all of a buffer's memory."""
        if buffer.node is None:
            buffer.node = self._tape.add(LEAF, None, (), buffer.owner)
            buffer.node.lies_in(buffer, buffer.version)
        return buffer.node

    def _buffer_of(self, array: Any) -> Buffer | None:
        owner = owner_of(array)
        buffer = self.buffers.get(id(owner))
        if buffer is None and is_packed(owner) and _holds(owner, array):
            self._tape.take(owner.nbytes)
            buffer = self.buffers[id(owner)] = Buffer(owner)
        return buffer

    def _view(self, value: Any, buffer: Buffer) -> Node:
        whole = self.whole(buffer)
        if buffer.owner is value:
            return whole
        node = self._tape.add("gather", None, (whole,), value, {"places": in_order_of(buffer, places(value, buffer))})
        node.lies_in(buffer, buffer.version)
        return node


def in_order_of(buffer: Buffer, found: Any) -> Any:
    """Return positions in memory as positions in the owner's elements, row by row."""
    owner = buffer.owner
    if owner.flags.c_contiguous:
        return found
    order = np.empty(owner.size, np.intp)
    order[places(owner, buffer).reshape(-1)] = np.arange(owner.size)
    return order[found]


def _holds(owner: Any, array: Any) -> bool:
    """Whether a view lies within its owner: one made by strides of one's own need not."""
    if owner is array:
        return True
    if owner.itemsize != array.itemsize or array.dtype.hasobject or not array.size:
        return False
    start = address(array) - address(owner)
    reach = [stride * (n - 1) for n, stride in zip(array.shape, array.strides, strict=True)]
    first, last = start + sum(r for r in reach if r < 0), start + sum(r for r in reach if r > 0)
    return first >= 0 and last + array.itemsize <= owner.nbytes and start % owner.itemsize == 0
