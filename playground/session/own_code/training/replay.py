"""An iteration of a training made once more, to be stepped through: from the nearest place at which all is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playground.session.own_code.training.beginning import chosen, parameter_arrays

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.session.own_code.training.course import Course


@dataclass(frozen=True, eq=False)
class Replay:
    """What the task ``iterate`` is asked.

    Attributes
    ----------
    iteration : int
        Which one, counted from 1.
    loss : float
        Its loss in the training.
    request : Mapping
        Beside the source.
    arrays : Mapping
    """

    iteration: int
    loss: float
    request: Mapping[str, Any]
    arrays: Mapping[str, Any]


def replay(course: Course, iteration: int) -> Replay:
    """Return how to come to an iteration that was made.

    Where nothing is hidden beside the parameters, any parameters that are known will do to begin with; else those with
    which the process began, or the very beginning.
    """
    starts = [(0, {}), (course.begun_at, course.begun_with)]
    remains = course.remains
    if remains is not None and not remains.remembered and not remains.answers_otherwise:
        starts.append((course.parameters_at, course.parameters))
    start, parameters = max((each for each in starts if each[0] < iteration), key=lambda each: each[0])
    request = {**chosen(course), "iteration": start, "record": iteration}
    return Replay(iteration, course.losses[iteration - 1], request, parameter_arrays(parameters))
