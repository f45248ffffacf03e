"""The moment at which it was decided: found by training again, from where the way is kept to where it shows."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nn.causes.edits import last_change, last_edit
from nn.causes.samples import steepest
from nn.causes.suspects import Suspect, suspects_of
from nn.causes.symptom import LEARNED, Losses, Symptom, symptom_of, usual_before
from nn.causes.updates import first_unusual, measuring, usual
from nn.inspection.layer_health import Probe, fits
from nn.replay import Again, replaying
from nn.training import iterations_per_epoch

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from nn.causes.edits import PastEdit
    from nn.causes.samples import Steepest
    from nn.causes.updates import Measured
    from nn.inspection.layer_health import Kind
    from nn.replay import Way, Waypoint
    from nn.training import Divergence

RUN_UP = 200
"""Updates before it shows that are looked through for the one with which it began."""
FAR_BACK = 2000
"""An edit that lies further back is tried from just before the moment, and not from its own."""
_SETTLING = (100, 300)  # updates after it shows that a trial goes on: an epoch, within these
_LEARNING = (400, 1000)  # updates of a trial that is to learn for the first time


@dataclass(frozen=True, eq=False)
class Found:
    """What was found, and what is worth trying.

    Attributes
    ----------
    symptom : Symptom
    seen : int
        Updates that were made when it showed first and did not go again.
    guilty : Measured or None
        The update with which it began, None where none was made.
    gradient, step : float
        The usual norm of a gradient and size of an update before that one, NaN where too few came before.
    sample : Steepest or None
        The sample of its batch that asked for most.
    edit : PastEdit or None
        The edit that came last before it.
    suspects : tuple of Suspect
        What is worth trying, as it was first.
    end : int
        Up to and with which iteration each trial goes.
    guess : float
        The loss of a guess, NaN where nobody knows it.
    seconds : float
        Of an iteration, as it was measured on the way here.
    decided : int or None
        The earliest moment from which every stream of batches leads there, where somebody looked for that and it
        lies before the update with which it began.
    """

    symptom: Symptom
    seen: int
    guilty: Measured | None
    gradient: float
    step: float
    sample: Steepest | None
    edit: PastEdit | None
    suspects: tuple[Suspect, ...]
    end: int
    guess: float = math.nan
    seconds: float = 0.001
    decided: int | None = None

    @property
    def before(self) -> Waypoint:
        """The exact moment just before it began."""
        return self.suspects[0].start


def guess_of(way: Way) -> float:
    """Return the loss of who only guesses, NaN where that depends on the data."""
    spec = way.legs[-1].spec
    return {"SoftmaxWithLoss": math.log(max(spec.outputs, 2)), "SigmoidWithLoss": math.log(2)}.get(spec.loss, math.nan)


def finding(
    way: Way, losses: Losses, divergence: Divergence | None = None, at: int | None = None
) -> Generator[int, None, Found | None]:
    """Find what went wrong on a way and when that was decided, and say what is worth trying.

    Parameters
    ----------
    way : Way
        Unedited by hand up to its end, or from its last edit on.
    losses : Losses
        Those of the way.
    divergence : Divergence or None
        Its end, where that was a loss that is no number.
    at : int or None
        The iteration about which somebody asks; None asks for the end.

    Yields
    ------
    int
        The updates done: whoever does not ask for more has cancelled it.

    Returns
    -------
    Found or None
        None where nothing went wrong.
    """
    guess = guess_of(way)
    symptom = yield from _symptom(way, losses, divergence, at)
    if symptom is None:
        return None
    seen = _seen(symptom, way) if symptom.kind != "dead" else (yield from _died(way, symptom))
    symptom = replace(symptom, iteration=seen) if symptom.kind == "dead" else symptom
    first = max(way.first, seen - RUN_UP)
    began = time.perf_counter()
    updates = yield from measuring(way, first, min(seen + 1, _last(way, divergence)))
    seconds = (time.perf_counter() - began) / max(1, len(updates))
    place = _guilty(updates, symptom, seen, last_change(way, seen + 1))
    guilty = updates[place] if place is not None else None
    before = yield from _moment(way, (guilty.iteration if guilty is not None else way.first + 1) - 1)
    sample = (yield from steepest(before)) if guilty is not None and symptom.kind != "plateau" else None
    gradient, step = (usual(updates, place or 0, what) for what in ("gradient", "step"))
    edit = _edit(way, before, symptom)
    suspects = tuple(suspects_of(symptom, before, edit, sample, gradient))
    if symptom.kind != "jump":
        symptom = replace(symptom, usual=usual_before(losses, before.checkpoint.iteration + 1))
    end = _end(symptom, seen, before, way, guess)
    return Found(symptom, seen, guilty, gradient, step, sample, edit, suspects, end, guess, seconds)


def _symptom(
    way: Way, losses: Losses, divergence: Divergence | None, at: int | None
) -> Generator[int, None, Symptom | None]:
    """Return what is seen to be wrong: layers that died, where the loss does not say more."""
    symptom = symptom_of(losses, divergence, guess_of(way), at)
    is_open = symptom is None or symptom.kind == "plateau"
    if divergence is None and (at is None or is_open):
        symptom = (yield from _dead(way)) or symptom
    return symptom


def _last(way: Way, divergence: Divergence | None) -> int:
    return way.last if divergence is None else max(way.last, divergence.iteration)


def _seen(symptom: Symptom, way: Way) -> int:
    return max(way.first, symptom.iteration - 1)


def _dead(way: Way) -> Generator[int, None, Symptom | None]:
    """Return that a layer is dead at the end, if one is."""
    leg = way.legs[-1]
    yield way.last
    if leg.data is None or not fits(leg.spec, leg.data):
        return None
    checkup = Probe(leg.spec, leg.data).look(way.end.params, way.end.state, way.last)
    lost = checkup.hopeless
    if lost is None or lost.counts.get("dead") != lost.units:
        return None
    return Symptom("dead", way.last, group=checkup.layers.index(lost), units=lost.units)


def _died(way: Way, symptom: Symptom) -> Generator[int, None, int]:
    """Return the updates made when all neurons of the layer were dead for good: by checkpoints, then one by one."""
    kept = [(leg, each) for leg, each in way.checkpoints if leg.spec == way.legs[-1].spec and leg.data is not None]
    probe = Probe(way.legs[-1].spec, kept[-1][0].at(kept[-1][1]).data)
    alive: tuple[int, int] | None = None
    later = kept[-1][1].iteration
    for _leg, checkpoint in reversed(kept):
        yield checkpoint.iteration
        if not _is_dead(probe.look(checkpoint.params, checkpoint.state, 0).layers[symptom.group].counts, symptom):
            alive = checkpoint.iteration, later
            break
        later = checkpoint.iteration
    if alive is None:
        return later
    died = alive[1]
    dead_since: int | None = None
    for stretch in way.stretches(died, alive[0]):
        again = Again(stretch.start, stretch.end)
        for _ in again:
            counts = probe.look(again.network.flat_params, again.network.flat_state, 0).layers[symptom.group].counts
            is_dead = _is_dead(counts, symptom)
            dead_since = None if not is_dead else dead_since or again.iteration
            yield again.iteration
    return dead_since or died


def _is_dead(counts: Mapping[Kind, int], symptom: Symptom) -> bool:
    return counts.get("dead") == symptom.units


def _guilty(updates: list[Measured], symptom: Symptom, seen: int, since: int) -> int | None:
    """Return the place of the update with which it began, None where the run began like that."""
    if not updates:
        return None
    place = first_unusual(updates, seen + 1, since)
    if place is not None:
        return place
    if symptom.kind == "plateau":
        return next((i for i, each in enumerate(updates) if each.iteration == seen + 1), 0)
    last = max(seen, since + 1)
    return next((i for i, each in reversed([*enumerate(updates)]) if each.iteration <= last), 0)


def _moment(way: Way, iteration: int) -> Generator[int, None, Waypoint]:
    """Return the exact moment after so many updates."""
    start = way.before(max(iteration, way.first))
    leg = way.leg_of(iteration + 1)
    if start is None or start.checkpoint.iteration < leg.first:
        start = leg.at(leg.checkpoints[0])
    return replace(start, checkpoint=(yield from replaying(start, max(iteration, way.first))))


def _edit(way: Way, before: Waypoint, symptom: Symptom) -> PastEdit | None:
    """Return the last edit before it, to be tried from its own moment or, where that is far back, from just before."""
    edit = last_edit(way, before.checkpoint.iteration + 1)
    if edit is None:
        return None
    if symptom.iteration - edit.iteration <= FAR_BACK:
        return edit
    same = edit.before.spec == before.spec and edit.before.data is before.data
    return replace(edit, before=replace(before, config=edit.before.config)) if same else None


def _end(symptom: Symptom, seen: int, before: Waypoint, way: Way, guess: float) -> int:
    """Return how far trials go: until it would show again, or where nothing was learned yet until something is."""
    start = before.checkpoint.iteration
    low, high = _LEARNING
    has_learned = symptom.usual < LEARNED * guess or (math.isfinite(symptom.usual) and math.isnan(guess))
    if symptom.kind == "plateau" or (symptom.kind == "dead" and not has_learned):
        return start + min(max(low, way.last - start), high)
    low, high = _SETTLING
    return max(seen, start) + min(max(low, iterations_per_epoch(before.data, before.config)), high)
