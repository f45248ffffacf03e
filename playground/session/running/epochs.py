"""The epochs that were trained, whatever the size of the batches was on the way."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from playground.session.running.run_pieces import until

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from playground.session.document.state import RunRecord

Pace = tuple[int, int]
"""An iteration, and how many make an epoch from there on."""


def epochs_trained(history: Iterable[RunRecord], iteration: int, length: int) -> Fraction:
    """Return how many epochs a history has come through, exactly.

    Parameters
    ----------
    history : iterable of RunRecord
    iteration : int
        The last iteration that counts.
    length : int
        Iterations an epoch has now: what no record knows about was trained like that.
    """
    done, counted = Fraction(0), 0
    for record in until(history, iteration):
        last = record.first_iteration + len(record.losses) - 1
        if record.paces:
            done += epochs_along(record.paces, last)
            counted += len(record.losses)
    return done + _share(iteration - counted, length)


def epochs_along(paces: Sequence[Pace], last: int) -> Fraction:
    """Return the epochs from the first of some paces to the iteration `last`."""
    reached = [pace for pace in paces if pace[0] <= last]
    ends = [*reached, (last + 1, 1)]
    return sum((_share(after[0] - first, length) for (first, length), after in pairwise(ends)), Fraction(0))


def iterations_to(goal: Fraction, done: Fraction, length: int) -> int:
    """Return how many iterations lead from `done` epochs to `goal`, 0 if there already."""
    return max(0, ceil((goal - done) * length))


def _share(iterations: int, length: int) -> Fraction:
    """Return iterations in epochs; where there are no data there is no epoch."""
    return Fraction(iterations, length) if length else Fraction(0)
