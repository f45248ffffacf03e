"""How high a plot of functions must be: every curve in sight, and none behind the legend in its upper left corner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARGIN = 0.07  # share of the height above and below the curves
_MOST_COVERED = 0.4  # share of the height that is kept free of curves for the legend


def needed_heights(
    lines: Sequence[tuple[np.ndarray, np.ndarray]], low: float, high: float, covered: tuple[float, float]
) -> tuple[float, float]:
    """Return the ends of the vertical axis.

    Parameters
    ----------
    lines : sequence of (ndarray, ndarray)
        x and y of everything that is drawn, shape (n,) each; what is not finite is not drawn.
    low, high : float
        The range of x.
    covered : tuple of float
        Shares of the width and of the height that the legend takes from the upper left corner.
    """
    values = np.concatenate([*(y for _x, y in lines), np.zeros(1)])
    values = values[np.isfinite(values)]
    lowest, highest = float(values.min()), float(values.max())
    space = _MARGIN * (highest - lowest) or 1.0
    bottom = lowest - space
    width, height = covered[0], min(_MOST_COVERED, covered[1])
    below = _highest(lines, low + (high - low) * width)
    return bottom, max(highest + space, (below - bottom * height) / (1 - height))


def _highest(lines: Sequence[tuple[np.ndarray, np.ndarray]], end: float) -> float:
    """Return the highest value of the lines up to `end`."""
    parts = (y[(x <= end) & np.isfinite(y)] for x, y in lines)
    return max((float(np.max(part, initial=-np.inf)) for part in parts), default=-np.inf)
