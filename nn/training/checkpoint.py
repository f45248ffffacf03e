"""Where training stands: all that is needed to go on bit for bit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Self

from nn.arrays import Array, frozen
from nn.network import Network
from nn.network.spec import NetworkSpec
from nn.optimizers import Optimizer


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """Where training stands: with spec, config and data, all that is needed to go on bit for bit.

    Attributes
    ----------
    iteration : int
        Updates done.
    params, state : ndarray
        The network's flat vectors, read-only.
    memory : mapping of str to ndarray
        What the optimizer remembers, read-only; empty before the first update.
    optimizer : str
        Which optimizer that is.
    since : int
        Iterations done when it began to remember.
    """

    iteration: int
    params: Array
    state: Array
    memory: Mapping[str, Array] = field(default_factory=lambda: MappingProxyType({}))
    optimizer: str = ""
    since: int = 0

    @classmethod
    def initial(cls, spec: NetworkSpec, seed: int = 0) -> Self:
        """Return the start of training: initial values, nothing remembered."""
        network = Network(spec, seed)
        return cls(0, frozen(network.flat_params), frozen(network.flat_state))

    @classmethod
    def take(cls, network: Network, optimizer: Optimizer, iteration: int) -> Self:
        """Return a copy of where training stands after `iteration` updates."""
        memory = {slot: frozen(values) for slot, values in optimizer.memory.items()}
        return cls(
            iteration,
            frozen(network.flat_params),
            frozen(network.flat_state),
            MappingProxyType(memory),
            type(optimizer).__name__,
            optimizer.since,
        )

    @cached_property
    def nbytes(self) -> int:
        """Bytes of its numbers."""
        return self.params.nbytes + self.state.nbytes + sum(values.nbytes for values in self.memory.values())

    def restore(self, network: Network, optimizer: Optimizer) -> None:
        """Put `network` and `optimizer` back to this point.

        An optimizer of another kind than the checkpoint's starts with an empty memory.
        """
        network.load(self.params, self.state)
        same = self.optimizer == type(optimizer).__name__
        optimizer.memory = {slot: values.copy() for slot, values in self.memory.items()} if same else {}
        optimizer.since = self.since if same else self.iteration
