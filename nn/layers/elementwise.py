"""What every activation function is: a layer whose outputs each depend on their own input alone."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial

import numpy as np

from nn.arrays import Array, Rng, as_float
from nn.layers.base import Calls, Layer


class Activation(Layer):
    """An activation function: a layer that says only its function and the derivative."""

    elementwise = True

    def __init__(self) -> None:
        super().__init__()
        self.x: Array | None = None
        self.y: Array | None = None

    def forward(self, x: Array, training: bool = False, rng: Rng = None, out: Array | None = None) -> Array:
        """Return the function of every element of `x`."""
        if out is None:
            x = as_float(x)
            out = np.empty_like(x)
        self.x = x
        self.y = y = self.function(x, out)
        return y

    def backward(self, dout: Array, out: Array | None = None) -> Array:
        """Return upstream gradient times the local derivative, element by element."""
        y = self._kept(self.y)
        local = self.derivative(self._kept(self.x), y, np.empty_like(y) if out is None else out)
        return np.multiply(local, dout, out=local)

    def inference(self, x: Array) -> tuple[Calls, Array]:
        """Return the function, which overwrites `x`."""
        return [partial(self.function, x, x)], x

    @abstractmethod
    def function(self, x: Array, out: Array) -> Array:
        """Return the function of `x` in `out`."""

    @abstractmethod
    def derivative(self, x: Array, y: Array, out: Array) -> Array:
        """Return the local derivative at `x`, where the function is `y`, in `out`."""
