"""Which training samples taught a network a score: sums of their shares in what updates made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.training.batch_feed import visit_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.arrays import Array
    from nn.datasets.base import Dataset
    from nn.training import TrainingConfig


class Taught(NamedTuple):
    """What some updates made of a score, divided among the samples of their batches.

    Attributes
    ----------
    data : Dataset
        Of which the samples are.
    config : TrainingConfig
    first, last : int
        The first and the last of these updates, counted from 1.
    rows : ndarray of int
        Samples, each once, but for one update of batches that are drawn with replacement.
    shares : ndarray, shape (N,)
        What each added to the score, to first order, had its gradient been used as SGD uses it.
    times : ndarray of int, shape (N,)
        How often each was in these batches.
    change : float
        What the updates added to the score, by difference.
    """

    data: Dataset
    config: TrainingConfig
    first: int
    last: int
    rows: NDArray[np.int64]
    shares: Array
    times: NDArray[np.int64]
    change: float


class Teacher(NamedTuple):
    """A training sample and what it had to do with a score.

    Attributes
    ----------
    data : Dataset
    row : int
        Of the training data.
    share : float
        The sum of its shares over all updates in which it was.
    times : int
        How many those are.
    first, last : int
        Among these updates is the one in which its share was largest, as far as that is known.
    config : TrainingConfig
        Of these updates.
    """

    data: Dataset
    row: int
    share: float
    times: int
    first: int
    last: int
    config: TrainingConfig

    @property
    def iteration(self) -> int:
        """That update: of several that are not told apart the first one with the sample in its batch."""
        if self.first == self.last:
            return self.first
        return visit_of(self.data, self.config, self.row, self.first, self.last)


class Teaching:
    """Adds up what updates made of a score; each update is to be told once.

    Attributes
    ----------
    change : float
        What the updates added to the score: exact.
    shared : float
        The part of it that is divided among samples.
    updates : int
        How many updates were told.
    first, last : int
        From which update to which.
    """

    def __init__(self) -> None:
        self.change = self.shared = 0.0
        self.updates = 0
        self.first, self.last = 0, 0
        self._told: list[Taught] = []
        self._sums: dict[int, _Sums] = {}

    @property
    def parts(self) -> int:
        """In how many parts the updates were told."""
        return len(self._told)

    @property
    def rest(self) -> float:
        """What is not divided: higher orders, and what an optimizer makes of gradients beside subtracting them."""
        return self.change - self.shared

    def add(self, taught: Taught) -> None:
        """Take what some updates made of the score."""
        sums = self._sums.get(id(taught.data))
        if sums is None:
            sums = self._sums[id(taught.data)] = _Sums(taught.data)
        sums.add(taught, len(self._told))
        self._told.append(taught._replace(rows=_NONE, shares=_NO_SHARES, times=_NONE))
        self.change += taught.change
        self.shared += float(taught.shares.sum())
        self.first = taught.first if not self.updates else min(self.first, taught.first)
        self.last = max(self.last, taught.last)
        self.updates += taught.last - taught.first + 1

    def raised(self, most: int) -> list[Teacher]:
        """Return the samples that raised the score most, the first of them first."""
        return self._teachers(most, 1)

    def lowered(self, most: int) -> list[Teacher]:
        """Return the samples that lowered it most."""
        return self._teachers(most, -1)

    def _teachers(self, most: int, sign: int) -> list[Teacher]:
        found = [(sums, row) for sums in self._sums.values() for row in sums.strongest(most, sign)]
        found.sort(key=lambda each: -sign * each[0].total[each[1]])
        return [self._teacher(sums, row) for sums, row in found[:most]]

    def _teacher(self, sums: _Sums, row: int) -> Teacher:
        told = self._told[sums.told_in[row]]
        share, times = float(sums.total[row]), int(sums.times[row])
        return Teacher(sums.data, row, share, times, told.first, told.last, told.config)


class _Sums:
    """The shares of all samples of some data."""

    def __init__(self, data: Dataset) -> None:
        self.data = data
        count = len(data.x)
        self.total, self.times = np.zeros(count), np.zeros(count, np.int64)
        self.told_in = np.zeros(count, np.int64)  # where the largest share of each was told
        self._largest = np.zeros(count)

    def add(self, taught: Taught, number: int) -> None:
        rows, each = taught.rows, np.abs(taught.shares) / np.maximum(taught.times, 1)
        np.add.at(self.total, rows, taught.shares)
        np.add.at(self.times, rows, taught.times)
        is_larger = each > self._largest[rows]
        self._largest[rows[is_larger]] = each[is_larger]
        self.told_in[rows[is_larger]] = number

    def strongest(self, most: int, sign: int) -> list[int]:
        """Return the samples whose sum goes furthest in one direction."""
        values = -sign * self.total
        found = np.argpartition(values, min(most, len(values) - 1))[:most]
        return [row for row in found[np.lexsort((found, values[found]))].tolist() if values[row] < 0]


_NONE, _NO_SHARES = np.empty(0, np.int64), np.empty(0)
