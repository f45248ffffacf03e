"""How far an answer is off, said without giving the right one away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from nn.arrays import Array, Shape

Tendency = Literal["", "close", "high", "low", "sign"]
_CLOSE = 0.05
_SLACK = 1 + 1e-6  # a difference of half a unit in the last digit is still that digit


@dataclass(frozen=True)
class Verdict:
    """What can be said of numbers that were typed.

    Attributes
    ----------
    is_right
        Whether all are within the tolerance.
    right, count
        How many of how many are.
    tendency
        Of a single wrong number: nearly right, too high, too low, or of the wrong sign.
    shape, wanted
        The shape that was typed and the one that is asked for, where they differ.
    """

    is_right: bool
    right: int = 0
    count: int = 1
    tendency: Tendency = ""
    shape: Shape = ()
    wanted: Shape = ()


def judge(given: Array, expected: Array, tolerance: Array) -> Verdict:
    """Compare what was typed with what is right; a single number may stand with or without brackets."""
    if given.size == expected.size == 1:
        given = given.reshape(expected.shape)
    if given.shape != expected.shape:
        return Verdict(False, 0, expected.size, "", given.shape, expected.shape)
    agrees = np.isclose(given, expected, rtol=0, atol=0, equal_nan=True) | _within(given, expected, tolerance)
    right, count = int(np.count_nonzero(agrees)), expected.size
    if right == count:
        return Verdict(True, right, count)
    return Verdict(False, right, count, _tendency(given.item(), expected.item()) if count == 1 else "")


def _within(given: Array, expected: Array, tolerance: Array) -> Array:
    with np.errstate(invalid="ignore"):  # infinity minus infinity
        return np.less_equal(np.abs(given - expected), tolerance * _SLACK)


def _tendency(given: float, expected: float) -> Tendency:
    if not (np.isfinite(given) and np.isfinite(expected)):
        return ""
    if abs(given - expected) <= _CLOSE * abs(expected):
        return "close"
    if given * expected < 0:
        return "sign"
    return "high" if given > expected else "low"
