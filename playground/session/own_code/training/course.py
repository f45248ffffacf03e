"""What is known of a training of a person's own code: what its process told, looked at before it is believed."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from playground.session.document.code_training import MOST_LOSSES, MOST_PARAMETERS
from playground.session.own_code.training.prints import Printed

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from playground.confined.trained import Progress, Remains
    from playground.session.document.code import Code
    from playground.session.own_code.training.settings import Settings

_RATE_OVER_S = 1.5
_MOST_ACCURACIES = 10_000


class Course:
    """The figures and parameters of one training, from its first iteration on.

    Attributes
    ----------
    settings : Settings
    code : Code or None
        What is trained.
    last : int
        The iteration at which it is done.
    losses : list of float
        One an iteration, in order; may hold what is not finite.
    accuracies : list of (int, float)
        Iterations, and the share of the test data that was read rightly after them.
    parameters : Mapping of str to ndarray
        The latest that were handed in, at `parameters_at`.
    begun_at, begun_with
        Where its process began, and with which parameters: the class's own at the very beginning.
    remains : Remains or None
        What cannot be kept.
    printed : Printed
    """

    def __init__(self, settings: Settings, code: Code | None) -> None:
        self.settings, self.code = settings, code
        self.last = MOST_LOSSES if settings.is_script else settings.iterations
        self.losses: list[float] = []
        self.accuracies: list[tuple[int, float]] = []
        self.parameters: Mapping[str, NDArray[np.generic]] = MappingProxyType({})
        self.parameters_at = 0
        self.begun_at = 0
        self.begun_with: Mapping[str, NDArray[np.generic]] = MappingProxyType({})
        self.remains: Remains | None = None
        self.printed = Printed()
        self._times: deque[tuple[float, int]] = deque()

    @property
    def iteration(self) -> int:
        """Updates so far."""
        return len(self.losses)

    @property
    def keeps_parameters(self) -> bool:
        """Whether it is known how many parameters there are, and there is room for them."""
        return self.remains is not None and self.remains.parameters <= MOST_PARAMETERS

    @property
    def rate(self) -> float:
        """Iterations a second of late."""
        if len(self._times) < 2:
            return 0.0
        (first, before), (last, now) = self._times[0], self._times[-1]
        return (now - before) / (last - first) if last > first else 0.0

    def wait(self) -> None:
        """Count no time until the next losses."""
        self._times.clear()

    def go_back(self) -> None:
        """Go back to where the latest parameters are: a process that begins with them knows nothing that came later."""
        self.begun_at, self.begun_with = self.parameters_at, self.parameters
        del self.losses[self.parameters_at :]
        self.accuracies = [each for each in self.accuracies if each[0] <= self.parameters_at]
        self.wait()

    def take_losses(self, told: Progress) -> bool:
        """Take the losses of a report; return whether it brought any.

        Raises
        ------
        ValueError
            If they do not go on where those before ended.
        """
        losses = () if told.losses is None else told.losses
        if told.iteration > min(self.last, MOST_LOSSES) or (
            told.losses is not None and told.iteration != self.iteration + len(losses)
        ):
            raise ValueError("losses")
        self.losses.extend(float(loss) for loss in losses)
        if len(losses):
            self._count(told.iteration)
        return bool(len(losses))

    def _count(self, iteration: int) -> None:
        now = time.monotonic()
        self._times.append((now, iteration))
        while now - self._times[0][0] > _RATE_OVER_S and len(self._times) > 2:
            self._times.popleft()

    def take_state(self, told: Progress, *, is_new: bool) -> None:
        """Take what remains; a new process has nothing yet of what the one before remembered, and is lost."""
        before, now = self.remains, told.remains
        if is_new and before is not None and now is not None:
            now = replace(now, remembered=before.remembered)
        self.remains = now

    def take_accuracy(self, told: Progress) -> None:
        """Take what was measured.

        Raises
        ------
        ValueError
            If nothing was.
        """
        if told.test_accuracy is None:
            raise ValueError("accuracy")
        at = (told.iteration, float(told.test_accuracy))
        if (not self.accuracies or self.accuracies[-1][0] < at[0]) and len(self.accuracies) < _MOST_ACCURACIES:
            self.accuracies.append(at)

    def take_parameters(self, told: Progress) -> None:
        """Take the parameters of a report.

        Raises
        ------
        ValueError
            If the losses that led to them are not known.
        """
        if told.iteration != self.iteration:
            raise ValueError("parameters")
        self.parameters, self.parameters_at = MappingProxyType(dict(told.arrays)), told.iteration
