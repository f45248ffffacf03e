"""A share of a whole in a few signs."""

from __future__ import annotations

import math

_LEAST = 0.0005  # less would be written as 0.0 %


def share_text(share: float, sign: str = "%") -> str:
    """Write a share with one decimal; what is not quite nothing or not quite all is never written as that."""
    if math.isnan(share):
        return "NaN"
    if 0 < share < _LEAST:
        return f"< 0.1{sign}"
    if 1 - _LEAST <= share < 1:
        return f"> 99.9{sign}"
    return f"{100 * share:.1f}{sign}"
