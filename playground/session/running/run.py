"""The half of a training run that lives in the window's thread."""

from __future__ import annotations

import time
from array import array
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QTimer, Signal, Slot

from nn.replay import Waypoint
from nn.training import iterations_per_epoch
from playground.safety.threads import WorkerThread
from playground.session.document.state import RunRecord, kept_losses
from playground.session.phrase import Phrase
from playground.session.running.changes import setup_of
from playground.session.running.epochs import epochs_along, epochs_trained
from playground.session.running.reports import Ending, Progress, Request
from playground.session.running.worker import TrainingWorker

if TYPE_CHECKING:
    from fractions import Fraction

    from PySide6.QtCore import SignalInstance

    from nn.datasets.base import Dataset
    from nn.training import Checkpoint, Divergence, Evaluation, TrainingConfig
    from playground.session.document.document import Document
    from playground.session.document.setup import Setup
    from playground.session.document.state import DocumentState
    from playground.session.running.epochs import Pace

UNSEEN_MS = 100
"""From a report to the next one while nobody shows the course of training, or a busy machine only late."""

_LOSSES_LOOKED_AT = 1000


class _Epochs(NamedTuple):
    """The epochs that a history has come through, and of what that is true."""

    history: tuple[RunRecord, ...]
    iteration: int
    length: int
    epochs: Fraction


class TrainingRun(QObject):
    """Starts and stops training of the document's network; its result is one edit of the document.

    The worker's signals are connected to methods of this object only: as it lives in the window's thread,
    they run there. Everything asked of the worker goes through a signal, and nothing waits for an answer.
    """

    running_changed = Signal(bool)
    progressed = Signal(object)
    """Progress: what happened since the last one, at most 30 times a second."""
    passed = Signal(object)
    """Waypoint: the start of a run, points on its way, where it turned to another configuration, and its end."""
    turned = Signal()
    """A run has taken up another configuration."""
    ended = Signal(object)
    """RunRecord: everything that happened, after the document has it."""
    stopped = Signal(object)
    """Stop: a breakpoint ended the run, before an update."""
    looked = Signal(object)
    """How often each of the document's breakpoints held during a run."""
    failed = Signal(str)
    """Traceback of an error that ended the run."""

    _start_requested = Signal(object)
    _stop_requested = Signal(object)
    _reconfigure_requested = Signal(object)
    _acknowledged = Signal()
    _speed_chosen = Signal(float)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._thread: WorkerThread | None = None
        self._run_id = 0
        self._speed = 0.0
        self._request: Request | None = None
        self._at_work: Request | None = None  # the one that the worker has taken up, of which its reports tell
        self._base = document.state
        self._begun = 0.0  # by a clock that nobody sets
        self._losses = array("f")
        self._evaluations: list[Evaluation] = []
        self._paces: list[Pace] = []
        self._setups: list[tuple[int, Setup]] = []
        self._latest: Checkpoint | None = None  # where the run stood at its last report of weights
        self._known: _Epochs | None = None
        self._passed: Checkpoint | None = None  # where a breakpoint stopped last: going on from there passes it
        self._is_paced = False
        self._unseen = QTimer(self, singleShot=True)
        self._unseen.timeout.connect(self._acknowledged)

    @property
    def is_running(self) -> bool:
        """Whether a run was started and has not ended."""
        return self._request is not None

    def start(self, data: Dataset, until: int) -> None:
        """Train the document's network on `data` up to iteration `until`, unless a run is running."""
        if self.is_running:
            return
        self._ensure_thread()
        self._document.seal()
        self._base = state = self._document.state
        self._begun = time.monotonic()
        self._losses, self._evaluations = array("f"), []
        self._paces = [_pace(state.checkpoint.iteration, data, state.config)]
        self._setups = [(state.checkpoint.iteration + 1, setup_of(state.spec, state.config, state.dataset))]
        self._run_id += 1
        self._request = Request(
            self._run_id,
            state.spec,
            state.checkpoint,
            state.config,
            data,
            until,
            state.breakpoints,
            state.checkpoint.iteration + 1 if state.checkpoint is self._passed else 0,
            _last_losses(state.history),
            state.dataset,
        )
        self._at_work = self._request
        self._pass(state.checkpoint)
        self._start_requested.emit(self._request)
        self.running_changed.emit(True)

    def wait_for(self, shown: SignalInstance) -> None:
        """Have the worker report when a window has shown the last report, as it tells, and not more often.

        Each report costs the window time in which training waits for the interpreter. One that trains slowly, so that a
        person sees each iteration, leaves enough.
        """
        self._is_paced = True
        shown.connect(self._on_shown)

    @Slot()
    def _on_shown(self) -> None:
        if self._unseen.isActive():
            self._unseen.stop()
            self._acknowledged.emit()

    @Slot(float)
    def set_speed(self, iterations_a_second: float) -> None:
        """Let training make so many iterations a second, at once; 0 is as many as there can be.

        What is learned does not depend on it, bit for bit.
        """
        self._speed = iterations_a_second
        self._speed_chosen.emit(iterations_a_second)

    def stop(self) -> None:
        """Ask the run to end as it stands; `ended` follows within milliseconds."""
        if self.is_running:
            self._stop_requested.emit(self._run_id)

    def reconfigure(self, until: int, data: Dataset | None = None) -> None:
        """Go on with the document's present configuration and network, whose weights have the same shapes.

        Parameters
        ----------
        until
            The last iteration from now on.
        data
            What to learn from now on; None for the same as before.
        """
        if self._request is not None:
            state, data = self._document.state, data or self._request.data
            self._request = replace(
                self._request,
                spec=state.spec,
                config=state.config,
                data=data,
                until=until,
                breakpoints=state.breakpoints,
                source=state.dataset,
            )
            self._reconfigure_requested.emit(self._request)

    def pass_over(self) -> None:
        """Let a run that goes on from here not stop in its first iteration: its breakpoints were passed already."""
        self._passed = self._document.state.checkpoint

    def pass_over_nothing(self) -> None:
        """Let the next run stop wherever a breakpoint holds, as it does in another document."""
        self._passed = None

    @property
    def until(self) -> int:
        """The last iteration of the present run, 0 without one."""
        return 0 if self._request is None else self._request.until

    @property
    def state(self) -> DocumentState:
        """The document as it would be if the run had ended at its last report; the document's own without a run."""
        state, latest = self._document.state, self._latest
        if not self.is_running or latest is None or latest is self._base.checkpoint:
            return state
        record = self._record(None)
        done = latest.iteration - self._base.checkpoint.iteration
        evaluations = tuple(each for each in record.evaluations if each.iteration <= latest.iteration)
        record = replace(record, losses=record.losses[:done], evaluations=evaluations)
        return replace(state, checkpoint=latest, history=(*self._base.history, record))

    @property
    def setups(self) -> tuple[tuple[int, Setup], ...]:
        """Where in the run, or the last one, the network began to be trained with what."""
        return tuple(self._setups)

    @property
    def iteration(self) -> int:
        """The iteration of the last report, or where the document stands without a run."""
        done = len(self._losses) if self.is_running else 0
        return (self._base if self.is_running else self._document.state).checkpoint.iteration + done

    def epochs(self, length: int) -> Fraction:
        """Return the epochs trained up to `iteration`; `length` is how many iterations make one now."""
        state = self._base if self.is_running else self._document.state
        before = self._epochs_of(state.history, state.checkpoint.iteration, length)
        return before + epochs_along(self._paces, self.iteration) if self.is_running else before

    def _epochs_of(self, history: tuple[RunRecord, ...], iteration: int, length: int) -> Fraction:
        """Return the epochs trained; the last answer is kept, for a dozen parts ask when a run ends."""
        known = self._known
        if known is None or known.history is not history or (known.iteration, known.length) != (iteration, length):
            epochs = epochs_trained(history, iteration, length)
            self._known = known = _Epochs(history, iteration, length, epochs)
        return known.epochs

    def close(self) -> None:
        """Forget the run and end the thread, waiting for the few milliseconds of work it is in."""
        if self._thread is None:
            return
        self._run_id += 1  # whatever is still under way is old news
        self._request = None
        self._unseen.stop()
        self._thread.end()
        self._thread = None

    def _ensure_thread(self) -> None:
        if self._thread is not None:
            return
        worker = TrainingWorker()
        self._start_requested.connect(worker.start)
        self._stop_requested.connect(worker.stop)
        self._reconfigure_requested.connect(worker.reconfigure)
        self._acknowledged.connect(worker.acknowledge)
        self._speed_chosen.connect(worker.set_speed)
        worker.progressed.connect(self._on_worker_progressed)
        worker.turned.connect(self._on_worker_turned)
        worker.ended.connect(self._on_worker_ended)
        self._thread = WorkerThread(worker, "training", self)
        self._thread.begin()
        self._speed_chosen.emit(self._speed)

    @Slot(object)
    def _on_worker_progressed(self, progress: Progress) -> None:
        if progress.run_id != self._run_id:
            return
        self._note(progress)
        if progress.checkpoint is not None:
            self._pass(progress.checkpoint)
        self.progressed.emit(progress)
        if self._is_paced and not self._speed:
            self._unseen.start(UNSEEN_MS)
        else:
            self._acknowledged.emit()  # last, when all who listen have heard of this one

    @Slot(object)
    def _on_worker_turned(self, request: Request) -> None:
        if request.run_id == self._run_id:
            self._at_work = request
            self._note_setup(request.checkpoint.iteration + 1, request)
            self._note_pace(_pace(request.checkpoint.iteration, request.data, request.config))
            self.passed.emit(_waypoint(request.checkpoint, request))

    @Slot(object)
    def _on_worker_ended(self, ending: Ending) -> None:
        if ending.run_id != self._run_id:
            return
        self._note(ending.progress)
        record = self._record(ending.divergence)
        if ending.checkpoint is not None:
            self._pass(ending.checkpoint)
        self._request = None
        self._unseen.stop()
        self._commit(ending, record)
        self.running_changed.emit(False)
        self._passed = self._document.state.checkpoint if ending.stop is not None else None
        self.looked.emit(ending.hits)
        self.ended.emit(record)
        if ending.stop is not None:
            self.stopped.emit(ending.stop)
        if ending.failure:
            self.failed.emit(ending.failure)

    def _pass(self, checkpoint: Checkpoint) -> None:
        assert self._at_work is not None
        self._latest = checkpoint
        self.passed.emit(_waypoint(checkpoint, self._at_work))

    def _note(self, progress: Progress) -> None:
        self._losses.frombytes(progress.losses.tobytes())
        self._evaluations += progress.evaluations

    def _note_pace(self, pace: Pace) -> None:
        """Note how long epochs are from here on, if that is new; what lasted no iteration is forgotten."""
        kept = [each for each in self._paces if each[0] < pace[0]]
        self._paces = kept if kept and kept[-1][1] == pace[1] else [*kept, pace]
        self.turned.emit()

    def _note_setup(self, first: int, request: Request) -> None:
        """Note what is trained with what from here on; what lasted no iteration is forgotten."""
        kept = [each for each in self._setups if each[0] < first]
        setup = setup_of(request.spec, request.config, self._document.state.dataset)
        self._setups = kept if kept and kept[-1][1] == setup else [*kept, (first, setup)]

    def _record(self, divergence: Divergence | None) -> RunRecord:
        losses = kept_losses(self._losses)
        first = self._base.checkpoint.iteration + 1
        seconds = time.monotonic() - self._begun
        return RunRecord(first, losses, tuple(self._evaluations), divergence, tuple(self._paces), self.setups, seconds)

    def _commit(self, ending: Ending, record: RunRecord) -> None:
        count = len(record.losses)
        checkpoint = ending.checkpoint
        if checkpoint is None or not (count or ending.divergence):
            return
        trained = partial(replace, checkpoint=checkpoint, history=(*self._base.history, record))
        one = QT_TRANSLATE_NOOP("TrainingRun", "Train 1 iteration")
        many = QT_TRANSLATE_NOOP("TrainingRun", "Train {count:,} iterations")
        text = Phrase("TrainingRun", one if count == 1 else many, {"count": count})
        self._document.insert(self._base, text, trained)


def _waypoint(checkpoint: Checkpoint, request: Request) -> Waypoint:
    return Waypoint(checkpoint, request.spec, request.config, request.data, request.source)


def _pace(done: int, data: Dataset, config: TrainingConfig) -> Pace:
    return done + 1, iterations_per_epoch(data, config)


def _last_losses(history: tuple[RunRecord, ...]) -> tuple[float, ...]:
    """Return the losses of the last stretch: a breakpoint on how they move looks back over a pause."""
    return tuple(history[-1].losses[-_LOSSES_LOOKED_AT:].tolist()) if history else ()
