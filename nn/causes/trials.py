"""Trials: training again from a suspect's start, on several streams of batches, to see whether it goes wrong again."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nn.causes.symptom import LEARNED
from nn.inspection.layer_health import Probe, fits
from nn.replay import Again
from nn.training import Divergence, Iteration

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from numpy.typing import NDArray

    from nn.causes.finding import Found
    from nn.causes.suspects import Suspect
    from nn.training import Checkpoint

STREAMS = 5
"""Streams of batches on which each suspect is tried, the true one among them."""
_TOLD_EVERY = 10  # iterations between two tellings of how far it is
_TAIL = 20  # last losses of a trial that say where it came to
_NO_WORSE, _NOISE = 2.0, 0.1  # times the usual loss, or by so much more


@dataclass(frozen=True, eq=False)
class Course:
    """What came of a suspect on one stream of batches.

    Attributes
    ----------
    suspect : Suspect
    stream : int
        0 for the true one.
    losses : ndarray of float
        From the first iteration after its start on.
    recovered : bool
        Whether it did not go wrong.
    trouble : str
        Why it could not be tried, as a message; else empty.
    end : Checkpoint or None
        Where it stood at its end, of the true stream.
    """

    suspect: Suspect
    stream: int
    losses: NDArray[np.floating]
    recovered: bool
    end: Checkpoint | None = None
    trouble: object = ""


def updates_of(found: Found, streams: int = STREAMS) -> int:
    """Return how many updates all trials make together, at most."""
    return sum(max(0, found.end - each.start.checkpoint.iteration) * streams for each in found.suspects)


def trying(
    found: Found, streams: int = STREAMS, suspects: Sequence[Suspect] | None = None
) -> Generator[int | Course | None, None, None]:
    """Try suspects one after the other, all on the true stream first.

    Yields
    ------
    int, Course or None
        How many updates were made; a trial that is over; nothing to tell.
    """
    done = 0
    tried = found.suspects if suspects is None else suspects
    for stream in range(streams):
        for suspect in tried:
            before = done
            course = None
            for item in course_of(found, suspect, stream):
                if isinstance(item, Course):
                    course = item
                else:
                    done += 1
                    yield done if done % _TOLD_EVERY == 0 else None
            done = before + max(0, found.end - suspect.start.checkpoint.iteration)
            yield course
    yield done


def course_of(found: Found, suspect: Suspect, stream: int) -> Generator[int | Course, None, None]:
    """Train from a suspect's start on a stream of batches; yield each iteration, then what came of it."""
    losses: list[float] = []
    diverged = False
    try:
        start = suspect.on_stream(stream)
        again = Again(start, found.end)
        for item in again:
            if isinstance(item, Iteration):
                losses.append(item.loss)
            elif isinstance(item, Divergence):
                losses.append(math.nan)
                diverged = True
            yield again.iteration
    except ValueError as error:  # the change does not fit the data
        yield Course(suspect, stream, np.array(losses), recovered=False, trouble=error)
        return
    values = np.array(losses)
    end = again.checkpoint()
    recovered = not diverged and _recovered(found, suspect, values, end)
    yield Course(suspect, stream, values, recovered, None if stream else end)


def _recovered(found: Found, suspect: Suspect, losses: NDArray[np.floating], end: Checkpoint) -> bool:
    """Say whether a trial did not go wrong as the run did, nor in a worse way."""
    if not np.isfinite(end.params).all():
        return False
    symptom, spec, data = found.symptom, suspect.start.spec, suspect.start.data
    tail = float(np.median(losses[-_TAIL:])) if len(losses) else math.inf
    if fits(spec, data) and _has_lost_layer(suspect, end):
        return False
    if symptom.kind == "plateau":
        return tail < LEARNED * found.guess
    if symptom.kind == "jump" and symptom.returned:
        around = losses[max(0, found.symptom.iteration - suspect.start.checkpoint.iteration - 1) :]
        return bool((around <= symptom.limit).all())
    return _is_no_worse(found, tail)


def _has_lost_layer(suspect: Suspect, end: Checkpoint) -> bool:
    checkup = Probe(suspect.start.spec, suspect.start.data).look(end.params, end.state, end.iteration)
    return checkup.hopeless is not None


def _is_no_worse(found: Found, tail: float) -> bool:
    """Say whether the loss came to about what it was before, or at least below a guess where it was no better."""
    symptom, learned = found.symptom, LEARNED * found.guess
    if math.isnan(symptom.usual) or (symptom.kind == "dead" and symptom.usual >= learned):
        return tail < learned if math.isfinite(learned) else math.isfinite(tail)
    allowed = max(_NO_WORSE * symptom.usual, symptom.usual + _NOISE)
    return tail <= min(symptom.limit, allowed, learned if symptom.usual < learned else math.inf)
