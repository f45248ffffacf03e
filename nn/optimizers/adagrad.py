"""Rules that divide each gradient by the size of those before it."""

from __future__ import annotations

import numpy as np

from nn import graph
from nn.arrays import Array
from nn.choices.options import Option
from nn.graph import Node
from nn.optimizers.base import OPTIMIZERS, Optimizer, times


@OPTIMIZERS.register("AdaGrad")
class AdaGrad(Optimizer):
    """A learning rate of its own for each parameter: ``h += g²; p -= lr g / (√h + 1e-7)``."""

    slots = ("h",)
    follows_size = False

    def _update(self, p: Array, g: Array, memory: list[Array], iteration: int) -> None:
        (h,) = memory
        spare = self._spare(p)
        np.add(h, np.multiply(g, g, out=spare), out=h)
        _scaled_step(p, g, h, self.lr, spare)

    def graph(self, p: Node, g: Node, memory: tuple[Node, ...], iteration: int) -> tuple[Node, ...]:
        """Return ``p - lr g / (√h + 1e-7)`` and the new h."""
        h = graph.add(memory[0], graph.multiply(g, g))
        return _scaled(p, g, h, self.lr), h


@OPTIMIZERS.register("RMSprop")
class RMSprop(Optimizer):
    """AdaGrad that forgets: ``h = decay h + (1 - decay) g²; p -= lr g / (√h + 1e-7)``."""

    slots = ("h",)
    follows_size = False
    options = (Option("decay", 0.99, minimum=0.0, maximum=0.99999, help="Share of the old squares kept at each step."),)

    def __init__(self, lr: float = 0.01, decay: float = 0.99) -> None:
        super().__init__(lr)
        self.decay = decay

    def _update(self, p: Array, g: Array, memory: list[Array], iteration: int) -> None:
        (h,) = memory
        spare = np.multiply(g, g, out=self._spare(p))
        np.multiply(spare, 1 - self.decay, out=spare)
        np.multiply(h, self.decay, out=h)
        np.add(h, spare, out=h)
        _scaled_step(p, g, h, self.lr, spare)

    def graph(self, p: Node, g: Node, memory: tuple[Node, ...], iteration: int) -> tuple[Node, ...]:
        """Return ``p - lr g / (√h + 1e-7)`` and the new h."""
        square = graph.multiply(graph.constant(1 - self.decay, "(1 - decay)"), graph.multiply(g, g))
        h = graph.add(times(self.decay, "decay", memory[0]), square)
        return _scaled(p, g, h, self.lr), h


def _scaled_step(p: Array, g: Array, h: Array, lr: float, spare: Array) -> None:
    """Do ``p -= lr g / (√h + 1e-7)``."""
    np.sqrt(h, out=spare)
    np.add(spare, 1e-7, out=spare)
    np.divide(g, spare, out=g)
    np.multiply(g, lr, out=g)
    np.subtract(p, g, out=p)


def _scaled(p: Node, g: Node, h: Node, lr: float) -> Node:
    """Return ``p - lr g / (√h + 1e-7)``."""
    root = graph.add(graph.square_root(h), 1e-7)
    return graph.subtract(p, graph.multiply(times(lr, "lr", g), graph.reciprocal(root)))
