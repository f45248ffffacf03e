"""The playhead: the moment of the training that led here at which all panels look."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nn.network import Network
from nn.replay import replaying
from playground.session.looking.network_choice import Past
from playground.session.looking.subject import Moment
from playground.session.past.slices import Slices, Work
from playground.session.phrase import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.replay import Leg, Waypoint
    from nn.training import Checkpoint
    from playground.session.document.state import DocumentState
    from playground.session.loading import Loaded
    from playground.session.looking.looking import Looking
    from playground.session.running.run import TrainingRun
    from playground.session.running.timeline import Timeline
    from playground.session.runs.branches import Branches

FRAME_MS = 50
WHOLE_S = 20.0
"""How long playing the whole way takes at the usual speed."""
LONG_S = 1.0
"""A replay that takes longer says beforehand how long."""
SPEEDS = (1 / 16, 1 / 8, 1 / 4, 1 / 2, 1.0, 2.0, 4.0, 8.0, 16.0)
_USUAL = 4
_UNKNOWN_S = 0.001  # an iteration, before anybody has measured one


class Playhead(QObject):
    """Moves the moment at which all panels look, along the way that training came; looking edits nothing.

    Where a moment is not kept, the nearest one that is kept is looked at first, and a thread trains to it from the one
    before. The document stays at its end: whoever trains or edits looks at that again.

    Attributes
    ----------
    position : int or None
        The updates of the moment that a person wants to see; None for now.
    """

    moved = Signal()
    """Another position, another moment that is seen, or a replay begins, comes further or ends."""
    playing_changed = Signal(bool)
    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(
        self,
        run: TrainingRun,
        timeline: Timeline,
        looking: Looking,
        branches: Branches,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._timeline, self._looking, self._branches = timeline, looking, branches
        self.position: int | None = None
        self._network: Network | None = None
        self._seen: Waypoint | None = None  # the moment that is looked at
        self._speed = _USUAL
        self._pace = _UNKNOWN_S  # seconds of an iteration that is replayed, as measured last
        self._from, self._begun, self._reached = 0, 0.0, 0
        self._due = self._frame_at = 0.0  # where playing would be, in updates, and when that was so
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self._replays = Slices(self)
        self._replays.told.connect(self._on_told)
        self._replays.done.connect(self._on_done)
        looking.changed.connect(self._on_looking_changed)
        timeline.grown.connect(self.moved)

    def close(self) -> None:
        """End the thread; the session calls it at its end."""
        self._timer.stop()
        self._replays.close()

    # ---- what there is

    @property
    def first(self) -> int:
        """The updates of the earliest moment that can be looked at."""
        way = self._timeline.way
        return self.last if way is None else way.first

    @property
    def last(self) -> int:
        """The updates made up to now."""
        return self._run.iteration

    @property
    def has_past(self) -> bool:
        """Whether there is an earlier moment to look at."""
        way = self._timeline.way
        return way is not None and way.first < self.last

    @property
    def why_no_past(self) -> str:
        """Why there is no earlier moment to look at, in the person's language; empty if there is one."""
        return self._timeline.why_no_past()

    @property
    def shown(self) -> int:
        """The updates of the moment that all panels look at."""
        return self.last if self._seen is None else self._seen.checkpoint.iteration

    @property
    def is_exact(self) -> bool:
        """Whether that is the moment which was asked for."""
        return self.position is None or self.position == self.shown

    @property
    def is_playing(self) -> bool:
        """Whether the moment moves by itself."""
        return self._timer.isActive()

    @property
    def is_replaying(self) -> bool:
        """Whether a moment is being found again."""
        return self._replays.key is not None

    @property
    def share_done(self) -> float:
        """How much of that is done, from 0 to 1."""
        return (self._reached - self._from) / max(1, (self.position or 0) - self._from)

    @property
    def seconds_left(self) -> float:
        """How long the replay that is under way will take, as far as that is known; 0 without one."""
        return (self.position - self._reached) * self._pace if self.is_replaying and self.position is not None else 0.0

    @property
    def takes_long(self) -> bool:
        """Whether the replay that is under way takes so long that a person wants to know."""
        whole = 0 if self.position is None else (self.position - self._from) * self._pace
        return self.is_replaying and whole > LONG_S

    @property
    def speed(self) -> float:
        """How fast it plays: iterations in a second."""
        return max(1.0, (self.last - self.first) / WHOLE_S) * SPEEDS[self._speed]

    # ---- moves

    def go(self, iteration: int) -> None:
        """Look at the moment after so many updates; at the end of the way that is now."""
        way = self._timeline.way
        if way is None or not self.has_past:
            self.status.emit(self.why_no_past)
            return
        wanted = min(max(iteration, way.first), self.last)
        if wanted == self.last:
            self.to_now()
            return
        wanted = min(wanted, way.last)
        obstacle = way.obstacle(wanted)
        if obstacle is not None:
            self.status.emit(
                self.tr("That moment cannot be shown: {reason}.").format(reason=said(ValueError(obstacle)))
            )
            return
        if wanted != self.position:
            self.position = wanted
            if not self.is_playing:  # which goes one way only
                self._show_nearest()
            self._find_exactly()
            self.moved.emit()

    def step(self, updates: int) -> None:
        """Look at a moment so many updates later, or earlier."""
        self.go((self.last if self.position is None else self.position) + updates)

    @Slot()
    def to_now(self) -> None:
        """Look at the present again."""
        if self.position is not None:
            self._leave()
            self._looking.show_past(None)

    def cancel(self) -> None:
        """Give up a replay: what is seen stays, at the nearest moment that was kept or found."""
        if self.is_replaying:
            self._replays.cancel()
            self.pause()
            self.position = self.shown
            self.moved.emit()

    def go_on_from_here(self, edit: Callable[[DocumentState], DocumentState] | None = None) -> None:
        """Begin a branch at the moment that is looked at, with the settings of then; the future of then stays.

        Parameters
        ----------
        edit
            Returns the state with something changed, in the same step.
        """
        seen = self._seen
        if seen is not None and self.is_exact:
            self._branches.begin(seen, edit=edit)

    # ---- playing

    def play(self) -> None:
        """Let the moment move on by itself, from the beginning where it stands at the end."""
        if not self.has_past:
            return
        if self.position is None:
            self.go(self.first)
        if self.position is not None and not self.is_playing:
            self._due, self._frame_at = float(self.position), time.perf_counter()
            self._timer.start()
            self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stand still."""
        if self.is_playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Play, or stand still."""
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def change_speed(self, steps: int) -> None:
        """Play so many times twice as fast, or half as fast."""
        self._speed = min(max(self._speed + steps, 0), len(SPEEDS) - 1)
        self.moved.emit()

    @Slot()
    def _on_frame(self) -> None:
        """Go on as far as the time that has passed; a moment that is still being found is waited for."""
        if self.position is None:
            return
        now = time.perf_counter()
        self._due += self.speed * min(now - self._frame_at, LONG_S)
        self._frame_at = now
        if self.is_replaying:
            return
        if self._due >= self.last:
            self.pause()
            self.to_now()
        elif int(self._due) > self.position:
            self.go(int(self._due))

    # ---- the moment

    def _show_nearest(self) -> None:
        way, position = self._timeline.way, self.position
        if way is None or position is None:
            return
        leg, checkpoint = way.nearest(position)
        seen = self._seen
        if seen is not None and abs(seen.checkpoint.iteration - position) <= abs(checkpoint.iteration - position):
            return  # what is seen already is at least as near
        self._show(leg.at(checkpoint))

    def _show(self, seen: Waypoint) -> None:
        self._seen = seen
        if self._network is None or self._network.spec != seen.spec:
            self._network = Network(seen.spec, None)
        self._network.load(seen.checkpoint.params, seen.checkpoint.state)
        exact = seen if seen.checkpoint.iteration == self.position else None
        self._looking.show_past(Past(self._network, Moment(seen.checkpoint.iteration), seen.data, exact))

    def _find_exactly(self) -> None:
        start = self._start()
        if start is None or self.position is None:
            return
        if start.checkpoint.iteration == self.position:
            self._replays.cancel()
            if not self.is_exact:
                self._show(start)
            return
        self._from = self._reached = start.checkpoint.iteration
        self._begun = time.perf_counter()
        self._replays.start(Work((start, self.position), partial(replaying, start, self.position)))

    def _start(self) -> Waypoint | None:
        """Return where to train on from: the moment kept before the position, or one that was found since."""
        way, position, seen = self._timeline.way, self.position, self._seen
        if way is None or position is None:
            return None
        kept = way.before(position)
        if seen is None or kept is None or not kept.checkpoint.iteration < seen.checkpoint.iteration <= position:
            return kept
        leg: Leg = way.leg_of(position)
        return seen if leg.goes_on_with(seen) and leg.first <= seen.checkpoint.iteration else kept

    @Slot(object, object)
    def _on_told(self, _key: object, reached: int) -> None:
        self._note_pace(reached)
        self.moved.emit()

    def _note_pace(self, reached: int) -> None:
        self._reached = reached
        if reached > self._from:
            self._pace = (time.perf_counter() - self._begun) / (reached - self._from)

    @Slot(object)
    def _on_done(self, loaded: Loaded) -> None:
        if loaded.failure:
            self.pause()
            self.failed.emit(loaded.failure)
            return
        start: Waypoint = loaded.key[0]
        found: Checkpoint = loaded.result
        self._note_pace(found.iteration)
        self.position = found.iteration  # earlier where the loss was no longer finite
        self._show(replace(start, checkpoint=found))
        self.moved.emit()

    @Slot()
    def _on_looking_changed(self) -> None:
        """Hear that somebody trained or edited, or looks at another network."""
        if self.position is not None and not self._looking.is_past:
            self._leave()

    def _leave(self) -> None:
        self._replays.cancel()
        self.pause()
        self.position = self._seen = None
        self.moved.emit()
