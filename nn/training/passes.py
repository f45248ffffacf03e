"""The passes of training: each sends one mini-batch forwards and backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.network import Network, Workspace
from nn.optimizers import OPTIMIZERS
from nn.training.batch_feed import BatchFeed
from nn.training.clipping import clipping_factor

if TYPE_CHECKING:
    from collections.abc import Generator

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.training.config import TrainingConfig


class Underway(NamedTuple):
    """A piece of the pass of an iteration is done: the state of the layers may be half way."""

    iteration: int


class Passes:
    """Gives the gradient of any iteration; the buffers of a batch size are made once.

    Raises
    ------
    ValueError
        If the data do not fit the network, or the passes the memory that is there.

    Attributes
    ----------
    feed : BatchFeed
        The mini-batches.
    """

    def __init__(self, network: Network, data: Dataset, config: TrainingConfig) -> None:
        self.feed = BatchFeed(network, data, config)
        slots = len(OPTIMIZERS[config.optimizer].slots)
        network.spec.check_memory(min(config.batch_size, len(data.x)), slots)
        self._network = network
        self._seed, self._clip_norm = config.seed, config.clip_norm
        self._workspaces: dict[int, Workspace] = {}
        self._is_random = any(layer.random for layer in network.layers.values())
        self._decay = _DecayedWeights(network, config.weight_decay) if config.weight_decay else None

    def gradient(self, iteration: int) -> Workspace:
        """Leave the gradient of an iteration, counted from 1, in the network; return the buffers with the loss."""
        workspace, given = self._begin(iteration)
        workspace.gradient(*given)
        self._end()
        return workspace

    def in_pieces(self, iteration: int) -> Generator[Underway, None, Workspace]:
        """Do what `gradient` does, but stop behind every layer; closed early, it leaves the network as it was."""
        workspace, given = self._begin(iteration)
        state = self._network.flat_state.copy()
        try:
            for _ in workspace.pieces(*given):
                yield Underway(iteration)
        except BaseException:
            self._network.flat_state[...] = state  # which batch normalization has taken half a step further
            raise
        self._end()
        return workspace

    def _begin(self, iteration: int) -> tuple[Workspace, tuple[Array, Array, np.random.Generator | None]]:
        x, targets = self.feed.batch(iteration)
        workspace = self._workspaces.get(len(x))
        if workspace is None:
            workspace = self._workspaces[len(x)] = Workspace(self._network, len(x))
        rng = np.random.default_rng([self._seed, iteration]) if self._is_random else None
        return workspace, (x, targets, rng)

    def _end(self) -> None:
        if self._decay is not None:
            self._decay.add_to_gradient()
        if self._clip_norm:
            self._clip()

    def _clip(self) -> None:
        gradient = self._network.flat_grads
        factor = clipping_factor(gradient, self._clip_norm)
        if factor != 1:
            np.multiply(gradient, gradient.dtype.type(factor), out=gradient)


class _DecayedWeights:
    """Adds weight decay to the gradient: for weights, not for biases and normalization."""

    def __init__(self, network: Network, weight_decay: float) -> None:
        self._pairs = [
            (param, network.grads[name], np.empty_like(param))
            for name, param in network.params.items()
            if name.startswith("W")
        ]
        self._weight_decay = weight_decay

    def add_to_gradient(self) -> None:
        for param, grad, spare in self._pairs:
            np.multiply(param, self._weight_decay, out=spare)
            np.add(grad, spare, out=grad)
