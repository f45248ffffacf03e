"""How far results of the same settings lie apart, and whether two settings differ by more than that."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

_MOST_DEALS = 20_000
"""Ways to deal results into two groups that are all counted; of more, so many are drawn."""
_SELDOM = 0.05
"""What chance does so seldom is not taken for chance."""


@dataclass(frozen=True)
class Spread:
    """The results of the same settings with several seeds.

    Attributes
    ----------
    mean : float
        NaN without any.
    deviation : float
        Standard deviation of a single one, NaN of fewer than two.
    count : int
        How many there are.
    """

    mean: float
    deviation: float
    count: int


@dataclass(frozen=True)
class Contrast:
    """Two settings beside each other.

    Attributes
    ----------
    here, there : Spread
    difference : float
        The mean here minus the mean there.
    share : float
        Of all ways to deal the results out to two such groups, those whose means are at least as far apart.
    least : float
        The smallest share that can come out of so few results.
    """

    here: Spread
    there: Spread
    difference: float
    share: float
    least: float

    @property
    def can_be_told(self) -> bool:
        """Whether there are enough results for an answer."""
        return self.least <= _SELDOM

    @property
    def is_more_than_chance(self) -> bool:
        """Whether chance makes such a difference in less than one of twenty deals."""
        return self.can_be_told and self.share <= _SELDOM


def spread(values: Sequence[float]) -> Spread:
    """Return mean and standard deviation of what is a number."""
    known = np.array([value for value in values if math.isfinite(value)])
    mean = float(known.mean()) if len(known) else math.nan
    return Spread(mean, float(known.std(ddof=1)) if len(known) > 1 else math.nan, len(known))


def contrast(here: Sequence[float], there: Sequence[float], seed: int = 0) -> Contrast:
    """Say how far two groups of results are apart, by a permutation test: exact for up to about 8 seeds each."""
    one, other = ([value for value in values if math.isfinite(value)] for values in (here, there))
    first, second = spread(one), spread(other)
    difference = first.mean - second.mean
    if not one or not other:
        return Contrast(first, second, difference, math.nan, 1.0)
    values, count = np.array([*one, *other]), len(one)
    deals = math.comb(len(values), count)
    sums = _all_sums(values, count) if deals <= _MOST_DEALS else _some_sums(values, count, seed)
    apart = np.abs(sums / count - (values.sum() - sums) / len(other))
    share = float(np.mean(apart >= abs(difference) * (1 - 1e-9)))
    # both ways of dealing out the extremes lie as far apart where the groups are as large
    return Contrast(first, second, difference, share, (2 if len(one) == len(other) else 1) / deals)


def _all_sums(values: np.ndarray, count: int) -> np.ndarray:
    places = np.array(list(combinations(range(len(values)), count)))
    return np.asarray(values[places].sum(axis=1))


def _some_sums(values: np.ndarray, count: int, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return np.array([values[rng.permutation(len(values))[:count]].sum() for _ in range(_MOST_DEALS)])
