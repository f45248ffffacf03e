"""What went wrong with a training, as its losses and its layers show it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.training import Divergence

Kind = Literal["not_finite", "dead", "jump", "plateau"]

GUESSING = 0.95
"""Of the loss of a guess: what stays above has learned nothing."""
LEARNED = 0.97
"""Of the loss of a guess: who comes below has learned something."""
_RISEN = 1.5  # times what it was at its best: the loss has risen, and not by chance
_STOOD_OUT = 8.0  # times the usual distance from the median: a single loss is no chance
_DOUBLED = 2.0
_FLAT = 0.98  # of what it was a quarter of the way before: it does not fall any more
_LEAST, _MOST = 5, 50  # losses of which a median is taken
_FLAT_AT_LEAST = 100  # losses
_BLOCKS = 40  # of a run, if it is long enough


class Losses(NamedTuple):
    """The losses of a run without a gap.

    Attributes
    ----------
    first : int
        Number of the iteration of ``values[0]``, from 1.
    values : ndarray of float, shape (iterations,)
    """

    first: int
    values: NDArray[np.floating]

    @property
    def last(self) -> int:
        """Number of the last iteration."""
        return self.first + len(self.values) - 1

    @property
    def width(self) -> int:
        """How many losses are taken together against their noise."""
        return min(_MOST, max(4 * _LEAST, len(self.values) // _BLOCKS))


@dataclass(frozen=True)
class Symptom:
    """What went wrong.

    Attributes
    ----------
    kind : str
        "not_finite": the loss is no number. "dead": no neuron of a layer puts out anything. "jump": the loss rose.
        "plateau": it does not fall, and is no better than a guess.
    iteration : int
        Number of the iteration whose loss shows it first; of dead neurons the last update that was made.
    usual : float
        The loss before, NaN without any.
    limit : float
        A loss above is a sign of it.
    returned : bool
        Whether the loss came back by itself.
    group, units : int
        Of dead neurons: which of the groups of layers, and how many.
    """

    kind: Kind
    iteration: int
    usual: float = math.nan
    limit: float = math.inf
    returned: bool = False
    group: int = -1
    units: int = 0


def symptom_of(losses: Losses, divergence: Divergence | None, guess: float, at: int | None = None) -> Symptom | None:
    """Return what the losses of a run show, None where they show nothing.

    Parameters
    ----------
    losses : Losses
    divergence : Divergence or None
        The end of the run, where that was a loss that is no number.
    guess : float
        The loss of a guess, NaN where nobody knows it.
    at : int or None
        The iteration about which somebody asks; None asks for the end.
    """
    if not len(losses.values):
        return None if divergence is None else Symptom("not_finite", divergence.iteration)
    nearby = None if at is None else jump_near(losses, at)
    if nearby is not None:
        return nearby
    if divergence is not None:
        return Symptom("not_finite", divergence.iteration, usual_before(losses, divergence.iteration))
    return risen(losses) or plateau(losses, guess)


def usual_before(losses: Losses, iteration: int) -> float:
    """Return the median of the losses that came before an iteration, with some distance where there is room."""
    count = min(max(0, iteration - losses.first), len(losses.values))
    before = losses.values[max(0, count - 4 * _MOST) : max(min(count, _LEAST), count - _LEAST)]
    return float(np.median(before)) if len(before) else math.nan


def risen(losses: Losses) -> Symptom | None:
    """Return the rise after which the loss never came back to where it was."""
    width, medians = losses.width, _medians(losses.values, losses.width)
    if len(medians) < 2:
        return None
    end, best = float(medians[-1]), float(medians.min())
    good = int(medians.argmin()) * width
    least = float(np.percentile(losses.values[-2 * width :], 25))
    if not (end > _RISEN * best and least > float(np.percentile(losses.values[good : good + width], 75))):
        return None  # it goes up and down
    limit = math.sqrt(end * best) if best > 0 else end / 2
    block = int(np.flatnonzero(medians < limit)[-1])
    start = block * width
    later = losses.values[start:]
    high = np.flatnonzero(later > limit)
    low = np.flatnonzero(np.convolve(later <= limit, np.ones(3), "valid") == 3)
    after = int(low[low < width][-1]) + 3 if len(low[low < width]) else 0
    place = start + int(next((each for each in high if each >= after), high[0]))
    iteration = losses.first + place
    return Symptom("jump", iteration, float(medians[block]), limit)


def jump_near(losses: Losses, at: int) -> Symptom | None:
    """Return the steepest rise near an iteration, if it is more than noise."""
    width = losses.width
    reach = max(3 * width, len(losses.values) // _BLOCKS)
    low, high = (min(max(at - losses.first + side * reach, 0), len(losses.values)) for side in (-1, 1))
    found: tuple[float, int, float] | None = None
    for place in range(max(low, _LEAST), high):
        before = losses.values[max(0, place - width) : place]
        usual, now = float(np.median(before)), float(losses.values[place])
        spread = float(np.median(np.abs(before - usual)))
        if now > _DOUBLED * usual and now > usual + _STOOD_OUT * max(spread, 1e-12):
            score = now / max(usual, 1e-300)
            if found is None or score > found[0]:
                found = (score, place, usual)
    if found is None:
        return None
    _, place, usual = found
    now = float(losses.values[place])
    later = _medians(losses.values[place + 1 :], min(width, _LEAST))
    returned = bool(len(later)) and bool((later < _RISEN * usual).any())
    return Symptom("jump", losses.first + place, usual, math.sqrt(now * usual) if usual > 0 else now / 2, returned)


def plateau(losses: Losses, guess: float) -> Symptom | None:
    """Return where the loss began to stay as high as a guess, up to the end."""
    width = losses.width
    medians = _medians(losses.values, width)
    if len(losses.values) < _FLAT_AT_LEAST or not math.isfinite(guess) or len(medians) < 4:
        return None
    limit = GUESSING * guess
    quarter = max(1, len(medians) // 4)
    now, before = float(np.median(medians[-quarter:])), float(np.median(medians[-2 * quarter : -quarter]))
    if not (now >= limit and now >= _FLAT * before):
        return None
    good = np.flatnonzero(medians < limit)
    start = (int(good[-1]) + 1) * width if len(good) else 0
    return Symptom("plateau", losses.first + start, usual_before(losses, losses.first + start), limit)


def _medians(values: NDArray[np.floating], width: int) -> NDArray[np.floating]:
    """Return the medians of blocks of so many losses, the last of which may be longer."""
    count = max(1, len(values) // width) if len(values) else 0
    return np.array([np.median(part) for part in _blocks(values, width, count)])


def _blocks(values: NDArray[np.floating], width: int, count: int) -> list[NDArray[np.floating]]:
    ends = [*(width * number for number in range(1, count)), len(values)] if count else []
    return [values[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]
