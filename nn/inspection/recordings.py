"""One step recorded for a batch and, where asked for, for one sample of it: which numbers are the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.arrays import Array
from nn.inspection.element import Element, is_within
from nn.inspection.sources import sources_of
from nn.trace import Event, explain

Index = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Recordings:
    """What is shown of a step.

    Attributes
    ----------
    whole : Event
        As the debugger records it.
    alone : Event or None
        The same step for one sample.
    row : int
        Which sample of the batch that is.
    """

    whole: Event
    alone: Event | None = None
    row: int = 0

    @property
    def events(self) -> tuple[Event, ...]:
        """The step, once or twice."""
        return (self.whole,) if self.alone is None else (self.whole, self.alone)

    def index_in(self, event: Event, element: Element | None) -> Index | None:
        """Give the place of a number of the batch in one of the recordings, None if it has none there."""
        array = None if element is None else value_of(event, element.name)
        if array is None or element is None:
            return None
        index = element.index
        if event is self.alone and index and self._counts_samples(element.name):
            if index[0] != self.row:
                return None
            index = (0, *index[1:])
        return index if is_within(index, array.shape) else None

    def in_batch(self, event: Event, name: str, index: Index) -> Index:
        """Give the place in the batch of a number in one of the recordings."""
        is_other = event is self.alone and bool(index) and self._counts_samples(name)
        return (self.row, *index[1:]) if is_other else index

    def sources(self, event: Event, element: Element | None) -> Mapping[str, NDArray[np.bool_]]:
        """Give the numbers of one recording from which a number of its outputs was made."""
        index = self.index_in(event, element)
        if element is None or index is None or element.name not in event.outputs:
            return {}
        return sources_of(event, element.name, index)

    def largest(self, event: Event, element: Element | None) -> Mapping[str, Index]:
        """Give the places in one recording of the numbers that made most of a number of its outputs."""
        index = self.index_in(event, element)
        if element is None or index is None or element.name not in event.outputs:
            return {}
        leaves = explain(event, element.name, index, terms=1).sources
        return {leaf.name: leaf.index for leaf in reversed(leaves)}

    def _counts_samples(self, name: str) -> bool:
        """Say whether an axis of a value counts samples: it has another length for one sample alone."""
        arrays = [value_of(event, name) for event in self.events]
        return len({array.shape for array in arrays if array is not None}) > 1


def value_of(event: Event, name: str) -> Array | None:
    """Give what an event computes or works with under a name."""
    return event.outputs[name] if name in event.outputs else event.inputs.get(name)
