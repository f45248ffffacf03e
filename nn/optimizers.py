"""Optimizers in order of growing complexity, with the book's update rules (book 6.1).

Each subclass says how one stretch of parameters changes; the base class handles whole vectors and, as in the book,
dictionaries of arrays.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from nn import graph
from nn.arrays import Array
from nn.graph import Node
from nn.messages import Message
from nn.options import Option
from nn.registry import Registry

OPTIMIZERS: Registry[type[Optimizer]] = Registry(Message("optimizer"), "nn.optimizers")

# Parameters at a time: the arrays of one stretch stay in the processor's cache through all passes over them.
_STRETCH = 128 * 1024
# Iterations between two flushes of what has decayed to nothing.
_FLUSH_EVERY = 64
# Memory below this is set to 0: what decays further becomes subnormal, and subnormal arithmetic is many times slower.
_NEGLIGIBLE = 1e-30


class Optimizer(ABC):
    """Changes parameters in place, against their gradients.

    Parameters
    ----------
    lr : float
        Learning rate.

    Attributes
    ----------
    slots : tuple of str
        Names of the numbers remembered for each parameter.
    memory : dict of str to ndarray
        For each slot one vector as long as the parameters; empty before the first step.
    since : int
        Iterations of the run that were done when the memory was begun.
    """

    options: ClassVar[tuple[Option, ...]] = ()
    slots: ClassVar[tuple[str, ...]] = ()

    def __init__(self, lr: float = 0.01) -> None:
        if not isinstance(lr, int | float | np.number) or not 0 <= lr < math.inf:
            raise ValueError(Message("the learning rate is {lr!r}; it must be a number, 0 or larger", lr=lr))
        self.lr = lr
        self.memory: dict[str, Array] = {}
        self.since = 0
        self._scratch = np.empty(0)
        self._named_memory: dict[str, list[Array]] = {}
        self._named_updates = 0

    def step(self, p: Array, g: Array, iteration: int) -> None:
        """Update the parameter vector `p` in place.

        Parameters
        ----------
        p : ndarray, shape (P,)
            All parameters.
        g : ndarray, shape (P,)
            Their gradient; overwritten, it serves as scratch.
        iteration : int
            Number of this update in the run, from 1.
        """
        if not self.memory:
            self.memory = {slot: np.zeros_like(p) for slot in self.slots}
            self.since = iteration - 1  # an optimizer chosen in the middle of a run is at its own first update
        memory, own = list(self.memory.values()), iteration - self.since
        if p.size <= _STRETCH:
            self._update(p, g, memory, own)
        else:
            for start in range(0, p.size, _STRETCH):
                part = slice(start, start + _STRETCH)
                self._update(p[part], g[part], [m[part] for m in memory], own)
        if iteration % _FLUSH_EVERY == 0:
            for vector in memory:
                self._flush(vector)

    def update(self, params: Mapping[str, Array], grads: Mapping[str, Array]) -> None:
        """Update every array of `params` in place, as the book's optimizers do; `grads` are left as they are.

        Raises
        ------
        ValueError
            If a gradient has another shape than its parameter.
        """
        self._named_updates += 1
        for key, p in params.items():
            g = np.array(grads[key], p.dtype)
            if g.shape != p.shape:
                raise ValueError(
                    Message(
                        "the gradient of {key} has shape {got}, but {key} has shape {wanted}",
                        key=key,
                        got=g.shape,
                        wanted=p.shape,
                    )
                )
            if key not in self._named_memory:
                self._named_memory[key] = [np.zeros_like(p) for _ in self.slots]
            self._update(p, g, self._named_memory[key], self._named_updates)

    @abstractmethod
    def _update(self, p: Array, g: Array, memory: list[Array], iteration: int) -> None:
        """Update `p` and `memory` in place; `g` may be overwritten, `iteration` counts the optimizer's own updates."""

    @abstractmethod
    def graph(self, p: Node, g: Node, memory: tuple[Node, ...], iteration: int) -> tuple[Node, ...]:
        """Return the computational graph of an update: the new parameter, then the new value of each slot.

        `iteration` counts the optimizer's own updates, from 1.
        """

    def _spare(self, like: Array) -> Array:
        """Return a scratch array of the shape of `like`."""
        if self._scratch.size < like.size or self._scratch.dtype != like.dtype:
            self._scratch = np.empty(like.size, like.dtype)
        return self._scratch[: like.size].reshape(like.shape)

    def _flush(self, vector: Array) -> None:
        for start in range(0, vector.size, _STRETCH):
            part = vector[start : start + _STRETCH]
            kept = np.abs(part, out=self._spare(part))
            np.greater_equal(kept, _NEGLIGIBLE, out=kept)
            np.multiply(part, kept, out=part)


@OPTIMIZERS.register("SGD")
class SGD(Optimizer):
    """Stochastic gradient descent: ``p -= lr g``."""

    def _update(self, p: Array, g: Array, memory: list[Array], iteration: int) -> None:
        np.multiply(g, self.lr, out=g)
        np.subtract(p, g, out=p)

    def graph(self, p: Node, g: Node, memory: tuple[Node, ...], iteration: int) -> tuple[Node, ...]:
        """Return ``p - lr g``."""
        return (graph.subtract(p, _times(self.lr, "lr", g)),)


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
        return graph.subtract(_times(self.momentum, "momentum", v), _times(self.lr, "lr", g))


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
        moved = graph.subtract(p, _times(self.lr, "lr", g))
        return graph.add(moved, _times(self.momentum, "momentum", v)), v


@OPTIMIZERS.register("AdaGrad")
class AdaGrad(Optimizer):
    """A learning rate of its own for each parameter: ``h += g²; p -= lr g / (√h + 1e-7)``."""

    slots = ("h",)

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
        h = graph.add(_times(self.decay, "decay", memory[0]), square)
        return _scaled(p, g, h, self.lr), h


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
        M = graph.add(_times(self.beta1, "β1", memory[0]), g)
        V = graph.add(_times(self.beta2, "β2", memory[1]), graph.multiply(g, g))
        rate, epsilon = self._rate_and_epsilon(iteration)
        root = graph.add(graph.square_root(V), graph.constant(epsilon, "ε"))
        step = graph.multiply(graph.multiply(graph.constant(rate, "rate"), M), graph.reciprocal(root))
        return graph.subtract(p, step), M, V

    def _rate_and_epsilon(self, iteration: int) -> tuple[float, float]:
        """Return the factors of the update in terms of the memory as it is held."""
        root = math.sqrt(1 - self.beta2)
        rate = self.lr * math.sqrt(1 - self.beta2**iteration) / (1 - self.beta1**iteration)
        return rate * (1 - self.beta1) / root, 1e-7 / root


def _scaled_step(p: Array, g: Array, h: Array, lr: float, spare: Array) -> None:
    """Do ``p -= lr g / (√h + 1e-7)``."""
    np.sqrt(h, out=spare)
    np.add(spare, 1e-7, out=spare)
    np.divide(g, spare, out=g)
    np.multiply(g, lr, out=g)
    np.subtract(p, g, out=p)


def _times(factor: float, name: str, x: Node) -> Node:
    return graph.multiply(graph.constant(factor, name), x)


def _scaled(p: Node, g: Node, h: Node, lr: float) -> Node:
    """Return ``p - lr g / (√h + 1e-7)``."""
    root = graph.add(graph.square_root(h), 1e-7)
    return graph.subtract(p, graph.multiply(_times(lr, "lr", g), graph.reciprocal(root)))
