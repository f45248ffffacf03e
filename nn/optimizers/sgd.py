"""The plainest rule: a step against the gradient."""

from __future__ import annotations

import numpy as np

from nn import graph
from nn.arrays import Array
from nn.graph import Node
from nn.optimizers.base import OPTIMIZERS, Optimizer, times


@OPTIMIZERS.register("SGD")
class SGD(Optimizer):
    """Stochastic gradient descent: ``p -= lr g``."""

    def _update(self, p: Array, g: Array, memory: list[Array], iteration: int) -> None:
        np.multiply(g, self.lr, out=g)
        np.subtract(p, g, out=p)

    def graph(self, p: Node, g: Node, memory: tuple[Node, ...], iteration: int) -> tuple[Node, ...]:
        """Return ``p - lr g``."""
        return (graph.subtract(p, times(self.lr, "lr", g)),)
