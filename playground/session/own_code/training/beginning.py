"""What a process is told when a training begins: prepared in a thread, files may lie on a slow disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground.confined.tasks import PARAMETER

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from playground.confined.child import Child
    from playground.session.own_code.training.course import Course


class Beginning:
    """Makes the process of a training and asks it to begin.

    Parameters
    ----------
    course : Course
    is_paused : bool
        Whether it is to make no updates until it is told to.
    """

    def __init__(self, course: Course, *, is_paused: bool) -> None:
        self.course, self.is_paused = course, is_paused
        self._iteration, self._parameters, self._last = course.begun_at, course.begun_with, course.last

    def __call__(self) -> Child:
        """Return the process; it starts when somebody reads from it."""
        import playground.confined.trained  # noqa: F401 - both are needed soon, and the window should not wait for them
        from playground.confined.child import Child
        from playground.confined.limits import TRAINING
        from playground.session.own_code.siblings import siblings

        code, child = self.course.code, Child("script" if self.course.settings.is_script else "train", TRAINING)
        assert code is not None
        request = {"source": code.text, "name": code.name, "siblings": siblings(code), **chosen(self.course)}
        request |= {"iteration": self._iteration, "iterations": self._last, "is_paused": self.is_paused}
        child.ask(request, parameter_arrays(self._parameters))
        return child


def chosen(course: Course) -> dict[str, Any]:
    """Return how a network and an optimizer are made."""
    settings = course.settings
    return {
        "network": settings.network or None,
        "optimizer": settings.optimizer or None,
        "hidden": settings.hidden,
        "lr": settings.lr,
        "batch_size": settings.batch_size,
        "seed": settings.seed,
    }


def parameter_arrays(parameters: Mapping[str, NDArray[np.generic]]) -> dict[str, Any]:
    """Return parameters by the names under which a request brings them."""
    return {f"{PARAMETER}{name}": array for name, array in parameters.items()}
