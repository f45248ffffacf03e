"""The past of watches that are entered after the training: found by training again, coarsely first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from playground.session.past.slices import Slices, Work
from playground.session.stepping.watch_reading import ReadAt, readings_along, readings_at

if TYPE_CHECKING:
    from collections.abc import Generator

    from nn.replay import Way
    from playground.session.document.document import Document
    from playground.session.loading import Loaded
    from playground.session.running.run import TrainingRun
    from playground.session.running.timeline import Timeline
    from playground.session.stepping.watch_recorder import WatchRecorder

MOST = 1000
"""Iterations of a long way that are read; of a shorter one it is every iteration."""


class WatchPast(QObject):
    """Reads watches that are new where training came through before they were there, in a thread of its own.

    What it finds goes to the recorder's series, where a live recording would have put the same numbers. Training,
    another way and another watch give up what is under way; what was found stays.

    Attributes
    ----------
    share_done : float
        How much of the way is read, from 0 to 1; 1 while nothing is under way.
    """

    changed = Signal()
    """It begins, comes further, or ends."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(
        self, document: Document, run: TrainingRun, timeline: Timeline, recorder: WatchRecorder, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._run, self._timeline, self._recorder = document, run, timeline, recorder
        self._known = set(document.state.watches)
        self.share_done = 1.0
        self._replays = Slices(self)
        self._replays.told.connect(self._on_told)
        self._replays.done.connect(self._on_done)
        document.watches_changed.connect(self._on_watches_changed)
        timeline.cleared.connect(self.cancel)
        run.running_changed.connect(self._on_running_changed)

    def close(self) -> None:
        """End the thread; the session calls it at its end."""
        self._replays.close()

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._replays.key is not None

    def read(self, watches: tuple[str, ...]) -> None:
        """Read watches along the whole way that led here; what was read before stays."""
        way = self._timeline.way
        if not watches or way is None or way.first == way.last or self._run.is_running:
            return
        if any(way.obstacle(leg.first + 1) is not None for leg in way.legs if leg.first < way.last):
            return  # its data are not at hand
        self.share_done = 0.0
        self._replays.start(Work((watches, way), partial(past_of, way, watches), tells_all=True))
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Give up what is being read; what was found stays."""
        if self.is_busy:
            self._replays.cancel()
            self._end()

    def _end(self) -> None:
        self.share_done = 1.0
        self.changed.emit()

    @Slot(object)
    def _on_watches_changed(self, watches: tuple[str, ...]) -> None:
        new = tuple(text for text in watches if text not in self._known)
        self._known = set(watches)
        if new:
            under_way = self._replays.key[0] if self.is_busy else ()  # type: ignore[index]
            self.read((*(text for text in under_way if text in watches), *new))

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        if running:
            self.cancel()

    @Slot(object, object)
    def _on_told(self, key: tuple[tuple[str, ...], Way], found: tuple[ReadAt, ...]) -> None:
        way = key[1]
        for iteration, readings in found:
            for text, reading in (readings or {}).items():
                if reading is not None:
                    self._recorder.series(text).put(iteration, reading)
        if found:
            self.share_done = (found[-1].iteration - way.first) / max(1, way.last - way.first)
            self._recorder.read.emit()
        self.changed.emit()

    @Slot(object)
    def _on_done(self, loaded: Loaded) -> None:
        self._end()
        if loaded.failure:
            self.failed.emit(loaded.failure)


def past_of(way: Way, watches: tuple[str, ...]) -> Generator[ReadAt | None, None, None]:
    """Give what watches said along a way: at the moments that are kept first, then from one end to the other."""
    for leg, checkpoint in way.checkpoints:
        yield ReadAt(checkpoint.iteration + 1, readings_at(leg.at(checkpoint), watches))
    every = max(1, (way.last - way.first) // MOST)
    for stretch in way.stretches(way.last):
        for read in readings_along(stretch, watches, every, way.first):
            yield read if read.readings is not None else None
