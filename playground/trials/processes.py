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
    from collections.abc import Callable
    from multiprocessing.synchronize import Event

    from nn.runs.trial import Result, Trial
    from playground.trials.work import Problem

_ENDS_WITHIN_S = 0.3  # before it is killed
_FIRST_COMES_WITHIN_S = 60
_WAITS_FOR_THE_DEAD_S = 10  # who was killed while it took its next trial still holds their lock
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

    lost: tuple[type[BaseException], ...] = (ProcessExpired, BrokenProcessPool, CancelledError)

    def __init__(
        self,
        problem: Problem,
        jobs: int,
        work: Callable[[Problem, Trial], Result] = attempt,
        patience_s: float = _FIRST_COMES_WITHIN_S,
    ) -> None:
        self.places, self._problem, self._work, self._patience_s = jobs, problem, work, patience_s
        # what runs the workers must be another program: a fork would take the window's threads and locks with it
        self._context = multiprocessing.get_context("spawn")
        self._has_begun, self._since = self._context.Event(), AwakeClock()
        pebble.CONSTS.term_timeout = _ENDS_WITHIN_S
        pebble.CONSTS.channel_lock_timeout = _WAITS_FOR_THE_DEAD_S
        self._pool = self._new_pool()

    def submit(self, trial: Trial) -> Future[Result]:
        """Begin a trial as soon as a process is free."""
        try:
            future: Future[Result] = self._pool.schedule(_attempt, args=(trial,))
        except RuntimeError:  # a worker died between two trials, and its whole pool counts as broken
            self.stop()
            self._pool = self._new_pool()
            future = self._pool.schedule(_attempt, args=(trial,))
        return future

    def _new_pool(self) -> ProcessPool:
        given = (self._problem, self._work, self._has_begun)
        return ProcessPool(self.places, initializer=_begin, initargs=given, context=self._context)

    def check(self) -> None:
        """Raise `EngineGone` if no process has come up; the pool itself would begin another one for ever."""
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
        self._pool.stop()
        self._pool.join(5)


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
