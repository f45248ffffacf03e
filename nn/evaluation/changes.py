"""Two networks on the same samples: what one of them gets right that the other got wrong, and the other way round."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nn.messages import Message

if TYPE_CHECKING:
    import numpy.typing as npt

    from nn.arrays import Array
    from nn.evaluation.answers import Answers

    Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Changes:
    """Samples by what became of them from one network to another.

    Of values nothing is right or wrong: better is what is less far off, and `stayed_right` has what is as far off as
    before.

    Attributes
    ----------
    better, worse : ndarray of int
        Those that only the other, or only the one before, gets right: the largest change of loss first.
    stayed_right, stayed_wrong : ndarray of int
        Those that both get right, and those that neither does.
    chance : float
        How probable it is that equally good networks are as far apart or farther on the samples on which they are
        not both right or both wrong: the exact sign test, which for classes is McNemar's. 1 where there are none.
    """

    better: Rows
    worse: Rows
    stayed_right: Rows
    stayed_wrong: Rows
    chance: float


def changes(before: Answers, now: Answers) -> Changes:
    """Return what became better and what became worse from one network's answers to another's.

    Raises
    ------
    ValueError
        If they are not answers about the same samples.
    """
    if len(before) != len(now) or before.classes != now.classes:
        raise ValueError(
            Message(
                "the answers are to {before} and {now} samples; compare answers to the same ones",
                before=len(before),
                now=len(now),
            )
        )
    if now.classes:
        fall = before.losses - now.losses
        was, is_ = before.is_right, now.is_right
    else:
        fall = _off(before) - _off(now)
        was, is_ = ~(fall > 0), ~(fall < 0)
    better = _by(-fall, np.flatnonzero(~was & is_))
    worse = _by(fall, np.flatnonzero(was & ~is_))
    chance = sign_test(len(better), len(worse))
    return Changes(better, worse, np.flatnonzero(was & is_), np.flatnonzero(~was & ~is_), chance)


def sign_test(ups: int, downs: int) -> float:
    """Return how probable it is to get at least so uneven a split when up and down are equally likely (two-sided)."""
    count, few = ups + downs, min(ups, downs)
    if not count:
        return 1.0
    whole = math.lgamma(count + 1) - count * math.log(2)
    below = math.fsum(
        math.exp(whole - math.lgamma(each + 1) - math.lgamma(count - each + 1)) for each in range(few + 1)
    )
    return min(1.0, 2 * below)


def _off(answers: Answers) -> Array:
    """Return how far values are off; one that is no number farther than all others."""
    off: Array = np.abs(answers.errors).sum(axis=1)
    return np.where(np.isnan(off), np.inf, off)


def _by(keys: Array, rows: Rows) -> Rows:
    chosen = keys[rows]
    return rows[np.argsort(np.where(np.isnan(chosen), -np.inf, chosen), kind="stable")]
