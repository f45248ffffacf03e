"""Whether the steps say all that the code does: both asked on other data, forwards and backwards."""

from __future__ import annotations

from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.as_layer.arguments import Making
from nn.own_code.as_layer.steps import NoLayerError
from nn.own_code.checks.comparing import near
from nn.recorded import Program, replay_of

_CASES = ((2, 7, 5, 1.0), (9, 4, 6, 0.2), (1, 3, 2, 30.0))
"""Samples, inputs, neurons, and how large the numbers are."""
_TOLERANCE = 1e-6


def check_agreement(cls: Any, making: Making, program: Program) -> None:
    """Raise NoLayerError where a class gives other numbers than its steps; one instance is asked for two batches."""
    for seed, (samples, inputs, neurons, size) in enumerate(_CASES):
        x, given = making.drawn(samples, inputs, neurons, seed=seed, size=size)
        layer = cls(**{argument: array.copy() for argument, array in given.items()})
        params = {making.names[argument]: array for argument, array in given.items()}
        _compare(layer, program, x, params, seed)
        _compare(layer, program, np.concatenate([x[::-1], 0.5 * x]), params, seed)


def _compare(layer: Any, program: Program, x: Any, params: dict[str, Any], seed: int) -> None:
    neurons = params["W"].shape[1] if "W" in params else 0
    replay = replay_of(program, "float64", x.shape[1], neurons)
    values = replay.forward({"x": x, **params})
    y = layer.forward(x.copy())
    wanted = values[-1] if params or not program.is_elementwise else np.broadcast_to(values[-1], x.shape)
    if not near(y, wanted, _TOLERANCE):
        raise NoLayerError(_otherwise("forward", len(x)))
    dout = np.random.default_rng([29, seed]).standard_normal(wanted.shape)
    found = replay.backward(values, dout)
    dx = layer.backward(dout.copy())
    if not near(dx, np.broadcast_to(found.get("x", np.zeros_like(x)), x.shape), _TOLERANCE):
        raise NoLayerError(_otherwise("backward", len(x)))
    for key, param in params.items():
        grad = getattr(layer, f"d{key}", None)
        if grad is None:
            raise NoLayerError(
                Message("`backward` must leave the gradient of {name} as `self.d{name}`, as in the book.", name=key)
            )
        if not near(grad, found.get(key, np.zeros_like(param)), _TOLERANCE):
            raise NoLayerError(_otherwise("backward", len(x)))


def _otherwise(method: str, samples: int) -> Message:
    return Message(
        "On other data ({samples} samples) `{method}` gives other numbers than the steps that were recorded: something "
        "in it depends on the values, on the number of samples or on what was before.",
        samples=samples,
        method=method,
    )
