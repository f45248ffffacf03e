"""The subject that all panels look at, and who reads the digit of the drawing panel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from nn.messages import Message
from playground.session.looking.example import Example, reads_digits
from playground.session.looking.prediction import prediction_of
from playground.session.looking.sample import of_row, typed
from playground.session.looking.sample_choice import SampleChoice
from playground.session.looking.subject import Moment, Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from nn.datasets.base import Dataset
    from nn.network import Network
    from playground.session.library import Library
    from playground.session.looking.live_network import LiveNetwork
    from playground.session.looking.observation import Observation
    from playground.session.looking.prediction import Prediction
    from playground.session.looking.sample import Sample
    from playground.session.looking.subject import NetworkName
    from playground.session.running.run import TrainingRun

AS_SHIPPED = Moment()


class Looking(QObject):
    """Owns the subject: the document's network at its latest moment, with the sample that a person chose.

    The bars of the drawing panel look at a subject of their own, `reading`, whose network a person chooses; where
    both are the same network with the same digit they are one subject, and the digit goes through it once.

    When something changes, the state changes first. The digit and the bars are told first, because they follow the
    hand; then each field of the subject that changed is told, and then `changed`, once.

    Attributes
    ----------
    subject : Subject
        What all panels but the bars look at.
    reading : Subject or None
        What the bars look at: None without a digit, or with a network that cannot read any.
    prediction : Prediction or None
        The answer of `reading`.
    recogniser : {"shipped", "mine"}
        Whose answer the bars show.
    """

    network_changed = Signal(object)
    """Network of the subject, another one: with other layers."""
    moment_changed = Signal(object)
    """Moment of the subject: the weights moved, or it is another network."""
    sample_changed = Signal(object)
    """Sample of the subject, None while there is none that fits the network."""
    changed = Signal()
    """The subject is another one: ask for its observation when it is needed."""
    example_changed = Signal(object)
    """Example, or None for an empty canvas."""
    prediction_changed = Signal(object)
    """Prediction, or None without an example or with a network that cannot read digits."""
    recogniser_changed = Signal(str)
    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(self, live: LiveNetwork, library: Library, run: TrainingRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live, self._library = live, library
        self._choice = SampleChoice()
        self._choice.data = library.data
        self._digit = SampleChoice()  # of which only the example is ever set
        self.recogniser: NetworkName = "shipped"
        self.subject = Subject("mine", live.network, live.moment, self._choice.take(live.network.spec))
        self.reading: Subject | None = None
        self.prediction: Prediction | None = None
        live.changed.connect(self._on_live_changed)
        library.data_changed.connect(self._on_data_changed)
        library.shipped_loaded.connect(self._on_shipped_loaded)
        run.running_changed.connect(self._on_running_changed)

    @property
    def network(self) -> Network:
        """The network of the subject, for reading only."""
        return self.subject.network

    @property
    def sample(self) -> Sample | None:
        """What goes through the network of the subject."""
        return self.subject.sample

    @property
    def observation(self) -> Observation | None:
        """What the network of the subject makes of the sample, None without a sample."""
        return self.subject.observation

    # ---- the sample

    def show(self, sample: Sample) -> None:
        """Show a sample until another is chosen; one that does not fit the network waits for one that does."""
        self._choice.chosen = sample
        self._refresh()

    def show_row(self, index: int, part: str = "test") -> None:
        """Show a row of the "test" or "train" data; a digit goes to the drawing panel, too.

        Raises
        ------
        ValueError
            If there is no such row.
        """
        data, spec = self._library.data, self.network.spec
        if data is None:
            return
        sample = of_row(data, spec, index, part)
        if reads_digits(spec) and data.name == "mnist" and sample.t is not None:
            pixels = np.array(sample.x.reshape(-1), np.float32)
            pixels.flags.writeable = False
            self.show_example(Example(pixels, int(sample.t[0]), sample.origin))
        else:
            self.show(sample)

    def type_sample(self, x: npt.ArrayLike, t: npt.ArrayLike | None = None) -> None:
        """Show typed numbers: one sample or a batch.

        Raises
        ------
        TypeError, ValueError
            If they do not fit the network; the message says what does.
        """
        self.show(typed(self.network.spec, x, t))

    @property
    def chosen(self) -> Sample | None:
        """The sample that a person chose, which may wait for a network that it fits."""
        return self._choice.chosen

    def bring_back(self, chosen: Sample | None, example: Example | None) -> None:
        """Show again what was chosen before, and the digit that was drawn."""
        is_other = example is not self.example
        self._choice.chosen = chosen
        self._choice.example = self._digit.example = example
        self._refresh(partial(self.example_changed.emit, example) if is_other else None)

    # ---- the digit of the drawing panel, and who reads it

    @property
    def example(self) -> Example | None:
        """The digit of the drawing panel."""
        return self._choice.example

    @property
    def recogniser_network(self) -> Network | None:
        """The network that reads the digit, None while the shipped one is not loaded."""
        return self._library.shipped if self.recogniser == "shipped" else self._live.network

    def show_example(self, example: Example | None) -> None:
        """Make `example` the digit that is read, and the sample where the network takes it; None is an empty canvas."""
        self._choice.example = self._digit.example = example
        if reads_digits(self._live.network.spec):
            self._choice.chosen = None
        self._refresh(partial(self.example_changed.emit, example))

    def set_recogniser(self, name: NetworkName) -> None:
        """Choose who reads the digit: the network that ships with the program, or the document's own."""
        if name not in ("shipped", "mine"):
            raise ValueError(Message("recogniser is {name!r}; choose 'shipped' or 'mine'", name=name))
        if name == "mine" and not reads_digits(self._live.network.spec):
            translate = QCoreApplication.translate
            self.status.emit(translate("Session", "Your network does not take 784 pixels: it cannot read digits."))
        if name != self.recogniser:
            self.recogniser = name
            self._refresh(partial(self.recogniser_changed.emit, name))

    # ---- signals of the parts, and what is told

    @Slot()
    def _on_live_changed(self) -> None:
        self._refresh()

    @Slot(object)
    def _on_shipped_loaded(self, _network: object) -> None:
        self._refresh()

    @Slot(object)
    def _on_data_changed(self, data: Dataset | None) -> None:
        chosen = self._choice.chosen
        if chosen is not None and chosen.origin != "typed":
            self._choice.chosen = None  # a row of other data
        self._choice.data = data
        self._refresh()

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        if running and reads_digits(self._live.network.spec):
            self.set_recogniser("mine")  # so that a newcomer sees the own network learn

    def _refresh(self, tell: Callable[[], None] | None = None) -> None:
        """Take the subjects that follow from what is there now, and tell what is new; `tell` comes before all else."""
        before, read_before, live = self.subject, self.reading, self._live
        sample = self._choice.take(live.network.spec)
        self.subject = _kept_or_new(before, "mine", live.network, live.moment, sample)
        self.reading = self._what_is_read()
        if self.reading is not read_before:
            self.prediction = None if self.reading is None else prediction_of(self.reading)
        if tell is not None:
            tell()
        if self.reading is not read_before:
            self.prediction_changed.emit(self.prediction)
        self._tell(before)

    def _what_is_read(self) -> Subject | None:
        network = self.recogniser_network
        if network is None or self.example is None or not reads_digits(network.spec):
            return None
        if self.recogniser == "mine" and self._choice.is_example:
            return self.subject
        moment = self._live.moment if self.recogniser == "mine" else AS_SHIPPED
        return _kept_or_new(self.reading, self.recogniser, network, moment, self._digit.take(network.spec))

    def _tell(self, before: Subject) -> None:
        """Tell all who look at the subject, after the bars: what is paced comes in here."""
        now = self.subject
        if now.network is not before.network:
            self.network_changed.emit(self.network)
        if now.moment is not before.moment:
            self.moment_changed.emit(self.subject.moment)
        if now.sample is not before.sample:
            self.sample_changed.emit(self.sample)
        if now is not before:
            self.changed.emit()


def _kept_or_new(
    before: Subject | None, name: NetworkName, network: Network, moment: Moment, sample: Sample | None
) -> Subject:
    """Return the subject of these, the one before if it is just that: what it has made of the sample is kept."""
    if before is not None and (before.name, before.network, before.moment, before.sample) == (
        name,
        network,
        moment,
        sample,
    ):
        return before
    return Subject(name, network, moment, sample)
