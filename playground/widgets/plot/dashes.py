"""Dashes along a line: Qt's own begin anew with each of its pieces, which are shorter than a dash."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    Line = tuple[np.ndarray, np.ndarray]

_MOST = 2000  # dashes of a line: more would run into each other


def dashed(x: np.ndarray, y: np.ndarray, scale: tuple[float, float], dash: tuple[float, float]) -> Line:
    """Cut a line into dashes.

    Parameters
    ----------
    x, y : ndarray, shape (n,)
        The line, broken where `y` is not finite.
    scale : (float, float)
        px of one unit along each axis.
    dash : (float, float)
        px of a dash and of the gap behind it.

    Returns
    -------
    tuple of ndarray
        The dashes as a line with breaks of NaN between them.
    """
    pieces = [_dashes(x[run], y[run], scale, dash) for run in _runs(np.isfinite(y))]
    if not pieces:
        return np.empty(0), np.empty(0)
    return np.concatenate([px for px, _ in pieces]), np.concatenate([py for _, py in pieces])


def _runs(known: np.ndarray) -> Iterator[slice]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], known, [False]))))
    for first, last in pairwise(edges.tolist()):
        if known[first] and last - first > 1:
            yield slice(first, last)


def _dashes(x: np.ndarray, y: np.ndarray, scale: tuple[float, float], dash: tuple[float, float]) -> Line:
    on, period = dash[0], sum(dash)
    along = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(x) * scale[0], np.diff(y) * scale[1]))))
    if not 0 < along[-1] < _MOST * period:
        return np.append(x, x[-1]), np.append(y, np.nan)
    starts = np.arange(0.0, along[-1], period)
    places = np.sort(np.concatenate([along, starts, np.minimum(starts + on, along[-1])]))
    # no np.unique: it imports numpy.ma, for which the window would stand still
    places = places[np.append(True, places[1:] > places[:-1])]
    drawn = (places[:-1] + places[1:]) / 2 % period < on
    ends_x, ends_y = (np.interp(places, along, each) for each in (x, y))
    px = np.column_stack([ends_x[:-1], ends_x[1:], ends_x[1:]])[drawn].ravel()
    py = np.column_stack([ends_y[:-1], ends_y[1:], np.full(len(places) - 1, np.nan)])[drawn].ravel()
    return px, py
