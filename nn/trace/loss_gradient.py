"""The gradient of a loss by its scores as the book writes it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nn.notation import ATOM, PRODUCT, QUOTIENT, Text
from nn.operations.base import Index
from nn.trace.elements import Elements
from nn.trace.event import Event
from nn.trace.expressions import Expression, Leaf

_ROUNDING = 1e-4  # of a product of a few float32 numbers, with a wide margin


@dataclass(frozen=True)
class LossGradient(Expression):
    """The difference of output and target, over the number of samples: ``dL·(y - t) / N``.

    Attributes
    ----------
    upstream, y, t : Leaf
        Its numbers.
    samples : int
        N.
    """

    upstream: Leaf
    y: Leaf
    t: Leaf
    samples: int

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The upstream gradient, the output and the target."""
        return self.upstream, self.y, self.t

    @property
    def value(self) -> float:
        """What it comes to."""
        return self.upstream.value * (self.y.value - self.t.value) / self.samples

    def written(self, digits: int) -> Text:
        """Return it with N as a letter or as a number."""
        upstream, y, t = (part.written(digits) for part in self.parts)
        samples = str(self.samples) if digits else "N"
        return Text(f"{upstream.within(PRODUCT)}·({y.within(ATOM)} - {t.within(ATOM)}) / {samples}", QUOTIENT)


def loss_gradient(event: Event, name: str, index: Index, elements: Elements) -> LossGradient | None:
    """Return how the book computes one number of the gradient that a loss gives back, as a whole or by its shortcut.

    None for other events, and for a loss whose gradient is another: its graph tells it.
    """
    if event.layer is not None or event.backflow is None:
        return None
    if event.node is not None and not event.graph.takes_shortcut(event.node):
        return None
    whole, values = event.graph.output_names[-1], event.values
    upstream = elements.leaf(f"d{whole}", (), event.backflow.dout)
    y, t = (elements.leaf(each, index, values[each]) for each in ("y", "t"))
    samples = len(event.outputs[name]) if index[1:] else 1
    told = LossGradient(upstream, y, t, samples)
    is_it = np.isclose(told.value, float(event.outputs[name][index]), rtol=_ROUNDING, atol=0, equal_nan=True)
    return told if is_it else None
