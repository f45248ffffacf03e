"""A run again with other seeds: whether it is the settings, or the seed."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from nn.arrays import frozen
from nn.training import Checkpoint, iterations_per_epoch
from playground.session.document.state import Run, RunLabel, RunRecord, kept_losses
from playground.session.phrase import Phrase, said
from playground.session.running.changes import setup_of
from playground.session.running.epochs import epochs_trained
from playground.session.runs.keeping import as_made, bounded, next_label
from playground.session.runs.networks import title_of
from playground.session.runs.trials_at_work import TrialsAtWork

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from nn.datasets.base import Dataset
    from nn.runs.trial import Result
    from playground.session.document.document import Document
    from playground.session.library import Library
    from playground.session.runs.runs import Runs
    from playground.trials.whole import Whole

SEEDS = 5
"""How many runs a group has: fewer say too little, more take longer."""


class Again(QObject):
    """Trains what a run was trained with from other seeds, in processes; they become a group of runs."""

    changed = Signal()
    """It has begun, come further, or ended."""
    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error of the program."""

    def __init__(self, document: Document, library: Library, runs: Runs, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._library, self._runs = document, library, runs
        self._work = TrialsAtWork(self)
        self._work.arrived.connect(self._on_arrived)
        self._work.ended.connect(self._on_ended)
        self._work.failed.connect(self.failed)
        self._of: Run | None = None
        self._group = 0
        self.done = 0
        """Seeds that have come to their end, of `SEEDS`."""

    @property
    def is_running(self) -> bool:
        """Whether seeds are being tried."""
        return self._work.is_running

    @property
    def of(self) -> Run | None:
        """The run that is done again, None while nothing is."""
        return self._of if self.is_running else None

    def obstacle(self, number: int) -> str:
        """Say why a run cannot be done again, in the person's language; empty if it can."""
        run, state = self._runs.run(number), self._document.state
        if self.is_running:
            return self.tr("Seeds are being tried already.")
        if run is None:
            return self.tr("It has been deleted.")
        if not run.history:
            return self.tr("It was not trained yet.")
        if self._library.data is None:
            return self.tr("The data are still being loaded.")
        own = 0 if state.dataset.train is None else len(state.dataset.train.x)
        if run.dataset != as_made(state.dataset) or run.own_samples != own:
            return self.tr("It learned from other data than those of the document: take its settings first.")
        return ""

    def start(self, number: int) -> None:
        """Do a run again with five other seeds; one that was changed on its way is done with its last settings."""
        run, data, why_not = self._runs.run(number), self._library.data, self.obstacle(number)
        if why_not or run is None or data is None:
            self.status.emit(why_not)
            return
        epochs = _epochs(run, data)
        seeds = tuple((run.config.seed + n) % 2**31 for n in range(1, SEEDS + 1))
        self._of, self.done, self._group = run, 0, 0
        self._work.start(partial(_results, run, data, epochs, seeds))
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Give up what is not done; what is done stays."""
        self._work.cancel()

    def close(self) -> None:
        """End the thread and all processes."""
        self._work.close()

    @Slot(object)
    def _on_arrived(self, whole: Whole) -> None:
        self.done += 1
        if self._of is None or not self._is_still_there(self._of):
            self.cancel()
        elif whole.trouble or not len(whole.losses):
            text = self.tr("Seed {seed} came to nothing: {reason}.")
            self.status.emit(text.format(seed=whole.trial.seed, reason=said(whole.trouble or "0")))
        else:
            self._keep(self._of, whole)
        self.changed.emit()

    def _keep(self, of: Run, whole: Whole) -> None:
        """Put a run into the document: all of a group are one undo step, if nothing else was done meanwhile."""
        state = self._document.state
        label = next_label(state)
        self._group = self._group or label.number
        first = next((run.label for run in state.runs if run.label.number == self._group), label)
        label = replace(label, group=self._group, color=first.color, name=first.name, is_pinned=first.is_pinned)
        text = Phrase("Runs", QT_TRANSLATE_NOOP("Runs", "Again with other seeds: {run}"), {"run": title_of(of.label)})
        runs = bounded((*state.runs, _run_of(of, whole, label)))
        self._document.edit(text, merge_key=f"again {self._group}", runs=runs)

    def _is_still_there(self, of: Run) -> bool:
        """Say whether the run is in the document, and not another document in its place."""
        return any(run.history[:1] and run.history[0] is of.history[0] for run in self._runs.all())

    @Slot(str)
    def _on_ended(self, reason: str) -> None:
        if reason:
            self.status.emit(reason)
        self.changed.emit()


def _results(
    run: Run, data: Dataset, epochs: int, seeds: tuple[int, ...], is_over: Callable[[], bool]
) -> Generator[Result, None, None]:
    from nn.runs.search import Every  # what trials need: in the thread, nobody waits for it
    from nn.runs.trial import Base
    from playground.trials.processes import Processes, usual_jobs
    from playground.trials.running import SearchRun
    from playground.trials.whole import attempt_whole
    from playground.trials.work import Problem

    problem = Problem(Base(run.spec, run.config).to_json(), data)
    engine = Processes(problem, min(usual_jobs(), len(seeds)), attempt_whole)
    yield from SearchRun(Every([{}], epochs, seeds), engine, {}).results(is_over)


def _epochs(run: Run, data: Dataset) -> int:
    """Return how long a run was, in whole epochs."""
    done = epochs_trained(run.history, run.updates, iterations_per_epoch(data, run.config))
    return max(1, round(done))


def _run_of(of: Run, whole: Whole, label: RunLabel) -> Run:
    config = replace(of.config, seed=whole.trial.seed)
    setups = ((1, setup_of(of.spec, config, of.dataset)),)
    record = RunRecord(
        1,
        kept_losses(whole.losses.tolist()),
        whole.evaluations,
        whole.divergence,
        setups=setups,
        seconds=whole.seconds,
    )
    memory = MappingProxyType({slot: frozen(values) for slot, values in whole.memory.items()})
    checkpoint = Checkpoint(whole.iterations, frozen(whole.params), frozen(whole.state), memory, config.optimizer, 0)
    return replace(of, label=label, config=config, history=(record,), checkpoint=checkpoint, ended=time.time())
