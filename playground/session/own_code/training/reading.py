"""What a person's own network says of a digit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from playground.confined.trained import Progress

CLASSES = 10


@dataclass(frozen=True, eq=False)
class Reading:
    """What the learner's network says of a digit.

    Attributes
    ----------
    pixels : ndarray
        The digit.
    probabilities : tuple of float
        Of the classes 0 to 9; may hold what is not finite.
    iteration : int
        After so many updates.
    """

    pixels: NDArray[np.float32]
    probabilities: tuple[float, ...]
    iteration: int


def reading(pixels: NDArray[np.float32] | None, told: Progress) -> Reading:
    """Return the answer to the question what a digit is.

    Raises
    ------
    ValueError
        If it is none, or nobody asked.
    """
    from nn.own_code.training.answers import probabilities

    y = told.arrays.get("y")
    if pixels is None or y is None or y.dtype.kind not in "fiub" or y.shape != (1, CLASSES):
        raise ValueError("answer")
    return Reading(pixels, tuple(map(float, probabilities(y)[0])), told.iteration)
