"""The answers of another network to the same samples: what became better since, and what worse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Slot

from nn.evaluation.answers import Answers, asked
from nn.evaluation.changes import Changes, changes
from playground.session.judging.answering import Answering, obstacle_to_asking
from playground.session.runs.networks import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QObject

    from nn.datasets.base import Dataset
    from nn.network import Network, NetworkSpec
    from nn.training import Checkpoint
    from playground.session.document.document import Document
    from playground.session.judging.evaluating import Evaluating
    from playground.session.library import Library
    from playground.session.looking.looking import Looking
    from playground.session.looking.subject import Moment
    from playground.session.running.run import TrainingRun


class _Question(NamedTuple):
    name: str
    weights: Moment | Checkpoint
    data: Dataset
    part: str


class Rivalling(Answering):
    """Asks another network what the one that is looked at is asked: a run that was pinned, first of all.

    Attributes
    ----------
    wanted : str
        The network that a person chose, empty for whichever comes first.
    """

    def __init__(
        self,
        evaluating: Evaluating,
        document: Document,
        looking: Looking,
        library: Library,
        run: TrainingRun,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(looking, library, run, evaluating.pace, parent)
        self._evaluating, self._document = evaluating, document
        self.wanted = ""
        self._known: tuple[Answers, Answers, Changes] | None = None
        for edited in (document.runs_changed, library.shipped_loaded):
            edited.connect(self._on_others)

    def names(self) -> tuple[str, ...]:
        """Return those that can be asked: pinned runs, other runs, your network, the shipped one."""
        runs = sorted(self._document.state.runs, key=lambda run: (not run.label.is_pinned, -run.label.number))
        specs = {name_of(run.label): run.spec for run in runs if run.checkpoint is not None}
        for name in ("mine", "shipped"):
            network = self._looking.networks.network_of(name)
            specs |= {} if network is None else {name: network.spec}
        return tuple(name for name, spec in specs.items() if self._can_ask(name, spec))

    @property
    def name(self) -> str:
        """The network that is asked, empty where there is none."""
        names = self.names()
        return self.wanted if self.wanted in names else next(iter(names), "")

    def choose(self, name: str) -> None:
        """Ask another one."""
        if name != self.name:
            self.wanted = name
            self.begin_anew()

    def _can_ask(self, name: str, spec: NetworkSpec) -> bool:
        is_looked_at = name == self._looking.subject.name and not (name == "mine" and self._looking.is_past)
        return not is_looked_at and not obstacle_to_asking(spec, self._library.data, self._evaluating.part)

    def changes(self) -> Changes | None:
        """Return what the network that is looked at does better and worse, as far as both have answered."""
        before: Answers | None = self.result
        now = self._evaluating.answers
        if before is None or now is None or len(before) != len(now) or before.classes != now.classes:
            return None
        if self._known is None or self._known[0] is not before or self._known[1] is not now:
            self._known = before, now, changes(before, now)
        return self._known[2]

    def network(self) -> Network | None:
        """Return the network that is asked."""
        return self._looking.networks.network_of(self.name) if self.name else None

    def obstacle(self) -> str:
        """Say why there is nothing to ask, in the person's language; empty if there is."""
        found = self._evaluating.obstacle()
        if found or self.name:
            return found
        return QCoreApplication.translate(
            "Session",
            "There is nobody to compare with yet: a run that has ended is kept in the Runs panel; pin one there.",
        )

    def question(self) -> _Question | None:
        """Return whose answers to what."""
        data, name = self._library.data, self.name
        if self.obstacle() or data is None:
            return None
        run = self._looking.run_networks.run(name)
        weights = None if run is None else run.checkpoint
        return _Question(name, weights or self._looking.networks.moment_of(name), data, self._evaluating.part)

    def work(self, question: _Question) -> Callable[[Network], Iterator[Answers | None]]:
        """Return what answers it."""
        return partial(asked, data=question.data, part=question.part)

    @Slot(object)
    def _on_others(self, _what: object) -> None:
        self.changed.emit()
