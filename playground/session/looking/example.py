"""The digit that was drawn, leafed to or dropped: what the drawing panel shows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from nn.network import NetworkSpec

PIXELS = 28 * 28


@dataclass(frozen=True, eq=False)
class Example:
    """One image that all panels look at.

    Attributes
    ----------
    pixels : ndarray of float32, shape (784,)
        Ink in 0..1, rows from the top; read-only.
    label
        The digit it shows, when somebody said so.
    origin
        Where it comes from: "drawn", "test 123", a file's name.
    """

    pixels: NDArray[np.float32]
    label: int | None = None
    origin: str = "drawn"


def reads_digits(spec: NetworkSpec) -> bool:
    """Say whether a network takes the 784 pixels of a digit."""
    return math.prod(spec.input_shape) == PIXELS
