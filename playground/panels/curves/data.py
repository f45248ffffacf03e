"""Data of the curves: what a plot of a training run shows, as numbers; no Qt here."""

from __future__ import annotations

import bisect
import math
from array import array
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from playground.panels.curves.min_max_pyramid import HIGH, LOW, MEAN, Buckets, MinMaxPyramid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.training import Evaluation

MOST_VERTICES = 4096  # of the line through every loss, however many there are
MOST_SMOOTH_POINTS = 256
MOST_ACCURACY_POINTS = 400
_SMOOTHING = np.hanning(27)[13:-1]  # weights over a bucket and the twelve before it, the latest ones first
_MARGIN = len(_SMOOTHING) - 1
SMALLEST_LOSS = 1e-12
"""Stands for 0 where logarithms are taken."""

TRAIN_ACCURACY, TEST_ACCURACY, TEST_LOSS = range(3)
"""What an evaluation measures, in this order."""

Points = tuple[np.ndarray, np.ndarray]  # x and y, float64


class Reading(NamedTuple):
    """The figures at one iteration; NaN where there is none.

    Attributes
    ----------
    loss_low, loss_high : float
        Nats. They differ only in runs so long that losses are no longer known one by one.
    evaluated : int or None
        Iteration of the nearest evaluation; `accuracies` (training, test; in percent) and `test_loss` belong to it.
    """

    iteration: int
    loss_low: float
    loss_high: float
    evaluated: int | None
    accuracies: tuple[float, ...]
    test_loss: float


class CurveData:
    """The losses of consecutive iterations, and accuracies measured now and then.

    Iterations count from 1, as finished updates of the network.
    """

    def __init__(self) -> None:
        self.first_iteration = 1
        self.losses = MinMaxPyramid()
        self.gaps: list[int] = []
        """First iterations of stretches without a finite loss."""
        self.changes: list[int] = []
        """Iterations, in order, before which something was changed: none before is averaged with those from there."""
        self.ticks: Sequence[tuple[int, str]] = ()
        """What a person changed, in words, and the first iteration with it."""
        self.has_accuracy = False
        """Whether any evaluation found an accuracy; a network that predicts numbers has none."""
        self._evaluated = array("q")
        self._measured = (MinMaxPyramid(), MinMaxPyramid(), MinMaxPyramid())

    @property
    def next_iteration(self) -> int:
        """The iteration after the last one known."""
        return self.first_iteration + len(self.losses)

    @property
    def last_position(self) -> int:
        """The last iteration at which anything is known, 0 without any."""
        last_loss = self.next_iteration - 1 if len(self.losses) else 0
        return max(last_loss, self._evaluated[-1] if self._evaluated else 0)

    @property
    def evaluation_count(self) -> int:
        """How many times accuracies were measured."""
        return len(self._evaluated)

    def append(self, first_iteration: int, losses: np.ndarray) -> None:
        """Add the losses of consecutive iterations; iterations left out before them stay empty.

        Parameters
        ----------
        first_iteration : int
            The iteration of ``losses[0]``.
        losses : ndarray, shape (n,)
            Nats; NaN and infinity are remembered as gaps.

        Raises
        ------
        ValueError
            When the first iteration is known already.
        """
        if not len(self.losses):
            self.first_iteration = first_iteration
        missing = first_iteration - self.next_iteration
        if missing < 0:
            raise ValueError(
                f"the curve has losses up to iteration {self.next_iteration - 1}, got new ones from iteration "
                f"{first_iteration} on; clear the curve and add what is to be kept"
            )
        if missing:
            self.losses.append(np.full(missing, np.nan, np.float32))
        self._note_gaps(first_iteration, losses)
        self.losses.append(losses)

    def _note_gaps(self, first_iteration: int, losses: np.ndarray) -> None:
        lost = ~np.isfinite(losses)
        if lost.any():
            starts = np.flatnonzero(np.diff(lost, prepend=False) & lost)
            self.gaps += (first_iteration + starts).tolist()

    def add_evaluations(self, found: np.ndarray | Sequence[tuple[int, float, float, float]]) -> None:
        """Add accuracies on both data (in percent) and the loss on the test data, all of a run as fast as one.

        Each row stands behind its iteration; NaN is for none, and iterations must not fall.
        """
        if not len(found):
            return
        iterations, *measured = np.asarray(found, np.float64).T
        self._evaluated.frombytes(iterations.astype(np.int64).tobytes())
        self.has_accuracy |= not all(np.isnan(measured[which]).all() for which in (TRAIN_ACCURACY, TEST_ACCURACY))
        for pyramid, values in zip(self._measured, measured, strict=True):
            pyramid.append(values)

    def loss_line(self, left: float, right: float, width: int) -> Points:
        """Give the line through every loss between two iterations: at most 4096 vertices.

        Where iterations stand closer than pixels, each bucket of them gives its minimum and its maximum. There is
        at least one bucket for each pixel, or gaps between them would show.

        Parameters
        ----------
        width : int
            Pixels there are.
        """
        found = self._losses_between(left, right, min(MOST_VERTICES // 2, 2 * width))
        if found.size == 1:
            return self._middles(found), found.rows[MEAN].astype(np.float64)
        y = found.rows[[LOW, HIGH]].T.astype(np.float64)
        y[1::2] = y[1::2, ::-1]  # up, down, up: the line is half as long as with a jump back at every bucket
        return np.repeat(self._middles(found), 2), y.ravel()

    def smooth_line(self, left: float, right: float, *, logarithmic: bool = False) -> Points:
        """Give a weighted mean of the latest losses at each of at most 256 places, and gaps where something changed.

        It reaches back over about 5 % of the iterations between the two and never ahead: no loss is foretold.

        Parameters
        ----------
        logarithmic : bool
            Take the mean of logarithms, as it looks on such an axis: one high loss would hide all others.
        """
        found = self._losses_between(left, right, MOST_SMOOTH_POINTS, margin=_MARGIN)
        means = found.rows[MEAN].astype(np.float64)
        first = self.first_iteration + found.start
        ends = first + found.size * np.arange(1, len(means) + 1, dtype=np.float64) - 1
        ends = np.minimum(ends, self.next_iteration - 1)  # the last bucket may not be full
        # no np.unique: it imports numpy.ma, for which a window that starts would stand still
        cuts = np.array(sorted({bisect.bisect_left(ends, each) for each in self.changes if each > first}), int)
        numbers = np.log10(np.maximum(means, SMALLEST_LOSS)) if logarithmic else means
        smooth = np.concatenate([_smoothed(piece) for piece in np.split(numbers, cuts)])
        return _with_gaps(ends, 10**smooth if logarithmic else smooth, cuts)

    def measured_line(self, which: int, left: float, right: float) -> Points:
        """Give what evaluations found between two iterations, such as `TEST_LOSS`, and one more on either side."""
        first = bisect.bisect_left(self._evaluated, left) - 1
        last = bisect.bisect_right(self._evaluated, right) + 1
        found = self._measured[which].reduce(first, last, MOST_ACCURACY_POINTS)
        x = np.array(self._evaluated[found.start :: found.size][: found.rows.shape[1]], np.float64)
        return x, found.rows[MEAN].astype(np.float64)

    def reading(self, iteration: float) -> Reading | None:
        """Give what is known at the iteration nearest to a position, or None when nothing is known at all."""
        if not self.last_position:
            return None
        nearest = round(min(max(iteration, self.first_iteration), self.last_position))
        offset = nearest - self.first_iteration
        rows = self.losses.reduce(offset, offset + 1, 2).rows
        low, high = (float(rows[LOW, 0]), float(rows[HIGH, 0])) if rows.size else (np.nan, np.nan)
        evaluated, measured = self._nearest_evaluation(nearest)
        return Reading(nearest, low, high, evaluated, measured[:TEST_LOSS], *measured[TEST_LOSS:])

    def _nearest_evaluation(self, iteration: int) -> tuple[int | None, tuple[float, ...]]:
        if not self._evaluated:
            return None, (math.nan, math.nan, math.nan)
        after = bisect.bisect_left(self._evaluated, iteration)
        near = [n for n in (after - 1, after) if 0 <= n < len(self._evaluated)]
        number = min(near, key=lambda n: abs(self._evaluated[n] - iteration))
        values = (float(pyramid.reduce(number, number + 1, 2).rows[MEAN, 0]) for pyramid in self._measured)
        return self._evaluated[number], tuple(values)

    def _losses_between(self, left: float, right: float, most: int, margin: int = 0) -> Buckets:
        first, last = int(left) - self.first_iteration, int(right) + 2 - self.first_iteration
        first, last = max(0, first), min(len(self.losses), last)
        beyond = margin * max(1, (last - first) // max(2, most))
        return self.losses.reduce(first - beyond, last, max(2, most))

    def _middles(self, found: Buckets) -> np.ndarray:
        """Give the middle iteration of each bucket, shape (n,)."""
        starts = found.start + found.size * np.arange(found.rows.shape[1], dtype=np.float64)
        last = len(self.losses) - 1  # the last bucket may not be full
        return self.first_iteration + (starts + np.minimum(starts + found.size - 1, last)) / 2


def in_percent(evaluations: Sequence[Evaluation]) -> np.ndarray:
    """Return evaluations as `CurveData.add_evaluations` takes them, shape (n, 4)."""
    table = np.fromiter(chain.from_iterable(evaluations), np.float64, 4 * len(evaluations)).reshape(-1, 4)
    table[:, 1:3] *= 100
    return table


def _smoothed(values: np.ndarray) -> np.ndarray:
    """Give the weighted mean of each value and those before it; a gap stays a gap and widens no other."""
    if not len(values):
        return values
    known = np.isfinite(values)
    weights = np.convolve(known, _SMOOTHING)[: len(values)]
    sums = np.convolve(np.where(known, values, 0.0), _SMOOTHING)[: len(values)]
    return np.divide(sums, weights, out=np.full(len(values), np.nan), where=known)


def _with_gaps(x: np.ndarray, y: np.ndarray, cuts: np.ndarray) -> Points:
    """Break a line before each of these points."""
    cuts = cuts[(cuts > 0) & (cuts < len(x))]
    return np.insert(x, cuts, x[cuts]), np.insert(y, cuts, np.nan)
