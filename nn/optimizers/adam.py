"""Momentum and RMSprop together."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from nn import graph
from nn.arrays import Array
from nn.choices.options import Option
from nn.graph import Node
from nn.optimizers.base import OPTIMIZERS, Optimizer, times


@OPTIMIZERS.register("Adam")
class Adam(Optimizer):
    """Momentum and RMSprop together, with bias correction [1]_, in the book's form.

    The memory holds ``M = m / (1 - beta1)`` and ``V = v / (1 - beta2)``: the same numbers without two passes over all
    parameters at each step.

    References
    ----------
    .. [1] D. Kingma, J. Ba, Adam: a method for stochastic optimization, 2015, algorithm 1 and the end of section 2.
    """

    slots = ("M", "V")
    follows_size = False
    options = (
        Option("beta1", 0.9, minimum=0.0, maximum=0.9999, help="Share of the mean gradient kept at each step."),
        Option("beta2", 0.999, minimum=0.0, maximum=0.999999, help="Share of the mean square kept at each step."),
    )

    def __init__(self, lr: float = 0.001, beta1: float = 0.9, beta2: float = 0.999) -> None:
        super().__init__(lr)
        self.beta1 = beta1
        self.beta2 = beta2

    def _update(self, p: Array, g: Array, memory: list[Array], iteration: int) -> None:
        M, V = memory
        np.multiply(M, self.beta1, out=M)
        np.add(M, g, out=M)
        np.multiply(g, g, out=g)
        np.multiply(V, self.beta2, out=V)
        np.add(V, g, out=V)
        rate, epsilon = self._rate_and_epsilon(iteration)
        np.sqrt(V, out=g)
        np.add(g, epsilon, out=g)
        np.divide(M, g, out=g)
        np.multiply(g, rate, out=g)
        np.subtract(p, g, out=p)

    def graph(self, p: Node, g: Node, memory: tuple[Node, ...], iteration: int) -> tuple[Node, ...]:
        """Return ``p - rate M / (√V + epsilon)``, whose rate holds the bias correction, and the new M and V."""
        M = graph.add(times(self.beta1, "β1", memory[0]), g)
        V = graph.add(times(self.beta2, "β2", memory[1]), graph.multiply(g, g))
        rate, epsilon = self._rate_and_epsilon(iteration)
        root = graph.add(graph.square_root(V), graph.constant(epsilon, "ε"))
        step = graph.multiply(graph.multiply(graph.constant(rate, "rate"), M), graph.reciprocal(root))
        return graph.subtract(p, step), M, V

    def book_slots(self) -> Mapping[str, tuple[str, float]]:
        """Return the book's m and v, which M and V are multiples of."""
        return {"M": ("m", 1 - self.beta1), "V": ("v", 1 - self.beta2)}

    def book_graph(self, p: Node, g: Node, memory: tuple[Node, ...], iteration: int) -> tuple[Node, ...]:
        """Return ``p - lr_t m / (√v + 1e-7)``, whose rate holds the bias correction, and the new m and v."""
        m = graph.add(times(self.beta1, "β1", memory[0]), times(1 - self.beta1, "(1 - β1)", g))
        square = times(1 - self.beta2, "(1 - β2)", graph.multiply(g, g))
        v = graph.add(times(self.beta2, "β2", memory[1]), square)
        root = graph.add(graph.square_root(v), 1e-7)
        step = graph.multiply(times(self._rate(iteration), "lr_t", m), graph.reciprocal(root))
        return graph.subtract(p, step), m, v

    def _rate(self, iteration: int) -> float:
        """Return the book's lr_t."""
        return self.lr * math.sqrt(1 - self.beta2**iteration) / (1 - self.beta1**iteration)

    def _rate_and_epsilon(self, iteration: int) -> tuple[float, float]:
        """Return the factors of the update in terms of the memory as it is held."""
        root = math.sqrt(1 - self.beta2)
        return self._rate(iteration) * (1 - self.beta1) / root, 1e-7 / root
