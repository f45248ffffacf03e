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
_BEST_SHARE = 0.2
_THIRDS = ("lower", "middle", "upper")
_FEWEST_FOR_THIRDS = 15
"""Results of which thirds are told: with fewer than 5 in each the distribution of their test is not known so simply."""
_SURE, _DOUBTFUL = 0.01, 0.05
"""Chances up to which a difference of thirds is told, and from which on there is none to be seen."""
_NORMAL_95 = 1.96
_SLIGHT = 0.4
"""Rank correlation that explains a sixth of the order: what is surely less matters little."""
_FEWEST = 8
"""Results of which a correlation says anything."""


@dataclass(frozen=True)
class Influence:
    """How a setting goes with the score.

    Attributes
    ----------
    correlation, low, high : float
        Spearman's rank correlation, and its 95 % interval.
    combinations : int
        Of how many combinations of settings.
    best_third : {"", "lower", "middle", "upper"}
        Which third of the values tried does best, where the score does not go in one direction and the thirds differ
        by more than chance: a correlation is blind to a hill.
    chance : float
        How often thirds would differ as much by chance alone.
    """

    name: str
    correlation: float
    low: float
    high: float
    combinations: int
    best_third: str = ""
    chance: float = 1.0

    @property
    def is_seen(self) -> bool:
        """Whether the setting matters, as far as can be seen."""
        return self.low > 0 or self.high < 0 or bool(self.best_third)

    @property
    def is_slight(self) -> bool:
        """Whether it matters little at the most: too few results leave that open."""
        is_narrow = max(-self.low, self.high) < _SLIGHT and self.chance > _DOUBTFUL
        return is_narrow and not self.is_seen


def influence(of: Span, results: Iterable[Result]) -> Influence | None:
    """Return how a range goes with the score, None with fewer than 8 combinations or where only one value is tried.

    A trial that diverged counts as the worst. The interval is that of Bonett and Wright ("Sample size requirements
    for estimating Pearson, Kendall and Spearman correlations", 2000): with a dozen results a bootstrap raises twice
    the false alarms that it promises.
    """
    ranked = _ranked(of, results)
    if ranked is None or of.low == of.high:
        return None
    values, scores = ranked
    correlation = _correlation(values, scores)
    half = _NORMAL_95 * math.sqrt((1 + correlation**2 / 2) / (len(values) - 3))
    middle = math.atanh(max(-1 + 1e-9, min(correlation, 1 - 1e-9)))
    low, high = math.tanh(middle - half), math.tanh(middle + half)
    return Influence(of.name, correlation, low, high, len(values), *_turn(values, scores))


def rank_correlation(of: Span, results: Iterable[Result]) -> float:
    """Return what `influence` says of a range without its interval, which takes long; NaN with too few results."""
    ranked = _ranked(of, results)
    return math.nan if ranked is None else _correlation(*ranked)


def _ranked(of: Span, results: Iterable[Result]) -> tuple[np.ndarray, np.ndarray] | None:
    """Return the ranks of a range's values and those of the scores, None of fewer than 8 combinations of settings.

    Each combination counts once, with its mean over the seeds, trained as long as the shortest trials were: the same
    again, or the good ones again for longer, would feign a certainty that is not there.
    """
    of_it = [result for result in results if of.name in result.trial.settings]
    shortest = min((result.trial.epochs for result in of_it), default=0)
    found: dict[tuple[object, ...], list[float]] = {}
    values: list[float] = []
    for result in of_it:
        if result.trial.epochs == shortest:
            combination = tuple(sorted(result.trial.settings.items()))
            if combination not in found:
                values.append(float(result.trial.settings[of.name]))
            found.setdefault(combination, []).append(result.score)
    if len(values) < _FEWEST:
        return None
    return _ranks(values), _ranks([sum(scores) / len(scores) for scores in found.values()])


def _turn(values: np.ndarray, scores: np.ndarray) -> tuple[str, float]:
    """Say which third does best, where the middle one is the best or the worst and that is hardly chance; and how much.

    The test is that of Kruskal and Wallis, whose statistic of three groups goes by chi-square with 2 degrees of
    freedom: its tail is an exponential.
    """
    if len(values) < _FEWEST_FOR_THIRDS:
        return "", 1.0
    thirds = np.array_split(scores[np.argsort(values, kind="stable")], 3)
    means, middle = np.array([third.mean() for third in thirds]), scores.mean()
    whole = float(((scores - middle) ** 2).sum())
    between = sum(len(third) * (third.mean() - middle) ** 2 for third in thirds)
    chance = math.exp(-(len(scores) - 1) * between / whole / 2) if whole else 1.0
    is_turn = means.argmax() == 1 or means.argmin() == 1
    return (_THIRDS[means.argmax()] if is_turn and chance <= _SURE else ""), chance


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
