"""The updates of a stretch of a way, measured one by one: how steep, how far, at which loss."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from nn.replay import Again
from nn.training import Divergence, Iteration, Pending
from nn.training.clipping import norm_of

if TYPE_CHECKING:
    from collections.abc import Generator

    from nn.replay import Way

FAR = 3.0
"""Times the size that one in ten updates has: one as large is none of the usual ones."""
_LARGE = 90  # per cent of the updates are smaller
_USUAL_OF, _LEAST = 100, 5  # updates before that say what is usual
_APART = 25  # updates: two unusual ones that lie further apart have nothing to do with each other


class Measured(NamedTuple):
    """An update as it was made.

    Attributes
    ----------
    iteration : int
        Its number, from 1.
    loss : float
    gradient : float
        Norm of the gradient by all parameters.
    step : float
        How far it moved them; NaN where it was not made, for the loss was no number.
    """

    iteration: int
    loss: float
    gradient: float
    step: float = math.nan


def measuring(way: Way, first: int, end: int) -> Generator[int, None, list[Measured]]:
    """Go again through the updates after `first`, up to and with number `end`; yield how many are done."""
    found: list[Measured] = []
    for stretch in way.stretches(end, first):
        again = Again(stretch.start, stretch.end, pending=True)
        before, gradient = again.network.flat_params.copy(), 0.0
        for item in again:
            if isinstance(item, Pending):
                gradient = norm_of(again.network.flat_grads)
            elif isinstance(item, Iteration):
                moved = again.network.flat_params
                found.append(Measured(item.iteration, item.loss, gradient, norm_of(moved - before)))
                np.copyto(before, moved)
            elif isinstance(item, Divergence):
                found.append(Measured(item.iteration, item.loss, gradient))
            yield again.iteration
    return found


def usual(updates: list[Measured], place: int, what: str) -> float:
    """Return what an update's "gradient" or "step" was mostly before a place, NaN where too few came before."""
    before = [getattr(each, what) for each in updates[max(0, place - _USUAL_OF) : place]]
    finite = [each for each in before if math.isfinite(each)]
    return float(np.median(finite)) if len(finite) >= _LEAST else math.nan


def first_unusual(updates: list[Measured], seen: int, since: int) -> int | None:
    """Return the place of the update with which the run-up to a moment began, None where all were as usual.

    Parameters
    ----------
    seen : int
        Number of the last iteration of the run-up.
    since : int
        It began after so many updates: what was changed then makes another run of it.
    """
    first: int | None = None
    until = next((place for place, each in enumerate(updates) if each.iteration > seen), len(updates))
    for place in range(until - 1, -1, -1):
        nearest = until - 1 if first is None else first
        if nearest - place > _APART or updates[place].iteration <= since:
            break
        if _is_unusual(updates, place):
            first = place
    return first


def _is_unusual(updates: list[Measured], place: int) -> bool:
    step = updates[place].step
    if not math.isfinite(step):
        return True
    before = [each.step for each in updates[max(0, place - _USUAL_OF) : place] if math.isfinite(each.step)]
    if len(before) < _LEAST:
        return False
    large = float(np.percentile(before, _LARGE))  # where steps are uneven, a large one is nothing unusual
    return large > 0 and step > FAR * large
