"""The derivative of functions without a rule: by central differences, where they are small."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from nn.own_code.gradients.rules import Flow, NoRule, Step, value_of
from nn.own_code.recording import Node

_LARGEST = 2_000
_STEP = 1e-6


def measured(step: Step, dout: Any) -> Iterator[Flow]:
    """Change each number of each input a little."""
    node = step.node
    if node.function is None or node.keywords.get("in_place"):
        raise NoRule(node.operation)
    keywords = {key: value_of(given) for key, given in node.keywords.items()}
    for place, source in enumerate(node.inputs):
        if not isinstance(source, Node) or not source.is_real:
            continue
        if int(np.prod(source.shape)) > _LARGEST:
            raise NoRule(node.operation)
        yield source, _by_input(step, dout, place, keywords)


def _by_input(step: Step, dout: Any, place: int, keywords: dict[str, Any]) -> Any:
    function = step.node.function
    assert function is not None
    x = np.array(step.inputs[place], float)
    slopes = np.zeros(x.size)
    for k in range(x.size):
        results = []
        for change in (_STEP, -_STEP):
            near = x.copy()
            near.reshape(-1)[k] += change
            given = (*step.inputs[:place], near if near.ndim else near[()], *step.inputs[place + 1 :])
            results.append(np.asarray(function(*given, **keywords), float))
        slopes[k] = np.sum((results[0] - results[1]) * dout) / (2 * _STEP)
    return slopes.reshape(x.shape)
