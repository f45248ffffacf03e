"""The meaning of the buttons: where a run begins and ends, and what has to wait for its end."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from nn.training import iterations_per_epoch
from playground.session.editing.adapting import check_fits, check_mini_batches
from playground.session.phrase import said
from playground.session.running.epochs import iterations_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.datasets.base import Dataset
    from playground.session.document.document import Document
    from playground.session.document.state import RunRecord
    from playground.session.library import Library
    from playground.session.running.run import TrainingRun


class RunControl(QObject):
    """Turns Train, Pause, Stop and single steps into runs, one after the other.

    A *stretch* is what one press of Train asks for: the configuration's epochs. Pause leaves it, the next Train goes
    on with it to the same end; Stop gives it up.
    """

    status = Signal(str)
    """One sentence for the status bar."""
    paused_changed = Signal(bool)
    """Whether a stretch has been interrupted that Train would go on with."""
    given_up = Signal()
    """A stretch that had been interrupted is not gone on with."""
    _became_idle = Signal()

    def __init__(self, document: Document, run: TrainingRun, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._run = run
        self._library = library
        self._stretch: Fraction | None = None  # the epochs trained when the stretch began that Train goes on with
        self._in_stretch = False  # whether the run goes to the end of the stretch, and not a single step
        self._was_paused = False
        self._is_held = False  # whether the numbers of a large network are being made
        self._waiting: Callable[[], None] | None = None  # the start of a run, for the data or for those numbers
        self._pending: list[Callable[[], None]] = []
        self.goes_on_in_pass: Callable[[], bool] = _nowhere
        """A question of Train, before it trains: did somebody go on to a breakpoint within the pass stepped through?"""
        run.ended.connect(self._on_run_ended)
        run.turned.connect(self._on_run_turned)
        run.running_changed.connect(self._refresh_paused)
        document.changed.connect(self._refresh_paused)
        library.data_changed.connect(self._on_data_changed)
        library.unavailable.connect(self._on_unavailable)
        # queued, so that everybody has heard of the end of the run before the next thing begins
        self._became_idle.connect(self._do_pending, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether training runs or something waits for its end."""
        return self._run.is_running or bool(self._pending)

    @property
    def is_paused(self) -> bool:
        """Whether a stretch has been interrupted that Train would go on with."""
        data = self._library.data
        if self._run.is_running or data is None or self._stretch is None:
            return False
        goal = self._stretch + self._document.state.config.epochs
        return self._stretch < self._epochs(data) < goal  # at its start nothing was interrupted

    @property
    def stretch(self) -> tuple[float, int] | None:
        """The epochs done of what Train was pressed for, and how many it is to have; None outside of it."""
        data, goal = self._library.data, self._document.state.config.epochs
        if self._stretch is None or data is None:
            return None
        done = self._epochs(data) - self._stretch
        return (float(done), goal) if 0 <= done <= goal else None

    def train(self) -> None:
        """Go on to the next breakpoint: with the epochs that Pause interrupted, or with new ones."""
        if not self._run.is_running and not self.goes_on_in_pass():
            self._start(self._end_of_stretch)

    def pause(self) -> None:
        """Stop training so that `train` goes on to the same end."""
        self._waiting = None
        self._run.stop()

    def stop(self) -> None:
        """End training: the next `train` begins a new stretch."""
        was_paused, self._stretch = self.is_paused, None
        self.pause()
        self._refresh_paused()
        if was_paused:
            self.given_up.emit()
            self.status.emit(self.tr("The run is ended: Train begins a new one."))

    def train_to(self, iteration: int) -> None:
        """Train up to an iteration, whatever the epochs are; a run is ended first."""
        self.when_idle(partial(self._start, partial(_always, iteration)))

    def step_iteration(self) -> None:
        """Train one iteration; a run is paused first."""
        self._step(self._next_iteration)

    def step_epoch(self) -> None:
        """Train to the end of the present epoch; a run is paused first."""
        self._step(self._next_epoch)

    def when_idle(self, action: Callable[[], None]) -> None:
        """Do something now, or after ending the run, whose result is an undo step by then."""
        if self._run.is_running:
            self._pending.append(action)
            self._run.stop()
        else:
            action()

    def go_on_live(self) -> None:
        """Let a run go on with the document's new values, to the end that they ask for."""
        data = self._library.data
        if self._run.is_running and data is not None:
            self._run.reconfigure(self._end_of_run(data), data)

    @Slot()
    def _on_run_turned(self) -> None:
        """Set the end anew: only now it is known how far the run had come when its epochs changed."""
        data = self._library.data
        if self._run.is_running and data is not None and self._end_of_run(data) != self._run.until:
            self._run.reconfigure(self._end_of_run(data))

    def _end_of_run(self, data: Dataset) -> int:
        was_given_up = self._stretch is None  # by Stop, which takes a moment
        return self._end_of_stretch(data) if self._in_stretch and not was_given_up else self._run.until

    def hold(self) -> None:
        """Let every run wait from here on until `release`: the network that it would train is being made."""
        self._is_held = True

    def release(self) -> None:
        """Start the run that has waited since `hold`, if there is one."""
        self._is_held = False
        self._start_waiting()

    def _start_waiting(self) -> None:
        start, self._waiting = self._waiting, None
        if start is not None:
            start()

    def forget(self) -> None:
        """Drop everything that waits."""
        self._pending.clear()
        self._waiting = None

    def _start(self, end: Callable[[Dataset], int]) -> None:
        """Start a run to the iteration that `end` gives, as soon as the network and the data are there."""
        data, state = self._library.data, self._document.state
        if self._is_held:
            self._waiting = partial(self._start, end)
            return
        if data is None:
            self._waiting = partial(self._start, end)
            self._library.follow(state.dataset)  # again, if it could not be loaded before
            self.status.emit(self.tr("Training begins when the data are loaded."))
            return
        if not len(data.x):
            self.status.emit(self.tr("There is nothing to learn from: add points first."))
            return
        try:
            check_fits(state.spec, data)
            check_mini_batches(state.spec, data, state.config.batch_size, replacement=state.config.replacement)
        except ValueError as error:
            self.status.emit(said(error))
        else:
            self._in_stretch = end == self._end_of_stretch  # bound methods are equal, not the same
            self._run.start(data, end(data))

    def _end_of_stretch(self, data: Dataset) -> int:
        """Return where the stretch ends that is at hand, or else a new one."""
        if not self._run.is_running and not self._is_in_stretch(data):
            self._stretch = self._epochs(data)
        assert self._stretch is not None
        goal = self._stretch + self._document.state.config.epochs
        return self._run.iteration + iterations_to(goal, self._epochs(data), self._length(data))

    def _is_in_stretch(self, data: Dataset) -> bool:
        if self._stretch is None:
            return False
        return self._stretch <= self._epochs(data) < self._stretch + self._document.state.config.epochs

    def _next_iteration(self, data: Dataset) -> int:
        return self._run.iteration + 1

    def _next_epoch(self, data: Dataset) -> int:
        done = self._epochs(data)
        return self._run.iteration + iterations_to(Fraction(floor(done) + 1), done, self._length(data))

    def _epochs(self, data: Dataset) -> Fraction:
        return self._run.epochs(self._length(data))

    def _length(self, data: Dataset) -> int:
        return iterations_per_epoch(data, self._document.state.config)

    def _step(self, end: Callable[[Dataset], int]) -> None:
        one_by_one = self._run.until == self._document.state.checkpoint.iteration + 1
        if not (self._run.is_running and one_by_one):
            self.when_idle(partial(self._start, end))
        elif not self._pending:  # a held key makes as many steps as the network can, not a queue of them
            self._pending.append(partial(self._start, end))

    @Slot()
    def _refresh_paused(self) -> None:
        if self.is_paused != self._was_paused:
            self._was_paused = not self._was_paused
            self.paused_changed.emit(self._was_paused)

    @Slot()
    def _do_pending(self) -> None:
        pending, self._pending = self._pending, []
        for action in pending:
            self.when_idle(action)

    @Slot(object)
    def _on_run_ended(self, record: RunRecord) -> None:
        self._became_idle.emit()

    @Slot(object)
    def _on_data_changed(self, data: Dataset | None) -> None:
        if data is not None:
            self._start_waiting()

    @Slot(object, str, str)
    def _on_unavailable(self, what: object, reason: str, report: str) -> None:
        if what == self._document.state.dataset.base:
            self._waiting = None


def _always(iteration: int, _data: Dataset) -> int:
    """Stand for an end that does not depend on the data."""
    return iteration


def _nowhere() -> bool:
    """Stand for a pass where nothing is stepped through."""
    return False
