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
    "sin": "sin",
    "cos": "cos",
    "arctan": "arctan",
    "sqrt": "square root",
    "reciprocal": "reciprocal",
    "absolute": "abs",
    "add": "add",
    "multiply": "multiply",
}
_LARGEST_POWER = 8
_LOGARITHMS = {"log2": np.log(2), "log10": np.log(10)}


@rule(*_SAME)
def same(reading: Reading) -> Found:
    """Read what is a circle by itself."""
    count = 2 if reading.node.operation in ("add", "multiply") else 1
    if reading.node.operation == "multiply":
        for x, by in ((0, 1), (1, 0)):
            share = reading.constant_of(reading.operand(by))
            mean = reading.mean_of(reading.operand(x), 1 / share if share else None)
            if mean is not None:
                return mean
    return reading.put(_SAME[reading.node.operation], *(reading.operand(place) for place in range(count)))


@rule("subtract")
def subtract(reading: Reading) -> Found:
    """Read x + (-y)."""
    x, y = reading.operand(0), reading.operand(1)
    return reading.put("add", x, _turned(reading, y))


@rule("divide")
def divide(reading: Reading) -> Found:
    """Read x times one over y; a sum by as many numbers as went in is a mean, which has to show on other data."""
    x, y = reading.operand(0), reading.operand(1)
    by = reading.constant_of(y)
    mean = reading.mean_of(x, by)
    if mean is not None:
        return mean
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


@rule("exp2")
def exp2(reading: Reading) -> Found:
    """Read a power of 2 as one of e."""
    return reading.put("exp", _times(reading, reading.operand(0), np.log(2)))


@rule(*_LOGARITHMS)
def other_logarithm(reading: Reading) -> Found:
    """Read the natural logarithm by that of the base."""
    return _times(reading, reading.put("log", reading.operand(0)), 1 / _LOGARITHMS[reading.node.operation])


@rule("tan")
def tan(reading: Reading) -> Found:
    """Read sin over cos."""
    x = reading.operand(0)
    return reading.put("multiply", reading.put("sin", x), reading.put("reciprocal", reading.put("cos", x)))


@rule("sinh", "cosh")
def hyperbolic(reading: Reading) -> Found:
    """Read half of exp(x) less or plus exp(-x)."""
    x = reading.operand(0)
    ahead, back = reading.put("exp", x), reading.put("exp", _turned(reading, x))
    back = _turned(reading, back) if reading.node.operation == "sinh" else back
    return _times(reading, reading.put("add", ahead, back), 0.5)


@rule("hypot")
def hypot(reading: Reading) -> Found:
    """Read the root of the sum of squares."""
    x, y = reading.operand(0), reading.operand(1)
    squares = reading.put("add", reading.put("multiply", x, x), reading.put("multiply", y, y))
    return reading.put("square root", squares)


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


@rule("positive", "copy", "ascontiguousarray", "astype", "float64", "float")
def as_it_is(reading: Reading) -> Found:
    """Read the same numbers again; a mask that is asked for as numbers becomes 0 and 1."""
    return reading.as_it_is()


def _turned(reading: Reading, x: Found) -> Found:
    value = reading.constant_of(x)
    return Found(reading.steps.constant(-value)) if value is not None else reading.put("negate", x)


def _times(reading: Reading, x: Found, value: float) -> Found:
    return reading.put("multiply", x, Found(reading.steps.constant(value)))


def _plus(reading: Reading, x: Found, value: float) -> Found:
    return reading.put("add", x, Found(reading.steps.constant(value)))
