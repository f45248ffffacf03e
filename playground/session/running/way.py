"""The way of training to a checkpoint, by value: what programs need that do it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from nn.replay import Leg, Waypoint
    from nn.training import Checkpoint, TrainingConfig
    from playground.session.document.kept_way import KeptWay
    from playground.session.document.state import DatasetChoice


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


def unedited(kept: KeptWay, dataset: DatasetChoice | None) -> Way | None:
    """Return the last part of a way from a file that a person had no hand in, None where an edit followed it.

    Parameters
    ----------
    kept
        The way that led to a document.
    dataset
        The document's data.
    """
    legs = kept.way.legs
    if kept.is_edited or legs[-1].source != dataset:
        return None
    first = len(legs) - 1
    while first and not legs[first].is_edited and _goes_on(legs[first - 1], legs[first]):
        first -= 1
    configs = tuple((leg.first, leg.config) for leg in legs[first:])
    return Way(legs[first].checkpoints[0], legs[-1].spec, None, configs)


def _goes_on(before: Leg, after: Leg) -> bool:
    """Say whether a part of a way trained the same network on the same data as the one before it."""
    return (before.spec, before.source) == (after.spec, after.source)


def begin(waypoint: Waypoint) -> Way:
    """Return the way that begins at a waypoint."""
    checkpoint = waypoint.checkpoint
    return Way(checkpoint, waypoint.spec, waypoint.data, ((checkpoint.iteration, waypoint.config),))
