"""Trials at work beside the window: a thread waits for their results, one after the other, and tells each."""

from __future__ import annotations

import math
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from playground.session.loading import Job, Loaded, Loader
from playground.trials.awake_clock import AwakeClock
from playground.trials.engine import EngineGone

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from nn.runs.trial import Result

    Results = Generator[Result, None, None]

_TOLD = EngineGone, ValueError, OSError
"""Errors that say all in their own words: no cluster there, data that are too few, a disk that is full."""


class TrialsAtWork(QObject):
    """Has one row of trials done at a time; what is not done when it is cancelled is given up."""

    arrived = Signal(object)
    """Result that is new."""
    ended = Signal(str)
    """All is tried, somebody cancelled, or the time is up (empty); or why the engine could not go on, in words."""
    waiting = Signal(object)
    """What is missing for trials to go on, a Message; None when it is there again. The thread emits it."""
    failed = Signal(str)
    """Traceback of an error of the program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._until: _Until | None = None
        self._stop: Event | None = None
        self._results: Results | None = None
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)

    @property
    def is_running(self) -> bool:
        """Whether trials are at work."""
        return self._stop is not None

    @property
    def is_time_up(self) -> bool:
        """Whether the last ones ended because their time was up."""
        return self._until is not None and self._until.is_up

    def start(self, make: Callable[[Callable[[], bool]], Results], seconds: float = math.inf) -> None:
        """Begin, unless trials are at work.

        Parameters
        ----------
        make
            Gives the results, in the thread; it is told how to ask whether to stop.
        seconds
            No trial begins after so many, and those at work are given up. A machine that sleeps uses none of them.
        """
        if self._stop is not None:
            return
        self._stop = stop = Event()
        self._until = _Until(stop, seconds)
        self._results = make(self._until)
        self._wait_for(self._results)

    def _wait_for(self, results: Results) -> None:
        self._loader.load(Job(self._stop, partial(next, results, None)))

    def cancel(self) -> None:
        """Give up what is at work; `ended` follows within half a second."""
        if self._stop is not None:
            self._stop.set()

    def close(self) -> None:
        """Give up and end the thread and all processes."""
        self.cancel()
        self._stop = None
        self._loader.close()
        if self._results is not None:  # it may stand behind a result that nobody has taken yet
            self._results.close()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if self._stop is None or loaded.key is not self._stop or self._results is None:
            return
        if loaded.result is not None:
            self.arrived.emit(loaded.result)
            self._wait_for(self._results)
            return
        self._stop = None
        if loaded.error is not None and not issubclass(loaded.error, _TOLD):
            self.failed.emit(loaded.failure)
        self.ended.emit(loaded.reason)


class _Until:
    """Says whether somebody cancelled or the time is up."""

    def __init__(self, stop: Event, seconds: float) -> None:
        self._stop, self._seconds, self._clock = stop, seconds, AwakeClock()
        self.is_up = False

    def __call__(self) -> bool:
        self.is_up = self._clock.seconds() >= self._seconds
        return self._stop.is_set() or self.is_up
