"""What would have been: a moment of the past with one thing otherwise becomes a branch, and is trained to now."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nn.causes.edits import edits_of
from nn.replay import replaying
from playground.session.editing.adapting import check_mini_batches
from playground.session.past.slices import Slices, Work
from playground.session.phrase import said

if TYPE_CHECKING:
    from nn.causes.edits import PastEdit
    from nn.causes.imagined import Imagined
    from nn.network import NetworkSpec
    from nn.replay import Waypoint
    from nn.training import Checkpoint, TrainingConfig
    from playground.session.document.state import DocumentState
    from playground.session.loading import Loaded
    from playground.session.running.control import RunControl
    from playground.session.running.timeline import Timeline
    from playground.session.runs.branches import Branches


class Imagining(QObject):
    """Finds the exact moment, begins a branch there with what is otherwise, and trains it to where the run stands."""

    changed = Signal()
    """A search for a moment begins, comes further or ends."""
    begun = Signal()
    """There is the branch, and it is being trained."""
    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(self, control: RunControl, timeline: Timeline, branches: Branches, parent: QObject) -> None:
        super().__init__(parent)
        self._control, self._timeline, self._branches = control, timeline, branches
        self._wanted: tuple[str, Imagined] | None = None
        self._from = self._to = self._reached = self._goal = 0
        self._slices = Slices(self)
        self._slices.told.connect(self._on_told)
        self._slices.done.connect(self._on_done)

    def close(self) -> None:
        """End the thread; the session calls it at its end."""
        self._slices.close()

    # ---- what there is

    @property
    def range(self) -> tuple[int, int] | None:
        """The first and the last moment from which something could have been otherwise, None without any."""
        way = self._timeline.way
        return None if way is None or way.first == way.last else (way.first, way.last - 1)

    @property
    def goal(self) -> int:
        """Up to which iteration a branch is trained: where the run stands."""
        way = self._timeline.way
        return 0 if way is None else way.last

    @property
    def edits(self) -> tuple[PastEdit, ...]:
        """The edits on the way here that can be taken back, the last one first."""
        way = self._timeline.way
        return () if way is None else tuple(edits_of(way, way.last))

    def settings_at(self, iteration: int) -> tuple[NetworkSpec, TrainingConfig] | None:
        """Return what the update after a moment was made with, None where no way leads there."""
        way = self._timeline.way
        leg = None if way is None else way.leg_of(iteration + 1)
        return None if leg is None else (leg.spec, leg.config)

    @property
    def is_busy(self) -> bool:
        """Whether a moment is being found."""
        return self._slices.key is not None

    @property
    def share_done(self) -> float:
        """How much of that is done, from 0 to 1."""
        return (self._reached - self._from) / max(1, self._to - self._from)

    # ---- another future

    def begin(self, iteration: int, imagined: Imagined, name: str) -> None:
        """Begin a branch at a moment with something otherwise, and train it to where the run stands."""
        self._control.when_idle(partial(self._find, iteration, imagined, name))

    def _find(self, iteration: int, imagined: Imagined, name: str) -> None:
        way = self._timeline.way
        if way is None or not way.first <= iteration < way.last:
            gone = self.tr("That moment is gone: another training led here.")
            self.status.emit(self._timeline.why_no_past() or gone)
            return
        obstacle = way.obstacle(iteration + 1)
        if obstacle is not None:
            self.status.emit(said(ValueError(obstacle)))
            return
        leg = way.leg_of(iteration + 1)
        kept = max((each for each in leg.checkpoints if each.iteration <= iteration), key=lambda each: each.iteration)
        try:
            spec, config = imagined.applied(leg.spec, leg.config)
            check_mini_batches(spec, leg.at(kept).data, config.batch_size, replacement=config.replacement)
        except (TypeError, ValueError) as error:
            self.status.emit(said(error))
            return
        self._wanted, self._goal = (name, imagined), way.last
        self._from = self._reached = kept.iteration
        self._to = iteration
        start = leg.at(kept)
        self._slices.start(Work(start, partial(replaying, start, iteration)))
        self.changed.emit()

    def without(self, edit: PastEdit, name: str) -> None:
        """Begin a branch at an edit as if nobody had made it, and train it to where the run stands."""
        self._goal = self.goal
        self._control.when_idle(partial(self._go_on, edit.before, name, None))

    def cancel(self) -> None:
        """Give up a search: nothing has changed."""
        if self.is_busy:
            self._slices.cancel()
            self.changed.emit()

    @Slot(object, object)
    def _on_told(self, _key: object, reached: int) -> None:
        self._reached = reached
        self.changed.emit()

    @Slot(object)
    def _on_done(self, loaded: Loaded) -> None:
        self.changed.emit()
        if loaded.failure:
            self.failed.emit(loaded.failure)
            return
        assert self._wanted is not None
        name, imagined = self._wanted
        start: Waypoint = loaded.key
        found: Checkpoint = loaded.result
        self._control.when_idle(partial(self._go_on, replace(start, checkpoint=found), name, imagined))

    def _go_on(self, at: Waypoint, name: str, imagined: Imagined | None) -> None:
        edit = None if imagined is None else partial(_with, imagined)
        self._branches.begin(at, name=name, edit=edit)
        self._control.train_to(self._goal)
        self.begun.emit()


def _with(imagined: Imagined, state: DocumentState) -> DocumentState:
    spec, config = imagined.applied(state.spec, state.config)
    return replace(state, spec=spec, config=config)
