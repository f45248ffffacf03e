"""What a table of results says: which settings matter, where the best lies, and where to look next."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from nn.messages import Message
from nn.runs.ranges import Range, Span
from nn.runs.trial import Result

_AT_THE_EDGE = 0.05
_FACTOR = 10
_RESAMPLES = 400
_BEST_SHARE = 0.2
_THIRDS = ("lower", "middle", "upper")
_SURE = 0.05
_FEWEST = 8
"""Results of which a correlation says anything."""


@dataclass(frozen=True)
class Influence:
    """How a setting goes with the score.

    Attributes
    ----------
    correlation, low, high : float
        Spearman's rank correlation, and the 95 % interval of a bootstrap.
    best_third : {"", "lower", "middle", "upper"}
        Which third of the values tried does best, where the score does not go in one direction and the thirds differ
        by more than chance: a correlation is blind to a hill.
    """

    name: str
    correlation: float
    low: float
    high: float
    best_third: str = ""

    @property
    def is_seen(self) -> bool:
        """Whether the setting matters, as far as can be seen."""
        return self.low > 0 or self.high < 0 or bool(self.best_third)


def influence(of: Span, results: Iterable[Result], seed: int = 0) -> Influence | None:
    """Return how a range goes with the score, None with fewer than 8 results.

    A trial that diverged counts as the worst.
    """
    ranked = _ranked(of, results)
    if ranked is None:
        return None
    values, scores = ranked
    rng = np.random.default_rng(seed)
    draws = (rng.integers(0, len(values), len(values)) for _ in range(_RESAMPLES))
    spread = [_correlation(values[rows], scores[rows]) for rows in draws]
    low, high = np.percentile(spread, (2.5, 97.5))
    return Influence(of.name, _correlation(values, scores), float(low), float(high), _turn(values, scores, rng))


def rank_correlation(of: Span, results: Iterable[Result]) -> float:
    """Return what `influence` says of a range without its interval, which takes long; NaN with too few results."""
    ranked = _ranked(of, results)
    return math.nan if ranked is None else _correlation(*ranked)


def _ranked(of: Span, results: Iterable[Result]) -> tuple[np.ndarray, np.ndarray] | None:
    """Return the ranks of a range's values and those of the scores, None of fewer than 8 results."""
    pairs = [(float(r.trial.settings[of.name]), r.score) for r in results if of.name in r.trial.settings]
    if len(pairs) < _FEWEST:
        return None
    values, scores = zip(*pairs, strict=True)
    return _ranks(values), _ranks(scores)


def _turn(values: np.ndarray, scores: np.ndarray, rng: np.random.Generator) -> str:
    """Say which third does best, where the middle one is the best or the worst and that is hardly chance.

    The test is that of Kruskal and Wallis, by permutations: how far apart mean ranks of three groups lie.
    """
    ranked = scores[np.argsort(values, kind="stable")]
    means = _means(ranked)
    if means.argmax() != 1 and means.argmin() != 1:
        return ""
    apart = means.std()
    by_chance = sum(_means(rng.permutation(ranked)).std() >= apart for _ in range(_RESAMPLES))
    return _THIRDS[means.argmax()] if by_chance < _SURE * _RESAMPLES else ""


def _means(ranked: np.ndarray) -> np.ndarray:
    return np.array([third.mean() for third in np.array_split(ranked, 3)])


def at_the_edge(ranges: Sequence[Range], best: Result) -> list[Message]:
    """Say of each range whether the best result lies at one of its ends, beyond which there is more to try."""
    said = []
    for each, wider in zip(ranges, widened(ranges, best), strict=True):
        if wider != each:
            assert isinstance(each, Span)
            assert isinstance(wider, Span)
            end = Message("lower") if wider.low < each.low else Message("upper")
            said.append(
                Message("the best {name} lies at the {end} edge of its range: widen it", name=each.name, end=end)
            )
    return said


def widened(ranges: Sequence[Range], best: Result) -> tuple[Range, ...]:
    """Return the ranges with those going on at whose end the best result lies, as far as the setting may.

    On a logarithmic scale a range goes on by a factor of ten, else by half of its width.
    """
    return tuple(_wider(each, best) if isinstance(each, Span) else each for each in ranges)


def _wider(span: Span, best: Result) -> Span:
    if span.name not in best.trial.settings or span.low == span.high:
        return span
    share = span.share_of(float(best.trial.settings[span.name]))
    step = (span.high - span.low) / 2
    if share < _AT_THE_EDGE:
        return span.reaching(span.low / _FACTOR if span.is_log else span.low - step)
    if share > 1 - _AT_THE_EDGE:
        return span.reaching(span.high * _FACTOR if span.is_log else span.high + step)
    return span


def narrowed(ranges: Sequence[Range], results: Sequence[Result]) -> tuple[Range, ...]:
    """Return the ranges around the best fifth of the results, as the book advises (6.5); lists keep their values."""
    ordered = sorted((r for r in results if math.isfinite(r.score)), key=lambda r: -r.score)
    best = ordered[: max(2, math.ceil(len(ordered) * _BEST_SHARE))]
    return tuple(_around(each, best) if isinstance(each, Span) else each for each in ranges)


def _around(span: Span, best: Sequence[Result]) -> Span:
    values = [float(r.trial.settings[span.name]) for r in best if span.name in r.trial.settings]
    return replace(span, low=min(values), high=max(values)) if values else span


def _ranks(values: Sequence[float]) -> np.ndarray:
    """Return ranks from 0, equal values with their mean rank."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return ((ends - counts) + (ends - 1))[inverse] / 2


def _correlation(a: np.ndarray, b: np.ndarray) -> float:
    """Return Pearson's correlation, 0 where one of the two does not vary."""
    a, b = a - a.mean(), b - b.mean()
    size = math.sqrt(float(a @ a) * float(b @ b))
    return float(a @ b) / size if size else 0.0
