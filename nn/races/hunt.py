"""A search as an experiment of the book (6.5): settings drawn at random, each trained a little, one after the other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from nn.runs.evidence import Influence, influence
from nn.runs.held_out import held_out
from nn.runs.ranges import Range, Span
from nn.runs.search import drawn
from nn.runs.trial import Base, Result, Trial, begun, result_of
from nn.training import train

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.races.race import Material


@dataclass(frozen=True)
class Hunt:
    """Which settings to try.

    Attributes
    ----------
    base : Base
        What all trials share; the seed draws settings and weights.
    material : Material
        The samples, of which a share is held back to choose by.
    ranges : tuple of Range
        What differs.
    trials, epochs : int
        How many, and how long each.
    share : float
        Of the samples, held back: the book's fifth.
    one_start : bool
        Whether all begin with the same random numbers. In the book each draws its own.
    """

    base: Base
    material: Material
    ranges: tuple[Range, ...]
    trials: int = 100
    epochs: int = 50
    share: float = 0.2
    one_start: bool = True

    def planned(self) -> list[Trial]:
        """Return all trials."""
        seed, apart = self.base.config.seed, 0 if self.one_start else self.trials
        settings = drawn(self.ranges, self.trials, seed)
        return [
            Trial(number, each, seed + apart * (seed + 1) + number * bool(apart), self.epochs)
            for number, each in enumerate(settings)
        ]

    def split(self, data: Dataset) -> Dataset:
        """Return data with the samples that are held back in the place of the test data."""
        return held_out(data, self.share, self.base.config.seed)


@dataclass
class Bag:
    """What came of a hunt so far."""

    hunt: Hunt
    results: list[Result] = field(default_factory=list)
    _known: tuple[int, list[Influence]] = field(default_factory=lambda: (0, []))  # how many results there were then

    @property
    def ordered(self) -> list[Result]:
        """The results, the best first."""
        return sorted(self.results, key=lambda result: result.rank)

    def influences(self) -> list[Influence]:
        """Return how each range goes with the score, as far as enough trials are there."""
        count = len(self.results)
        if self._known[0] != count:
            found = (influence(each, self.results) for each in self.hunt.ranges if isinstance(each, Span))
            self._known = (count, [each for each in found if each is not None])
        return self._known[1]

    def figure(self, name: str, at: int = 0) -> float:
        """Return ``best`` (the accuracy of the best), a setting of the best, or ``correlation SETTING``."""
        if name == "best":
            return max((result.score for result in self.results), default=math.nan)
        if name.startswith("correlation "):
            wanted = name.removeprefix("correlation ")
            return next((each.correlation for each in self.influences() if each.name == wanted), math.nan)
        return float(self.ordered[0].trial.settings[name]) if self.results else math.nan


def hunted(hunt: Hunt, data: Dataset, bag: Bag) -> Iterator[None]:
    """Try everything, a piece of work at a time; `bag` gets each result when it is there."""
    split = hunt.split(data)
    for trial in hunt.planned():
        course, end = begun(hunt.base, trial, split)
        items = train(course.network, course.optimizer, split, course.config, 0, end)
        while True:
            with np.errstate(all="ignore"):
                item = next(items, trial)
            if item is trial:
                break
            course.note(item)
            yield
        bag.results.append(result_of(trial, course))
        yield
    bag.influences()  # here and not where they are asked for, which may be a window
