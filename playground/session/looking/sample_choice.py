"""The sample that goes through a network: the one that a person chose, or a sensible one."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from nn.datasets.base import Dataset
from playground.session.looking.example import Example, reads_digits
from playground.session.looking.sample import Sample, of_example, of_row

if TYPE_CHECKING:
    from nn.arrays import Shape
    from nn.network import NetworkSpec

    _Source = tuple[Sample | Example | Dataset, Shape, str, tuple[str, ...]]


class SampleChoice:
    """The things that can be shown, the first of which is taken that fits: what was chosen, a digit, a row of the data.

    A network that reads digits is shown the example of the drawing panel; any other network a row of its data.
    Numbers that were typed and rows that were chosen stay until something else is chosen or they no longer fit.

    Attributes
    ----------
    chosen : Sample or None
        What a person chose; one that does not fit the network waits for one that does.
    example : Example or None
        The digit of the drawing panel.
    data : Dataset or None
        What the document's network learns from.
    """

    def __init__(self) -> None:
        self.chosen: Sample | None = None
        self.example: Example | None = None
        self.data: Dataset | None = None
        self._taken: list[tuple[_Source, Sample]] = []
        """Those last made: one for the network that is looked at, one for the document's where that is another."""

    def take(self, spec: NetworkSpec, classes: tuple[str, ...] = ()) -> Sample | None:
        """Return the sample for a network of these classes; the same object as long as the same is to be shown."""
        thing = self._wanted(spec)
        if thing is None:
            return None
        source: _Source = (thing, spec.input_shape, spec.dtype, classes)
        known = next((sample for taken, sample in self._taken if taken == source), None)
        if known is None:
            known = _sample_of(thing, spec).under(classes)
            self._taken = [*self._taken[-1:], (source, known)]
        return known

    def takes_example(self, spec: NetworkSpec) -> bool:
        """Say whether the sample for a network is the digit that was drawn."""
        return self.example is not None and self._wanted(spec) is self.example

    def is_waiting(self, spec: NetworkSpec) -> bool:
        """Say whether what a person chose or drew waits for a network that takes it, and another sample stands in."""
        chosen = self.chosen if self.chosen is not None else self.example
        return chosen is not None and self._wanted(spec) is not chosen

    def _wanted(self, spec: NetworkSpec) -> Sample | Example | Dataset | None:
        if self.chosen is not None and self.chosen.fits(spec):
            return self.chosen
        if self.example is not None and reads_digits(spec):
            return self.example
        data = self.data
        if data is not None and len(data.x_test) and math.prod(data.input_shape) == math.prod(spec.input_shape):
            return data
        return None


def _sample_of(thing: Sample | Example | Dataset, spec: NetworkSpec) -> Sample:
    if isinstance(thing, Sample):
        return replace(thing, x=thing.x.astype(spec.dtype, copy=False).reshape(len(thing.x), *spec.input_shape))
    if isinstance(thing, Example):
        return of_example(thing, spec)
    return of_row(thing, spec, 0)
