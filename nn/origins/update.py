"""One update of one parameter: its gradient, what the optimizer remembered, and the part of each sample."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from nn.messages import Message
from nn.origins.places import place_in_vector
from nn.origins.slopes import SampleSlopes
from nn.replay.again import Again
from nn.training import Pending
from nn.training.batch_feed import batch_rows

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from numpy.typing import NDArray

    from nn.arrays import Array
    from nn.optimizers import Optimizer
    from nn.replay.way import Waypoint


@dataclass(frozen=True, eq=False)
class NumberUpdate:
    """What one update did to one parameter, and why.

    Attributes
    ----------
    iteration : int
        Its number, from 1.
    before, after : float
        The parameter.
    gradient : float
        The number that the optimizer was given for it.
    decay : float
        What of that is weight decay, and of no sample.
    loss : float
        Of the batch, before the update.
    rows : ndarray of int
        The samples of the batch, as rows of the training data.
    parts : ndarray, shape (N,)
        Each sample's part in the gradient: with the decay they add up to it, but for rounding.
    memory : mapping of str to (float, float)
        What the optimizer remembered for it, before and after, by the book's names and in the book's sizes.
    lr : float
    optimizer : str
    """

    iteration: int
    before: float
    after: float
    gradient: float
    decay: float
    loss: float
    rows: NDArray[np.int64]
    parts: Array
    memory: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    lr: float = 0.0
    optimizer: str = ""

    @property
    def change(self) -> float:
        """What was added to the parameter."""
        return self.after - self.before

    @property
    def order(self) -> list[int]:
        """The places in the batch, the sample with the largest part first."""
        order: list[int] = np.argsort(-np.abs(self.parts), kind="stable").tolist()
        return order


def number_update(
    start: Waypoint, iteration: int, name: str, index: tuple[int, ...]
) -> Generator[int, None, NumberUpdate]:
    """Train from a waypoint to an update, and lay open what that did to a parameter.

    Yields
    ------
    int
        The updates done: whoever does not ask for more has cancelled it.

    Raises
    ------
    ValueError
        If the update was not made, or the network had no such number.
    """
    place = place_in_vector(start.spec, name, index)
    again = Again(start, iteration, pending=True)
    for item in again:
        if place is not None and isinstance(item, Pending) and item.iteration == iteration:
            found = _laid_open(again, item, start, name, place)
            if found is not None:
                return found
        yield again.iteration
    raise ValueError(Message("update {iteration} did not change {name}", iteration=iteration, name=name))


def _laid_open(again: Again, item: Pending, start: Waypoint, name: str, place: int) -> NumberUpdate | None:
    network, optimizer, config = again.network, again.optimizer, start.config
    before, gradient = float(network.flat_params[place]), float(network.flat_grads[place])
    remembered = _remembered(optimizer, place)
    parts = _parts(again, item, start, place)
    if next(iter(again), None) is None or again.iteration < item.iteration:
        return None  # the loss was no longer finite: there the run ended
    return NumberUpdate(
        item.iteration,
        before,
        float(network.flat_params[place]),
        gradient,
        config.weight_decay * before if name.startswith("W") else 0.0,
        item.loss,
        batch_rows(start.data, config, item.iteration),
        parts,
        {
            name: (old, new)
            for (name, old), new in zip(remembered.items(), _remembered(optimizer, place).values(), strict=True)
        },
        config.lr,
        config.optimizer,
    )


def _parts(again: Again, item: Pending, start: Waypoint, place: int) -> Array:
    network, workspace = again.network, item.workspace
    assert workspace.x is not None
    assert workspace.targets is not None
    direction = np.zeros_like(network.flat_params)
    direction[place] = 1
    rng = np.random.default_rng([start.config.seed, item.iteration])
    slopes = SampleSlopes(start.spec)
    return slopes.along(direction, network.flat_params, network.flat_state, workspace.x, workspace.targets, rng)


def _remembered(optimizer: Optimizer, place: int) -> dict[str, float]:
    """Return what an optimizer remembers for a parameter, as the book has it."""
    memory = optimizer.memory
    return {
        name: factor * float(memory[slot][place]) if slot in memory else 0.0
        for slot, (name, factor) in optimizer.book_slots().items()
    }
