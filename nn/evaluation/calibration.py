"""Whether a network is as often right as it is sure.

Source: C. Guo et al., "On Calibration of Modern Neural Networks", 2017.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from nn.arrays import Array
    from nn.evaluation.answers import Answers

BINS = 10


@dataclass(frozen=True, eq=False)
class Calibration:
    """Answers in bins of equal width by how sure they are.

    Attributes
    ----------
    counts : ndarray, shape (BINS,)
        Answers in each bin.
    certainty, right : ndarray, shape (BINS,)
        How sure they are on the average and which share of them is right, NaN in an empty bin.
    error : float
        The mean distance of the two, weighted by the counts: the expected calibration error; NaN without answers.
    """

    counts: npt.NDArray[np.int64]
    certainty: Array
    right: Array
    error: float


def calibration(answers: Answers) -> Calibration:
    """Return how certainty and being right go together; answers that are no numbers are left out."""
    is_said = answers.said >= 0
    certainty, right = answers.certainty[is_said], answers.is_right[is_said]
    places = np.clip((certainty * BINS).astype(np.int64), 0, BINS - 1)
    counts = np.bincount(places, minlength=BINS)
    sure = _mean(certainty, places, counts)
    often = _mean(right, places, counts)
    gaps = np.nansum(np.abs(sure - often) * counts)
    return Calibration(counts, sure, often, float(gaps / counts.sum()) if counts.sum() else float("nan"))


def _mean(values: npt.NDArray[Any], places: npt.NDArray[np.int64], counts: npt.NDArray[np.int64]) -> Array:
    sums = np.bincount(places, weights=values.astype(np.float64), minlength=BINS)
    return np.divide(sums, counts, out=np.full(BINS, np.nan), where=counts > 0)
