"""The way of training to a checkpoint, by value: what programs need that do it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from nn.replay import Waypoint
    from nn.training import Checkpoint, TrainingConfig


@dataclass(frozen=True, eq=False)
class Way:
    """Training of one network on the same data, from somewhere on without a person's hand in it.

    Attributes
    ----------
    start
        Where it began; None for the initial values of the first configuration's seed.
    spec, data
        What was trained, and on what; no data while nobody has trained since the document was opened.
    configs
        Each configuration, after the number of updates at which it began to hold.
    is_known
        Whether it was seen, or is the likely way of a document that was opened.
    """

    start: Checkpoint | None
    spec: NetworkSpec
    data: Dataset | None
    configs: tuple[tuple[int, TrainingConfig], ...]
    is_known: bool = True

    def fits(self, spec: NetworkSpec, data: Dataset | None) -> bool:
        """Say whether this network was trained on these data."""
        return self.spec == spec and (self.data is None or self.data is data)

    def through(self, waypoint: Waypoint) -> Way:
        """Return the way that goes on through a waypoint; another network or other data begin a new one."""
        if not self.fits(waypoint.spec, waypoint.data):
            return begin(waypoint)
        done = waypoint.checkpoint.iteration
        configs = self.configs
        if configs[-1][1] != waypoint.config:
            kept = configs if configs[-1][0] < done else configs[:-1]  # nothing was trained with the last one
            configs = (*kept, (done, waypoint.config))
        return replace(self, data=waypoint.data, configs=configs)


def begin(waypoint: Waypoint) -> Way:
    """Return the way that begins at a waypoint."""
    checkpoint = waypoint.checkpoint
    return Way(checkpoint, waypoint.spec, waypoint.data, ((checkpoint.iteration, waypoint.config),))
