"""An experiment done piece by piece, for whoever must look at a clock in between, and what it says in the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from nn.races.experiment import Experiment, Paths, Spreads
from nn.races.field import Field
from nn.races.hunt import Bag, Hunt, hunted
from nn.races.paths import Numbers, Valley, way
from nn.races.race import Race
from nn.races.spread import Spread, begun

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.races.features import Told


class Way:
    """The points that an optimizer came through."""

    def __init__(self, valley: Valley, points: Numbers) -> None:
        self.points = points
        self._valley = valley

    def figure(self, name: str, at: int = 0) -> float:
        """Return ``x``, ``y`` or the ``height`` after `at` steps, 0 for the end; ``speed`` is the first step's size."""
        x, y = self.points[min(at or len(self.points) - 1, len(self.points) - 1)].tolist()
        return float({"x": x, "y": y, "height": self._valley.height(x, y)}[name])


class Layers:
    """The spreads of five layers."""

    def __init__(self, spreads: list[Spread]) -> None:
        self.spreads = spreads

    def figure(self, name: str, at: int = 0) -> float:
        """Return a figure of layer `at`, 0 for the last."""
        return self.spreads[(at or len(self.spreads)) - 1].figure(name)


class Attempt:
    """One experiment with one seed, under way.

    Parameters
    ----------
    experiment : Race, Paths, Spreads or Hunt
        What is done.
    data : Dataset or None
        What it needs; see `needed`.
    seed : int
        For what has none of its own.

    Raises
    ------
    ValueError
        If the data do not fit a contestant.
    """

    def __init__(self, experiment: Experiment, data: Dataset | None, seed: int = 0) -> None:
        self.experiment = experiment
        self.field = Field(experiment, data) if isinstance(experiment, Race) and data is not None else None
        self.bag = Bag(experiment) if isinstance(experiment, Hunt) else None
        self._made: dict[str, Told] = {}
        self._seed = seed
        self._work = self._pieces(data)

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        if self.field is not None:
            return self.field.iteration / self.field.race.iterations
        if self.bag is not None:
            return len(self.bag.results) / self.bag.hunt.trials
        return 1.0 if self._made else 0.0

    def advance(self) -> bool:
        """Do one piece of work; return whether there was one."""
        return next(self._work, self) is not self

    def told(self) -> Mapping[str, Told]:
        """Return what came of it so far, by the names of those who took part."""
        if self.field is not None:
            return {finish.name: finish for finish in self.field.finishes()}
        return {"search": self.bag} if self.bag is not None else self._made

    def _pieces(self, data: Dataset | None) -> Iterator[object]:
        experiment = self.experiment
        if self.field is not None:
            while self.field.advance():
                yield None
        elif isinstance(experiment, Hunt):
            assert data is not None
            assert self.bag is not None
            yield from hunted(experiment, data, self.bag)
        elif isinstance(experiment, Paths):
            for walker in experiment.walkers:
                points = way(experiment.surface, walker, experiment.start, experiment.steps)
                self._made[walker.optimizer] = Way(experiment.surface, points)
                yield None
        elif isinstance(experiment, Spreads):
            yield from self._spreads(experiment)

    def _spreads(self, experiment: Spreads) -> Iterator[object]:
        with np.errstate(all="ignore"):
            for name, (activation, scale) in experiment.begun.items():
                self._made[name] = Layers(begun(activation, scale, self._seed))
                yield None


def needed(experiment: Experiment) -> Dataset | None:
    """Return the data that an experiment learns; OSError or ValueError if they are not there or not sound."""
    return experiment.material.load() if isinstance(experiment, Race | Hunt) else None
