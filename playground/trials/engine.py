"""What the search asks of whatever runs its trials, and the plainest of all: this thread."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING, Protocol

from playground.trials.work import attempt

if TYPE_CHECKING:
    from nn.messages import Message
    from nn.runs.trial import Result, Trial
    from playground.trials.work import Problem


class EngineGone(Exception):
    """Whatever ran the trials is no longer there; those that had an end have been told before."""


class Engine(Protocol):
    """Runs trials somewhere.

    Attributes
    ----------
    places : int
        How many trials it has room for at a time.
    lost : tuple of type
        Errors of a future that mean: the worker is gone, nothing is known of the trial.
    """

    places: int
    lost: tuple[type[BaseException], ...]

    def submit(self, trial: Trial) -> Future[Result]:
        """Begin a trial; `EngineGone` if nobody is there any more."""

    def check(self) -> None:
        """Raise `EngineGone` if nothing will come of the trials at work, however long somebody waits."""

    def waits_for(self) -> Message | None:
        """Say what is missing for trials to go on, and how it comes back, while it takes no trials; else None."""

    def stop(self) -> None:
        """End what runs, and let go of all workers; nothing comes of the trials at work."""


class Here:
    """Runs each trial at once in the thread that submits it."""

    places = 1
    lost: tuple[type[BaseException], ...] = (CancelledError,)

    def __init__(self, problem: Problem) -> None:
        self._problem = problem

    def submit(self, trial: Trial) -> Future[Result]:
        """Run a trial; the future is done when it is returned."""
        future: Future[Result] = Future()
        future.set_result(attempt(self._problem, trial))
        return future

    def check(self) -> None:
        """Do nothing: a trial is done as soon as it is submitted."""

    def waits_for(self) -> None:
        """Wait for nobody."""

    def stop(self) -> None:
        """Nothing runs between two trials."""
