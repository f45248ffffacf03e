"""What the recorder writes on: events, and the values that they make."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from nn.arrays import Array
from nn.trace.event import Depth, Event, Past
from nn.trace.later import Later, sealed


class Tape:
    """Events in the order in which they happen.

    Parameters
    ----------
    depth : {"node", "layer"}
        Whether the elementary nodes within a layer become events, too.
    """

    def __init__(self, depth: Depth) -> None:
        self.depth = depth
        self.events: list[Event] = []
        self._past = Past()
        self._known: dict[str, Array] = {}

    def give(self, name: str, array: Array) -> None:
        """Enter a value that no event makes."""
        self._known[name] = sealed(array)
        self._past.add(name, {name: self._known[name]})

    def known(self, name: str) -> Array:
        """Return the latest value of a name that a whole layer made, or that was given."""
        return self._known[name]

    def taken(self, *names: str) -> dict[str, Array]:
        """Return the latest values of names."""
        return {name: self._known[name] for name in names}

    def add(self, inputs: Mapping[str, Array], outputs: Mapping[str, Array], **facts: Any) -> None:
        """Enter the next event."""
        index, outputs = len(self.events), _sealed(outputs)
        for name in outputs:
            self._past.add(name, outputs, index)
        if not isinstance(outputs, Later):
            self._known.update(outputs)
        self.events.append(
            Event(
                index=index,
                inputs=_sealed(inputs),
                outputs=outputs,
                _past=self._past,
                _moment=len(self._past),
                **facts,
            )
        )


def _sealed(arrays: Mapping[str, Array]) -> Mapping[str, Array]:
    if isinstance(arrays, Later):
        return arrays
    return MappingProxyType({name: sealed(array) for name, array in arrays.items()})
