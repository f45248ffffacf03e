"""The past of one number: of a parameter, or of what the network makes of the sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nn.inspection.element import is_within
from playground.session.looking.observation import observe
from playground.session.stepping.watch_expression import Reading
from playground.session.stepping.watch_series import WatchSeries

if TYPE_CHECKING:
    from nn.network import Network
    from playground.session.looking.looking import Looking
    from playground.session.looking.sample import Sample
    from playground.session.past.asking import Asking
    from playground.session.past.questions import Found
    from playground.session.stepping.watch_reading import PassAgain

OUTPUT = -1
"""Stands for what the network says, where layers are counted."""


@dataclass(frozen=True)
class SampleNumber:
    """The question what one number was at each moment, with the weights before the pass.

    Attributes
    ----------
    sample : Sample
        What goes through the network as it predicts, its first row.
    layer
        Of which the output is meant; `OUTPUT` for what the network says.
    index
        Which number of it, laid out in one row.
    is_rest
        Whether what is missing to 1 is meant: the first of two classes for which one output speaks.
    """

    sample: Sample
    layer: int
    index: int
    is_rest: bool = False
    stays = False

    def answer(self, pass_: PassAgain) -> float | None:
        """Return it, None where the network of then has no such number."""
        return self.of(pass_.network)

    def of(self, network: Network) -> float | None:
        """Return the number that a network makes."""
        if not self.sample.fits(network.spec):
            return None
        observation = observe(network, self.sample)
        if self.layer >= len(observation.spec.layers):
            return None
        values = observation.output if self.layer == OUTPUT else observation.values[self.layer + 1]
        row = values[0].reshape(-1)
        if self.index >= len(row):
            return None
        return float(1 - row[self.index]) if self.is_rest else float(row[self.index])

    def ends_with(self, _answer: object) -> bool:
        """Say no: every pass has its own."""
        return False


@dataclass(frozen=True)
class ParameterNumber:
    """The question what one number of a parameter was at each moment.

    Attributes
    ----------
    name
        The parameter, by the book's name.
    index
        The place in it.
    """

    name: str
    index: tuple[int, ...]
    stays = False

    def answer(self, pass_: PassAgain) -> float | None:
        """Return it, None where the network of then has no such number."""
        values = pass_.network.params.get(self.name)
        return None if values is None or not is_within(self.index, values.shape) else float(values[self.index])

    def ends_with(self, _answer: object) -> bool:
        """Say no: every pass has its own."""
        return False


class NumberPast(QObject):
    """Finds what one number was at each moment; another one takes its place.

    Attributes
    ----------
    question : SampleNumber, ParameterNumber or None
        What is asked.
    series : WatchSeries
        The number by the updates that had been made.
    """

    changed = Signal()
    """Another question, or more is known of it."""

    def __init__(self, looking: Looking, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._looking, self._asking = looking, asking
        self.question: SampleNumber | ParameterNumber | None = None
        self.series = WatchSeries()
        asking.found.connect(self._on_found)
        asking.changed.connect(self.changed)
        asking.cut.connect(self._on_cut)

    def ask(self, layer: int, index: int, *, is_rest: bool = False) -> bool:
        """Ask for a number of the sample that is looked at; say whether there is a past to ask."""
        sample = self._looking.sample
        self.forget()
        return sample is not None and self._ask(SampleNumber(sample, layer, index, is_rest))

    def ask_parameter(self, name: str, index: tuple[int, ...]) -> bool:
        """Ask for a number of a parameter; say whether there is a past to ask."""
        self.forget()
        return self._ask(ParameterNumber(name, index))

    def _ask(self, question: SampleNumber | ParameterNumber) -> bool:
        self.question = question
        asked = self._asking.ask((question,))
        self.changed.emit()
        return asked

    @Slot()
    def cancel(self) -> None:
        """Look no further; what was found stays."""
        if self.question is not None:
            self._asking.drop((self.question,))

    @Slot()
    def forget(self) -> None:
        """Ask nothing any more."""
        if self.question is not None:
            question, self.question = self.question, None
            self._asking.forget((question,))
        self.series = WatchSeries()

    @property
    def is_busy(self) -> bool:
        """Whether it is being found."""
        return self.question is not None and self._asking.is_open(self.question)

    @property
    def share_done(self) -> float:
        """How much is found, from 0 to 1."""
        return 1.0 if self.question is None else self._asking.share_done((self.question,))

    @Slot(object)
    def _on_found(self, found: tuple[Found, ...]) -> None:
        if self.question is None:
            return
        numbers = {each.iteration - 1: each.answers.get(self.question) for each in found}
        self.series.put({at: Reading(*[each] * 3) for at, each in numbers.items() if isinstance(each, float)})

    @Slot(object)
    def _on_cut(self, iteration: int) -> None:
        self.series.forget_after(iteration)
