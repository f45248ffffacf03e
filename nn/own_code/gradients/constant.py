"""Operations through which nothing flows back: their result jumps, or does not depend on the numbers at all."""

from __future__ import annotations

from typing import Any

from nn.own_code.gradients.rules import Flow, Step, rule

_COMPARISONS = (
    "less less_equal greater greater_equal equal not_equal invert logical_and logical_or logical_not logical_xor isnan "
    "isfinite isinf isclose allclose array_equal any all bitwise_and bitwise_or bitwise_xor floor_divide left_shift "
    "right_shift"
)
_PLACES = (
    "argmax argmin argsort nonzero argwhere flatnonzero searchsorted lexsort nanargmax nanargmin digitize bincount"
)
_JUMPS = "sign floor ceil round rint trunc fix around heaviside spacing"
_FRESH = (
    "zeros ones empty full eye identity arange linspace zeros_like ones_like empty_like indices tri "
    "rand randn random random_sample standard_normal uniform normal randint integers binomial choice permutation "
    "shuffle shape size ndim int len count_nonzero unique numerical_gradient leaf one_hot"
)


@rule(*f"{_COMPARISONS} {_PLACES} {_JUMPS} {_FRESH}".split())
def nothing(step: Step, dout: Any) -> tuple[Flow, ...]:
    """Let nothing back."""
    return ()
