"""A number and how far others like it lie around it, in a few signs."""

from __future__ import annotations

import math

_LEAST, _MOST = 1e-4, 1e5
"""Outside of these a number is written with a power of ten."""
_DIGITS = 2
"""Of a deviation; the mean ends with the same decimal."""
_NEGLIGIBLE = 1e-5
"""Of the mean: a deviation smaller than that would make it too long to be read."""


def spread_text(mean: float, deviation: float) -> str:
    """Write a mean and a standard deviation to the same decimal; the mean alone, with 4 digits, where that is NaN."""
    if math.isnan(deviation):
        return f"{mean:.4g}"
    if deviation <= _NEGLIGIBLE * abs(mean):
        return f"{mean:.4g} ± {deviation:.1g}"
    power = math.floor(math.log10(max(abs(mean), deviation)))
    if not _LEAST <= max(abs(mean), deviation) < _MOST:
        return f"({_to_one_decimal(mean / 10.0**power, deviation / 10.0**power)})e{power}"
    return _to_one_decimal(mean, deviation)


def _to_one_decimal(mean: float, deviation: float) -> str:
    power = math.floor(math.log10(deviation))
    decimals = max(0, _DIGITS - 1 - math.floor(math.log10(round(deviation, _DIGITS - 1 - power))))
    return f"{mean:.{decimals}f} ± {deviation:.{decimals}f}"
