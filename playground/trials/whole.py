"""A trial of which the whole course comes back: what a run of a document needs, and a search has no use for."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import threadpoolctl

from nn.messages import Message, message_of
from nn.runs.trial import Base, Result, trained
from playground.trials.work import machine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from nn.runs.trial import Course, Trial
    from nn.training import Divergence, Evaluation
    from playground.trials.work import Problem


@dataclass(frozen=True)
class Whole(Result):
    """A result with its course and its weights.

    Attributes
    ----------
    losses : ndarray of float64
        Of each iteration.
    evaluations : tuple of Evaluation
        What was measured on the way.
    divergence : Divergence or None
        Why it ended before its time.
    params, state : ndarray
        The network's flat vectors at the end.
    memory : mapping of str to ndarray
        What the optimizer remembers.
    """

    losses: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    evaluations: tuple[Evaluation, ...] = ()
    divergence: Divergence | None = None
    params: NDArray[np.floating] = field(default_factory=lambda: np.empty(0))
    state: NDArray[np.floating] = field(default_factory=lambda: np.empty(0))
    memory: Mapping[str, NDArray[np.floating]] = field(default_factory=dict)


def attempt_whole(problem: Problem, trial: Trial, is_cancelled: Callable[[], bool] = lambda: False) -> Whole:
    """Return the whole course of a trial, with one BLAS thread."""
    begun = time.perf_counter()
    with threadpoolctl.threadpool_limits(1, "blas"):
        try:
            course = trained(Base.from_json(problem.base), trial, problem.data, is_cancelled=is_cancelled)
        except (TypeError, ValueError) as error:
            return Whole(trial, machine=machine(), trouble=message_of(error))
        except MemoryError:
            return Whole(trial, machine=machine(), trouble=Message("the memory of this machine does not suffice"))
        return _whole(trial, course, time.perf_counter() - begun)


def _whole(trial: Trial, course: Course, seconds: float) -> Whole:
    last = course.evaluations[-1] if course.evaluations and course.divergence is None else None
    network = course.network
    return Whole(
        trial,
        np.nan if last is None else last.test_accuracy,
        np.nan if last is None else last.test_loss,
        iterations=len(course.losses),
        seconds=seconds,
        diverged_at=0 if course.divergence is None else course.divergence.iteration,
        machine=machine(),
        losses=np.array(course.losses),
        evaluations=tuple(course.evaluations),
        divergence=course.divergence,
        params=network.flat_params.copy(),
        state=network.flat_state.copy(),
        memory={slot: values.copy() for slot, values in course.optimizer.memory.items()},
    )
