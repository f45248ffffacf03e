"""The half of a training run that lives in the training thread."""

from __future__ import annotations

import math
import time
import traceback
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from nn.network import Network
from nn.training import Checkpoint, Divergence, Evaluation, Iteration, Pending, Underway, train
from playground.session.document.state import kept_losses
from playground.session.running.reports import Ending, Progress, Request

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from nn.breakpoints import Inspector, Stop
    from nn.optimizers import Optimizer

    _Item = Underway | Pending | Iteration | Evaluation | Divergence | None

CHUNK_SECONDS = 0.005
"""How long the worker trains before it looks whether it was told something."""
REPORT_SECONDS = 1 / 30
"""A screen shows no more, and every report costs the window's thread time that training then waits for."""
SNAPSHOT_SECONDS = 1 / 5
"""Copies of the weights are large; five a second are enough to see them move."""
SMALL_NETWORK = 20_000
"""Up to so many parameters every report brings a copy: it costs nothing, and decision surfaces move smoothly."""

_LOSSES_KEPT = 1000  # of a run, for a breakpoint that is set in the middle of it


class TrainingWorker(QObject):
    """Trains a network of its own, a few milliseconds at a time, and reports at most 30 times a second.

    Between two chunks of work it returns to its thread's event loop, so that `stop` and `reconfigure` are
    ordinary queued slots: there are no locks and no flags. A pass that takes long is left in its middle for that: a
    stop throws away what was done of it, everything else waits for its end. It sleeps there, too, when a person wants
    to see each iteration: what it trains depends on no time. A report is made only after the last one was
    acknowledged, so a slow window makes reports larger, never a queue of them longer.
    """

    progressed = Signal(object)
    """Progress: what happened since the last one."""
    turned = Signal(object)
    """Request with the checkpoint from which a run goes on in another way than before."""
    ended = Signal(object)
    """Ending: the last word of a run, whatever ended it."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(
            self, interval=0, timerType=Qt.TimerType.PreciseTimer
        )  # a child, so that it moves to the other thread with its parent
        self._timer.timeout.connect(self._work)
        self._gap = 0.0  # seconds from one iteration to the next, 0 for none
        self._next_at = 0.0
        self._request: Request | None = None
        self._next: Request | None = None
        self._network: Network | None = None
        self._optimizer: Optimizer | None = None
        self._inspector: Inspector | None = None
        self._items = _nothing()
        self._is_underway = False  # within a pass that takes long
        self._iteration = 0
        self._snapshot_due = 0.0
        self._due = 0.0
        self._begin_report()

    @Slot(object)
    def start(self, request: Request) -> None:
        """Begin a run; the worker must be idle."""
        self._request = request
        self._acknowledged = True
        with self._every_error_reported():
            self._begin_report()
            self._due = self._reported_at + REPORT_SECONDS
            self._go_on(request)
            self._next_at = 0.0
            self._timer.start(0)

    @Slot(object)
    def stop(self, run_id: object) -> None:
        """End the run as it stands; a run that has ended meanwhile is not disturbed."""
        if self._request is not None and self._request.run_id == run_id:
            self._end()

    @Slot(object)
    def reconfigure(self, request: Request) -> None:
        """Go on from where training stands with another configuration, or a network of the same weights."""
        if self._request is not None and self._request.run_id == request.run_id:
            self._next = request  # taken up by the next chunk: of a slider's many values the last one counts

    @Slot(float)
    def set_speed(self, iterations_a_second: float) -> None:
        """Sleep between iterations so that there are so many a second; 0 lets them follow each other at once."""
        self._gap = 1 / iterations_a_second if iterations_a_second else 0.0
        self._next_at = 0.0
        self._timer.setInterval(0)  # whatever it slept for is over

    @Slot()
    def acknowledge(self) -> None:
        """Hear that the window has shown the last report and is ready for another."""
        self._acknowledged = True

    @contextmanager
    def _every_error_reported(self) -> Iterator[None]:
        try:
            yield
        except Exception:  # noqa: BLE001 - whatever it is, the person must see it
            self._end(failure=traceback.format_exc())

    def _go_on(self, request: Request) -> None:
        assert self._request is not None
        network, config = self._network, request.config
        if network is None or request.spec != self._request.spec:
            network = Network(request.spec, None)
        optimizer = config.build_optimizer()
        request.checkpoint.restore(network, optimizer)
        self._iteration = request.checkpoint.iteration
        watched = any(each.enabled for each in request.breakpoints)
        self._items = train(
            network, optimizer, request.data, config, self._iteration, request.until, pending=watched, pieces=True
        )
        self._inspector = self._inspector_of(request, network) if watched else None
        # last, so that an error above leaves a network whose checkpoint can still be taken
        self._request, self._network, self._optimizer = request, network, optimizer

    def _inspector_of(self, request: Request, network: Network) -> Inspector:
        from nn.breakpoints import Inspector  # takes a while to import, and most runs have no breakpoints

        return Inspector(network, request.breakpoints, (*request.losses, *self._losses[-_LOSSES_KEPT:]))

    def _leave_pass(self) -> None:
        """Throw away what was done of a pass, for a checkpoint of the last update."""
        self._items.close()
        self._is_underway = False

    def _take_checkpoint(self) -> Checkpoint:
        assert self._network is not None
        assert self._optimizer is not None
        return Checkpoint.take(self._network, self._optimizer, self._iteration)

    @Slot()
    def _work(self) -> None:
        with self._every_error_reported():
            if self._next is not None and not self._is_underway:  # or a slider would throw pass after pass away
                request, self._next = self._next, None
                self._go_on(replace(request, checkpoint=self._take_checkpoint()))
                self.turned.emit(self._request)
            if self._gap:
                self._train_slowly()
            else:
                self._train_until(time.perf_counter() + CHUNK_SECONDS)
        if self._request is not None and self._acknowledged and not self._is_underway:
            self._report()

    def _train_slowly(self) -> None:
        """Make one iteration and have the timer sleep until the next; measuring and ending go on at once."""
        done = self._iteration
        self._train_until(time.perf_counter() + CHUNK_SECONDS, until=done + 1)
        if self._request is None:
            return
        now = time.perf_counter()
        if self._iteration == done or self._iteration == self._request.until:
            self._timer.setInterval(0)
            return
        self._next_at = max((self._next_at or now) + self._gap, now)
        self._timer.setInterval(round(1000 * (self._next_at - now)))

    def _train_until(self, deadline: float, until: float = math.inf) -> None:
        # around next() and not inside the generator: from a suspended generator the setting would leak out
        with np.errstate(all="ignore"):
            for item in self._items:
                if isinstance(item, Divergence):
                    self._end(divergence=item)
                    return
                if isinstance(item, Pending):
                    stop = self._look(item)
                    if stop is not None:
                        self._end(stop=stop)
                        return
                    continue  # a watched pass is not left before its update
                self._is_underway = isinstance(item, Underway)
                self._note(item)
                if time.perf_counter() >= deadline or self._iteration >= until:
                    return
        self._end()

    def _look(self, pending: Pending) -> Stop | None:
        assert self._inspector is not None
        assert self._request is not None
        stop = self._inspector.look(pending)
        return None if pending.iteration == self._request.passed else stop

    def _note(self, item: Underway | Iteration | Evaluation | None) -> None:
        if isinstance(item, Iteration):
            self._iteration = item.iteration
            self._losses.append(item.loss)
        elif isinstance(item, Evaluation):
            self._evaluations.append(item)

    def _begin_report(self) -> None:
        self._losses: list[float] = []
        self._evaluations: list[Evaluation] = []
        self._reported_at = time.perf_counter()

    def _report(self) -> None:
        now = time.perf_counter()
        is_due = now >= self._due or self._gap >= REPORT_SECONDS
        if is_due and (self._losses or self._evaluations):
            # from when it was due: it waited for a chunk to end, and the next one need not wait for that again
            self._due = max(self._due + REPORT_SECONDS, now)
            self._acknowledged = False
            self.progressed.emit(self._take_progress(self._take_snapshot()))

    def _take_snapshot(self) -> Checkpoint | None:
        now = time.perf_counter()
        network = self._network
        if network is None:
            return None
        is_small = network.flat_params.size <= SMALL_NETWORK
        if now < self._snapshot_due and not is_small:
            return None
        # from when it was due, or else the reports that come in between would make them fewer
        self._snapshot_due = max(self._snapshot_due + SNAPSHOT_SECONDS, now)
        return self._take_checkpoint()

    def _take_progress(self, checkpoint: Checkpoint | None = None) -> Progress:
        assert self._request is not None
        losses = kept_losses(self._losses)
        seconds = max(time.perf_counter() - self._reported_at, 1e-9)
        progress = Progress(
            run_id=self._request.run_id,
            first_iteration=self._iteration - len(losses) + 1,
            losses=losses,
            evaluations=tuple(self._evaluations),
            iteration=self._iteration,
            checkpoint=checkpoint,
            samples_per_second=len(losses) * self._batch_size() / seconds,
        )
        self._begin_report()
        return progress

    def _batch_size(self) -> int:
        assert self._request is not None
        return min(self._request.config.batch_size, len(self._request.data.x))

    def _end(self, divergence: Divergence | None = None, failure: str = "", stop: Stop | None = None) -> None:
        assert self._request is not None
        self._timer.stop()
        self._leave_pass()
        try:
            checkpoint = None if self._network is None else self._take_checkpoint()
        except MemoryError:  # the run must end all the same
            checkpoint, failure = None, failure or traceback.format_exc()
        hits = () if self._inspector is None else tuple(self._inspector.hits)
        ending = Ending(self._request.run_id, self._take_progress(), checkpoint, divergence, failure, stop, hits)
        self._request = self._next = self._network = self._optimizer = self._inspector = None
        self._items = _nothing()
        self.ended.emit(ending)


def _nothing() -> Generator[_Item, None, None]:
    """Stand for a training that has ended, or has not begun."""
    yield from ()
