"""Rules for comparisons and for what is put where they hold."""

from __future__ import annotations

from typing import Any

import numpy as np

from nn.own_code.as_layer.rules import Reading, rule
from nn.own_code.as_layer.steps import Found, refused

_COMPARED = {
    "greater": ("greater", False),
    "less_equal": ("at most", False),
    "less": ("greater", True),
    "greater_equal": ("at most", True),
}


@rule(*_COMPARED)
def compared(reading: Reading) -> Found:
    """Read a comparison, turned round where only its opposite is a circle."""
    name, is_turned = _COMPARED[reading.node.operation]
    x, y = reading.operand(0), reading.operand(1)
    return reading.put(name, y, x) if is_turned else reading.put(name, x, y)


@rule("invert", "logical_not")
def opposite(reading: Reading) -> Found:
    """Read where it does not hold."""
    return _not(reading, _mask(reading, reading.operand(0)))


@rule("bitwise_and", "logical_and")
def both(reading: Reading) -> Found:
    """Read where two masks hold: where the product of them as 0 and 1 is above a half."""
    return _above_half(reading, "multiply")


@rule("bitwise_or", "logical_or")
def one_of_both(reading: Reading) -> Found:
    """Read where one of two masks holds, or both."""
    return _above_half(reading, "add")


@rule("equal", "not_equal")
def equal(reading: Reading) -> Found:
    """Read where neither is above the other."""
    x, y = reading.operand(0), reading.operand(1)
    apart = reading.put("add", *(reading.as_number(reading.put("greater", a, b)) for a, b in ((x, y), (y, x))))
    return reading.put("at most" if reading.node.operation == "equal" else "greater", apart, _half(reading))


@rule("where")
def where(reading: Reading) -> Found:
    """Read one thing where a mask holds, another where it does not."""
    if len(reading.node.inputs) != 3:
        raise refused(reading.node)
    mask = _mask(reading, reading.operand(0))
    return _either(reading, mask, reading.operand(1), reading.operand(2))


@rule("heaviside")
def heaviside(reading: Reading) -> Found:
    """Read 0 below 0 and 1 above."""
    x, zero = reading.operand(0), Found(reading.steps.constant(0))
    return reading.as_number(reading.put("greater", x, zero))


@rule("getitem")
def getitem(reading: Reading) -> Found:
    """Read what a mask picks out, or one number a sample that gets its axis back."""
    x, key = reading.operand(0), reading.node.keywords["key"]
    if _is_row(reading, key):
        return Found(x.place, x.is_mask)
    if isinstance(key, np.ndarray) and key.dtype == bool:
        return Found(x.place, x.is_mask, reading.mask_like(key))
    if x.is_flat and key in ((slice(None), None), (Ellipsis, None)):
        return Found(x.place, x.is_mask)
    if key is Ellipsis or key == slice(None):
        return x
    raise refused(reading.node)


@rule("setitem")
def setitem(reading: Reading) -> Found:
    """Read an array with something else where a mask holds."""
    x, key = reading.operand(0), reading.node.keywords["key"]
    value = reading.operand(1)
    if key is Ellipsis or (isinstance(key, slice) and key == slice(None)) or _is_row(reading, key):
        return value
    if not isinstance(key, np.ndarray) or key.dtype != bool:
        raise refused(reading.node)
    mask = reading.mask_like(key)
    if value.chosen is not None and value.chosen is not mask:
        raise refused(reading.node)
    return _either(reading, mask, Found(value.place, value.is_mask), x)


def _is_row(reading: Reading, key: Any) -> bool:
    """Whether brackets mean all of the one sample that there was."""
    if not reading.is_single or np.shape(reading.node.inputs[0].value)[:1] != (1,):
        return False
    first, *rest = key if isinstance(key, tuple) else (key,)
    is_first = isinstance(first, int | np.integer) and not isinstance(first, bool) and first in (0, -1)
    return is_first and all(each is Ellipsis or (isinstance(each, slice) and each == slice(None)) for each in rest)


def _either(reading: Reading, mask: Found, then: Found, otherwise: Found) -> Found:
    """Return one value where a mask holds and another elsewhere: a sum of both, each 0 where the other stands."""
    parts = []
    for value, hidden in ((then, _not(reading, mask)), (otherwise, mask)):
        known = reading.constant_of(value)
        if known == 0:
            continue
        if known is not None:
            shown = reading.as_number(_not(reading, hidden))
            parts.append(shown if known == 1 else reading.put("multiply", shown, value))
        else:
            parts.append(reading.put("masked", reading.as_number(value), hidden))
    if not parts:
        return Found(reading.steps.constant(0))
    return parts[0] if len(parts) == 1 else reading.put("add", *parts)


def _above_half(reading: Reading, joined: str) -> Found:
    masks = [reading.as_number(_mask(reading, reading.operand(place))) for place in (0, 1)]
    return reading.put("greater", reading.put(joined, *masks), _half(reading))


def _half(reading: Reading) -> Found:
    return Found(reading.steps.constant(0.5))


def _mask(reading: Reading, found: Found) -> Found:
    if not found.is_mask:
        raise refused(reading.node)
    return found


def _not(reading: Reading, mask: Found) -> Found:
    return Found(reading.steps.not_(mask.place), True, mask.chosen, mask.is_flat)
