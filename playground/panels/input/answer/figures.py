"""Numbers of inputs and answers, as a person reads them."""

from __future__ import annotations


def figure(value: float) -> str:
    """Write a number with four digits that count, and a true minus."""
    return f"{value + 0.0:.4g}".replace("-", "−")  # -0.0 + 0.0 is 0.0
