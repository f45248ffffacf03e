"""What the buttons mean: where a run begins and ends, and what has to wait for its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from nn.training import iterations_per_epoch
from playground.session.adapting import check_fits, check_mini_batches
from playground.session.phrase import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from nn.datasets.base import Dataset
    from nn.training import TrainingConfig
    from playground.session.document import Document, RunRecord
    from playground.session.library import Library
    from playground.session.run import TrainingRun


class RunControl(QObject):
    """Turns Train, Pause, Stop and single steps into runs, one after the other.

    A *stretch* is what one press of Train asks for: the configuration's epochs. Pause leaves it, the next Train goes
    on with it to the same end; Stop gives it up.
    """

    status = Signal(str)
    """One sentence for the status bar."""
    _became_idle = Signal()

    def __init__(self, document: Document, run: TrainingRun, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._run = run
        self._library = library
        self._stretch: int | None = None  # the iteration where the stretch began that Train goes on with
        self._when_loaded: Callable[[], None] | None = None
        self._pending: list[Callable[[], None]] = []
        run.ended.connect(self._on_run_ended)
        library.data_changed.connect(self._on_data_changed)
        library.unavailable.connect(self._on_unavailable)
        # queued, so that everybody has heard of the end of the run before the next thing begins
        self._became_idle.connect(self._do_pending, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether training runs or something waits for its end."""
        return self._run.is_running or bool(self._pending)

    def train(self) -> None:
        """Go on with the stretch that Pause interrupted, or begin a new one."""
        if not self._run.is_running:
            self._start(self._end_of_stretch)

    def pause(self) -> None:
        """Stop training so that `train` goes on to the same end."""
        self._when_loaded = None
        self._run.stop()

    def stop(self) -> None:
        """End training: the next `train` begins a new stretch."""
        self._stretch = None
        self.pause()

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

    def go_on_live(self, before: TrainingConfig, data_before: Dataset | None = None) -> None:
        """Let a run go on with the document's new values, to the end that they ask for instead of those before.

        Parameters
        ----------
        before
            The configuration until now.
        data_before
            The data until now, where they changed, too.
        """
        data = self._library.data
        if not self._run.is_running or data is None:
            return
        until = self._run.until
        if self._stretch is not None and until == self._stretch + _length(data_before or data, before):
            until = self._stretch + _length(data, self._document.state.config)
        self._run.reconfigure(until, data)

    def forget(self) -> None:
        """Drop everything that waits."""
        self._pending.clear()
        self._when_loaded = None

    def _start(self, end: Callable[[Dataset], int]) -> None:
        """Start a run to the iteration that `end` gives, as soon as the data are there."""
        data, state = self._library.data, self._document.state
        if data is None:
            self._when_loaded = partial(self._start, end)
            self._library.follow(state.dataset)  # again, if it could not be loaded before
            self.status.emit(self.tr("Training begins when the data are loaded."))
            return
        if not len(data.x):
            self.status.emit(self.tr("There is nothing to learn from: add points first."))
            return
        try:
            check_fits(state.spec, data)
            check_mini_batches(state.spec, data, state.config.batch_size)
        except ValueError as error:
            self.status.emit(said(error))
        else:
            self._run.start(data, end(data))

    def _end_of_stretch(self, data: Dataset) -> int:
        done, length = self._document.state.checkpoint.iteration, _length(data, self._document.state.config)
        if self._stretch is None or not self._stretch <= done < self._stretch + length:
            self._stretch = done
        return self._stretch + length

    def _next_iteration(self, data: Dataset) -> int:
        return self._document.state.checkpoint.iteration + 1

    def _next_epoch(self, data: Dataset) -> int:
        length = iterations_per_epoch(data, self._document.state.config)
        return (self._document.state.checkpoint.iteration // length + 1) * length

    def _step(self, end: Callable[[Dataset], int]) -> None:
        one_by_one = self._run.until == self._document.state.checkpoint.iteration + 1
        if not (self._run.is_running and one_by_one):
            self.when_idle(partial(self._start, end))
        elif not self._pending:  # a held key makes as many steps as the network can, not a queue of them
            self._pending.append(partial(self._start, end))

    @Slot()
    def _do_pending(self) -> None:
        pending, self._pending = self._pending, []
        for action in pending:
            self.when_idle(action)

    @Slot(object)
    def _on_run_ended(self, record: RunRecord) -> None:
        divergence = record.divergence
        if divergence is not None:
            text = self.tr("Training diverged at iteration {iteration}: undo, try a smaller learning rate.")
            self.status.emit(text.format(iteration=divergence.iteration))
        self._became_idle.emit()

    @Slot(object)
    def _on_data_changed(self, data: Dataset | None) -> None:
        if data is not None and self._when_loaded is not None:
            start, self._when_loaded = self._when_loaded, None
            start()

    @Slot(object, str, str)
    def _on_unavailable(self, what: object, reason: str, report: str) -> None:
        if what == self._document.state.dataset.base:
            self._when_loaded = None


def _length(data: Dataset, config: TrainingConfig) -> int:
    return config.epochs * iterations_per_epoch(data, config)
