"""The sample that is shown, and what the network makes of it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from playground.session.looking.observation import Observation, observe
from playground.session.looking.recognition import Example, reads_digits
from playground.session.looking.sample import Sample, of_example, of_row, typed

if TYPE_CHECKING:
    import numpy.typing as npt

    from nn.arrays import Shape
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from playground.session.library import Library
    from playground.session.looking.recognition import Recognition

    _Source = tuple[Sample | Example | Dataset, Shape, str]


class Viewing(QObject):
    """Holds the sample that a person chose, or a sensible one, and observes it when somebody looks.

    A network that reads digits is shown the example of the drawing panel; any other network a row of its data.
    Numbers that were typed and rows that were chosen stay until something else is chosen or they no longer fit.
    """

    sample_changed = Signal(object)
    """Sample, or None while there is none that fits the network."""
    observation_changed = Signal()
    """The sample or the weights moved; ask for `observation` when it is needed."""

    def __init__(self, recognition: Recognition, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recognition, self._library = recognition, library
        self.sample: Sample | None = None
        self._chosen: Sample | None = None
        self._source: _Source | None = None
        self._observation: Observation | None = None
        recognition.network_changed.connect(self._on_network_changed)
        recognition.example_changed.connect(self._on_example_changed)
        library.data_changed.connect(self._on_data_changed)

    @property
    def observation(self) -> Observation | None:
        """What the network makes of the sample at this moment, None without a sample."""
        if self._observation is None and self.sample is not None:
            self._observation = observe(self._recognition.mine, self.sample)
        return self._observation

    def show(self, sample: Sample) -> None:
        """Show a sample until another is chosen; one that does not fit the network waits for one that does."""
        self._chosen = sample
        self._refresh()

    def show_row(self, index: int, part: str = "test") -> None:
        """Show a row of the data; a digit goes to the drawing panel, too.

        Raises
        ------
        ValueError
            If there is no such row.
        """
        data = self._library.data
        if data is None:
            return
        sample = of_row(data, self._spec, index, part)
        if reads_digits(self._spec) and data.name == "mnist" and sample.t is not None:
            pixels = np.array(sample.x.reshape(-1), np.float32)
            pixels.flags.writeable = False
            self._recognition.show_example(Example(pixels, int(sample.t[0]), sample.origin))
        else:
            self.show(sample)

    def type_sample(self, x: npt.ArrayLike, t: npt.ArrayLike | None = None) -> None:
        """Show typed numbers.

        Raises
        ------
        TypeError, ValueError
            If they do not fit the network; the message says what does.
        """
        self.show(typed(self._spec, x, t))

    @property
    def _spec(self) -> NetworkSpec:
        return self._recognition.mine.spec

    @Slot()
    def _on_network_changed(self) -> None:
        self._observation = None
        if not self._refresh():
            self.observation_changed.emit()

    @Slot(object)
    def _on_example_changed(self, _example: object) -> None:
        if reads_digits(self._spec):
            self._chosen = None
        self._refresh()

    @Slot(object)
    def _on_data_changed(self, _data: object) -> None:
        if self._chosen is not None and self._chosen.origin != "typed":
            self._chosen = None  # a row of other data
        self._refresh()

    def _refresh(self) -> bool:
        """Take the sample that is to be shown now; return whether it is another one."""
        source = self._wanted()
        if source == self._source:
            return False
        self._source = source
        self.sample = None if source is None else self._sample_of(source[0])
        self._observation = None
        self.sample_changed.emit(self.sample)
        self.observation_changed.emit()
        return True

    def _wanted(self) -> _Source | None:
        """Say what is to be shown, and how the network takes it: the sample is made anew when either changes."""
        spec, example, data = self._spec, self._recognition.example, self._library.data
        thing: Sample | Example | Dataset | None = None
        if self._chosen is not None and self._chosen.fits(spec):
            thing = self._chosen
        elif example is not None and reads_digits(spec):
            thing = example
        elif data is not None and len(data.x_test) and math.prod(data.input_shape) == math.prod(spec.input_shape):
            thing = data
        return None if thing is None else (thing, spec.input_shape, spec.dtype)

    def _sample_of(self, thing: Sample | Example | Dataset) -> Sample:
        if isinstance(thing, Sample):
            return replace(thing, x=thing.x.astype(self._spec.dtype, copy=False))
        if isinstance(thing, Example):
            return of_example(thing, self._spec)
        return of_row(thing, self._spec, 0)
