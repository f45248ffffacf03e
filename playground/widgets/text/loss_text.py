"""How a loss is written where there is room for one number."""

from __future__ import annotations

import math

_SMALLEST_PLAIN = 1e-4
_LARGEST_PLAIN = 10_000.0  # above it, powers of ten: an exploding loss has up to 38 digits


def loss_text(loss: float) -> str:
    """Write a loss with four decimals, one too small or large for them with a power of ten, else NaN or ∞."""
    if math.isnan(loss):
        return "NaN"
    if math.isinf(loss):
        return "∞" if loss > 0 else "−∞"
    if 0 < abs(loss) < _SMALLEST_PLAIN:
        return f"{loss:.1e}"  # as long as 0.0000, which it is not
    return f"{loss:.4f}" if abs(loss) < _LARGEST_PLAIN else f"{loss:.3e}"
