"""Whether two values are the same but for rounding, and where they differ most."""

from __future__ import annotations

from typing import Any

import numpy as np

TOLERANCE = 3e-4
COARSE = 1e-2
"""For code that computes in float32: central differences of it are coarse."""


def near(got: Any, wanted: Any, tolerance: float = TOLERANCE) -> bool:
    """Return whether two values are equal up to a share of the largest wanted element."""
    try:
        a, b = np.asarray(got, float), np.asarray(wanted, float)
    except (TypeError, ValueError):
        return False
    if a.shape != b.shape:
        return False
    if a.size == 0:
        return True
    if not np.isfinite(b).all():
        return bool(np.array_equal(a, b, equal_nan=True))
    if not np.isfinite(a).all():
        return False
    return bool(np.abs(a - b).max() <= tolerance * max(np.abs(b).max(), 1e-3) + 1e-9)


def worst(got: Any, wanted: Any) -> tuple[tuple[int, ...], float, float]:
    """Return where two arrays of one shape differ most, and both elements there."""
    a, b = np.asarray(got, float), np.asarray(wanted, float)
    away = np.nan_to_num(np.abs(a - b), nan=np.inf)
    index = tuple(int(i) for i in np.unravel_index(int(np.argmax(away)), away.shape))
    return index, float(a[index]), float(b[index])


def kept(value: Any) -> Any:
    """Copy an array that the learner's code may write into later."""
    return np.array(value, copy=True)


def same(a: Any, b: Any) -> bool:
    """Return whether not one element differs."""
    return bool(np.array_equal(np.asarray(a), np.asarray(b), equal_nan=np.asarray(a).dtype.kind in "fc"))
