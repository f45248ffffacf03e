"""What the recorder writes on: events, and the values that they make."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from nn.arrays import Array
from nn.trace.event import Depth, Event
from nn.trace.later import Later, sealed
from nn.trace.overrides import Overrides
from nn.trace.past import Past

_NOTHING: Mapping[str, Array] = MappingProxyType({})


class Tape:
    """Events in the order in which they happen.

    Parameters
    ----------
    depth : {"node", "layer"}
        Whether the elementary nodes within a layer become events, too.
    overrides : Overrides
        Numbers that stand in the place of computed or given ones.
    """

    def __init__(self, depth: Depth, overrides: Overrides) -> None:
        self.depth = depth
        self.overrides = overrides
        self.events: list[Event] = []
        self._past = Past()
        self._known: dict[str, Array] = {}

    def give(self, name: str, array: Array) -> Array:
        """Enter a value that no event makes; return it as it stands."""
        given = self._known[name] = sealed(self.overrides.put(name, array))
        self._past.add(name, {name: given})
        return given

    def known(self, name: str) -> Array:
        """Return the latest value of a name that a whole layer made, or that was given."""
        return self._known[name]

    def check_overrides(self) -> None:
        """Raise KeyError if a number was to be put into a value that this pass does not compute."""
        if self.overrides:
            graphs = [event.graph for event in self.events]
            made = {graph.names[node] for graph in graphs for node in graph.operations}
            slopes = {f"d{graph.names[node]}" for graph in graphs for node in graph.variable}
            self.overrides.check(self._known.keys() | made | slopes)

    def taken(self, *names: str) -> dict[str, Array]:
        """Return the latest values of names."""
        return {name: self._known[name] for name in names}

    def add(
        self,
        inputs: Mapping[str, Array],
        outputs: Mapping[str, Array],
        *,
        beside: Mapping[str, Array] = _NOTHING,
        **facts: Any,
    ) -> Mapping[str, Array]:
        """Enter the next event, with what becomes known beside its outputs; return these."""
        index, outputs = len(self.events), _sealed(outputs)
        for made in (beside, outputs):
            for name in made:
                self._past.add(name, made, index)
        if type(outputs) is not Later:
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
        return outputs


def _sealed(arrays: Mapping[str, Array]) -> Mapping[str, Array]:
    if type(arrays) is Later:  # isinstance asks the abstract Mapping, a thousand times in a trace
        return arrays
    return MappingProxyType({name: sealed(array) for name, array in arrays.items()})
