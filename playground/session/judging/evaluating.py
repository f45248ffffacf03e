"""The answers of the network that is looked at to all samples of its data, and what else is asked about them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from nn.evaluation.answers import Answers, asked
from playground.session.judging.answering import Answering, Pace, obstacle_to_asking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QObject

    from nn.datasets.base import Dataset
    from nn.network import Network
    from playground.session.library import Library
    from playground.session.looking.looking import Looking
    from playground.session.looking.subject import Moment
    from playground.session.running.run import TrainingRun


class _Question(NamedTuple):
    """Whose answers to what: the same objects, the same answers."""

    moment: Moment
    data: Dataset
    part: str


class Evaluating(Answering):
    """Asks the network of the subject about all test or training samples, in a thread, when somebody wants to know.

    Attributes
    ----------
    part : {"test", "train"}
        Which samples are asked about.
    """

    def __init__(self, looking: Looking, library: Library, run: TrainingRun, parent: QObject | None = None) -> None:
        super().__init__(looking, library, run, Pace(), parent)
        self.part = "test"

    @property
    def answers(self) -> Answers | None:
        """The last ones there are; those of an earlier moment while newer ones are on the way."""
        found: Answers | None = self.result
        return found

    @property
    def pace(self) -> Pace:
        """How often all that is asked is asked again while training runs."""
        return self._pace

    def choose_part(self, part: str) -> None:
        """Ask about the "test" or the "train" samples from now on."""
        if part != self.part:
            self.part = part
            self.begin_anew()

    def choose_pace(self, seconds: float) -> None:
        """Ask so often while training runs, at the most."""
        self._pace.seconds = seconds
        self.changed.emit()

    def obstacle(self) -> str:
        """Say why there is nothing to ask, in the person's language; empty if there is."""
        return obstacle_to_asking(self._looking.network.spec, self._library.data, self.part)

    def question(self) -> _Question | None:
        """Return whose answers to what."""
        if self.obstacle() or self._library.data is None:
            return None
        return _Question(self._looking.subject.moment, self._library.data, self.part)

    def work(self, question: _Question) -> Callable[[Network], Iterator[Answers | None]]:
        """Return what answers it."""
        return partial(asked, data=question.data, part=question.part)
