"""How a loss is written where there is room for one number."""

from __future__ import annotations

import math

_LARGEST_PLAIN = 10_000.0  # above it, powers of ten: an exploding loss has up to 38 digits


def loss_text(loss: float) -> str:
    """Write a loss with four decimals, an exploded one with a power of ten, and what is no number as NaN or ∞."""
    if math.isnan(loss):
        return "NaN"
    if math.isinf(loss):
        return "∞" if loss > 0 else "−∞"
    return f"{loss:.4f}" if abs(loss) < _LARGEST_PLAIN else f"{loss:.3e}"
