"""The numbers that a confined process measured, read as what a stranger says."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

_NOT_FINITE = {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}


def measured_in(data: dict[str, Any] | None, names: Collection[str]) -> dict[str, float]:
    """Return the numbers of these names that an answer has; what is no number is left out."""
    values = data.get("values") if data is not None else None
    if not isinstance(values, dict):
        return {}
    found = {name: _number(values.get(name)) for name in names}
    return {name: number for name, number in found.items() if number is not None}


def wrong_in(data: dict[str, Any] | None, names: Collection[str]) -> tuple[str, ...]:
    """Return those of these names that an answer says are not right."""
    said = data.get("wrong") if data is not None else None
    return tuple(name for name in names if name in said) if isinstance(said, list) else ()


def _number(value: Any) -> float | None:
    if isinstance(value, str):
        return _NOT_FINITE.get(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:
        return None
