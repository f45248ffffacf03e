"""Rules for arithmetic, element by element."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from nn.own_code.gradients.rules import RULES, Flow, Step, rule

_SLOPES: dict[str, Callable[[Any, Any], Any]] = {  # by x, given x and the result y
    "exp": lambda x, y: y,
    "exp2": lambda x, y: y * np.log(2),
    "expm1": lambda x, y: y + 1,
    "log": lambda x, y: 1 / x,
    "log1p": lambda x, y: 1 / (1 + x),
    "log2": lambda x, y: 1 / (x * np.log(2)),
    "log10": lambda x, y: 1 / (x * np.log(10)),
    "sqrt": lambda x, y: 0.5 / y,
    "cbrt": lambda x, y: y / (3 * x),
    "square": lambda x, y: 2 * x,
    "reciprocal": lambda x, y: -y * y,
    "absolute": lambda x, y: np.sign(x),
    "fabs": lambda x, y: np.sign(x),
    "negative": lambda x, y: -1.0,
    "sin": lambda x, y: np.cos(x),
    "cos": lambda x, y: -np.sin(x),
    "tan": lambda x, y: 1 + y * y,
    "sinh": lambda x, y: np.cosh(x),
    "cosh": lambda x, y: np.sinh(x),
    "tanh": lambda x, y: 1 - y * y,
    "arctan": lambda x, y: 1 / (1 + x * x),
}


def _elementwise(slope: Callable[[Any, Any], Any]) -> Callable[[Step, Any], Iterator[Flow]]:
    def flow(step: Step, dout: Any) -> Iterator[Flow]:
        yield from step.to(0, dout * slope(np.asarray(step.inputs[0]), step.node.value))

    return flow


for _name, _slope in _SLOPES.items():
    RULES[_name] = _elementwise(_slope)


@rule("add")
def add(step: Step, dout: Any) -> Iterator[Flow]:
    """Pass the gradient on to both."""
    yield from step.to(0, dout)
    yield from step.to(1, dout)


@rule("subtract")
def subtract(step: Step, dout: Any) -> Iterator[Flow]:
    """Pass it on to the first, and turned round to the second."""
    yield from step.to(0, dout)
    yield from step.to(1, -dout)


@rule("multiply")
def multiply(step: Step, dout: Any) -> Iterator[Flow]:
    """Multiply it for each by the other one."""
    a, b = step.inputs[:2]
    yield from step.to(0, dout * b)
    yield from step.to(1, dout * a)


@rule("divide")
def divide(step: Step, dout: Any) -> Iterator[Flow]:
    """Multiply it by ``1 / b`` and ``-a / b²``."""
    a, b = step.inputs[:2]
    yield from step.to(0, dout / b)
    yield from step.to(1, -dout * a / (np.asarray(b) * b))


@rule("power", "float_power")
def power(step: Step, dout: Any) -> Iterator[Flow]:
    """Multiply it by ``b aᵇ⁻¹`` and ``aᵇ log(a)``."""
    a, b = np.asarray(step.inputs[0], float), np.asarray(step.inputs[1], float)
    yield from step.to(0, dout * np.where(b == 0, 0.0, b * np.power(a, np.where(b == 0, 1.0, b - 1))))
    yield from step.to(1, dout * step.node.value * np.log(a))


@rule("remainder", "mod", "fmod")
def remainder(step: Step, dout: Any) -> Iterator[Flow]:
    """Differentiate ``a - b ⌊a / b⌋``."""
    a, b = step.inputs[:2]
    yield from step.to(0, dout)
    yield from step.to(1, -dout * np.floor(np.divide(a, b)))


@rule("maximum", "fmax")
def maximum(step: Step, dout: Any) -> Iterator[Flow]:
    """Give it to the larger one; where both are equal, half of it to each."""
    a, b = np.asarray(step.inputs[0]), np.asarray(step.inputs[1])
    yield from step.to(0, dout * ((a > b) + 0.5 * (a == b)))
    yield from step.to(1, dout * ((b > a) + 0.5 * (a == b)))


@rule("minimum", "fmin")
def minimum(step: Step, dout: Any) -> Iterator[Flow]:
    """Give it to the smaller one; where both are equal, half of it to each."""
    a, b = np.asarray(step.inputs[0]), np.asarray(step.inputs[1])
    yield from step.to(0, dout * ((a < b) + 0.5 * (a == b)))
    yield from step.to(1, dout * ((b < a) + 0.5 * (a == b)))


@rule("clip")
def clip(step: Step, dout: Any) -> Iterator[Flow]:
    """Give it to what was not cut off."""
    bounds = (*step.inputs[1:], None, None)
    low = step.keyword("a_min", step.keyword("min", bounds[0]))
    high = step.keyword("a_max", step.keyword("max", bounds[1]))
    x, y = np.asarray(step.inputs[0]), step.node.value
    inside = np.ones(x.shape, bool)
    inside &= True if low is None else x > low
    inside &= True if high is None else x < high
    yield from step.to(0, dout * (inside & (x == y)))


@rule("where")
def where(step: Step, dout: Any) -> Iterator[Flow]:
    """Give it to where the number was taken from."""
    if len(step.inputs) == 3:
        chosen = np.asarray(step.inputs[0], bool)
        yield from step.to(1, np.where(chosen, dout, 0))
        yield from step.to(2, np.where(chosen, 0, dout))


@rule("hypot")
def hypot(step: Step, dout: Any) -> Iterator[Flow]:
    """Multiply it by ``a / √(a² + b²)`` and ``b / √(a² + b²)``."""
    a, b = step.inputs[:2]
    yield from step.to(0, dout * a / step.node.value)
    yield from step.to(1, dout * b / step.node.value)


@rule("logaddexp")
def logaddexp(step: Step, dout: Any) -> Iterator[Flow]:
    """Multiply it by ``exp(a - y)`` and ``exp(b - y)``."""
    a, b = step.inputs[:2]
    yield from step.to(0, dout * np.exp(a - step.node.value))
    yield from step.to(1, dout * np.exp(b - step.node.value))
