"""The memory that arrays share, and what stood in it before each write."""

from __future__ import annotations

from typing import Any

import numpy as np

Memory = np.ndarray[Any, Any]


def owner_of(array: Memory) -> Memory:
    """Return the array whose memory this one shows: itself, unless it is a view."""
    while isinstance(array.base, np.ndarray):
        array = array.base
    return array


def address(array: Memory) -> int:
    """Return where its first element lies."""
    return int(array.__array_interface__["data"][0])


class Buffer:
    """The memory of one array and of all views of it.

    While a program runs it is the program's own memory, written into by the program. Each write first hands in what it
    will replace, so that any earlier content can be restored; nothing is copied but that.

    Attributes
    ----------
    owner : ndarray
        The array that has the memory.
    node : object
        Of the whole memory after the last write; None before the first look at it.
    """

    __slots__ = ("_earlier", "_memory", "_reached", "_writes", "address", "node", "owner")

    def __init__(self, owner: Memory) -> None:
        self.owner = owner
        self.address = address(owner)
        self.node: Any = None
        self._memory = _packed(owner)
        self._writes: list[tuple[Memory, Any, Any]] = []
        self._earlier: Memory | None = None
        self._reached = 0

    @property
    def version(self) -> int:
        """How many writes there were."""
        return len(self._writes)

    @property
    def memory(self) -> Memory:
        """All its elements in the order in which they lie."""
        return self._memory

    def note(self, target: Memory, key: Any, before: Any) -> None:
        """Remember that ``target[key]`` was written into, and what stood there before."""
        self._writes.append((target, key, before))

    def seal(self) -> None:
        """Keep the content as it is now, whatever the program does to its memory later."""
        memory = self._memory.copy()
        start = self.address
        self._writes = [(_moved(target, memory, start), key, before) for target, key, before in self._writes]
        self._memory, self.owner = memory, memory
        self.node = None

    def as_of(self, version: int, place: Memory) -> Memory:
        """Return what `place`, an array in this memory, held after so many writes; read-only."""
        if version == len(self._writes):
            value = place.view()
        else:
            memory = self._undone(version)
            value = _moved(place, memory, address(self._memory)).copy()
        value.flags.writeable = False
        return value

    def _undone(self, version: int) -> Memory:
        """Return the memory with the writes after `version` taken back, going on from where the last call came to."""
        if self._earlier is None or self._reached < version:
            self._earlier, self._reached = self._memory.copy(), len(self._writes)
        start = address(self._memory)
        while self._reached > version:
            self._reached -= 1
            target, key, before = self._writes[self._reached]
            _moved(target, self._earlier, start)[key] = before
        return self._earlier


def sealed_view(buffer: Buffer, array: Memory) -> Memory:
    """Return the array in the buffer's own memory."""
    return _moved(array, buffer.memory, buffer.address)


def is_packed(array: Memory) -> bool:
    """Whether its elements fill its memory without a gap, so that views of it can be found in it."""
    if array.dtype.hasobject:
        return False
    return array.flags.c_contiguous or array.flags.f_contiguous or _by_stride(array).flags.c_contiguous


def _packed(array: Memory) -> Memory:
    if array.flags.c_contiguous:
        return array.reshape(-1)
    return _by_stride(array).reshape(-1)


def _by_stride(array: Memory) -> Memory:
    return array.transpose(np.argsort([-stride for stride in array.strides], kind="stable"))


def _moved(array: Memory, memory: Memory, start: int) -> Memory:
    """Return the array that lies in `memory` as this one lies behind the address `start`."""
    if not array.size:
        return array
    return np.ndarray(array.shape, array.dtype, memory, address(array) - start, array.strides)


def places(array: Memory, buffer: Buffer) -> np.ndarray[Any, np.dtype[np.intp]]:
    """Return where each element of a view lies among the elements of its buffer."""
    size = buffer.memory.itemsize
    found = np.full(array.shape, (address(array) - buffer.address) // size)
    for axis, stride in enumerate(array.strides):
        steps = np.arange(array.shape[axis]) * (stride // size)
        found += steps.reshape([-1 if k == axis else 1 for k in range(array.ndim)])
    return found
