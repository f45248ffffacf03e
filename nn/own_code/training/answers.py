"""What a learner's network says of samples, read as probabilities."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_CLOSE = 1e-3


def probabilities(y: NDArray[Any]) -> NDArray[np.float64]:
    """Return rows that add up to 1: what ``predict`` gave if it did, else its softmax.

    Parameters
    ----------
    y : ndarray of shape (samples, classes)
        Scores or probabilities; may hold what is not finite.
    """
    scores: NDArray[np.float64] = np.asarray(y, np.float64)
    with np.errstate(all="ignore"):
        if np.all(scores >= 0) and np.all(np.abs(scores.sum(axis=1) - 1) < _CLOSE):
            return scores
        shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
        result: NDArray[np.float64] = shifted / shifted.sum(axis=1, keepdims=True)
        return result
