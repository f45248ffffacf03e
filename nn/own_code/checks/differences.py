"""How a loss really changes: central differences, element by element or along a few directions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from nn.own_code.checks.comparing import COARSE, TOLERANCE, near

_DIRECTIONS, _STEP = 3, 1e-5
_MOST_ELEMENTS = 400
_CORNERS = 0.2


class TrueGradient:
    """The gradient of a function of arrays that are changed in place, as it is asked for.

    Parameters
    ----------
    loss : callable
        Computes it anew, from the arrays as they are; or an array of which the loss is a weighted sum.
    weights : array_like
        The weights of that sum: what comes from above.
    directions : int
        How many are tried where a whole gradient is compared.
    step : float
        How far to go: less far where there are many corners of ReLUs on the way.
    """

    def __init__(
        self, loss: Callable[[], Any], weights: Any = 1.0, directions: int = _DIRECTIONS, step: float = _STEP
    ) -> None:
        self._output, self._weights, self._directions = loss, weights, directions
        first = np.asarray(loss())
        is_coarse = first.dtype in (np.float32, np.float16)
        self._step = 2e-2 if is_coarse else step
        self.tolerance = COARSE if is_coarse else TOLERANCE

    def _loss(self) -> float:
        return float(np.sum(np.asarray(self._output(), float) * self._weights))

    def by(self, array: np.ndarray) -> np.ndarray:
        """Return the gradient by each element."""
        gradient = np.zeros(array.shape)
        for index in np.ndindex(array.shape):
            gradient[index] = self._at(array, index)
        return gradient

    def beside(self, gradient: Any, array: np.ndarray) -> np.ndarray:
        """Return what to show beside a wrong gradient: of a large array only some elements are looked at."""
        if array.size <= _MOST_ELEMENTS or np.shape(gradient) != array.shape:
            return self.by(array)
        shown = np.array(gradient, float)
        places = np.random.default_rng(4).choice(array.size, 60, replace=False)
        for index in (np.unravel_index(place, array.shape) for place in places):
            shown[index] = self._at(array, index)
        return shown

    def _at(self, array: np.ndarray, index: tuple[Any, ...]) -> float:
        before = array[index]
        array[index] = before + self._step
        above = self._loss()
        array[index] = before - self._step
        below = self._loss()
        array[index] = before
        return (above - below) / (2 * self._step)

    def agrees(self, gradient: Any, array: np.ndarray) -> bool:
        """Return whether a gradient tells how the loss changes along some directions: quick, and hard to deceive."""
        if np.shape(gradient) != array.shape or not np.isfinite(gradient).all():
            return False
        gradient = np.asarray(gradient, float)
        before, size = array.copy(), float(np.sqrt(np.sum(gradient * gradient)))
        for direction in _directions(array.shape, self._directions):
            array[...] = before + self._step * direction
            above = self._loss()
            array[...] = before - self._step * direction
            below = self._loss()
            array[...] = before
            true = (above - below) / (2 * self._step)
            away = abs(true - float(np.sum(gradient * direction)))
            if not away <= self.tolerance * max(size, abs(true)) + 1e-7:
                # a step in all elements at once may cross the corner of a ReLU; one in a single element hardly does
                is_close = away <= _CORNERS * max(size, abs(true))
                return is_close and near(gradient, self.beside(gradient, array), self.tolerance)
        return True


def _directions(shape: tuple[int, ...], count: int) -> list[np.ndarray]:
    chance = np.random.default_rng(5)
    return [chance.standard_normal(shape) for _ in range(count)]
