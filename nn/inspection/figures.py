"""The figures of an array: its ends, its mean, and how its numbers are spread."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

BINS = 24
_SMALL, _LARGE = 1e-30, 1e30  # between them float32 has room for the steps of the computation


@dataclass(frozen=True, eq=False)
class Figures:
    """Of the finite numbers of an array.

    Attributes
    ----------
    shape
        Of the array.
    low, mean, high
        NaN where no number is finite.
    not_finite
        How many numbers are NaN or infinite.
    shares : ndarray, shape (BINS,)
        The share of numbers in each of equally wide bins from `low` to `high`.
    """

    shape: tuple[int, ...]
    low: float
    mean: float
    high: float
    not_finite: int
    shares: NDArray[np.float64]


def figures_of(array: NDArray[Any]) -> Figures:
    """Look through an array."""
    numbers = np.ravel(array)
    low, high = _ends(numbers)
    missing = 0
    if not (math.isfinite(low) and math.isfinite(high)):
        finite = numbers[np.isfinite(numbers)]
        missing = numbers.size - finite.size
        numbers = finite
        low, high = _ends(numbers)
    mean = float(numbers.mean(dtype=np.float64)) if numbers.size else math.nan
    return Figures(array.shape, low, mean, high, missing, _shares(numbers, low, high))


def _ends(numbers: NDArray[Any]) -> tuple[float, float]:
    return (float(numbers.min()), float(numbers.max())) if numbers.size else (math.nan, math.nan)


def _shares(numbers: NDArray[Any], low: float, high: float) -> NDArray[np.float64]:
    if not numbers.size:
        return np.zeros(BINS)
    width = high - low
    if not (width > 0 and math.isfinite(BINS / width)):  # all numbers are the same, or as good as
        shares = np.zeros(BINS)
        shares[BINS // 2] = 1.0
        return shares
    # equally wide bins need no search: numpy.histogram takes ten times as long
    dtype: Any = np.float32 if _SMALL < width < _LARGE else np.float64
    places = numbers.astype(dtype, copy=False) - dtype(low)
    places *= dtype(BINS * (1 - 1e-6) / width)
    return np.bincount(places.astype(np.int32), minlength=BINS)[:BINS] / numbers.size
