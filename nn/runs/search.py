"""Which settings to try: all of a grid, drawn at random, or the good ones of many for longer."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from nn.messages import Message
from nn.runs.ranges import Range
from nn.runs.trial import Result, Trial

MOST_TRIALS = 100_000
"""Trials of one search."""


def grid(ranges: Sequence[Range], trials: int) -> Iterator[Mapping[str, Any]]:
    """Give the settings of a grid: all values of lists, and of each range as many steps as `trials` allow for."""
    listed = math.prod(len(each.points(1)) for each in ranges)
    spans = sum(len(each.points(2)) != len(each.points(3)) for each in ranges)
    steps = max(2, math.floor((max(trials, 1) / listed) ** (1 / spans) + 1e-9)) if spans else 1
    for values in itertools.product(*(each.points(steps) for each in ranges)):
        yield {each.name: value for each, value in zip(ranges, values, strict=True)}


def drawn(ranges: Sequence[Range], trials: int, seed: int = 0) -> Iterator[Mapping[str, Any]]:
    """Give settings drawn at random; the k-th depends on the seed and k alone."""
    for k in range(trials):
        shares = np.random.default_rng([seed, k]).random(len(ranges))
        yield {each.name: each.at(float(share)) for each, share in zip(ranges, shares, strict=True)}


@dataclass
class Every:
    """Tries each setting once with each seed, in order.

    Parameters
    ----------
    settings : sequence of mapping
        What to try.
    epochs : int
        How long each trains.
    seeds : sequence of int
        Each setting is tried once with each.
    """

    settings: Sequence[Mapping[str, Any]]
    epochs: int
    seeds: Sequence[int] = (0,)
    _given: int = field(default=0, init=False)

    @property
    def count(self) -> int:
        """How many trials there will be."""
        return len(self.settings) * len(self.seeds)

    def next(self) -> Trial | None:
        """Return the next trial, None if none is left."""
        if self._given >= self.count:
            return None
        place, seed = divmod(self._given, len(self.seeds))
        self._given += 1
        return Trial(self._given - 1, self.settings[place], self.seeds[seed], self.epochs)

    def learn(self, result: Result) -> None:
        """Take note of a result, of which nothing depends here."""


@dataclass
class Halving:
    """Tries many settings briefly, and the best of them longer and longer: asynchronous successive halving.

    Whenever a place is free, a trial goes on whose result is among the best ``1/reduction`` of its rung so far; only
    if there is none, another begins. "Longer" begins anew from the same start, so that each result is a whole training.

    Source: Li et al., "A System for Massively Parallel Hyperparameter Tuning" (ASHA), 2020.

    Parameters
    ----------
    settings : sequence of mapping
        What to try.
    epochs : int
        How long the longest train; the shortest ``epochs / reduction**k``, but at least one epoch.
    seeds : sequence of int
        Each setting is tried once with each.
    reduction : int
        How many trials of a rung there are for one of the next.
    """

    settings: Sequence[Mapping[str, Any]]
    epochs: int
    seeds: Sequence[int] = (0,)
    reduction: int = 3
    _begun: int = field(default=0, init=False)
    _given: int = field(default=0, init=False)
    _scores: list[dict[int, float]] = field(default_factory=list, init=False)
    _promoted: list[set[int]] = field(default_factory=list, init=False)
    _places: dict[int, tuple[int, int]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        rungs = [self.epochs]
        while rungs[0] // self.reduction >= 1 and len(rungs) < 5:
            rungs.insert(0, rungs[0] // self.reduction)
        self.rungs = tuple(rungs)
        self._scores = [{} for _ in rungs]
        self._promoted = [set() for _ in rungs]

    @property
    def count(self) -> int:
        """How many trials there will be at least: the shortest ones."""
        return len(self.settings) * len(self.seeds)

    def next(self) -> Trial | None:
        """Return the next trial, None if none can be given before another result comes or at all."""
        for rung in range(len(self.rungs) - 2, -1, -1):
            for start in self._best(rung) - self._promoted[rung]:
                self._promoted[rung].add(start)
                return self._trial(start, rung + 1)
        if self._begun >= self.count:
            return None
        self._begun += 1
        return self._trial(self._begun - 1, 0)

    def learn(self, result: Result) -> None:
        """Take note of a result."""
        start, rung = self._places[result.trial.number]
        self._scores[rung][start] = result.score

    def _best(self, rung: int) -> set[int]:
        scores = self._scores[rung]
        finite = [start for start in scores if math.isfinite(scores[start])]
        ordered = sorted(finite, key=lambda start: (-scores[start], start))
        return set(ordered[: len(scores) // self.reduction])

    def _trial(self, start: int, rung: int) -> Trial:
        place, seed = divmod(start, len(self.seeds))
        number, self._given = self._given, self._given + 1
        self._places[number] = (start, rung)
        return Trial(number, self.settings[place], self.seeds[seed], self.rungs[rung])


Search = Every | Halving


def check_trials(count: int) -> None:
    """Raise ValueError if there are no trials, or more than anybody could wait for or look at."""
    if not 1 <= count <= MOST_TRIALS:
        raise ValueError(Message("{count:,} trials; give 1 to {most:,}", count=count, most=MOST_TRIALS))
