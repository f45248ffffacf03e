"""Ranges of axes that stay still while a curve grows, and then move in one jump.

Moving an axis a little with every frame costs two thirds of the whole frame, and is restless to look at.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

Range = tuple[float, float]
Rule = Callable[[float, float], Range]  # from the smallest and the largest value to a range

USUAL_LOSSES = (0.01, 2.303)  # from well trained to ten classes with nothing learned: for an axis without losses

_STEPS = (1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
_FIRST_ITERATIONS = 50
_MARGIN = 1.01  # times the last iteration: half the width of a dot
_LOWEST_LOG = -12.0  # a loss of 0 has no place on a logarithmic axis and is drawn here
_MOST_SPARE = 1.9  # times the wanted range; a larger one is chosen anew
_MANY = 20  # losses: of fewer the highest is no exception
_SPIKE = 3.0  # times what is usual: a higher one does not stretch the axis
_HEADROOM = 1.5  # times what is usual, where something runs out at the top
_FALL = 10.0  # times what is usual: a first loss up to there is seen whole
_ACCURACY_FLOORS = (99.0, 98.0, 95.0, 90.0, 80.0, 50.0)


def round_up(value: float) -> float:
    """Give the next of 1, 1.25, 1.5, 2, ... times a power of ten that is not smaller than a positive value."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in _STEPS if step * power >= value * (1 - 1e-12))


def iteration_range(last: int) -> Range:
    """Give a range from the start of training to somewhat beyond an iteration, whose mark is seen whole."""
    return 0.0, round_up(max(_FIRST_ITERATIONS, _MARGIN * last))


def loss_range(low: float, high: float) -> Range:
    """Give a range on a linear axis for losses between two values."""
    if low >= 0:
        return 0.0, round_up(1.04 * high) if high > 0 else 1.0
    space = 0.06 * (high - low) or 1.0
    return low - space, high + space


def top_of(losses: np.ndarray) -> float:
    """Give how high an axis must reach for losses in their order, -inf without any: spikes run out at the top.

    The fall from the first loss is no spike: from what guessing costs it is seen whole, from more up to ten times what
    came after.
    """
    finite = losses[np.isfinite(losses)]
    if len(finite) < _MANY:
        return float(finite.max(initial=-np.inf))
    rank = int(0.95 * len(finite))
    usual = float(np.partition(finite, rank)[rank])
    usual = max(usual, min(float(finite[0]), max(_FALL * usual, USUAL_LOSSES[1])))
    highest = float(finite.max())
    return highest if highest <= _SPIKE * usual or usual <= 0 else _HEADROOM * usual


def log_loss_range(low: float, high: float) -> Range:
    """Give a range on a logarithmic axis (of powers of ten) for losses between two powers of ten."""
    space = max(0.12, 0.04 * (high - low))
    return max(low, _LOWEST_LOG) - space, max(high, _LOWEST_LOG) + space


def accuracy_range(low: float, high: float) -> Range:
    """Give a range in percent from a round number below the lowest accuracy up to 100, wherever the highest is.

    Of nothing but right answers there is nothing to be seen closely; how they came about is.
    """
    near = _ACCURACY_FLOORS if low < 100 else _ACCURACY_FLOORS[-1:]
    floor = next((floor for floor in near if floor <= low), 0.0)
    return floor - 0.05 * (100 - floor), 100 + 0.05 * (100 - floor)


def number_range(low: float, high: float) -> Range:
    """Give a range for numbers between two of any kind: from 0 where that is not far away."""
    space = 0.06 * (high - low) or 0.1 * abs(high) or 1.0
    if 0 <= low <= 0.6 * high:
        return 0.0, high + space
    return low - space, high + space


def still_good(present: Range, data: Range, wanted: Range) -> bool:
    """Tell whether a range can stay: it holds the data and is not much larger than the one wanted for them."""
    holds = present[0] <= data[0] and data[1] <= present[1]
    return holds and present[1] - present[0] <= _MOST_SPARE * (wanted[1] - wanted[0])
