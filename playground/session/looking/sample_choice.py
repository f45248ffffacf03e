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

    _Source = tuple[Sample | Example | Dataset, Shape, str]


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
        self._source: _Source | None = None
        self._sample: Sample | None = None

    @property
    def is_example(self) -> bool:
        """Whether the sample last taken is the digit of the drawing panel."""
        return self._source is not None and self._source[0] is self.example

    def take(self, spec: NetworkSpec) -> Sample | None:
        """Return the sample for a network, the same object as long as the same thing is to be shown in the same way."""
        thing = self._wanted(spec)
        source = None if thing is None else (thing, spec.input_shape, spec.dtype)
        if source != self._source:
            self._source = source
            self._sample = None if thing is None else _sample_of(thing, spec)
        return self._sample

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
        return replace(thing, x=thing.x.astype(spec.dtype, copy=False))
    if isinstance(thing, Example):
        return of_example(thing, spec)
    return of_row(thing, spec, 0)
