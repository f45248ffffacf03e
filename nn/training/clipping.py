"""Gradient clipping: a gradient that is longer than what is allowed is made shorter, its direction stays."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from nn.arrays import Array


def norm_of(gradient: Array) -> float:
    """Return the norm of a flat vector; in float64 where float32 is too small for its square."""
    with np.errstate(over="ignore"):
        square = float(np.dot(gradient, gradient))
    if math.isinf(square):
        exact = gradient.astype(np.float64)
        square = float(np.dot(exact, exact))
    return math.sqrt(square)


def clipping_factor(gradient: Array, norm: float) -> float:
    """Return by what a flat gradient is multiplied so that it is no longer than `norm`; 1 where it is not."""
    length = norm_of(gradient)
    return norm / length if length > norm else 1.0
