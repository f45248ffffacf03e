"""What a search tries, as a person put it together; a journal keeps it in the words of the command line."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Self

from nn.messages import Message
from nn.runs import search as searches
from nn.runs.held_out import SHARE
from nn.runs.ranges import parsed
from nn.runs.settings import changed
from nn.runs.trial import Base

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nn.runs.ranges import Range

How = Literal["grid", "random", "halving"]
MOST_SEEDS = 100
FIXED = ("epochs", "evaluate_every", "evaluate_samples", "threads")
"""Settings that are the same for all trials."""


@dataclass(frozen=True, eq=False)
class Plan:
    """A search.

    Attributes
    ----------
    base : Base
        The network and its training, of which each trial changes some settings.
    ranges : tuple of Range
        What differs.
    how : {"grid", "random", "halving"}
        All of a grid, drawn at random, or the good ones of many for longer (ASHA).
    trials : int
        How many settings, at the most.
    seeds : int
        How often each is tried, from the base's seed on.
    dataset : str
        Name of the data, for whoever reads the journal.
    """

    base: Base
    ranges: tuple[Range, ...]
    how: How = "random"
    trials: int = 20
    seeds: int = 1
    dataset: str = ""

    def check(self) -> None:
        """Try each setting's first value on the network, without building it.

        Raises
        ------
        TypeError, ValueError
            If there is nothing to try, too much, or something that never fits; the message names it.
        """
        if not self.ranges:
            raise ValueError(Message("nothing is varied; add a setting first"))
        names = [each.name for each in self.ranges]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(Message("{name} is varied twice; give it once with all its values", name=name))
            if name in FIXED:
                raise ValueError(Message("{name} is the same for all trials; take it out of the search", name=name))
        if not 1 <= self.seeds <= MOST_SEEDS:
            raise ValueError(Message("{count:,} seeds; give 1 to {most:,}", count=self.seeds, most=MOST_SEEDS))
        searches.check_trials(self.trials * self.seeds)
        if self.how == "grid":
            searches.check_trials(math.prod(len(each.points(2)) for each in self.ranges) * self.seeds)
        for each in self.ranges:
            changed(self.base.spec, self.base.config, {each.name: each.at(0.0)})

    @cached_property
    def count(self) -> int:
        """How many trials there will be, at the least where the good ones go on for longer."""
        settings = self.trials if self.how != "grid" else sum(1 for _ in searches.grid(self.ranges, self.trials))
        return settings * self.seeds

    def search(self) -> searches.Search:
        """Return a fresh search."""
        seed = self.base.config.seed
        seeds = tuple((seed + n) % 2**31 for n in range(self.seeds))
        settings = list(
            searches.grid(self.ranges, self.trials)
            if self.how == "grid"
            else searches.drawn(self.ranges, self.trials, seed)
        )
        searches.check_trials(len(settings) * self.seeds)
        kind = searches.Halving if self.how == "halving" else searches.Every
        return kind(settings, self.base.config.epochs, seeds)

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data, as the journal of the command line has it."""
        return {
            **self.base.to_json(),
            "file": None,
            "data": {"name": self.dataset, "options": {}},
            "validation": SHARE,
            "vary": [f"{each.name}={each.to_text()}" for each in self.ranges],
            "how": self.how,
            "trials": self.trials,
            "seeds": list(range(self.seeds)),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return what `to_json` wrote; KeyError, TypeError or ValueError if it is not such a thing."""
        how = str(data["how"])
        if how not in ("grid", "random", "halving"):
            raise ValueError(Message("how is {how!r}; choose grid, random or halving", how=how))
        ranges = tuple(parsed(str(text)) for text in data["vary"])
        seeds, name = len(data["seeds"]), str(data["data"]["name"])
        return cls(Base.from_json(data), ranges, how, int(data["trials"]), seeds, name)  # type: ignore[arg-type]
