"""Round numbers for the scale of a chart."""

from __future__ import annotations

import math


def round_step(least: float) -> float:
    """Give 1, 2 or 5 times a power of ten, at least `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least * (1 - 1e-9))


def multiples(low: float, high: float, step: float) -> range:
    """Give the numbers whose products with `step` lie from `low` to `high`."""
    return range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)


def round_ticks(low: float, high: float, most: int) -> list[tuple[float, str]]:
    """Give round numbers from `low` to `high`, each as it is written; at most `most` of them and one."""
    if not low < high or not math.isfinite(high - low):
        return []
    step = round_step((high - low) / most)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return [(number * step, f"{number * step:,.{decimals}f}") for number in multiples(low, high, step)]
