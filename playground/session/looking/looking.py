"""The subject: the network, its moment and the sample that all panels look at."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, get_args

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from nn.messages import Message
from playground.session.looking.example import Example, reads_digits
from playground.session.looking.network_choice import NetworkChoice, Past, classes_of
from playground.session.looking.prediction import DIGITS
from playground.session.looking.sample import of_row, typed
from playground.session.looking.sample_choice import SampleChoice
from playground.session.looking.subject import NetworkName, Subject
from playground.session.runs.networks import RunNetworks, is_run

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from nn.datasets.base import Dataset
    from nn.network import Network
    from playground.session.document.document import Document
    from playground.session.library import Library
    from playground.session.looking.live_network import LiveNetwork
    from playground.session.looking.observation import Observation
    from playground.session.looking.prediction import Prediction
    from playground.session.looking.sample import Sample
    from playground.session.running.run import TrainingRun


class Looking(QObject):
    """Owns the subject: a network that a person chose, at a moment, with the sample that they chose.

    Commands and edits act on the document's network: whoever trains or edits it looks at it from then on.

    When something changes, the state changes first. The digit and the answer are told first, because they follow the
    hand; then each field of the subject that changed is told, and then `changed`, once.

    Attributes
    ----------
    subject : Subject
        What all panels look at.
    networks, run_networks
        The networks that there are to look at, and those among them that are runs.
    """

    network_changed = Signal(object)
    """Network of the subject, another one: somebody else's, or with other layers."""
    moment_changed = Signal(object)
    """Moment of the subject: the weights moved, or it is another network."""
    sample_changed = Signal(object)
    """Sample of the subject, None while there is none that fits the network."""
    changed = Signal()
    """The subject is another one: ask for its observation when it is needed."""
    example_changed = Signal(object)
    """Example, or None for an empty canvas."""
    prediction_changed = Signal(object)
    """Prediction of the subject, None without a sample."""
    edit_refused = Signal(object)
    """Somebody tried to edit, in a picture of it, a network that is not the document's: what does it again, or None."""
    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(
        self, document: Document, live: LiveNetwork, library: Library, run: TrainingRun, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live, self._library, self._run = live, library, run
        self.run_networks = RunNetworks(document)
        self.networks = self._networks = NetworkChoice(live, library, self.run_networks)
        self._samples = SampleChoice()
        self._samples.data = library.data
        self._is_training = False  # until the result of the run is in the document
        self.subject = self._subject_now(None)
        self._own: Subject | None = None
        for edited in (document.spec_changed, document.config_changed, document.dataset_changed):
            edited.connect(self._on_edited)
        document.checkpoint_changed.connect(self._on_weights_edited)
        document.changed.connect(self._on_moved)  # after the live network has heard of it
        live.changed.connect(self._on_moved)
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

    @property
    def prediction(self) -> Prediction | None:
        """What the network of the subject says of the sample, None without a sample."""
        return self.subject.prediction

    @property
    def own(self) -> Subject:
        """The document's network with its latest weights and the sample: what a lesson is about, whatever is seen."""
        if self.subject.is_yours_now:
            return self.subject
        network = self._live.network
        classes = classes_of(network.spec, self._library.data)
        sample = self._samples.take(network.spec, classes)
        self._own = _kept_or_new(self._own, Subject("mine", network, self._live.moment, sample, classes))
        return self._own

    # ---- the network

    @property
    def choice(self) -> str:
        """The network that a person chose, which may wait to be loaded, or for a sample that it takes."""
        return self._networks.wanted

    def choose(self, name: str) -> None:
        """Look at the document's network, "mine", at the one that ships with the program, "shipped", or at a run."""
        if name not in get_args(NetworkName) and not is_run(name):
            raise ValueError(Message("network is {name!r}; choose 'shipped' or 'mine'", name=name))
        if name != self._networks.wanted or self.is_past:
            self._networks.wanted, self._networks.past = name, None
            self._refresh()

    @property
    def is_past(self) -> bool:
        """Whether an earlier moment of the document's network is looked at."""
        return self._networks.past is not None

    @property
    def past(self) -> Past | None:
        """The earlier moment of the document's network that is looked at, None where it is the present."""
        return self._networks.past_shown

    def show_past(self, past: Past | None) -> None:
        """Look at an earlier moment of the document's network, or with None at the present one; no edit."""
        if past is not None or self.is_past:
            self._networks.wanted, self._networks.past = "mine", past
            self._refresh()

    def obstacle(self, name: str) -> str:
        """Say why a network cannot be looked at, in the person's language; empty if it can."""
        return self._networks.obstacle(name)

    def may_edit(self, again: Callable[[], None] | None = None) -> bool:
        """Say whether what is looked at can be edited where it is drawn; if not, the person is told what helps.

        Parameters
        ----------
        again
            What does the edit, for when it is possible: a moment of the past can be gone on from.
        """
        if self.subject.is_yours_now:
            return True
        self.status.emit(self.why_fixed())
        self.edit_refused.emit(again)
        return False

    def why_fixed(self) -> str:
        """Say why what is looked at cannot be edited where it is drawn, and what helps; empty if it can."""
        if self.subject.is_yours_now:
            return ""
        if is_run(self.subject.name):
            return QCoreApplication.translate(
                "Session",
                "A run that has ended stays as it is: switch to it in the Runs panel, or take it back into your "
                "network there, and edit that.",
            )
        if self.is_past:
            return QCoreApplication.translate(
                "Session",
                "A moment of the past stays as it was: “Go on from here”, at the top, makes it the present, which can "
                "be edited.",
            )
        return QCoreApplication.translate(
            "Session",
            "The shipped network stays as it is: copy it into your network, by the button at the top, and edit that.",
        )

    # ---- the sample

    def show(self, sample: Sample | None) -> None:
        """Show a sample until another is chosen; one that does not fit waits for a network that it fits; None: none."""
        self._samples.chosen = sample
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
        self.show_like_row(of_row(data, spec, index, part))

    def show_like_row(self, sample: Sample) -> None:
        """Show a sample that was made of a row of the data; a digit goes to the drawing panel, too."""
        data = self._library.data
        if reads_digits(self.network.spec) and data is not None and data.name == "mnist" and sample.t is not None:
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
        return self._samples.chosen

    @property
    def example(self) -> Example | None:
        """The digit that was drawn."""
        return self._samples.example

    @property
    def is_waiting(self) -> bool:
        """Whether what was chosen or drawn does not fit the network, and a row of the data stands in for it."""
        return self._samples.is_waiting(self.network.spec)

    @property
    def shows_example(self) -> bool:
        """Whether the sample is the digit that was drawn."""
        return self._samples.takes_example(self.network.spec)

    def show_example(self, example: Example | None) -> None:
        """Make `example` the digit that was drawn, and the sample where the network takes it; None: an empty canvas."""
        self._samples.example = example
        if reads_digits(self.network.spec):
            self._samples.chosen = None
        self._refresh(partial(self.example_changed.emit, example))

    def tell_target(self, label: int) -> None:
        """Say which of the network's classes the sample is: then there is a loss, and a way back from it."""
        sample, example = self.sample, self.example
        if self.shows_example and example is not None and self.subject.classes == DIGITS:
            self.show_example(replace(example, label=label))
        elif sample is not None:
            self.show(replace(sample, t=np.full(len(sample.x), label), classes=self.subject.classes))

    def bring_back(self, name: str, chosen: Sample | None, example: Example | None) -> None:
        """Look again at what was chosen before, and at the digit that was drawn."""
        is_other = example is not self.example
        self._networks.wanted, self._networks.past = name, None
        self._samples.chosen, self._samples.example = chosen, example
        self._refresh(partial(self.example_changed.emit, example) if is_other else None)

    # ---- signals of the parts, and what is told

    @Slot(object)
    def _on_edited(self, _value: object) -> None:
        self._turn_to_own()

    @Slot(object)
    def _on_weights_edited(self, _checkpoint: object) -> None:
        if not self._is_training:  # the end of a run edits what has been looked at since it began, or has not
            self._turn_to_own()

    def _turn_to_own(self) -> None:
        """Look at what a command or an edit is about to change, and say so."""
        if self.subject.name != "mine":
            self.status.emit(QCoreApplication.translate("Session", "You look at your own network again."))
        elif self.is_past:
            self.status.emit(QCoreApplication.translate("Session", "You look at your network as it is now again."))
        self._networks.wanted, self._networks.past = "mine", None

    @Slot()
    def _on_moved(self) -> None:
        self._refresh()

    @Slot(object)
    def _on_shipped_loaded(self, _network: object) -> None:
        self._refresh()

    @Slot(object)
    def _on_data_changed(self, data: Dataset | None) -> None:
        chosen = self._samples.chosen
        if chosen is not None and chosen.origin != "typed":
            self._samples.chosen = None  # a row of other data
        self._samples.data = data
        self._refresh()

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        self._is_training = running
        if running:
            self._turn_to_own()
            self._refresh()

    def _refresh(self, tell: Callable[[], None] | None = None) -> None:
        """Take the subject that follows from what is there now, and tell what is new; `tell` comes before all else."""
        before = self.subject
        self.subject = now = self._subject_now(before)
        answer = now.prediction if now is not before else None  # before anybody hears of the digit
        if tell is not None:
            tell()
        if now is not before:
            self.prediction_changed.emit(answer)
            self._tell(before)

    def _subject_now(self, before: Subject | None) -> Subject:
        networks = self._networks
        name = networks.present
        network, classes = networks.network(), networks.classes()
        sample = self._samples.take(network.spec, classes)
        return _kept_or_new(before, Subject(name, network, networks.moment(), sample, classes))

    def _tell(self, before: Subject) -> None:
        """Tell all who look at the subject, after the answer: what is paced comes in here."""
        now = self.subject
        if now.network is not before.network:
            self.network_changed.emit(now.network)
        if now.moment is not before.moment:
            self.moment_changed.emit(now.moment)
        if now.sample is not before.sample:
            self.sample_changed.emit(now.sample)
        self.changed.emit()


def _kept_or_new(before: Subject | None, now: Subject) -> Subject:
    """Return the subject before if it is of the same things: what it has made of the sample is kept."""
    if before is None:
        return now
    fields = ("name", "network", "moment", "sample", "classes")
    return before if all(getattr(before, each) == getattr(now, each) for each in fields) else now
