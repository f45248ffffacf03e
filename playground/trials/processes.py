"""Trials in processes of this machine: a running one can be ended, and one that dies costs its trial only."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

import pebble
from pebble import ProcessExpired, ProcessPool

from nn.messages import Message
from playground.trials.awake_clock import AwakeClock
from playground.trials.engine import EngineGone
from playground.trials.work import attempt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.synchronize import Event

    from nn.runs.trial import Result, Trial
    from playground.trials.work import Problem

_ENDS_WITHIN_S, _GONE_WITHIN_S = 0.3, 5  # a process before it is killed; a pool before it is left alone
_FIRST_COMES_WITHIN_S = 60
_LOST = (ProcessExpired, BrokenProcessPool, CancelledError)
_mine: dict[str, Any] = {}
"""What this worker was given when it began: the problem, and what it makes of a trial."""


def usual_jobs() -> int:
    """Return how many processes leave a processor for the window and its person: at least one."""
    return max(1, (os.cpu_count() or 1) - 1)


class Processes:
    """Spawned processes without a window, of the lowest priority, each with one BLAS thread.

    Parameters
    ----------
    problem : Problem
        What all trials share.
    jobs : int
        How many processes.
    work : callable
        What is made of a problem and a trial; a function of a module, because the processes import it.
    patience_s : float
        After which nobody waits for a first process to begin: whatever ends it at its birth ends the next one, too.
    """

    lost: tuple[type[BaseException], ...] = _LOST

    def __init__(
        self,
        problem: Problem,
        jobs: int,
        work: Callable[[Problem, Trial], Result] = attempt,
        patience_s: float = _FIRST_COMES_WITHIN_S,
    ) -> None:
        # what runs the workers must be another program: a fork would take the window's threads and locks with it
        context = multiprocessing.get_context("spawn")
        self._has_begun, self._since = context.Event(), AwakeClock()
        self.places, self._patience_s = jobs, patience_s
        pebble.CONSTS.term_timeout = _ENDS_WITHIN_S
        self._workers = [_Worker(context, (problem, work, self._has_begun)) for _ in range(jobs)]

    def submit(self, trial: Trial) -> Future[Result]:
        """Begin a trial in a process that is free."""
        return next(worker for worker in self._workers if worker.is_free).submit(trial)

    def check(self) -> None:
        """Raise `EngineGone` if no process has come up; others would be begun for ever."""
        if self._since.seconds() >= self._patience_s and not self._has_begun.is_set():
            raise EngineGone(
                Message(
                    "no process has begun to work within {seconds:g} seconds: each ended before; what they said stands "
                    "in the terminal",
                    seconds=self._patience_s,
                )
            )

    def waits_for(self) -> None:
        """Wait for nobody: a process that is missing is begun anew."""

    def stop(self) -> None:
        """End all processes."""
        _end([worker.pool for worker in self._workers])


class _Worker:
    """One process, begun with its first trial and anew after a death.

    It has a pool of its own: who dies while it takes a trial, or hands a result over, leaves the locks of its pool
    locked, and others in there would wait for them.
    """

    def __init__(self, context: Any, given: tuple[Any, ...]) -> None:
        self._context, self._given = context, given
        self.pool = self._new_pool()
        self._last: Future[Result] | None = None

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(1, initializer=_begin, initargs=self._given, context=self._context)

    @property
    def is_free(self) -> bool:
        return self._last is None or self._last.done()

    def submit(self, trial: Trial) -> Future[Result]:
        if self._last is not None and _is_lost(self._last):
            self._begin_anew()
        try:
            self._last = self.pool.schedule(_attempt, args=(trial,))
        except RuntimeError:  # it died between two trials, and its pool counts as broken
            self._begin_anew()
            self._last = self.pool.schedule(_attempt, args=(trial,))
        return self._last

    def _begin_anew(self) -> None:
        _end([self.pool])
        self.pool = self._new_pool()


def _is_lost(future: Future[Result]) -> bool:
    return future.cancelled() or isinstance(future.exception(), _LOST)


def _end(pools: Sequence[ProcessPool]) -> None:
    """End pools at the same time, in threads: one whose worker died in the middle of a result reads on for ever."""
    ends = [threading.Thread(target=pool.join, daemon=True) for pool in pools]
    for pool, end in zip(pools, ends, strict=True):
        pool.stop()
        end.start()
    for end in ends:
        end.join(_GONE_WITHIN_S)


def _begin(problem: Problem, work: Callable[[Problem, Trial], Result], has_begun: Event) -> None:
    """Prepare a worker: it makes way for everybody, and never outlives who started it."""
    has_begun.set()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all of a terminal; the one who asks us ends us
    if hasattr(os, "nice"):
        os.nice(19)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _mine["problem"], _mine["work"] = problem, work


def _end_with_parent() -> None:
    parent: Any = multiprocessing.parent_process()
    wait([parent.sentinel])
    os._exit(1)


def _attempt(trial: Trial) -> Result:
    result: Result = _mine["work"](_mine["problem"], trial)
    return result
