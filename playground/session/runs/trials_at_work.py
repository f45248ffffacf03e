"""Trials at work beside the window: a thread waits for their results, one after the other, and tells each."""

from __future__ import annotations

import math
import time
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from playground.session.loading import Job, Loaded, Loader

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping

    from nn.runs.search import Search
    from nn.runs.trial import Result
    from playground.trials.engine import Engine


class TrialsAtWork(QObject):
    """Runs one search at a time; what is not done when it is cancelled is given up."""

    arrived = Signal(object)
    """Result that is new."""
    ended = Signal(str)
    """All is tried, somebody cancelled, or the time is up (empty); or why the engine could not go on, in words."""
    failed = Signal(str)
    """Traceback of an error of the program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop: Event | None = None
        self._results: Generator[Result, None, None] | None = None
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)

    @property
    def is_running(self) -> bool:
        """Whether trials are at work."""
        return self._stop is not None

    def start(
        self,
        engine: Callable[[], Engine],
        search: Search,
        known: Mapping[tuple[object, ...], Result],
        seconds: float = math.inf,
    ) -> None:
        """Begin, unless trials are at work; `engine` makes whatever runs them and is called in the thread.

        Parameters
        ----------
        seconds
            No trial begins after so many, and those at work are given up.
        """
        if self._stop is not None:
            return
        self._stop = stop = Event()
        self._results = _results(engine, search, known, _Until(stop, seconds))
        self._wait_for(self._results)

    def _wait_for(self, results: Generator[Result, None, None]) -> None:
        self._loader.load(Job((self._stop, results), partial(next, results, None)))

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
        stop, results = loaded.key  # type: ignore[misc]  # as `_wait_for` made it
        if stop is not self._stop or self._stop is None:
            return
        if loaded.result is not None:
            self.arrived.emit(loaded.result)
            self._wait_for(results)
            return
        self._stop = None
        if loaded.failure and not _is_told(loaded.failure):
            self.failed.emit(loaded.failure)
        self.ended.emit(loaded.reason)


class _Until:
    """Says whether somebody cancelled or the time is up."""

    def __init__(self, stop: Event, seconds: float) -> None:
        self._stop, self._end = stop, time.monotonic() + seconds

    def __call__(self) -> bool:
        return self._stop.is_set() or time.monotonic() >= self._end


def _results(
    engine: Callable[[], Engine], search: Search, known: Mapping[tuple[object, ...], Result], is_over: _Until
) -> Generator[Result, None, None]:
    from playground.trials.running import SearchRun  # in the thread: nobody waits for it

    yield from SearchRun(search, engine(), known).results(is_over)


def _is_told(traceback: str) -> bool:
    """Say whether an error is no fault of the program: there is no cluster, or it went away."""
    return any(name in traceback for name in ("NoCluster", "EngineGone"))
