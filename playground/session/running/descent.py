"""How a network came to be, as programs need it that do it again: a start, and the settings since."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.network import NetworkSpec
    from nn.training import Checkpoint, TrainingConfig
    from playground.session.document.kept_way import KeptWay
    from playground.session.document.state import DatasetChoice


@dataclass(frozen=True, eq=False)
class Descent:
    """The end of a way that was trained without a person's hand in it: one network on the same data.

    It keeps none of the moments on the way, so that every step of undo can have its own.

    Attributes
    ----------
    start
        Where it began; None for the initial values of the first configuration's seed.
    spec, data
        What was trained, and on what; no data while those of a document that was opened are not at hand.
    configs
        Each configuration, after the number of updates at which it began to hold.
    is_known
        Whether it was seen or a file tells it, or is the likely one of a document that does not.
    """

    start: Checkpoint | None
    spec: NetworkSpec
    data: Dataset | None
    configs: tuple[tuple[int, TrainingConfig], ...]
    is_known: bool = True

    def fits(self, spec: NetworkSpec, data: Dataset | None) -> bool:
        """Say whether this network was trained on these data."""
        return self.spec == spec and (self.data is None or self.data is data)


def descent_of(kept: KeptWay, dataset: DatasetChoice | None) -> Descent | None:
    """Return how a way ended, back to the last edit of numbers, layers or data; None where an edit is its end.

    Parameters
    ----------
    kept
        The way that led to a document.
    dataset
        The document's data.
    """
    if kept.is_edited or kept.way.legs[-1].source not in (None, dataset):
        return None
    legs = [kept.way.legs[-1]]
    for earlier, leg in reversed([*pairwise(kept.way.legs)]):
        same = (earlier.data is leg.data, earlier.source == leg.source, earlier.spec == leg.spec)
        if leg.is_edited or not all(same):
            break
        legs.insert(0, earlier)
    last = legs[-1]
    return Descent(legs[0].checkpoints[0], last.spec, last.data, tuple((leg.first, leg.config) for leg in legs))


def likely(spec: NetworkSpec, config: TrainingConfig) -> Descent:
    """Return how a network probably came to be of which nothing but its settings is known: from its seed on."""
    return Descent(None, spec, None, ((0, config),), is_known=False)
