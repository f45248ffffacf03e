"""Rules with a velocity: a ball that rolls downhill."""

from __future__ import annotations

import numpy as np

from nn import graph
from nn.arrays import Array
from nn.choices.options import Option
from nn.graph import Node
from nn.optimizers.base import OPTIMIZERS, Optimizer, times


class _Rolling(Optimizer):
    """An optimizer with a velocity for each parameter."""

    slots = ("v",)
    options = (Option("momentum", 0.9, minimum=0.0, maximum=0.9999, help="Share of the velocity kept at each step."),)

    def __init__(self, lr: float = 0.01, momentum: float = 0.9) -> None:
        super().__init__(lr)
        self.momentum = momentum

    def _accelerate(self, v: Array, g: Array) -> None:
        """Do ``v = momentum v - lr g``, leaving ``lr g`` in `g`."""
        np.multiply(v, self.momentum, out=v)
        np.multiply(g, self.lr, out=g)
        np.subtract(v, g, out=v)

    def _velocity(self, v: Node, g: Node) -> Node:
        """Return ``momentum v - lr g``."""
        return graph.subtract(times(self.momentum, "momentum", v), times(self.lr, "lr", g))


@OPTIMIZERS.register("Momentum")
class Momentum(_Rolling):
    """A ball rolling downhill: ``v = momentum v - lr g; p += v``."""

    def _update(self, p: Array, g: Array, memory: list[Array], iteration: int) -> None:
        (v,) = memory
        self._accelerate(v, g)
        np.add(p, v, out=p)

    def graph(self, p: Node, g: Node, memory: tuple[Node, ...], iteration: int) -> tuple[Node, ...]:
        """Return ``p + v`` and the new v."""
        v = self._velocity(memory[0], g)
        return graph.add(p, v), v


@OPTIMIZERS.register("Nesterov")
class Nesterov(_Rolling):
    """Momentum that looks ahead: ``v = momentum v - lr g; p += momentum v - lr g`` [1]_.

    References
    ----------
    .. [1] Y. Bengio et al., Advances in optimizing recurrent networks, 2012, eq. 7.
    """

    def _update(self, p: Array, g: Array, memory: list[Array], iteration: int) -> None:
        (v,) = memory
        self._accelerate(v, g)
        np.subtract(p, g, out=p)
        np.add(p, np.multiply(v, self.momentum, out=g), out=p)

    def graph(self, p: Node, g: Node, memory: tuple[Node, ...], iteration: int) -> tuple[Node, ...]:
        """Return ``p - lr g + momentum v`` and the new v."""
        v = self._velocity(memory[0], g)
        moved = graph.subtract(p, times(self.lr, "lr", g))
        return graph.add(moved, times(self.momentum, "momentum", v)), v
