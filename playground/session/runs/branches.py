"""Branches: a run that left another one at a moment; switching makes one of them the document's own again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from playground.session.document.state import DatasetChoice
from playground.session.looking.settings_apart import apart
from playground.session.phrase import Phrase
from playground.session.running.run_pieces import until
from playground.session.runs.apart import UNSAID, settings_of
from playground.session.runs.keeping import current, dataset_of, fork_of, is_worth_keeping, kept, label_of
from playground.session.runs.lineage import Lineage
from playground.session.runs.networks import title_of
from playground.session.runs.stored import shortened

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.replay import Way, Waypoint
    from nn.training import Checkpoint
    from playground.session.document.document import Document
    from playground.session.document.kept_way import KeptWay
    from playground.session.document.state import DocumentState, Fork, Run, RunRecord
    from playground.session.looking.settings_apart import Apart
    from playground.session.running.control import RunControl
    from playground.session.running.timeline import Timeline
    from playground.session.runs.runs import Runs

    Edit = Callable[[DocumentState], DocumentState]


@dataclass(frozen=True, eq=False)
class Trained:
    """What was trained on a branch already, somewhere else: a trial.

    Attributes
    ----------
    records
        Its course from the fork on.
    way
        How it came from the fork to its end, `way.end`; its first leg begins at the fork.
    """

    records: tuple[RunRecord, ...]
    way: Way

    @property
    def checkpoint(self) -> Checkpoint:
        """Where it ended."""
        return self.way.end


@dataclass(frozen=True)
class Past:
    """What is kept of the way that led to a run's end.

    Attributes
    ----------
    count, nbytes
        The moments that are kept, and what they take.
    fewest
        How many moments it has where it is compact.
    """

    count: int
    nbytes: int
    fewest: int


class Branches(QObject):
    """Begins branches and switches between them, each by one undo step. Owns nothing: a branch is a run.

    The run that is left stays as it is, with the way that led to its end; its curves are drawn beside the current ones.
    """

    status = Signal(str)
    """One sentence for the status bar."""

    def __init__(
        self, document: Document, control: RunControl, timeline: Timeline, runs: Runs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._control, self._timeline, self._runs = document, control, timeline, runs

    @property
    def lineage(self) -> Lineage:
        """Which run left which."""
        return Lineage(run.label for run in self._runs.all())

    def changed(self, run: Run) -> tuple[Apart, ...]:
        """Return the settings of a branch that are others than where it left; none of a run of its own."""
        fork = run.label.fork
        if fork is None:
            return ()
        there = replace(run, spec=fork.spec, config=fork.config, dataset=fork.dataset, own_samples=fork.own_samples)
        here, before = settings_of(run), settings_of(there)
        return tuple(each for each in apart(here, before) if each.name not in UNSAID)

    def has_edits(self, run: Run) -> bool:
        """Say whether numbers of a branch were changed by hand, as far as its way is kept."""
        fork, way = run.label.fork, self._way_of(run)
        if fork is None or way is None:
            return False
        legs = way.way.legs
        since = (two for one, two in pairwise(legs) if two.spec == one.spec and two.first >= fork.iteration)
        return (way.is_edited and legs[-1].spec == run.spec) or any(leg.is_edited for leg in since)

    def _way_of(self, run: Run) -> KeptWay | None:
        is_now = self._runs.is_current(run.label.number)
        return self._timeline.kept if is_now else self._timeline.way_to(run.checkpoint)

    # ---- another future

    def begin(
        self,
        at: Waypoint,
        *,
        name: str = "",
        note: str = "",
        edit: Edit | None = None,
        trained: Trained | None = None,
    ) -> None:
        """Go on from a moment of the way that led here; a run is ended first.

        Parameters
        ----------
        at
            The moment, exactly, and what was trained with then: settings and data become the document's.
        name, note
            What the branch is called, and what is written about it.
        edit
            Returns the state with something changed: spec, config, dataset or checkpoint.
        trained
            What was trained on the branch already: it stands at the end of that. Without it, at the moment.
        """
        self._control.when_idle(partial(self._begin, at, name, note, edit, trained))

    def _begin(self, at: Waypoint, name: str, note: str, edit: Edit | None, trained: Trained | None) -> None:
        done, before = at.checkpoint.iteration, self._left(self._document.state)
        now = replace(
            before,
            spec=at.spec,
            config=replace(at.config, epochs=before.config.epochs),
            dataset=at.source if isinstance(at.source, DatasetChoice) else before.dataset,
            checkpoint=at.checkpoint,
            history=until(before.history, done),
            overrides=(),
        )
        label = label_of(before.run_label.number, self._fork(before, now))  # that of a run that is not kept is free
        now = replace(now, run_label=shortened(replace(label, name=name, note=note)))
        way = self._way_through(at)
        after = now if edit is None else edit(now)
        if trained is not None:
            after = replace(after, checkpoint=trained.checkpoint, history=(*now.history, *trained.records))
            way = None if way is None else way.joined(trained.way)
        if way is not None:
            self._timeline.expect(way)
        source = QT_TRANSLATE_NOOP("Branches", "Go on from iteration {iteration:,}")
        self._become(Phrase("Branches", source, {"iteration": done}), after)

    def _fork(self, before: DocumentState, now: DocumentState) -> Fork | None:
        """Return where a branch leaves the run on whose own part it begins, None where no such run is kept."""
        kept, own, done = before.runs, self._document.state.run_label, now.checkpoint.iteration
        parent = Lineage([*(run.label for run in kept), own]).owner(own.number, done)
        is_kept = any(run.label.number == parent for run in kept)
        return fork_of(current(now), parent, done) if is_kept else None

    def _way_through(self, at: Waypoint) -> Way | None:
        way = self._timeline.way
        until = None if way is None else way.until(at.checkpoint.iteration)
        return None if until is None else until.through(at)

    def _left(self, state: DocumentState) -> DocumentState:
        """Return a state with its run among those that are kept, drawn beside the next one."""
        if not is_worth_keeping(state, is_edited=self._is_edited(state)):
            return state
        label = replace(state.run_label, is_pinned=self._runs.can_pin((state.run_label.number,)))
        return kept(state, replace(state, run_label=label))

    def _is_edited(self, state: DocumentState) -> bool:
        """Say whether numbers or samples were changed since the last training."""
        kept = self._timeline.kept
        return kept is not None and (kept.is_edited or kept.way.legs[-1].source not in (None, state.dataset))

    def _become(self, text: Phrase, state: DocumentState) -> None:
        names = ("spec", "config", "dataset", "checkpoint", "history", "overrides", "runs", "run_label")
        changes: dict[str, Any] = {name: getattr(state, name) for name in names}
        self._control.stop()  # what Train was pressed for belongs to the other future
        self._document.edit(text, **changes)
        undo = self.tr("Undo brings back what you had.")
        self.status.emit(f"{text}. {undo}")

    # ---- what is kept of the past

    def past_of(self, run: Run) -> Past | None:
        """Return what is kept of the way that led to a run's end, None where nothing is."""
        kept = self._way_of(run)
        return None if kept is None else Past(kept.way.count, kept.way.nbytes, kept.way.bare().count)

    @property
    def bytes_kept(self) -> tuple[int, int]:
        """How much all moments of all runs take together, and how much they may take."""
        return self._timeline.nbytes, self._timeline.budget

    def why_no_past(self, number: int, *, compact: bool) -> str:
        """Say why the past of a run cannot be compacted or forgotten, in the person's language; empty if it can."""
        run = self._runs.run(number)
        past = None if run is None else self.past_of(run)
        if past is None:
            return self.tr("Nothing is kept of its past but its curves.")
        if compact and past.count == past.fewest:
            return self.tr("Its past is compact already.")
        return ""

    def compact_past(self, number: int) -> None:
        """Keep of the way to a run no moments but those at which something was changed: the others are found again."""
        self._control.when_idle(partial(self._change_past, number, compact=True))

    def forget_past(self, number: int) -> None:
        """Keep nothing of the way to a run but its curves and its end."""
        self._control.when_idle(partial(self._change_past, number, compact=False))

    def _change_past(self, number: int, *, compact: bool) -> None:
        """Let a run end at a checkpoint of its own, with the same numbers: undo brings the other back, with its way."""
        run, why_not = self._runs.run(number), self.why_no_past(number, compact=compact)
        kept = None if run is None else self._way_of(run)
        if run is None or run.checkpoint is None or kept is None or why_not:
            self.status.emit(why_not)
            return
        end = replace(run.checkpoint)
        bare = kept.way.bare() if kept.is_edited else kept.way.bare().ending_with(end)
        compacted = QT_TRANSLATE_NOOP("Branches", "Compact the past of {run}")
        text = compacted if compact else QT_TRANSLATE_NOOP("Branches", "Forget the past of {run}")
        phrase = Phrase("Branches", text, {"run": title_of(run.label)})
        if self._runs.is_current(number):
            self._timeline.expect(bare if compact else None)
            self._document.edit(phrase, checkpoint=end)
            return
        if compact:
            self._timeline.put(end, replace(kept, way=bare))
        state = self._document.state
        self._document.edit(
            phrase, runs=tuple(replace(each, checkpoint=end) if each is run else each for each in state.runs)
        )

    # ---- from one to another

    def switch(self, number: int) -> None:
        """Make another run the current one again, as it ended: Train goes on with it; a run is ended first."""
        self._control.when_idle(partial(self._switch, number))

    def obstacle(self, number: int) -> str:
        """Say why nobody can switch to a run, in the person's language; empty if somebody can."""
        run = self._runs.run(number)
        if run is None:
            return self.tr("It has been deleted.")
        if self._runs.is_current(number):
            return self.tr("It is the current run.")
        if run.label.group:
            return self.tr("It is one of several seeds: take its settings and weights back to go on with it.")
        if run.checkpoint is None:
            return self.tr("The document had no room for its weights: only its curves are there.")
        return ""

    def _switch(self, number: int) -> None:
        run, why_not = self._runs.run(number), self.obstacle(number)
        if run is None or run.checkpoint is None or why_not:
            self.status.emit(why_not)
            return
        state = self._document.state
        rest = tuple(each for each in state.runs if each is not run)
        now = replace(
            self._left(replace(state, runs=rest)),
            spec=run.spec,
            config=replace(run.config, epochs=state.config.epochs),
            dataset=dataset_of(run, state.dataset),
            checkpoint=run.checkpoint,
            history=run.history,
            overrides=(),
            run_label=run.label,
        )
        source = QT_TRANSLATE_NOOP("Branches", "Switch to {run}")
        self._become(Phrase("Branches", source, {"run": title_of(run.label)}), now)
