"""Reads the watches at the iterations that training comes through."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from nn.replay import Waypoint
from playground.session.loading import Job, Loaded, Loader
from playground.session.stepping.watch_reading import Readings, readings_at
from playground.session.stepping.watch_series import WatchSeries

if TYPE_CHECKING:
    from playground.session.document.document import Document
    from playground.session.library import Library
    from playground.session.running.run import TrainingRun
    from playground.session.stepping.watch_expression import Reading


class WatchRecorder(QObject):
    """Sends the next mini-batch through the network wherever training comes through, and notes what the watches say.

    That is the pass the debugger would show there: the weights before its update, the numbers of its batch, the
    gradients by them. It is recorded in a thread of its own, one at a time: while one is under way, only the latest of
    the points that training came through meanwhile is kept. Without watches nothing is done.
    """

    read = Signal()
    """There are new readings."""
    cleared = Signal()
    """All readings are forgotten: they were of another network or document."""
    failed = Signal(str)
    """Traceback of an error."""

    def __init__(self, document: Document, run: TrainingRun, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._run, self._library = document, run, library
        self._series: dict[str, WatchSeries] = {}
        self._latest: Readings = {}
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._is_reading = False
        self._waiting: Waypoint | None = None
        run.passed.connect(self._on_run_passed)
        document.spec_changed.connect(self._clear)
        document.begun.connect(self._clear)
        document.checkpoint_changed.connect(self._on_checkpoint_changed)
        document.changed.connect(self._on_document_changed)
        library.data_changed.connect(self._on_data_changed)

    def close(self) -> None:
        """End the thread."""
        self._waiting = None
        self._loader.close()

    def series(self, text: str) -> WatchSeries:
        """Return what a watch said at each iteration; it grows on."""
        return self._series.setdefault(text, WatchSeries())

    def latest(self, text: str) -> Reading | None:
        """Return what a watch said last, None if it could not be read."""
        return self._latest.get(text)

    def read_at(self, waypoint: Waypoint) -> None:
        """Read every watch in the pass that comes after a point of training."""
        if not self._document.state.watches:
            return
        if self._is_reading:
            self._waiting = waypoint
            return
        self._is_reading = True
        self._loader.load(Job(waypoint, partial(_read, waypoint, self._document.state.watches)))

    def _read_here(self) -> None:
        """Read in the document's next pass, unless training runs: then its reports bring the readings."""
        state, data = self._document.state, self._library.data
        if data is not None and not self._run.is_running:
            self.read_at(Waypoint(state.checkpoint, state.spec, state.config, data))

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        self._is_reading = False
        if loaded.failure:
            self.failed.emit(loaded.failure)
        else:
            self._note(loaded.result)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.read_at(waiting)

    def _note(self, read: _Read) -> None:
        iteration, readings = read
        if not self._run.is_running and iteration > self._document.state.checkpoint.iteration + 1:
            return  # meanwhile the training that led there was taken back
        self._latest = readings
        for text, reading in readings.items():
            if reading is not None:
                self.series(text).put({iteration: reading})
        self.read.emit()

    @Slot(object)
    def _on_run_passed(self, waypoint: Waypoint) -> None:
        self.read_at(waypoint)

    @Slot()
    def _clear(self) -> None:
        self._series.clear()
        self._latest = {}
        self.cleared.emit()

    @Slot(object)
    def forget_after(self, iteration: int) -> None:
        """Forget what was read of later iterations: the way that leads here now is another one there."""
        for series in self._series.values():
            series.forget_after(iteration)

    @Slot(object)
    def _on_checkpoint_changed(self, _checkpoint: object) -> None:
        self.forget_after(self._document.state.checkpoint.iteration + 1)

    @Slot()
    def _on_document_changed(self) -> None:
        self._read_here()

    @Slot(object)
    def _on_data_changed(self, _data: object) -> None:
        self._read_here()


class _Read(NamedTuple):
    """The values of the watches in the pass of an iteration."""

    iteration: int
    readings: Readings


def _read(waypoint: Waypoint, watches: tuple[str, ...]) -> _Read:
    return _Read(waypoint.checkpoint.iteration + 1, readings_at(waypoint, watches))
