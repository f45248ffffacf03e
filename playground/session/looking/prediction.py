"""The answer of a network to one digit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nn.arrays import Array, frozen

if TYPE_CHECKING:
    from playground.session.looking.subject import Subject

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
    recogniser
        Which network answered: "shipped" or "mine".
    classes
        Names of the outputs; empty for a network that does not classify.
    """

    outputs: Array
    digit: int | None
    recogniser: str
    classes: tuple[str, ...]


def prediction_of(subject: Subject) -> Prediction | None:
    """Return the answer of a subject whose sample is a digit, None without a sample."""
    if subject.observation is None:
        return None
    outputs = frozen(subject.observation.output[0])
    classes = DIGITS if len(outputs) == len(DIGITS) else ()
    knows = bool(classes) and bool(np.isfinite(outputs).all())
    return Prediction(outputs, int(outputs.argmax()) if knows else None, subject.name, classes)
