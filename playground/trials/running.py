"""The course of a search: trials go out, results come back, what a dead worker had is tried again."""

from __future__ import annotations

import time
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import replace
from typing import TYPE_CHECKING

from nn.runs.trial import Cancelled, Result, Trial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from nn.messages import Message
    from nn.runs.search import Search
    from playground.trials.engine import Engine

KILLED = "killed"
"""What a result says of a trial whose worker died each time."""
_ATTEMPTS = 3
_LOOKS_EVERY_S = 0.1


class SearchRun:
    """One search on one engine.

    Parameters
    ----------
    search : Search
        Says what is tried.
    engine : Engine
        Where.
    known : mapping
        Results of an earlier start of the same search, by `Trial.key`: they are not made again.
    """

    def __init__(self, search: Search, engine: Engine, known: Mapping[tuple[object, ...], Result]) -> None:
        self._search, self._engine, self._known = search, engine, known
        self._at_work: dict[Future[Result], tuple[Trial, int]] = {}
        self._again: list[tuple[Trial, int]] = []  # whose worker is gone, and how often each was tried
        self._waits_for: Message | None = None

    def results(
        self,
        is_cancelled: Callable[[], bool] = lambda: False,
        tell: Callable[[Message | None], object] = lambda reason: None,
    ) -> Iterator[Result]:
        """Give each new result when it is there, until all are or somebody cancels; the engine is stopped then.

        Parameters
        ----------
        is_cancelled
            Asked about ten times a second.
        tell
            Called with what the engine waits for, and with None when it has that again.
        """
        try:
            while not is_cancelled():
                self._look_whether_it_waits(tell)
                if self._waits_for is None:
                    self._send_out()
                    if not self._at_work:
                        return
                for future in self._done():
                    result = self._taken(future)
                    if result is not None:
                        self._search.learn(result)
                        yield result
        finally:
            self._engine.stop()

    def _look_whether_it_waits(self, tell: Callable[[Message | None], object]) -> None:
        reason = self._engine.waits_for()
        if reason != self._waits_for:
            self._waits_for = reason
            tell(reason)

    def _done(self) -> set[Future[Result]]:
        """Return the trials that have come to an end, after a moment at the latest."""
        if not self._at_work:
            time.sleep(_LOOKS_EVERY_S)
        done, _ = wait(self._at_work, _LOOKS_EVERY_S, FIRST_COMPLETED)
        if not done and self._at_work:
            self._engine.check()
        return done

    def _send_out(self) -> None:
        while self._again:
            self._at_work[self._engine.submit(self._again[-1][0])] = self._again[-1]
            self._again.pop()
        while len(self._at_work) < self._engine.places:
            trial = self._search.next()
            if trial is None:
                return
            known = self._known.get(trial.key())
            if known is None:
                self._at_work[self._engine.submit(trial)] = (trial, 1)
            else:
                self._search.learn(replace(known, trial=trial))

    def _taken(self, future: Future[Result]) -> Result | None:
        """Return what came of a trial; None if its worker died, and it is tried again."""
        trial, attempts = self._at_work.pop(future)
        try:
            return future.result()
        except Cancelled:
            return None
        except self._engine.lost:
            if attempts >= _ATTEMPTS:
                return Result(trial, trouble=KILLED)
            self._again.append((trial, attempts + 1))
            return None
