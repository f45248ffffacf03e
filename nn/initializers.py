"""Initial values of weights (book 6.2)."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from nn.arrays import Array, Shape
from nn.choices.registry import Registry
from nn.messages import Message


class Initializer(Protocol):
    """Draws a weight matrix; `scale` is the standard deviation or the constant where one is asked for."""

    def __call__(self, rng: np.random.Generator, shape: Shape, scale: float) -> Array:
        """Return float64 values of `shape` ``(inputs, outputs)``."""


INITIALIZERS: Registry[Initializer] = Registry(Message("initializer"), "nn.initializers")
SCALED_INITIALIZERS = ("std", "constant")
"""Those that ask for a scale; the others work it out from the shape."""


@INITIALIZERS.register("std")
def gaussian(rng: np.random.Generator, shape: Shape, scale: float) -> Array:
    """Draw from a normal distribution of standard deviation `scale`: 0.01 and 1 in the book."""
    return scale * rng.standard_normal(shape)


@INITIALIZERS.register("constant")
def constant(rng: np.random.Generator, shape: Shape, scale: float) -> Array:
    """Give every weight the value `scale`."""
    return np.full(shape, scale, dtype=np.float64)


@INITIALIZERS.register("zeros")
def zeros(rng: np.random.Generator, shape: Shape, scale: float) -> Array:
    """Give every weight the value 0: all neurons of a layer stay alike for ever."""
    return np.zeros(shape)


@INITIALIZERS.register("Xavier")
def xavier(rng: np.random.Generator, shape: Shape, scale: float) -> Array:
    """Draw with standard deviation ``1 / sqrt(inputs)``, for sigmoid and tanh [1]_.

    References
    ----------
    .. [1] X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010;
       in the simplified form of the book's section 6.2.2.
    """
    return rng.standard_normal(shape) / np.sqrt(max(shape[0], 1))


@INITIALIZERS.register("He")
def he(rng: np.random.Generator, shape: Shape, scale: float) -> Array:
    """Draw with standard deviation ``sqrt(2 / inputs)``, for ReLU [1]_.

    References
    ----------
    .. [1] K. He et al., Delving deep into rectifiers, 2015, eq. 10; the book's section 6.2.3.
    """
    return rng.standard_normal(shape) * np.sqrt(2 / max(shape[0], 1))
