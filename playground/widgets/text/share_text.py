"""A share of a whole in a few signs."""

from __future__ import annotations

import math

_LEAST = 0.0005  # less would be written as 0.0%
_ROUNDED = {0.0: 1e-12, 1.0: 1 - 1e-12}


def share_text(share: float, sign: str = "%") -> str:
    """Write a share with one decimal; what is not quite nothing or not quite all is never written as that."""
    if math.isnan(share):
        return "NaN"
    if 0 < share < _LEAST:
        return f"< 0.1{sign}"
    if 1 - _LEAST <= share < 1:
        return f"> 99.9{sign}"
    return f"{100 * share:.1f}{sign}"


def probability_text(probability: float, sign: str = "%") -> str:
    """Write what a network says of one class among others: never all or nothing, though 32 bits may round to that."""
    return share_text(_ROUNDED.get(probability, probability), sign)
