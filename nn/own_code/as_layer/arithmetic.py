"""Rules for arithmetic, element by element."""

from __future__ import annotations

import numpy as np

from nn.own_code.as_layer.rules import Reading, rule
from nn.own_code.as_layer.steps import Found, refused

_SAME = {
    "negative": "negate",
    "exp": "exp",
    "log": "log",
    "tanh": "tanh",
    "sqrt": "square root",
    "reciprocal": "reciprocal",
    "absolute": "abs",
    "add": "add",
    "multiply": "multiply",
}
_LARGEST_POWER = 8


@rule(*_SAME)
def same(reading: Reading) -> Found:
    """Read what is a circle by itself."""
    count = 2 if reading.node.operation in ("add", "multiply") else 1
    return reading.put(_SAME[reading.node.operation], *(reading.operand(place) for place in range(count)))


@rule("subtract")
def subtract(reading: Reading) -> Found:
    """Read x + (-y)."""
    x, y = reading.operand(0), reading.operand(1)
    return reading.put("add", x, _turned(reading, y))


@rule("divide")
def divide(reading: Reading) -> Found:
    """Read x times one over y."""
    x, y = reading.operand(0), reading.operand(1)
    by = reading.constant_of(y)
    over = Found(reading.steps.constant(1 / by)) if by else reading.put("reciprocal", y)
    return over if reading.constant_of(x) == 1 else reading.put("multiply", x, over)


@rule("square")
def square(reading: Reading) -> Found:
    """Read x times x."""
    x = reading.operand(0)
    return reading.put("multiply", x, x)


@rule("power")
def power(reading: Reading) -> Found:
    """Read a whole power as products, half of one as a root."""
    x, exponent = reading.operand(0), reading.constant_of(reading.operand(1))
    if exponent is not None and exponent in (0.5, -0.5):
        root = reading.put("square root", x)
        return root if exponent > 0 else reading.put("reciprocal", root)
    if exponent is None or exponent != int(exponent) or not 1 <= abs(exponent) <= _LARGEST_POWER:
        raise refused(reading.node)
    product = x
    for _ in range(int(abs(exponent)) - 1):
        product = reading.put("multiply", product, x)
    return product if exponent > 0 else reading.put("reciprocal", product)


@rule("log1p")
def log1p(reading: Reading) -> Found:
    """Read log(1 + x)."""
    return reading.put("log", _plus(reading, reading.operand(0), 1))


@rule("expm1")
def expm1(reading: Reading) -> Found:
    """Read exp(x) - 1."""
    return _plus(reading, reading.put("exp", reading.operand(0)), -1)


@rule("logaddexp")
def logaddexp(reading: Reading) -> Found:
    """Read the larger one and log(1 + exp) of how far below it the other is."""
    x, y = reading.operand(0), reading.operand(1)
    away = reading.put("abs", reading.put("add", x, _turned(reading, y)))
    beyond = reading.put("log", _plus(reading, reading.put("exp", _turned(reading, away)), 1))
    return reading.put("add", reading.put("maximum", x, y), beyond)


@rule("maximum", "fmax", "minimum", "fmin")
def larger(reading: Reading) -> Found:
    """Read the larger or smaller of two; a number stands second, so that nothing flows back where both are equal."""
    x, y = reading.operand(0), reading.operand(1)
    if reading.constant_of(x) is not None:
        x, y = y, x
    return reading.put("maximum" if "max" in reading.node.operation else "minimum", x, y)


@rule("clip")
def clip(reading: Reading) -> Found:
    """Read what lies between two numbers."""
    x = reading.operand(0)
    low, high = reading.argument(1, "a_min"), reading.argument(2, "a_max")
    low = reading.node.keywords.get("min", low)
    high = reading.node.keywords.get("max", high)
    if low is not None:
        x = reading.put("maximum", x, reading.found(low))
    return x if high is None else reading.put("minimum", x, reading.found(high))


@rule("sign")
def sign(reading: Reading) -> Found:
    """Read 1 above 0 less 1 below."""
    x, zero = reading.operand(0), Found(reading.steps.constant(0))
    above, below = reading.put("greater", x, zero), reading.put("greater", zero, x)
    return reading.put("add", reading.as_number(above), _turned(reading, reading.as_number(below)))


@rule("positive", "copy", "asarray", "array", "ascontiguousarray", "astype", "float64", "float")
def as_it_is(reading: Reading) -> Found:
    """Read the same numbers again; a mask that is asked for as numbers becomes 0 and 1."""
    x = reading.operand(0)
    is_asked = np.asarray(reading.node.value).dtype.kind != "b"
    return reading.as_number(x) if x.is_mask and is_asked else x


def _turned(reading: Reading, x: Found) -> Found:
    value = reading.constant_of(x)
    return Found(reading.steps.constant(-value)) if value is not None else reading.put("negate", x)


def _plus(reading: Reading, x: Found, value: float) -> Found:
    return reading.put("add", x, Found(reading.steps.constant(value)))
