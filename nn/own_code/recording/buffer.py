"""The memory that arrays share, and what stood in it before each write."""

from __future__ import annotations

from typing import Any

import numpy as np

Memory = np.ndarray[Any, Any]

LARGE = 16 * 1024 * 1024
"""Bytes of an array above which it is a set of data, not a value of the program: it is neither counted nor copied."""


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
        The array that has the memory; its elements fill it without a gap.
    node : object
        Of the whole memory after the last write; None before the first look at it.
    version : int
        How many writes there were.
    """

    __slots__ = ("_earlier", "_reached", "_writes", "node", "owner", "version")

    def __init__(self, owner: Memory) -> None:
        self.owner = owner
        self.node: Any = None
        self.version = 0
        self._writes: list[tuple[Memory, Any, Any]] = []
        self._earlier: Memory | None = None
        self._reached = 0

    def note(self, target: Memory, key: Any, before: Any) -> None:
        """Remember that ``target[key]`` was written into, and what stood there before."""
        self._writes.append((target, key, before))
        self.version += 1

    def seal(self) -> Memory:
        """Keep the content as it is now, whatever the program does to its memory later; return that memory.

        A set of data that was only read stays where it is.
        """
        before = self.owner
        if self._writes or before.nbytes <= LARGE:
            self.owner = before.copy("K")
        if self._writes:
            self._writes = [(moved(target, before, self.owner), key, old) for target, key, old in self._writes]
        return before

    def as_of(self, version: int, place: Memory) -> Memory:
        """Return what `place`, an array in this memory, held after so many writes; read-only."""
        value = place.view() if version == self.version else moved(place, self.owner, self._undone(version)).copy()
        value.flags.writeable = False
        return value

    def _undone(self, version: int) -> Memory:
        """Return the memory as it was after so many writes, going on from where the last call came to, either way."""
        if self._earlier is None:
            self._earlier, self._reached = self.owner.copy("K"), self.version
        while self._reached > version:
            self._reached -= 1
            self._swap(self._reached)
        while self._reached < version:
            self._swap(self._reached)
            self._reached += 1
        return self._earlier

    def _swap(self, number: int) -> None:
        """Take a write back, or do it again: what it replaced and what it wrote change places."""
        target, key, other = self._writes[number]
        assert self._earlier is not None
        part = moved(target, self.owner, self._earlier)
        self._writes[number] = target, key, np.array(part[key], copy=True)
        part[key] = other


def is_packed(array: Memory) -> bool:
    """Whether its elements fill its memory without a gap, so that a copy of it has them at the same places."""
    flags = array.flags
    if flags.c_contiguous or flags.f_contiguous:
        return not array.dtype.hasobject
    return not array.dtype.hasobject and _by_stride(array).flags.c_contiguous


def elements(array: Memory) -> Memory:
    """Return the elements of a packed array in the order in which they lie."""
    return array.reshape(-1) if array.flags.c_contiguous else _by_stride(array).reshape(-1)


def places(array: Memory, owner: Memory) -> np.ndarray[Any, np.dtype[np.intp]]:
    """Return where each element of a view is among the elements of its owner, row by row."""
    size = owner.itemsize
    found = np.full(array.shape, (address(array) - address(owner)) // size)
    for axis, stride in enumerate(array.strides):
        steps = np.arange(array.shape[axis]) * (stride // size)
        found += steps.reshape([-1 if k == axis else 1 for k in range(array.ndim)])
    if owner.flags.c_contiguous:
        return found
    by_stride = np.argsort([-stride for stride in owner.strides], kind="stable")
    return np.arange(owner.size).reshape(owner.shape).transpose(by_stride).reshape(-1)[found]


def _by_stride(array: Memory) -> Memory:
    return array.transpose(np.argsort([-stride for stride in array.strides], kind="stable"))


def moved(array: Memory, start: Memory, memory: Memory) -> Memory:
    """Return the array that lies in `memory` as this one lies in `start`."""
    if array is start:
        return memory
    if not array.size:
        return array
    return np.ndarray(array.shape, array.dtype, elements(memory), address(array) - address(start), array.strides)
