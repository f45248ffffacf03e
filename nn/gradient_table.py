"""All gradients of a pass checked: what backpropagation says beside small differences, a row for each parameter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from nn.arrays import Array, Shape
from nn.gradient_check import TOLERANCE

MOST = 200
"""Numbers of one parameter that are checked: two passes for each."""
_KINK = 1e-2  # an error up to which a kink of ReLU within h is the likelier reason
_NOTHING = 1e-12

Verdict = Literal["agree", "zero", "close", "differ"]


@dataclass(frozen=True)
class GradientRow:
    """One parameter.

    Attributes
    ----------
    name, shape
        Of the parameter.
    checked
        How many of its numbers were moved.
    index
        Where both gradients lie farthest apart.
    analytic, numeric
        Both there.
    error
        The largest difference over the largest gradient of those checked.
    verdict
        "zero" where both are 0 throughout; "close" where a kink within h may be the reason.
    """

    name: str
    shape: Shape
    checked: int
    index: tuple[int, ...]
    analytic: float
    numeric: float
    error: float
    verdict: Verdict

    @property
    def difference(self) -> float:
        """How far both lie apart there."""
        return abs(self.analytic - self.numeric)


def places_to_check(gradient: Array, most: int = MOST) -> tuple[tuple[int, ...], ...]:
    """Return the places of an array to check: all, or half of `most` with the largest gradient and others between."""
    if gradient.size <= most:
        return tuple(np.ndindex(gradient.shape))
    flat = np.abs(gradient).ravel()
    largest = np.argpartition(flat, -(most // 2))[-(most // 2) :]
    spread = np.linspace(0, gradient.size - 1, most - len(largest)).astype(int)
    chosen = np.unique(np.concatenate([largest, spread]))
    return tuple(tuple(int(i) for i in np.unravel_index(place, gradient.shape)) for place in chosen)


def row_of(name: str, param: Array, analytic: Array, loss: Callable[[], float], h: float) -> GradientRow:
    """Check one parameter, each of whose numbers is moved by `h` and put back.

    Parameters
    ----------
    name
        Of the parameter.
    param : ndarray of float64
        What `loss` computes with.
    analytic
        Its gradient by backpropagation.
    loss
        Returns the loss with the parameter as it is then; may raise to give up.
    h
        Half the distance of two points.
    """
    places = places_to_check(analytic)
    numeric = [_slope(param, place, loss, h) for place in places]
    return _row(name, analytic, places, np.array(numeric))


def _slope(param: Array, place: tuple[int, ...], loss: Callable[[], float], h: float) -> float:
    start = float(param[place])
    try:
        param[place] = start + h
        above = loss()
        param[place] = start - h
        below = loss()
    finally:
        param[place] = start
    return (above - below) / (2 * h)


def _row(name: str, analytic: Array, places: Sequence[tuple[int, ...]], numeric: Array) -> GradientRow:
    ours = np.array([float(analytic[place]) for place in places])
    gap = np.abs(ours - numeric)
    worst = int(np.argmax(np.where(np.isnan(gap), np.inf, gap)))
    size = max(float(np.max(np.abs(ours))), float(np.max(np.abs(numeric))))
    error = float(gap[worst]) / max(size, 1e-6) if np.isfinite(size) else float("nan")
    at = places[worst]
    return GradientRow(
        name, analytic.shape, len(places), at, float(ours[worst]), float(numeric[worst]), error, _verdict(size, error)
    )


def _verdict(size: float, error: float) -> Verdict:
    if size < _NOTHING:
        return "zero"
    if error < TOLERANCE:
        return "agree"
    return "close" if error < _KINK else "differ"
