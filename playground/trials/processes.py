"""Trials in processes of this machine: a running one can be ended, and one that dies costs its trial only."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import CancelledError, Future
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

import pebble
from pebble import ProcessExpired, ProcessPool

from playground.trials.work import attempt

if TYPE_CHECKING:
    from nn.runs.trial import Result, Trial
    from playground.trials.work import Problem

_ENDS_WITHIN_S = 0.3  # before it is killed
_mine: dict[str, Problem] = {}
"""What this worker was given when it began."""


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
    """

    lost: tuple[type[BaseException], ...] = (ProcessExpired, CancelledError)

    def __init__(self, problem: Problem, jobs: int) -> None:
        self.places = jobs
        pebble.CONSTS.term_timeout = _ENDS_WITHIN_S
        # what runs them must be another program: a fork would take the window's threads and locks with it
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPool(jobs, initializer=_begin, initargs=(problem,), context=context)

    def submit(self, trial: Trial) -> Future[Result]:
        """Begin a trial as soon as a process is free."""
        future: Future[Result] = self._pool.schedule(_attempt, args=(trial,))
        return future

    def stop(self) -> None:
        """End all processes."""
        self._pool.stop()
        self._pool.join(5)


def _begin(problem: Problem) -> None:
    """Prepare a worker: it makes way for everybody, and never outlives who started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all of a terminal; the one who asks us ends us
    if hasattr(os, "nice"):
        os.nice(19)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _mine["problem"] = problem


def _end_with_parent() -> None:
    parent: Any = multiprocessing.parent_process()
    wait([parent.sentinel])
    os._exit(1)


def _attempt(trial: Trial) -> Result:
    return attempt(_mine["problem"], trial)
