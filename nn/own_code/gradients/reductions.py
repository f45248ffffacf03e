"""Rules for what makes few numbers of many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from nn.own_code.gradients.rules import Flow, NoRule, Step, rule
from nn.own_code.recording import Node


@rule("sum", "add.reduce", "nansum")
def total(step: Step, dout: Any) -> Iterator[Flow]:
    """Give every number the gradient of its sum."""
    if not isinstance(step.node.inputs[0], Node):
        yield from _sum_of_list(step, dout)
        return
    yield from step.to(0, _spread(step, dout))
    if len(step.inputs) > 1 and step.node.function is sum:
        yield from step.to(1, dout)


@rule("mean", "average")
def mean(step: Step, dout: Any) -> Iterator[Flow]:
    """Give every number its share."""
    if step.keyword("weights") is not None:
        raise NoRule("average")
    yield from step.to(0, _spread(step, dout) / _count(step))


@rule("var", "std")
def variance(step: Step, dout: Any) -> Iterator[Flow]:
    """Multiply it by ``2 (x - mean) / count``; for the standard deviation divide that by twice itself."""
    x, axis = np.asarray(step.inputs[0]), _axis(step)
    count = _count(step) - step.keyword("ddof", 0)
    gradient = _spread(step, dout)
    if step.node.operation == "std":
        gradient = gradient / (2 * _spread(step, step.node.value))
    yield from step.to(0, gradient * 2 * (x - x.mean(axis=axis, keepdims=True)) / count)


@rule("max", "min", "maximum.reduce", "minimum.reduce", "nanmax", "nanmin")
def largest(step: Step, dout: Any) -> Iterator[Flow]:
    """Give it to the largest number; several equal ones share it."""
    if len(step.inputs) > 1 and step.node.function in (max, min):
        raise NoRule(step.node.operation)
    x = np.asarray(step.inputs[0])
    chosen = x == _spread(step, step.node.value)
    shares = chosen.sum(axis=_axis(step), keepdims=True)
    yield from step.to(0, _spread(step, dout) * chosen / shares)


@rule("prod", "multiply.reduce")
def product(step: Step, dout: Any) -> Iterator[Flow]:
    """Multiply it by all other numbers."""
    x = np.asarray(step.inputs[0])
    if np.all(x):
        yield from step.to(0, _spread(step, dout * step.node.value) / x)
    else:
        raise NoRule("prod")


@rule("cumsum", "add.accumulate")
def running_sum(step: Step, dout: Any) -> Iterator[Flow]:
    """Give every number the gradients of all sums from its own on."""
    x, axis = np.asarray(step.inputs[0]), _axis(step)
    if axis is None:
        yield from step.to(0, np.cumsum(np.ravel(dout)[::-1])[::-1].reshape(x.shape))
    else:
        yield from step.to(0, np.flip(np.cumsum(np.flip(dout, axis), axis), axis))


@rule("norm")
def norm(step: Step, dout: Any) -> Iterator[Flow]:
    """Multiply it by ``x / |x|``, for the ordinary length."""
    order = step.keyword("ord", step.inputs[1] if len(step.inputs) > 1 else None)
    x = np.asarray(step.inputs[0])
    if order not in (None, 2, "fro") or (order == 2 and x.ndim > 1 and step.keyword("axis") is None):
        raise NoRule("norm")
    axis = step.keyword("axis", step.inputs[2] if len(step.inputs) > 2 else None)
    length = step.node.value
    if axis is not None and np.ndim(dout) < x.ndim:
        dout, length = np.expand_dims(dout, axis), np.expand_dims(length, axis)
    yield from step.to(0, dout * x / length)


def _axis(step: Step) -> Any:
    axis = step.keyword("axis", step.inputs[1] if len(step.inputs) > 1 else None)
    if axis is None and step.node.operation.endswith((".reduce", ".accumulate")) and "axis" not in step.node.keywords:
        axis = 0 if len(step.inputs) < 2 else axis
    if step.node.function is sum:  # Python's own goes over the first axis; what comes second is where it starts
        return 0
    return tuple(axis) if isinstance(axis, list) else axis


def _spread(step: Step, value: Any) -> Any:
    """Return a number of the result for each number of the input."""
    x, axis, value = np.asarray(step.inputs[0]), _axis(step), np.asarray(value)
    if value.ndim < x.ndim:
        value = value.reshape((1,) * x.ndim) if axis is None else np.expand_dims(value, axis)
    return np.broadcast_to(value, x.shape)


def _count(step: Step) -> int:
    x, axis = np.asarray(step.inputs[0]), _axis(step)
    axes = range(x.ndim) if axis is None else np.atleast_1d(axis)
    return int(np.prod([x.shape[k] for k in axes]))


def _sum_of_list(step: Step, dout: Any) -> Iterator[Flow]:
    """Give it to each part of a list that Python's sum went over, or NumPy's along the list itself."""
    parts = step.node.inputs[0]
    axis = _axis(step)
    if not isinstance(parts, list | tuple) or not (step.node.function is sum or axis == 0 or axis is None):
        raise NoRule("sum")
    for part in parts:
        if isinstance(part, Node) and part.is_real:
            yield part, np.broadcast_to(dout, part.shape) if np.ndim(dout) <= len(part.shape) else dout
