"""A search as an experiment of the book (6.5): settings drawn at random, each trained a little, one after the other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from nn.choices.options import Option, complete
from nn.messages import Message
from nn.runs.evidence import rank_correlation
from nn.runs.held_out import held_out
from nn.runs.ranges import Range, Span
from nn.runs.search import MOST_TRIALS, drawn
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

    options: ClassVar[tuple[Option, ...]] = (
        Option("trials", 100, 1, MOST_TRIALS, help="How many settings are tried."),
        Option("epochs", 50, 1, 1_000_000, help="How long each trains."),
        Option("share", 0.2, 0.0, 1.0, help="Of the samples, held back to choose by."),
        Option("one_start", True, help="All begin with the same random numbers; in the book each draws its own."),
    )

    def __post_init__(self) -> None:
        chosen = {option.name: getattr(self, option.name) for option in self.options}
        for name, value in complete(Message("the search"), self.options, chosen).items():
            object.__setattr__(self, name, value)
        if not self.ranges:
            raise ValueError(Message("a search varies nothing; name at least one setting, such as lr=1e-6..1e-2:log"))

    def planned(self) -> Iterator[Trial]:
        """Give all trials, one after the other."""
        seed, apart = self.base.config.seed, 0 if self.one_start else self.trials
        for number, settings in enumerate(drawn(self.ranges, self.trials, seed)):
            yield Trial(number, settings, seed + apart * (seed + 1) + number * bool(apart), self.epochs)

    def split(self, data: Dataset) -> Dataset:
        """Return data with the samples that are held back in the place of the test data."""
        return held_out(data, self.share, self.base.config.seed)


@dataclass
class Bag:
    """What came of a hunt so far."""

    hunt: Hunt
    results: list[Result] = field(default_factory=list)

    @property
    def ordered(self) -> list[Result]:
        """The results, the best first."""
        return sorted(self.results, key=lambda result: result.rank)

    def figure(self, name: str, at: int = 0) -> float:
        """Return ``best`` (the accuracy of the best), a setting of the best, or ``correlation SETTING``."""
        if name == "best":
            return max((result.score for result in self.results), default=math.nan)
        if name.startswith("correlation "):
            spans = (each for each in self.hunt.ranges if isinstance(each, Span))
            wanted = next((each for each in spans if each.name == name.removeprefix("correlation ")), None)
            return math.nan if wanted is None else rank_correlation(wanted, self.results)
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
