"""The outcome of a pass: output, loss and accuracy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nn.arrays import Array
from nn.trace import Event


class Outcome(NamedTuple):
    """What a pass comes to.

    Attributes
    ----------
    output : ndarray, shape (N, C)
        What the network says.
    loss, accuracy : float or None
        None without a target, and where nothing is right or wrong.
    """

    output: Array
    loss: float | None = None
    accuracy: float | None = None


def outcome_of(trace: Sequence[Event]) -> Outcome | None:
    """Return what a pass comes to, None without one."""
    forward = [event for event in trace if event.phase == "forward" and event.depth == "layer"]
    if not forward:
        return None
    loss = next((event for event in trace if event.phase == "loss" and event.depth == "layer"), None)
    scores = next(iter(forward[-1].outputs.values()))
    if loss is None:
        return Outcome(scores)
    output, t = loss.outputs.get("y", scores), loss.values.get("t")
    if "L" not in loss.outputs:  # what the network says, and nobody said what is right
        return Outcome(output)
    return Outcome(output, float(loss.outputs["L"]), None if t is None else _accuracy(output, t))


def _accuracy(output: Array, t: Array) -> float | None:
    if output.ndim != 2 or output.shape[1] < 2:
        return None
    labels = t.argmax(axis=1) if t.ndim == 2 else t
    return float((output.argmax(axis=1) == labels).mean())
