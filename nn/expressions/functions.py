"""The functions that an expression may call."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np

from nn import functions
from nn.expressions.allowance import Allowance
from nn.messages import Message

AXIS = frozenset({"axis", "keepdims"})
TYPES: Mapping[str, Any] = {
    "int": np.int64,
    "bool": np.bool_,
    "float": np.float64,
    "float32": np.float32,
    "float64": np.float64,
}
"""What `astype` and ``dtype=`` take."""
CONSTANTS: Mapping[str, float] = {"pi": np.pi, "e": np.e, "inf": np.inf, "nan": np.nan}

Room = Callable[..., None]


def _of_all(allowance: Allowance, *values: Any, **_: Any) -> None:
    allowance.take(sum(int(np.size(value)) for value in values))


def _together(allowance: Allowance, *values: Any, **_: Any) -> None:
    allowance.take_shapes(*values)


def _product(allowance: Allowance, left: Any, right: Any) -> None:
    allowance.take_product(left, right)


def _each_with_each(allowance: Allowance, left: Any, right: Any) -> None:
    allowance.take(int(np.size(left)) * int(np.size(right)))


def _sized(allowance: Allowance, *sizes: Any, **_: Any) -> None:
    allowance.take(prod(max(size, 0) for size in whole(sizes)))


def _square(allowance: Allowance, size: Any) -> None:
    allowance.take(int(size) ** 2)


def _stepped(allowance: Allowance, *ends: Any) -> None:
    start, end, step = (0, ends[0], 1) if len(ends) == 1 else (*ends, 1)[:3]
    allowance.take(int(max((float(end) - float(start)) / float(step), 0)) + 1 if float(step) else 0)


def _counted(allowance: Allowance, start: Any, end: Any, count: Any = 50) -> None:
    allowance.take(int(np.size(start)) * int(count))


@dataclass(frozen=True)
class Function:
    """A function with what it takes.

    Attributes
    ----------
    call
        Computes it; it is given arrays and numbers.
    least, most
        How many values stand in its brackets.
    keywords
        What may be given by name.
    room
        Takes what the result needs out of the allowance, before it is computed.
    """

    call: Callable[..., Any]
    least: int = 1
    most: int = 1
    keywords: frozenset[str] = frozenset()
    room: Room = _of_all


def whole(sizes: Iterable[Any]) -> tuple[int, ...]:
    """Return sizes as they are written: ``2, 3`` or ``(2, 3)``.

    Raises
    ------
    TypeError
        If one is no whole number.
    """
    flat = [each for size in sizes for each in np.ravel(np.asarray(size))]
    if any(each.dtype.kind not in "iu" for each in flat):
        raise TypeError(Message("sizes and axes are whole numbers, such as 2 or -1"))
    return tuple(operator.index(each) for each in flat)


def _norm(x: Any, axis: Any = None, keepdims: bool = False) -> Any:
    x = np.asarray(x, np.float64)
    largest = np.max(np.abs(x), initial=0.0)  # whose square may be beyond the largest number, or beneath the smallest
    if axis is not None or not 0 < largest < np.inf:
        return np.sqrt(np.sum(x * x, axis=axis, keepdims=keepdims))
    return largest * np.sqrt(np.sum(np.square(x / largest), axis=axis, keepdims=keepdims))


def _dead(x: Any) -> Any:
    """Return the share of columns that are nowhere above 0: of ReLUs' outputs the neurons that learn nothing."""
    rows = np.reshape(x, (len(x), -1)) if np.ndim(x) > 1 else np.reshape(x, (1, -1))
    return np.mean(np.max(rows, axis=0) <= 0)


def _not_finite(x: Any) -> Any:
    return np.size(x) - np.count_nonzero(np.isfinite(x))


def _concatenate(*arrays: Any, axis: int = 0) -> Any:
    return np.concatenate(arrays, axis=axis)


def _filled(number: int) -> Callable[..., Any]:
    def fill(*sizes: Any, dtype: Any = np.float64) -> Any:
        return np.full(whole(sizes), number, dtype)

    return fill


def _unit(size: Any) -> Any:
    (number,) = whole([size])
    return np.eye(number)


def _spaced(start: Any, end: Any, count: Any = 50) -> Any:
    (number,) = whole([count])
    return np.linspace(start, end, number)


def _of_functions() -> dict[str, Function]:
    names = (
        "step_function", "sigmoid", "sigmoid_grad", "relu", "relu_grad", "tanh", "tanh_grad", "leaky_relu", "elu",
        "softplus", "gelu", "swish", "identity_function", "softmax",
    )  # fmt: skip
    found = {name: Function(getattr(functions, name)) for name in names}
    for name, of in (
        ("cross_entropy", "cross_entropy_error"),
        ("cross_entropy_error",) * 2,
        ("sum_squared_error",) * 2,
    ):
        found[name] = Function(getattr(functions, of), 2, 2)
    return found


def _of_numpy() -> dict[str, Function]:
    elementwise = (
        "abs", "sign", "exp", "log", "log2", "log10", "log1p", "sqrt", "square", "sin", "cos", "floor", "ceil",
        "isnan", "isinf", "isfinite",
    )  # fmt: skip
    reductions = ("sum", "mean", "std", "var", "min", "max", "prod", "any", "all", "argmax", "argmin", "median")
    found = {name: Function(getattr(np, name)) for name in elementwise}
    found.update({name: Function(getattr(np, name), keywords=AXIS) for name in reductions})
    found.update({name: Function(getattr(np, name), keywords=frozenset({"axis"})) for name in ("sort", "cumsum")})
    pairs = ("maximum", "minimum")
    found.update({name: Function(getattr(np, name), 2, 2, room=_together) for name in pairs})
    return found


FUNCTIONS: Mapping[str, Function] = {
    **_of_functions(),
    **_of_numpy(),
    **{name: Function(kind) for name, kind in TYPES.items()},
    "dot": Function(np.dot, 2, 2, room=_product),
    "matmul": Function(np.matmul, 2, 2, room=_product),
    "outer": Function(np.outer, 2, 2, room=_each_with_each),
    "where": Function(np.where, 3, 3, room=_together),
    "clip": Function(np.clip, 3, 3, room=_together),
    "round": Function(np.round, 1, 2, frozenset({"decimals"})),
    "norm": Function(_norm, keywords=AXIS),
    "dead": Function(_dead),
    "nan": Function(_not_finite),
    "count": Function(np.count_nonzero, keywords=AXIS),
    "count_nonzero": Function(np.count_nonzero, keywords=AXIS),
    "shape": Function(np.shape),
    "ndim": Function(np.ndim),
    "size": Function(np.size),
    "len": Function(len),
    "reshape": Function(lambda x, *sizes: np.reshape(x, whole(sizes)), 2, 9),
    "transpose": Function(np.transpose),
    "T": Function(np.transpose),
    "flatten": Function(np.ravel),
    "ravel": Function(np.ravel),
    "squeeze": Function(np.squeeze),
    "copy": Function(np.copy),
    "concatenate": Function(_concatenate, 2, 9, frozenset({"axis"})),
    "astype": Function(lambda x, kind: np.asarray(x).astype(kind), 2, 2),
    "zeros": Function(_filled(0), 1, 9, frozenset({"dtype"}), _sized),
    "ones": Function(_filled(1), 1, 9, frozenset({"dtype"}), _sized),
    "zeros_like": Function(np.zeros_like),
    "ones_like": Function(np.ones_like),
    "eye": Function(_unit, room=_square),
    "arange": Function(np.arange, 1, 3, room=_stepped),
    "linspace": Function(_spaced, 2, 3, room=_counted),
}  # fmt: skip
"""Every function by its name, as NumPy and the book call it."""
