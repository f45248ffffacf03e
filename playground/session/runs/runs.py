"""The runs of the document: what a person does with them, each one undo step."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QTimer, Signal, Slot

from nn.runs.settings import changed
from nn.training import Checkpoint
from playground.session.editing.background_build import Making
from playground.session.phrase import Phrase
from playground.session.runs.keeping import (
    MOST_BYTES,
    current,
    dataset_of,
    fork_of,
    is_same,
    is_worth_keeping,
    kept,
    label_of,
)
from playground.session.runs.networks import title_of
from playground.session.runs.stored import shortened

if TYPE_CHECKING:
    from nn.runs.trial import Base, Trial
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState, Run, RunLabel, RunRecord
    from playground.session.editing.architecture import ArchitectureEditing
    from playground.session.running.control import RunControl
    from playground.session.running.run import TrainingRun

MOST_PINNED = 16
"""Runs, or groups of runs, whose curves are drawn beside the current ones: more could not be told apart."""
_TAKING = {
    "settings": QT_TRANSLATE_NOOP("Runs", "Take the settings of {run}"),
    "weights": QT_TRANSLATE_NOOP("Runs", "Take the weights of {run}"),
    "both": QT_TRANSLATE_NOOP("Runs", "Go on from {run}"),
}


class Runs(QObject):
    """Owns nothing: the document has the runs. Says what there is, and edits it.

    A run goes by its number, `RunLabel.number`; the current one is among them as soon as it has a course.
    """

    changed = Signal()
    """There are others, or one is called or pinned otherwise."""
    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        control: RunControl,
        architecture: ArchitectureEditing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._control, self._architecture = document, run, control, architecture
        self._had_weights: dict[int, tuple[RunRecord, ...]] = {}
        self._note_weights()
        for edited in (document.runs_changed, document.run_label_changed, document.history_changed):
            edited.connect(self._on_edited)

    @property
    def kept(self) -> tuple[Run, ...]:
        """The runs that have ended, the oldest first."""
        return self._document.state.runs

    def now(self) -> Run | None:
        """Return the current run as it stands, with what is being trained; None before its first update."""
        state = self._run.state
        return current(state) if state.history or state.run_label.fork is not None else None

    def all(self) -> tuple[Run, ...]:
        """Return all runs, the latest first."""
        now = self.now()
        return (*(() if now is None else (now,)), *reversed(self.kept))

    def is_current(self, number: int) -> bool:
        """Say whether a number means the run that Train goes on with."""
        return number == self._document.state.run_label.number

    def label(self, number: int) -> RunLabel | None:
        """Return what a run goes by, None if it is not there any more."""
        labels = (run.label for run in self.kept)
        own = self._document.state.run_label
        return own if self.is_current(number) else next((each for each in labels if each.number == number), None)

    def run(self, number: int) -> Run | None:
        """Return a run by its number."""
        return next((run for run in self.all() if run.label.number == number), None)

    # ---- edits of what they are called

    def rename(self, numbers: tuple[int, ...], name: str) -> None:
        """Give a run, or all of a group, a name; an empty one lets its number name it."""
        self._relabel(numbers, Phrase("Runs", QT_TRANSLATE_NOOP("Runs", "Rename the run")), name=name.strip())

    def note(self, number: int, text: str) -> None:
        """Write a note about a run."""
        self._relabel((number,), Phrase("Runs", QT_TRANSLATE_NOOP("Runs", "Write a note")), note=text.strip())

    def can_pin(self, numbers: tuple[int, ...]) -> bool:
        """Say whether the curves of runs can be told apart from those that are pinned already."""
        pinned = {run.label.number for run in self.kept if run.label.is_pinned}
        lines = {run.label.group or -run.label.number for run in self.all() if run.label.number in {*numbers, *pinned}}
        return len(lines) <= MOST_PINNED

    def pin(self, numbers: tuple[int, ...], is_pinned: bool) -> None:
        """Draw the curves of runs beside the current ones, or no more."""
        if is_pinned and not self.can_pin(numbers):
            text = self.tr("Only {most} runs can be pinned: more curves could not be told apart. Unpin some first.")
            self.status.emit(text.format(most=MOST_PINNED))
            return
        source = QT_TRANSLATE_NOOP("Runs", "Pin the run") if is_pinned else QT_TRANSLATE_NOOP("Runs", "Unpin the run")
        self._relabel(numbers, Phrase("Runs", source), is_pinned=is_pinned)

    def delete(self, numbers: tuple[int, ...]) -> None:
        """Take runs out of the document; the current one stays."""
        runs = tuple(run for run in self.kept if run.label.number not in numbers)
        self._document.edit(Phrase("Runs", QT_TRANSLATE_NOOP("Runs", "Delete the run")), runs=runs)

    def _relabel(self, numbers: tuple[int, ...], text: Phrase, **changes: Any) -> None:
        state = self._document.state
        runs = tuple(
            replace(run, label=shortened(replace(run.label, **changes))) if run.label.number in numbers else run
            for run in state.runs
        )
        if all(one.label == other.label for one, other in zip(runs, state.runs, strict=True)):
            runs = state.runs
        label = state.run_label
        if label.number in numbers:
            label = shortened(replace(label, **changes))
        self._document.edit(text, runs=runs, run_label=label if label != state.run_label else state.run_label)

    # ---- back into the document

    def take_settings(self, number: int) -> None:
        """Begin anew with the network, the training and the data of a run: Train does it again."""
        self._control.when_idle(partial(self._take, number, "settings"))

    def take_weights(self, number: int) -> None:
        """Put the weights of a run into the document's network, whose settings stay."""
        self._control.when_idle(partial(self._take, number, "weights"))

    def take_both(self, number: int) -> None:
        """Go on where a run ended, with its settings."""
        self._control.when_idle(partial(self._take, number, "both"))

    def obstacle(self, number: int, what: str) -> str:
        """Say why "settings", "weights" or "both" of a run cannot be taken, in the person's language; empty if so."""
        run = self.run(number)
        if run is None:
            return self.tr("It has been deleted.")
        if self.is_current(number):
            return self.tr("It is the current run.")
        if what != "settings" and run.checkpoint is None:
            return self.tr("The document had no room for its weights: only its curves are there.")
        if what == "weights" and not _is_alike(run, self._document.state):
            return self.tr("Its layers are others than those of your network.")
        return ""

    def _take(self, number: int, what: str) -> None:
        run, state = self.run(number), self._document.state
        why_not = self.obstacle(number, what)
        if run is None or why_not:
            self.status.emit(why_not)
            return
        text = Phrase("Runs", _TAKING[what], {"run": title_of(run.label)})
        settings: dict[str, Any] = {
            "spec": run.spec,
            "config": run.config,
            "dataset": dataset_of(run, state.dataset),
            "overrides": (),
        }
        if what == "settings":  # the current run ends by it, and is kept as at any fresh start
            make = partial(Checkpoint.initial, run.spec, run.config.seed)
            self._architecture.make(Making(text, state, run.spec, make, lambda _state: settings))
        else:
            before = kept(state, state) if is_worth_keeping(state) else state
            taken: dict[str, Any] = {"checkpoint": run.checkpoint, "history": run.history, "overrides": ()}
            if what == "both":
                taken |= settings
            # another future of that run, from its end on: with its settings, or with those of the document
            label = label_of(before.run_label.number, fork_of(run, number, run.updates))
            self._document.edit(text, **taken, runs=before.runs, run_label=label)
        undo = self.tr("Undo brings back what you had.")
        self.status.emit(f"{text}. {undo}")

    def take_trial(self, base: Base, trial: Trial) -> None:
        """Begin anew with the settings of a trial of a search: Train does it again, with all training data."""
        self._control.when_idle(partial(self._take_trial, base, trial))

    def _take_trial(self, base: Base, trial: Trial) -> None:
        spec, config = changed(base.spec, base.config, trial.settings)
        config = replace(config, seed=trial.seed)
        source = QT_TRANSLATE_NOOP("Runs", "Take the settings of trial {number}")
        text, state = Phrase("Runs", source, {"number": trial.number + 1}), self._document.state
        make = partial(Checkpoint.initial, spec, config.seed)
        settings = {"spec": spec, "config": config, "overrides": ()}
        self._architecture.make(Making(text, state, spec, make, lambda _state: settings))
        undo = self.tr("Undo brings back what you had.")
        self.status.emit(f"{text}. {undo}")

    @Slot(object)
    def _on_edited(self, _value: object) -> None:
        self._tell_of_lost_weights()
        self.changed.emit()

    def _note_weights(self) -> None:
        self._had_weights = {run.label.number: run.history for run in self.kept if run.checkpoint is not None}

    def _tell_of_lost_weights(self) -> None:
        """Say which runs are kept as curves only from now on; those of another document are others."""
        bare = (run for run in self.kept if run.checkpoint is None)
        lost = [run for run in bare if is_same(self._had_weights.get(run.label.number, ()), run.history)]
        names = [title_of(run.label) for run in lost if run.history]
        self._note_weights()
        if names:
            text = self.tr(
                "All runs together have {most} MB: of {runs} only the curves are kept now. Pinned runs lose their "
                "weights last; Undo brings them back."
            )
            said = text.format(most=MOST_BYTES // 2**20, runs=", ".join(names))
            QTimer.singleShot(0, self, partial(self.status.emit, said))  # behind what others say of the same edit


def _is_alike(run: Run, state: DocumentState) -> bool:
    """Say whether the weights of a run have a place in the document's network."""
    params = [[each.params for each in spec.plans] for spec in (run.spec, state.spec)]
    running = [[each.state for each in spec.plans] for spec in (run.spec, state.spec)]
    same_kinds = [each.kind for each in run.spec.layers] == [each.kind for each in state.spec.layers]
    return same_kinds and params[0] == params[1] and running[0] == running[1] and run.spec.dtype == state.spec.dtype
