"""How a loss really changes: central differences, element by element or along a few directions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from nn.own_code.checks.comparing import COARSE, TOLERANCE

_DIRECTIONS = 3


class TrueGradient:
    """The gradient of a function of arrays that are changed in place, as it is asked for.

    Parameters
    ----------
    loss : callable
        Computes it anew, from the arrays as they are.
    """

    def __init__(self, loss: Callable[[], Any]) -> None:
        self._loss = loss
        first = np.asarray(loss())
        is_coarse = first.dtype in (np.float32, np.float16)
        self._step = 2e-2 if is_coarse else 1e-5
        self.tolerance = COARSE if is_coarse else TOLERANCE

    def by(self, array: np.ndarray) -> np.ndarray:
        """Return the gradient by each element."""
        gradient = np.zeros(array.shape)
        for index in np.ndindex(array.shape):
            before = array[index]
            array[index] = before + self._step
            above = float(np.sum(self._loss()))
            array[index] = before - self._step
            below = float(np.sum(self._loss()))
            array[index] = before
            gradient[index] = (above - below) / (2 * self._step)
        return gradient

    def agrees(self, gradient: Any, array: np.ndarray) -> bool:
        """Return whether a gradient tells how the loss changes along some directions: quick, and hard to deceive."""
        if np.shape(gradient) != array.shape or not np.isfinite(gradient).all():
            return False
        gradient = np.asarray(gradient, float)
        before, size = array.copy(), float(np.sqrt(np.sum(gradient * gradient)))
        for direction in _directions(array.shape):
            array[...] = before + self._step * direction
            above = float(np.sum(self._loss()))
            array[...] = before - self._step * direction
            below = float(np.sum(self._loss()))
            array[...] = before
            true = (above - below) / (2 * self._step)
            if not abs(true - float(np.sum(gradient * direction))) <= self.tolerance * max(size, abs(true)) + 1e-7:
                return False
        return True


def _directions(shape: tuple[int, ...]) -> list[np.ndarray]:
    chance = np.random.default_rng(5)
    return [chance.standard_normal(shape) for _ in range(_DIRECTIONS)]
