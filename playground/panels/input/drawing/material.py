"""What is drawn: digits, or what a person's own pictures show; and how the session is told of it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from nn.digits.sheets import Sheet, sheet_of
from playground.session.looking.example import Example, reads_digits
from playground.session.looking.prediction import DIGITS
from playground.session.looking.sample import Sample

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from playground.session.looking.looking import Looking


class Digits:
    """Digits like those of MNIST: the session's example."""

    classes = DIGITS
    sheet = Sheet()
    data: Dataset | None = None

    def __init__(self, looking: Looking) -> None:
        self._looking = looking

    @property
    def thing(self) -> Example | None:
        """What the session has, to know it again by."""
        return self._looking.example

    @property
    def is_answered(self) -> bool:
        """Whether the session's prediction is about it."""
        return self._looking.shows_example

    @property
    def is_taken(self) -> bool:
        """Whether the network that is looked at takes what is drawn here."""
        return reads_digits(self._looking.network.spec)

    @property
    def stand_in(self) -> Sample | None:
        """What all panels look at while nothing is drawn, None where that is nothing a sheet shows."""
        return None if self.thing is not None or not self.is_taken else _single(self._looking.sample)

    def label_of(self, thing: Example | Sample) -> int | None:
        """Return the class that it shows, if somebody said so."""
        return thing.label if isinstance(thing, Example) else _label_of(thing, self.classes)

    def ink_of(self, thing: Example | Sample) -> NDArray[np.uint8]:
        """Return what is to be seen of it, shape (28, 28): 0 for paper, 255 for full ink."""
        return _ink_of(thing.pixels if isinstance(thing, Example) else thing.x[0])

    def made(self, ink: NDArray[np.uint8], label: int | None, origin: str) -> Example:
        """Return what the session is to have, as a network receives it."""
        pixels = ink.reshape(-1) * np.float32(1 / 255)
        pixels.flags.writeable = False
        return Example(pixels, label, origin)

    def labelled(self, thing: Example, label: int | None) -> Example:
        """Return the same with another label."""
        return replace(thing, label=label)

    def give(self, thing: Example | None) -> None:
        """Make it what all panels look at, or nothing."""
        self._looking.show_example(thing)


class Pictures:
    """A person's own square pictures with classes: a sample that was chosen."""

    def __init__(self, looking: Looking, data: Dataset, sheet: Sheet) -> None:
        self._looking, self.data, self.sheet = looking, data, sheet
        self.classes = data.classes

    @property
    def thing(self) -> Example | Sample | None:
        """What the session has, to know it again by; a row that only stands in is nothing that was put in."""
        looking = self._looking
        if looking.shows_example:
            return looking.example
        chosen = looking.chosen
        return chosen if chosen is not None and chosen.single and chosen.fits(looking.network.spec) else None

    @property
    def is_answered(self) -> bool:
        """Whether the session's prediction is about it."""
        return self.thing is not None

    @property
    def is_taken(self) -> bool:
        """Whether the network that is looked at takes what is drawn here."""
        return math.prod(self.data.input_shape) == math.prod(self._looking.network.spec.input_shape)

    @property
    def stand_in(self) -> Sample | None:
        """What all panels look at while nothing is drawn, None where that is nothing a sheet shows."""
        return None if self.thing is not None or not self.is_taken else _single(self._looking.sample)

    def label_of(self, thing: Example | Sample) -> int | None:
        """Return the class that it shows, if somebody said so; the label of a digit is none of these classes."""
        return None if isinstance(thing, Example) else _label_of(thing, self.classes)

    def ink_of(self, thing: Example | Sample) -> NDArray[np.uint8]:
        """Return what is to be seen of it, shape (side, side): 0 for paper, 255 for full ink."""
        if isinstance(thing, Example):
            return _ink_of(thing.pixels)
        side = self.sheet.side
        values = np.rint(thing.x[0].reshape(side, side) / self.data.scale)
        return self.sheet.turned(values.clip(0, 255).astype(np.uint8))

    def made(self, ink: NDArray[np.uint8], label: int | None, origin: str) -> Sample:
        """Return what the session is to have, as a network receives it."""
        spec = self._looking.network.spec
        x = self.sheet.turned(ink).astype(spec.dtype) * np.dtype(spec.dtype).type(self.data.scale)
        t = None if label is None else np.array([label])
        return Sample(x.reshape(1, *spec.input_shape), t, origin, classes=self.classes)

    def labelled(self, thing: Example | Sample, label: int | None) -> Sample:
        """Return the same with another label."""
        return self.made(self.ink_of(thing), label, thing.origin)

    def give(self, thing: Example | Sample | None) -> None:
        """Make it what all panels look at, or nothing."""
        if thing is None and self._looking.shows_example:
            self._looking.show_example(None)
        else:
            self._looking.show(thing)


Material = Digits | Pictures


def material_of(looking: Looking, data: Dataset | None) -> Material:
    """Return what is drawn for a network that learns from these data."""
    sheet = None if data is None or data.name == "mnist" else sheet_of(data)
    return Digits(looking) if data is None or sheet is None else Pictures(looking, data, sheet)


def is_same_picture(one: Example | Sample, other: Example | Sample) -> bool:
    """Say whether two differ by their label alone: the strokes of a drawing are finer than what the session has."""
    return one.origin == other.origin and np.array_equal(_numbers(one), _numbers(other))


def _numbers(thing: Example | Sample) -> NDArray[np.float32]:
    return thing.pixels if isinstance(thing, Example) else thing.x


def _ink_of(pixels: Array) -> NDArray[np.uint8]:
    ink: NDArray[np.uint8] = (pixels * 255).round().clip(0, 255).astype(np.uint8).reshape(28, 28)
    return ink


def _single(sample: Sample | None) -> Sample | None:
    return sample if sample is not None and sample.single else None


def _label_of(sample: Sample, classes: tuple[str, ...]) -> int | None:
    t = sample.t
    return int(t[0]) if t is not None and t.ndim == 1 and sample.classes in ((), classes) else None
