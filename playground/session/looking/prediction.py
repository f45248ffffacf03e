"""The answer of a network to one sample."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nn.arrays import Array, frozen

DIGITS = tuple("0123456789")


@dataclass(frozen=True, eq=False)
class Prediction:
    """A network's answer.

    Attributes
    ----------
    outputs : ndarray, shape (C,)
        The output of each class, for softmax its probability; read-only.
    digit
        The class with the largest output, or None when the outputs are not classes or not numbers.
    network
        Which network answered: "shipped" or "mine".
    classes
        Names of the outputs; empty for a network that does not classify.
    """

    outputs: Array
    digit: int | None
    network: str
    classes: tuple[str, ...]


def prediction_of(outputs: Array, network: str, classes: tuple[str, ...]) -> Prediction:
    """Return the answer that a network's outputs for one sample are."""
    knows = bool(classes) and bool(np.isfinite(outputs).all())
    return Prediction(frozen(outputs), int(outputs.argmax()) if knows else None, network, classes)
