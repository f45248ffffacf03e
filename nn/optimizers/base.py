"""What every optimizer is: a rule for a stretch of parameters, done to whole vectors or to the book's dictionaries."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from nn import graph
from nn.arrays import Array
from nn.choices.options import Option
from nn.choices.registry import Registry
from nn.graph import Node
from nn.messages import Message

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
    follows_size : bool
        Whether a gradient twice as large makes a step twice as large.
    since : int
        Iterations of the run that were done when the memory was begun.
    """

    options: ClassVar[tuple[Option, ...]] = ()
    slots: ClassVar[tuple[str, ...]] = ()
    follows_size: ClassVar[bool] = True

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

    def book_slots(self) -> Mapping[str, tuple[str, float]]:
        """Return what the book remembers for each slot: its name, and by which factor it is larger or smaller."""
        return {slot: (slot, 1.0) for slot in self.slots}

    def book_graph(self, p: Node, g: Node, memory: tuple[Node, ...], iteration: int) -> tuple[Node, ...]:
        """Return the graph of an update as the book writes it, over the memory of `book_slots`."""
        return self.graph(p, g, memory, iteration)

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


def times(factor: float, name: str, x: Node) -> Node:
    """Return a node for `x` times a factor that the graph names."""
    return graph.multiply(graph.constant(factor, name), x)
