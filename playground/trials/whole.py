"""A trial of which the whole course comes back: what a run of a document needs, and a search has no use for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import threadpoolctl

from nn.runs.trial import Base, Result, attempt
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
    with threadpoolctl.threadpool_limits(1, "blas"):
        base, here = Base.from_json(problem.base), machine()
        result, course = attempt(base, trial, problem.data, machine=here, is_cancelled=is_cancelled)
    return Whole(**vars(result)) if course is None else _whole(result, course)


def _whole(result: Result, course: Course) -> Whole:
    return Whole(
        **vars(result),
        losses=np.array(course.losses),
        evaluations=tuple(course.evaluations),
        divergence=course.divergence,
        params=course.network.flat_params.copy(),
        state=course.network.flat_state.copy(),
        memory={slot: values.copy() for slot, values in course.optimizer.memory.items()},
    )
