"""How one parameter came to its value: what each update of a way changed, found by training again."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.origins.places import place_in_vector
from nn.replay.again import Again
from nn.training import Iteration

if TYPE_CHECKING:
    from collections.abc import Generator

    from nn.arrays import Array
    from nn.replay.way import Stretch, Way

LARGEST = 10
"""How many of the largest changes are kept."""
TOLD_EVERY = 32
"""Updates done again from one word on how many they are to the next."""


class Piece(NamedTuple):
    """What some updates, one after the other, made of a parameter.

    Attributes
    ----------
    done : int
        The updates made before them.
    values : ndarray of float64
        What it was then, and after each of them.
    """

    done: int
    values: Array


class Change(NamedTuple):
    """What one update made of a parameter, or an edit after so many updates."""

    iteration: int
    before: float
    after: float

    @property
    def size(self) -> float:
        """What was added."""
        return self.after - self.before


def changes_along(way: Way, name: str, index: tuple[int, ...], end: int) -> Generator[Piece | int | None, None, None]:
    """Give what each update up to `end` made of a parameter, the latest stretch between two kept moments first.

    A stretch is told when it is whole, so that what is known has no gaps whenever somebody cancels it. Where the
    layers were others, so that there was no such number, nothing is given.

    Yields
    ------
    Piece, int or None
        What a stretch did; how many updates were done again, now and then; None where there is nothing to tell:
        whoever does not ask for more has cancelled it.
    """
    done = 0
    for stretch in reversed(way.stretches(end)):
        place = place_in_vector(stretch.start.spec, name, index)
        if place is not None:
            for step in _piece(stretch, place):
                yield done + step if isinstance(step, int) else step
        done += stretch.end - stretch.start.checkpoint.iteration


def _piece(stretch: Stretch, place: int) -> Generator[Piece | int | None, None, None]:
    again = Again(stretch.start, stretch.end)
    params = again.network.flat_params
    done, values = again.iteration, [float(params[place])]
    for item in again:
        if isinstance(item, Iteration):
            values.append(float(params[place]))
        yield len(values) - 1 if len(values) % TOLD_EVERY == 0 else None
    if len(values) > 1:
        yield Piece(done, np.array(values))


class Course:
    """What is known of how a parameter came to its value; pieces come in any order, each once.

    Attributes
    ----------
    updates : int
        How many updates are known.
    moved : float
        The sum of the sizes of their changes, whichever way they went.
    largest : tuple of Change
        The updates that changed it most, the largest first.
    last : Change or None
        The latest one that changed it.
    """

    def __init__(self) -> None:
        self.updates = 0
        self.moved = 0.0
        self.largest: tuple[Change, ...] = ()
        self.last: Change | None = None
        self._ends: list[tuple[Change, int]] = []  # from where to where each piece led, and the updates before it

    def add(self, piece: Piece) -> None:
        """Take what some updates made of it."""
        values, sizes = piece.values, np.diff(piece.values)
        self.updates += len(sizes)
        self.moved += float(np.abs(sizes).sum())
        self._ends.append((Change(piece.done + len(sizes), float(values[0]), float(values[-1])), piece.done))
        strongest = np.argsort(-np.abs(sizes), kind="stable")[:LARGEST]
        found = [_change(piece, at) for at in strongest.tolist() if sizes[at]]
        everyone = sorted((*self.largest, *found), key=lambda change: (-abs(change.size), change.iteration))
        self.largest = tuple(everyone[:LARGEST])
        moved = np.flatnonzero(sizes)
        if len(moved) and (self.last is None or self.last.iteration <= piece.done):
            self.last = _change(piece, int(moved[-1]))

    @property
    def first(self) -> int:
        """The updates made at the earliest moment that is known."""
        return min((done for _, done in self._ends), default=0)

    @property
    def start(self) -> float:
        """What it was there."""
        return min(self._ends, key=lambda end: end[1])[0].before if self._ends else float("nan")

    @property
    def end(self) -> float:
        """What it was at the latest moment that is known."""
        return max(self._ends, key=lambda end: end[1])[0].after if self._ends else float("nan")

    @property
    def edits(self) -> tuple[Change, ...]:
        """Where it jumped between two updates, because somebody edited it."""
        ends = sorted(self._ends, key=lambda end: end[1])
        return tuple(
            Change(done, one.after, other.before)
            for (one, _), (other, done) in pairwise(ends)
            if one.iteration == done and one.after != other.before
        )


def _change(piece: Piece, at: int) -> Change:
    return Change(piece.done + at + 1, float(piece.values[at]), float(piece.values[at + 1]))
