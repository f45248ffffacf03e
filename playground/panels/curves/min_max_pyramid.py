"""A curve of any length, kept so that any part of it can be drawn at once from a few hundred buckets."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

LOW, HIGH, MEAN = range(3)  # the rows of a level, and of what `reduce` gives

_FIRST_ROOM = 1024  # columns
_MOST_BUCKETS = 1 << 20  # a million values in full detail; 25 MB, and never more than 50


class Buckets(NamedTuple):
    """A stretch of a curve, reduced.

    Attributes
    ----------
    start : int
        Position of the first value of the first bucket, a multiple of `size`.
    size : int
        Values in a bucket; the last one may hold fewer. With 1 the three rows are the values themselves.
    rows : ndarray, shape (3, n)
        Minimum, maximum and mean of each bucket: NaN where no value of the bucket is finite, for the mean
        also where not every value is.
    """

    start: int
    size: int
    rows: np.ndarray


class MinMaxPyramid:
    """Append values for ever; reduce any range of them to at most so many buckets in microseconds.

    Level 0 holds the values, and a bucket of each further level covers two buckets of the level below: they are built
    when the curve is asked for, which is less often than it grows, each from what the level below has gained. Memory
    is bounded: when level 0 is full, it is dropped and the next one takes its place. A curve of three million values
    is then known to buckets of four, but no minimum or maximum is ever lost. Buckets stand at multiples of their
    size, so that a curve that grows or moves does not shimmer.

    Parameters
    ----------
    most_buckets : int
        Buckets in the finest level at most; even.
    """

    def __init__(self, most_buckets: int = _MOST_BUCKETS) -> None:
        self._most = most_buckets
        self._stride = 1  # values in a bucket of the finest level
        self._count = 0
        self._levels = [_Level()]
        self._rest = np.empty(0, np.float32)  # the latest values: too few for a bucket of the finest level

    def __len__(self) -> int:
        """Give the number of values appended, whether still known one by one or not."""
        return self._count

    @property
    def nbytes(self) -> int:
        """Memory taken, in bytes."""
        return sum(level.nbytes for level in self._levels)

    def append(self, values: np.ndarray) -> None:
        """Add values at the end.

        Parameters
        ----------
        values : array_like, shape (n,)
            Infinities count as NaN: neither has a place on an axis.
        """
        with np.errstate(over="ignore"):
            values = np.array(values, np.float32, ndmin=1)  # a copy, because infinities are replaced in it
        values[np.isinf(values)] = np.nan
        self._count += len(values)
        while len(values):
            room = (self._most - len(self._levels[0])) * self._stride - len(self._rest)
            self._add(values[:room])
            values = values[room:]
            if len(self._levels[0]) == self._most:
                self._build_upwards()
                del self._levels[0]
                self._stride *= 2

    def _add(self, values: np.ndarray) -> None:
        values = np.concatenate([self._rest, values])
        whole = len(values) - len(values) % self._stride
        self._rest = values[whole:].copy()
        rows, size = np.stack([values[:whole]] * 3), 1
        while size < self._stride:
            rows, size = _halved(rows), 2 * size
        self._levels[0].extend(rows)

    def _build_upwards(self) -> None:
        number = 0
        while len(self._levels[number]) >= 2:
            if number + 1 == len(self._levels):
                self._levels.append(_Level())
            lower, upper = self._levels[number : number + 2]
            fresh = lower.rows[:, 2 * len(upper) : len(lower) // 2 * 2]
            if not fresh.size:
                return
            upper.extend(_halved(fresh))
            number += 1

    def reduce(self, first: int, last: int, most_buckets: int) -> Buckets:
        """Give the finest buckets that cover a range of values and are not too many.

        Parameters
        ----------
        first, last : int
            The range [first, last); what lies outside the curve is left out.
        most_buckets : int
            At least 2.
        """
        first, last = max(0, first), min(self._count, last)
        if last <= first:
            return Buckets(0, 1, np.empty((3, 0), np.float32))
        self._build_upwards()
        number, size = 0, self._stride
        while (last - 1) // size - first // size >= most_buckets:
            number, size = number + 1, 2 * size
        start, stop = first // size, (last - 1) // size + 1
        rows = self._levels[number].rows[:, start:stop]
        if stop > len(self._levels[number]):
            rows = np.concatenate([rows, self._unfinished(number)], axis=1)
        return Buckets(start * size, size, rows)

    def _unfinished(self, number: int) -> np.ndarray:
        """Reduce what the whole buckets of a level do not cover yet to one column."""
        odd = [below for below in range(number) if len(self._levels[below]) % 2]  # one bucket left over
        columns = [self._levels[below].rows[:, -1] for below in odd]
        weights = [self._stride << below for below in odd]
        if len(self._rest):
            columns.append(np.array([np.fmin.reduce(self._rest), np.fmax.reduce(self._rest), self._rest.mean()]))
            weights.append(len(self._rest))
        low, high, mean = np.array(columns, np.float64).T
        column = (np.fmin.reduce(low), np.fmax.reduce(high), np.dot(mean, weights) / sum(weights))
        return np.array(column, np.float32)[:, np.newaxis]


def _halved(rows: np.ndarray) -> np.ndarray:
    """Reduce each two columns to one, shape (3, 2n) to (3, n)."""
    even, odd = rows[:, ::2], rows[:, 1::2]
    out = np.empty(even.shape, np.float32)
    np.fmin(even[LOW], odd[LOW], out=out[LOW])
    np.fmax(even[HIGH], odd[HIGH], out=out[HIGH])
    np.add(even[MEAN] * 0.5, odd[MEAN] * 0.5, out=out[MEAN])  # halves first: their sum cannot overflow
    return out


class _Level:
    """Columns of minimum, maximum and mean that grow at the end."""

    def __init__(self) -> None:
        self._room = np.empty((3, _FIRST_ROOM), np.float32)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def nbytes(self) -> int:
        return self._room.nbytes

    @property
    def rows(self) -> np.ndarray:
        """The columns so far, shape (3, n): a view."""
        return self._room[:, : self._count]

    def extend(self, rows: np.ndarray) -> None:
        """Add columns, doubling the room when it is full, so that a value is moved about once."""
        needed = self._count + rows.shape[1]
        if needed > self._room.shape[1]:
            room = np.empty((3, max(needed, 2 * self._room.shape[1])), np.float32)
            room[:, : self._count] = self.rows
            self._room = room
        self._room[:, self._count : needed] = rows
        self._count = needed
