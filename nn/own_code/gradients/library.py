"""Rules for the functions and layers of `nn`, which a program calls under the book's names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from nn import functions
from nn.own_code.gradients.rules import RULES, Flow, Step, rule
from nn.own_code.recording import LayerNode

_ELEMENTWISE = ("sigmoid", "relu", "leaky_relu", "elu", "softplus", "gelu", "swish", "identity_function")


def _by_grad(name: str) -> Callable[[Step, Any], Iterator[Flow]]:
    slope = getattr(functions, f"{name.removesuffix('_function')}_grad")

    def flow(step: Step, dout: Any) -> Iterator[Flow]:
        yield from step.to(0, dout * slope(*step.inputs))

    return flow


for _name in _ELEMENTWISE:
    RULES[_name] = _by_grad(_name)


@rule("step_function")
def step_function(step: Step, dout: Any) -> tuple[Flow, ...]:
    """Let nothing back."""
    return ()


@rule("softmax")
def softmax(step: Step, dout: Any) -> Iterator[Flow]:
    """Give ``y (dout - Σ dout y)``, for each row by itself."""
    y = step.node.value
    yield from step.to(0, y * (dout - np.sum(dout * y, axis=-1, keepdims=True)))


@rule("sum_squared_error", "mean_squared_error")
def sum_squared_error(step: Step, dout: Any) -> Iterator[Flow]:
    """Give ``y - t``, and turned round to the targets."""
    y, t = step.inputs[:2]
    yield from step.to(0, dout * np.subtract(y, t))
    yield from step.to(1, dout * np.subtract(t, y))


@rule("cross_entropy_error")
def cross_entropy_error(step: Step, dout: Any) -> Iterator[Flow]:
    """Give ``-t / (y + 1e-7) / N``; of labels only the true class counts."""
    y, t = np.asarray(step.inputs[0]), np.asarray(step.inputs[1])
    rows = np.atleast_2d(y)
    if t.size == y.size:
        chosen = t.reshape(rows.shape)
        yield from step.to(1, (-dout * np.log(rows + 1e-7) / len(rows)).reshape(t.shape))
    else:
        chosen = np.arange(rows.shape[1]) == t.reshape(-1, 1)
    yield from step.to(0, (-dout * chosen / (rows + 1e-7) / len(rows)).reshape(y.shape))


@rule("softmax_loss")
def softmax_loss(step: Step, dout: Any) -> Iterator[Flow]:
    """Give what flows through both, one after the other."""
    x, t = np.asarray(step.inputs[0]), np.asarray(step.inputs[1])
    y = functions.softmax(x)
    rows = np.atleast_2d(y)
    chosen = t.reshape(rows.shape) if t.size == y.size else np.arange(rows.shape[1]) == t.reshape(-1, 1)
    to_y = (-dout * chosen / (rows + 1e-7) / len(rows)).reshape(y.shape)
    yield from step.to(0, y * (to_y - np.sum(to_y * y, axis=-1, keepdims=True)))


def through_layer(step: Step, dout: Any) -> Iterator[Flow]:
    """Go back through an operation of a layer's own graph, which knows its derivative."""
    node = step.node
    assert isinstance(node, LayerNode)
    inputs = tuple(np.asarray(value) for value in step.inputs)
    output = node.law.forward(*inputs)
    for place, gradient in enumerate(node.law.backward(np.broadcast_to(dout, np.shape(output)), inputs, output)):
        yield from step.to(place, gradient)
