"""Looks for the cause of what went wrong: when it was decided, then each suspect tried, in a thread."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal, cast

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from nn.causes import Course, Losses, deciding, finding, moments_before, trying, updates_of, verdict_of
from nn.causes.trials import STREAMS
from nn.replay import Way
from nn.training import Divergence, iterations_per_epoch
from playground.session.document.state import DatasetChoice, RunRecord, kept_losses
from playground.session.past.slices import Slices, Work
from playground.session.phrase import said
from playground.session.running.changes import setup_of
from playground.session.running.run_pieces import losses_up_to
from playground.session.runs.branches import Trained

if TYPE_CHECKING:
    from nn.causes import Earlier, Found, Narrowing, Suspect, Verdict
    from playground.session.document.document import Document
    from playground.session.document.state import DocumentState
    from playground.session.loading import Loaded
    from playground.session.past.playhead import Playhead
    from playground.session.running.control import RunControl
    from playground.session.running.run import TrainingRun
    from playground.session.running.timeline import Timeline
    from playground.session.runs.branches import Branches

State = Literal["idle", "finding", "found", "trying", "tried", "earlier"]


class CauseFinding(QObject):
    """Finds the moment at which it was decided, then tries what could have been otherwise.

    What was found and tried stays until somebody looks for another cause; giving up keeps the trials that are over.

    Attributes
    ----------
    state : str
        "idle", "finding" the moment, "found", "trying" suspects, "tried", or looking for an "earlier" one.
    found : Found or None
        The moment and the suspects.
    courses : list of Course
        The trials that are over.
    earlier : Earlier or None
        Whether it was decided earlier, once somebody looked.
    narrowing : Narrowing or None
        How far that search is, while it goes on.
    why_not : str
        Why there is nothing to look for, or nothing was found.
    streams : int
        Streams of batches on which each suspect is tried.
    """

    changed = Signal()
    """Something begins, comes further, or ends."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(
        self,
        document: Document,
        run: TrainingRun,
        control: RunControl,
        timeline: Timeline,
        playhead: Playhead,
        branches: Branches,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._control = document, run, control
        self._timeline, self._playhead, self._branches = timeline, playhead, branches
        self.state: State = "idle"
        self.found: Found | None = None
        self.courses: list[Course] = []
        self.why_not = ""
        self.earlier: Earlier | None = None
        self.narrowing: Narrowing | None = None
        self._way: Way | None = None  # the way that went wrong
        self.streams = STREAMS
        self._done = 0
        self._losses = Losses(1, np.empty(0))  # of the run that went wrong, whatever the document became since
        self._slices = Slices(self)
        self._slices.told.connect(self._on_told)
        self._slices.done.connect(self._on_done)
        document.begun.connect(self._forget)

    def close(self) -> None:
        """End the thread; the session calls it at its end."""
        self._slices.close()

    # ---- what is known

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._slices.key is not None

    @property
    def share_done(self) -> float:
        """How much of the trials is done, or of the search for an earlier moment, from 0 to 1."""
        if self.narrowing is not None:
            return self.narrowing.share
        return min(1.0, self._done / max(1, self.updates))

    @property
    def updates(self) -> int:
        """How many updates all trials make together."""
        return 0 if self.found is None else updates_of(self.found, self.streams)

    @property
    def seconds(self) -> float:
        """How long all trials take, as far as that is known."""
        return 0.0 if self.found is None else self.updates * self.found.seconds

    @property
    def verdict(self) -> Verdict | None:
        """What the trials that are over say."""
        return verdict_of(self.found, self.courses) if self.found is not None and self.courses else None

    def losses(self, first: int, end: int) -> Losses:
        """Return the losses of the run that went wrong between two iterations, as far as it came."""
        known = self._losses
        start = min(max(first, known.first), known.last + 1)
        return Losses(start, known.values[start - known.first : max(0, end + 1 - known.first)])

    @property
    def way(self) -> Way | None:
        """The way that went wrong, None before anybody looked."""
        return self._way

    # ---- looking for it

    def look(self, at: int | None = None) -> None:
        """Find what went wrong about an iteration, or at the end, and when it was decided; training pauses."""
        self._control.when_idle(partial(self._look, at))

    def _look(self, at: int | None) -> None:
        self._slices.cancel()
        self.found, self.courses, self.why_not, self._done = None, [], "", 0
        way = self._way = self._timeline.way
        self.earlier = None
        obstacle = self._obstacle(way)
        if obstacle or way is None:
            self.state, self.why_not = "idle", obstacle
            self.changed.emit()
            return
        self.state = "finding"
        self._losses = self._losses_of(way)
        work = partial(finding, way, self._losses, self._divergence(way), at)
        self._slices.start(Work(("finding", at), work))
        self.changed.emit()

    def _obstacle(self, way: Way | None) -> str:
        if way is None or way.first == way.last:
            return self._timeline.why_no_past()
        reason = next((each for leg in way.legs if (each := way.obstacle(leg.first + 1)) is not None), None)
        return "" if reason is None or way.last == way.first else said(ValueError(reason))

    def _losses_of(self, way: Way) -> Losses:
        """Return the losses of a way, from where they are known without a gap."""
        first, losses = losses_up_to(self._document.state.history, way.last)
        before = max(0, way.first + 1 - first)
        return Losses(first + before, losses[before:])

    def _divergence(self, way: Way) -> Divergence | None:
        history = self._document.state.history
        end = history[-1].divergence if history else None
        return end if end is not None and end.iteration == way.last + 1 else None

    def try_suspects(self, streams: int = STREAMS) -> None:
        """Train again from just before it, with each suspect in turn, on so many streams of batches."""
        if self.found is None or self.is_busy:
            return
        self.streams, self.courses, self._done, self.state = streams, [], 0, "trying"
        self._slices.start(Work(("trying", self.found), partial(trying, self.found, streams), tells_all=True))
        self.changed.emit()

    @property
    def can_look_earlier(self) -> bool:
        """Whether every stream went wrong from the moment that was found, and there are kept moments before it."""
        verdict, way = self.verdict, self._timeline.way
        plain = None if verdict is None else next((each for each in verdict.scores), None)
        if self.is_busy or self.found is None or way is None or plain is None or way is not self._way:
            return False
        return plain.tried > 1 and not plain.recovered and bool(moments_before(way, self.found))

    def look_earlier(self) -> None:
        """Find the earliest moment from which every stream of batches leads there."""
        if self.can_look_earlier and self._way is not None and self.found is not None:
            self.state, self.earlier, self.narrowing = "earlier", None, None
            work = partial(deciding, self._way, self.found, self.streams)
            self._slices.start(Work(("earlier", self.found), work))
            self.changed.emit()

    def cancel(self) -> None:
        """Give up what is under way; what was found stays."""
        if self.is_busy:
            self._slices.cancel()
            self._settle()

    @Slot()
    def _forget(self) -> None:
        """Forget what was found: it is another document."""
        self._slices.cancel()
        self.state, self.found, self.courses, self.why_not, self.earlier = "idle", None, [], "", None
        self.changed.emit()

    def _settle(self) -> None:
        self.narrowing = None
        self.state = "idle" if self.found is None else "tried" if self.courses else "found"
        self.changed.emit()

    # ---- what follows from it

    def go_to_moment(self) -> None:
        """Look at the moment just before the update with which it began."""
        if self.found is not None:
            self._playhead.go(self.found.before.checkpoint.iteration)

    def open(self, suspect: Suspect, name: str = "") -> None:
        """Go on with a suspect as a branch of the run: from the end of its trial on the true batches, if there is one.

        Parameters
        ----------
        suspect
            What is otherwise.
        name
            What the branch is called.
        """
        if self.found is None:
            return
        course = next((each for each in self.courses if each.suspect is suspect and each.end is not None), None)
        at = suspect.start if suspect.kind == "edit" else self.found.before
        self._branches.begin(
            at, name=name, edit=partial(_with, suspect), trained=None if course is None else _trained(course)
        )

    @Slot(object, object)
    def _on_told(self, key: tuple[str, object], what: object) -> None:
        if key[0] == "trying":
            self._take(what)
        elif key[0] == "earlier":
            self.narrowing = cast("Narrowing", what)
        self.changed.emit()

    def _take(self, told: object) -> None:
        for item in told if isinstance(told, tuple) else ():
            if isinstance(item, Course):
                self.courses.append(item)
            else:
                self._done = item

    @Slot(object)
    def _on_done(self, loaded: Loaded) -> None:
        if loaded.failure:
            self._settle()
            self.failed.emit(loaded.failure)
            return
        if loaded.key[0] == "earlier":
            self.earlier = loaded.result
            if self.earlier.found is not None:
                self.found, self.courses = self.earlier.found, []
        if loaded.key[0] == "finding":
            self.found = loaded.result
            if self.found is None:
                self.why_not = self.tr("Nothing went wrong here that its losses or its layers would show.")
        self._settle()


def _with(suspect: Suspect, state: DocumentState) -> DocumentState:
    """Return a document at a suspect's start with what is otherwise."""
    start = suspect.on_stream(0)
    config = replace(start.config, epochs=state.config.epochs)
    return replace(state, spec=start.spec, config=config, checkpoint=start.checkpoint)


def _trained(course: Course) -> Trained | None:
    """Return a trial as what a branch begins with; None where it made no update."""
    start, end = course.suspect.on_stream(0), course.end
    if end is None or end.iteration == start.checkpoint.iteration:
        return None
    first = start.checkpoint.iteration + 1
    made = end.iteration - start.checkpoint.iteration
    lost = Divergence(end.iteration + 1, float(course.losses[made])) if len(course.losses) > made else None
    choice = start.source if isinstance(start.source, DatasetChoice) else DatasetChoice(start.data.name)
    record = RunRecord(
        first,
        kept_losses(course.losses[:made].tolist()),
        divergence=lost,
        paces=((first, iterations_per_epoch(start.data, start.config)),),
        setups=((first, setup_of(start.spec, start.config, choice)),),
    )
    return Trained((record,), Way.begin(start).through(replace(start, checkpoint=end)))
