"""The answers of the network that is looked at to all samples of its data, for those who want to see them."""

from __future__ import annotations

import math
import time
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from nn.evaluation.answers import Answers, asked
from nn.inspection.surfaces import Meaning
from nn.network import Network
from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from playground.session.library import Library
    from playground.session.looking.looking import Looking
    from playground.session.looking.subject import Moment
    from playground.session.running.run import TrainingRun

_SHARE_OF_TRAINING = 0.02  # of a run's time that may be spent on this beside it
_NO_RUSH_S = 1.0


class _Question(NamedTuple):
    """Whose answers to what: the same objects, the same answers."""

    moment: Moment
    data: Dataset
    part: str


class Evaluating(QObject):
    """Asks the network of the subject about all test or training samples, in a thread, when somebody wants to know.

    Attributes
    ----------
    part : {"test", "train"}
        Which samples are asked about.
    answers : Answers or None
        The last ones there are; those of an earlier moment while newer ones are on the way (see `is_current`).
    """

    changed = Signal()
    """There are other answers, or none any more."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(self, looking: Looking, library: Library, run: TrainingRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looking, self._library, self._run = looking, library, run
        self.part = "test"
        self.answers: Answers | None = None
        self._answered: _Question | None = None
        self._asking: _Question | None = None
        self._dropped = Event()  # tells a job that nobody waits for it any more
        self._begun = self._not_before = 0.0
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        looking.network_changed.connect(self._forget)
        library.data_changed.connect(self._forget)

    def close(self) -> None:
        """Drop what is being asked and end the thread."""
        self._dropped.set()
        self._loader.close()

    def choose_part(self, part: str) -> None:
        """Ask about the "test" or the "train" samples from now on."""
        if part != self.part:
            self.part = part
            self._forget(None)

    @property
    def is_current(self) -> bool:
        """Whether the answers are those of the network as it is now."""
        return self._answered is not None and self._answered == self._question()

    def obstacle(self) -> str:
        """Say why there is nothing to ask, in the person's language; empty if there is."""
        data, spec = self._library.data, self._looking.network.spec
        if data is None:
            return QCoreApplication.translate("Session", "The data are still being loaded.")
        if math.prod(data.input_shape) != math.prod(spec.input_shape):
            return QCoreApplication.translate(
                "Session", "The network that you look at takes other inputs than your data have."
            )
        meaning = Meaning.of(spec, data)
        if meaning.classes != tuple(data.classes) or (not meaning.classes and spec.outputs != data.outputs):
            return QCoreApplication.translate(
                "Session", "The network that you look at has other outputs than your data have answers."
            )
        if not len(data.x_test if self.part == "test" else data.x):
            return QCoreApplication.translate("Session", "There are no samples in this part of the data.")
        return ""

    def ask(self) -> None:
        """Have the answers of the moment computed, unless they are there, on their way, or would hold up training."""
        question = self._question()
        if question is None or question in (self._answered, self._asking) or self._asking is not None:
            return
        if self._run.is_running and time.monotonic() < self._not_before:
            return
        self._asking, self._begun = question, time.monotonic()
        self._dropped = Event()
        network = self._looking.network
        params, state = network.flat_params.copy(), network.flat_state.copy()
        self._loader.load(Job(question, partial(_answers, network.spec, params, state, question, self._dropped)))

    def _question(self) -> _Question | None:
        if self.obstacle() or self._library.data is None:
            return None
        return _Question(self._looking.subject.moment, self._library.data, self.part)

    @Slot(object)
    def _forget(self, _what: object) -> None:
        self._dropped.set()
        self.answers = self._answered = None
        self.changed.emit()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        asked_about, self._asking = self._asking, None
        took = time.monotonic() - self._begun
        self._not_before = time.monotonic() + max(_NO_RUSH_S, took / _SHARE_OF_TRAINING)
        if not self._dropped.is_set():  # else they are another network's, or about other samples
            self.answers, self._answered = loaded.result, asked_about  # after a failure nothing, and not asked again
        if loaded.failure:
            self.failed.emit(loaded.failure)
        self.changed.emit()  # whoever looks asks again if the network has moved on


def _answers(spec: NetworkSpec, params: Array, state: Array, question: _Question, dropped: Event) -> Answers | None:
    """Return the answers, or None when nobody waits for them any more."""
    network = Network(spec, None)
    network.load(params, state)
    with np.errstate(all="ignore"):  # a network that diverged gives NaN, which is counted as such
        for piece in asked(network, question.data, question.part):
            if dropped.is_set():
                return None
            if piece is not None:
                return piece
    return None
