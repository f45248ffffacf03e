"""A question about the number that comes next in a pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from nn.inspection.element import Element
from nn.trace import Event

CONCEPTS = ("affine", "activation", "loss", "gradient", "update")
_RELATIVE, _OF_LARGEST = 0.02, 1e-3
"""How far an answer may be off: as a share of the number, or of the largest one beside it."""
_TELLING = 0.8
"""How often a number is asked for that is not 0: a 0 is told too easily."""


class Question(NamedTuple):
    """One number that comes next.

    Attributes
    ----------
    event : Event
        What will compute it.
    element : Element
        Which number.
    concept : str
        One of `CONCEPTS`.
    value : float
        The answer.
    """

    event: Event
    element: Element
    concept: str
    value: float

    def accepts(self, answer: float) -> bool:
        """Say whether an answer is right, as exactly as one reckons in one's head."""
        largest = float(np.abs(self.event.outputs[self.element.name]).max())
        return abs(answer - self.value) <= max(_RELATIVE * abs(self.value), _OF_LARGEST * largest)


def question_of(trace: Sequence[Event], cursor: int, seed: int) -> Question | None:
    """Return a question on the layer that comes next; None at the end, and where no finite number comes."""
    event = next((each for each in trace[cursor:] if each.depth == "layer"), None)
    if event is None:
        return None
    name = list(event.outputs)[-1]
    array = event.outputs[name]
    rng = np.random.default_rng([seed, event.index])
    telling = np.flatnonzero(np.isfinite(array) & (array != 0))
    places = telling if len(telling) and rng.random() < _TELLING else np.flatnonzero(np.isfinite(array))
    if not len(places):
        return None
    index = tuple(int(i) for i in np.unravel_index(int(rng.choice(places)), array.shape))
    return Question(event, Element(name, index), _concept(event), float(array[index]))


def _concept(event: Event) -> str:
    if event.phase == "forward":
        return "activation" if event.graph.is_elementwise else "affine"
    return "gradient" if event.phase == "backward" else event.phase
