"""One value that a program computed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from nn.own_code.recording.buffer import Buffer, Memory, moved
from nn.own_code.recording.site import Site

_EFFORT = 100_000
LEAF = "leaf"
"""Operation of a value that came from elsewhere."""


class Node:
    """A value at one moment: the result of an operation, or of a write into an array.

    An array that is written into gets a new node at each write; the nodes before keep the numbers they had.

    Attributes
    ----------
    index : int
        Its place in the recording.
    operation : str
        NumPy's name: ``"add"``, ``"dot"``, ``"sum"``, ``"reshape"``; ``"getitem"`` and ``"setitem"`` for brackets,
        ``"gather"`` for what a view shows of an array that was written into, ``"scatter"`` for the array after a
        write through a view; ``"leaf"`` for a value that came from elsewhere.
    site : Site or None
        The expression; None for a leaf.
    inputs : tuple
        Nodes and constants; lists and tuples of them where the program gave such.
    keywords : mapping of str to object
        Likewise.
    function : callable or None
        Computes the value again from inputs and keywords.
    name : str
        The first name it was given.
    buffer, version : Buffer or None, int
        The memory that the value lies in, and after how many writes into it the value is meant.
    """

    __slots__ = (
        "_value",
        "buffer",
        "function",
        "index",
        "inputs",
        "keywords",
        "name",
        "operation",
        "site",
        "version",
    )

    def __init__(
        self,
        index: int,
        operation: str,
        site: Site | None,
        inputs: tuple[Any, ...],
        keywords: Mapping[str, Any],
        function: Callable[..., Any] | None,
        value: Any,
    ) -> None:
        self.index = index
        self.operation = operation
        self.site = site
        self.inputs = inputs
        self.keywords = keywords
        self.function = function
        self.name = ""
        self._value = value
        self.buffer: Buffer | None = None
        self.version = 0

    def __repr__(self) -> str:
        return f"<{self.index} {self.name or self.operation}>"

    @property
    def value(self) -> Any:
        """The number or array; an array is read-only."""
        if self.buffer is None:
            return self._value
        return self.buffer.as_of(self.version, self._value)

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the value, () for a number."""
        return np.shape(self._value)

    @property
    def is_real(self) -> bool:
        """Whether a gradient by it has a meaning: floating-point numbers."""
        if isinstance(self._value, np.ndarray | np.generic):
            return self._value.dtype.kind == "f"
        return isinstance(self._value, float)

    @property
    def parents(self) -> Iterator[Node]:
        """The nodes among its inputs and keywords."""
        yield from nodes_in(self.inputs)
        for value in self.keywords.values():
            yield from nodes_in(value)

    def keep_copy(self) -> None:
        """Keep the value as it is now, for memory whose writes cannot be followed."""
        self._value = np.array(self._value)

    def shares_memory_with(self, other: Node) -> bool:
        """Whether a write through one of both shows in the other."""
        if self.buffer is None or self.buffer is not other.buffer:
            return False
        return np.may_share_memory(self._value, other._value) and np.shares_memory(self._value, other._value, _EFFORT)  # type: ignore[arg-type]

    def seal(self, before: Mapping[Buffer, Memory]) -> None:
        """Take the memory of the sealed buffer in place of the program's own, which was `before`."""
        buffer = self.buffer
        if buffer is not None:
            lay = before[buffer]
            self._value = buffer.owner if self._value is lay else moved(self._value, lay, buffer.owner)


def nodes_in(value: Any) -> Iterator[Node]:
    """Yield the nodes in an input: itself, or those in lists and tuples."""
    if isinstance(value, Node):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from nodes_in(part)
