"""Whether the steps say all that the code does: both asked on other data, forwards and backwards."""

from __future__ import annotations

from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.as_layer.steps import NoLayerError
from nn.own_code.checks.comparing import near
from nn.recorded import Program, replay_of

_CASES = ((2, 7, 1.0), (9, 4, 0.2), (1, 3, 30.0))
"""Samples, inputs, and how large the numbers are."""
_TOLERANCE = 1e-6


def check_agreement(cls: Any, program: Program) -> None:
    """Raise NoLayerError where a class gives other numbers than its steps."""
    layer = cls()
    for seed, (samples, inputs, size) in enumerate(_CASES):
        chance = np.random.default_rng([23, seed])
        x = size * (chance.standard_normal((samples, inputs)) + 0.01)
        dout = chance.standard_normal((samples, inputs))
        replay = replay_of(program, "float64")
        values = replay.forward({"x": x})
        if not near(layer.forward(x.copy()), np.broadcast_to(values[-1], x.shape), _TOLERANCE):
            raise NoLayerError(_otherwise("forward", samples))
        slopes = replay.backward(values, dout).get("x", np.zeros_like(x))
        if not near(layer.backward(dout.copy()), np.broadcast_to(slopes, x.shape), _TOLERANCE):
            raise NoLayerError(_otherwise("backward", samples))


def _otherwise(method: str, samples: int) -> Message:
    return Message(
        "On other data ({samples} samples) `{method}` gives other numbers than the steps that were recorded: something "
        "in it depends on the values, on the number of samples or on what was before.",
        samples=samples,
        method=method,
    )
