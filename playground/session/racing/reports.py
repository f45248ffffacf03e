"""What the two halves of a race say to each other: frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from nn.choices.options import OptionValue
    from nn.datasets.base import Dataset
    from nn.races.experiment import Experiment
    from nn.races.features import Told
    from nn.races.hunt import Bag
    from nn.races.looks import Plane
    from nn.races.spread import Spread
    from nn.training import Evaluation


@dataclass(frozen=True, eq=False)
class Order:
    """A race that is wanted.

    Attributes
    ----------
    number : int
        Which order; what comes of an earlier one is not listened to any more.
    experiment : Race, Paths, Spreads or Hunt
        What is to be done, with the first seed.
    seeds : tuple of int
        It is done once with each.
    data : Dataset or None
        A person's own data, where they are not those that the experiment names.
    """

    number: int
    experiment: Experiment
    seeds: tuple[int, ...]
    data: Dataset | None = None


class LaneNews(NamedTuple):
    """What is new of one lane.

    Attributes
    ----------
    losses : ndarray
        Those since the last report.
    layers : tuple of (str, Spread)
        Name and spread of each activation, where layers are looked at.
    surface : ndarray or None
        What the network says over the plane, where surfaces are looked at; see `nn.races.looks.Looks.surface`.
    """

    name: str
    losses: NDArray[np.float64]
    evaluations: tuple[Evaluation, ...]
    diverged_at: int
    layers: tuple[tuple[str, Spread], ...] = ()
    surface: Plane | None = None


class SearchNews(NamedTuple):
    """What is new of a search: accuracy, settings and curve of each trial."""

    scores: tuple[float, ...]
    settings: tuple[Mapping[str, OptionValue], ...]
    curves: tuple[tuple[tuple[int, float, float, float], ...], ...]

    @classmethod
    def of(cls, bag: Bag) -> SearchNews:
        """Return what there is to tell of a search, the best trial first."""
        results = bag.ordered
        return cls(
            tuple(result.score for result in results),
            tuple(dict(result.trial.settings) for result in results),
            tuple(result.curve for result in results),
        )


@dataclass(frozen=True, eq=False)
class News:
    """What happened since the last report: of lanes only those that have moved."""

    number: int
    seed: int
    iteration: int
    share: float
    lanes: tuple[LaneNews, ...] = ()
    search: SearchNews | None = None


@dataclass(frozen=True, eq=False)
class SeedDone:
    """A race that came to its end, or was stopped."""

    number: int
    seed: int
    told: Mapping[str, Told]
    is_whole: bool


@dataclass(frozen=True, eq=False)
class Over:
    """The last word of an order: that it is done or stopped, or why it failed."""

    number: int
    reason: str = ""
    failure: str = ""
