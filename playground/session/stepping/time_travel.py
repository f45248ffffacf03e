"""Go back to earlier iterations, or to the one where something went wrong, off the window's thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nn.replay import replay
from playground.session.loading import Job, Loaded, Loader
from playground.session.running.run_pieces import losses_by_iteration
from playground.session.stepping.time_search import TimeSearch

if TYPE_CHECKING:
    from nn.breakpoints import Breakpoint
    from playground.session.document.document import Document
    from playground.session.running.timeline import Timeline


class TimeTravel(QObject):
    """Finds checkpoints of the training that led to the document, and moments in it.

    Attributes
    ----------
    timeline : Timeline
        Where training came through.
    search : TimeSearch
        Looks for a moment; `look_for` starts it.
    """

    arrived = Signal(object, object)
    """Checkpoint that was asked for, and where its pass is to be entered."""
    travelling_changed = Signal(bool)
    """Whether an earlier iteration is being computed."""
    searching_changed = Signal(bool)
    """Whether an earlier moment is being looked for."""
    found = Signal(object)
    """Stop: the moment that was looked for, None when there is none."""
    status = Signal(str)
    """One sentence for the status bar."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(self, document: Document, timeline: Timeline, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self.timeline = timeline
        self.timeline.cleared.connect(self._on_timeline_cleared)
        self.search = TimeSearch(self)
        self.search.found.connect(self._on_found)
        self.search.failed.connect(self._on_failed)
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_replayed)
        self._wanted: tuple[int, int] | None = None

    def go(self, iteration: int, cursor: int = 0) -> None:
        """Find the checkpoint from which an iteration begins; `arrived` follows, at once if it is kept.

        Parameters
        ----------
        iteration
            Its number, from 1.
        cursor
            Where to stand in its pass; -1 is behind its last event.
        """
        waypoint = self.timeline.before(iteration - 1)
        if waypoint is None:
            text = self.tr("Iteration {first} is the earliest one that can be gone back to.")
            first = self.timeline.first
            done = self._document.state.checkpoint.iteration if first is None else first
            self.status.emit(text.format(first=done + 1))
        elif waypoint.checkpoint.iteration == iteration - 1:
            self._forget()
            self.arrived.emit(waypoint.checkpoint, cursor)
        else:
            self._wanted = (iteration, cursor)
            self.travelling_changed.emit(True)
            self._loader.load(Job(self._wanted, partial(replay, waypoint, iteration - 1)))

    def look_for(self, breakpoints: tuple[Breakpoint, ...], end: int, *, latest: bool, since: int = 0) -> None:
        """Look for the first or latest moment after `since` updates, up to iteration `end`, when a breakpoint holds.

        A stretch that began before is looked through whole; where settings changed, one begins.
        """
        stretches = [each for each in self.timeline.stretches(end) if each.end > since]
        if not stretches:
            self.status.emit(self.tr("There is no training to look through: it began here."))
            return
        self.searching_changed.emit(True)
        self.search.start(stretches[::-1] if latest else stretches, breakpoints, self.losses, latest=latest)

    @property
    def losses(self) -> dict[int, float]:
        """The loss of each iteration that led here and can be gone back to."""
        first = self.timeline.first
        known = losses_by_iteration(self._document.state.history)
        return {iteration: loss for iteration, loss in known.items() if first is not None and iteration > first}

    def cancel(self) -> None:
        """Give a search up."""
        if self.search.is_searching:
            self.search.cancel()
            self.searching_changed.emit(False)

    @Slot()
    def _on_timeline_cleared(self) -> None:
        self.cancel()
        self._forget()

    def _forget(self) -> None:
        """Let the answer that is under way come too late."""
        if self._wanted is not None:
            self._wanted = None
            self.travelling_changed.emit(False)

    def close(self) -> None:
        """Forget what is under way and end the threads."""
        self._wanted = None
        self._loader.close()
        self.search.close()

    @Slot(object)
    def _on_replayed(self, loaded: Loaded) -> None:
        if loaded.key is not self._wanted or self._wanted is None:
            return
        cursor, self._wanted = self._wanted[1], None
        self.travelling_changed.emit(False)
        if loaded.failure:
            self.failed.emit(loaded.failure)
        else:
            self.arrived.emit(loaded.result, cursor)

    @Slot(object)
    def _on_found(self, stop: object) -> None:
        self.searching_changed.emit(False)
        if stop is None:
            self.status.emit(self.tr("Nothing of that kind happened on the way here."))
        self.found.emit(stop)

    @Slot(str)
    def _on_failed(self, report: str) -> None:
        self.searching_changed.emit(False)
        self.failed.emit(report)
