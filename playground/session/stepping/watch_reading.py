"""What watches say in a pass of real training, before its update: read live, and by whoever trains again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from nn.expressions import Unavailable, no_such_name
from nn.replay import Again
from playground.session.stepping.training_pass import TrainingPass
from playground.session.stepping.watch_expression import Reading, Watch, WatchError

if TYPE_CHECKING:
    from nn.arrays import Array
    from nn.replay import Stretch, Waypoint
    from nn.trace import Event

Readings = dict[str, Reading | None]


def readings_at(waypoint: Waypoint, watches: tuple[str, ...]) -> Readings:
    """Return what each watch says in the pass after a point of training, before its update; None where nothing."""
    done = TrainingPass(waypoint.spec, waypoint.checkpoint, waypoint.config, waypoint.data)
    try:
        trace = done.record("layer")
        readings = {text: _reading(trace, text) for text in watches}
        if None in readings.values():  # the optimizer's own names of its memory
            elementary = replace(done, form="elementary").record("layer")
            readings = {text: read or _reading(elementary, text) for text, read in readings.items()}
    except ValueError:  # the data do not fit the network, or the pass would take too much memory
        return dict.fromkeys(watches)
    return readings


def _reading(trace: tuple[Event, ...], text: str) -> Reading | None:
    try:
        return Watch.parse(text).read(partial(_before_update, trace))
    except WatchError:
        return None


def _before_update(trace: tuple[Event, ...], name: str) -> Array:
    """Return a value as it is when all gradients are known and nothing has been updated yet."""
    last = next(event for event in reversed(trace) if event.phase != "update")
    if name in last.values:
        return last.values[name]
    given = (event.inputs[name] for event in trace[last.index + 1 :] if name in event.inputs)
    found = next(given, None)
    if found is None:
        raise Unavailable(no_such_name(name, last.values))
    return found


class ReadAt(NamedTuple):
    """What watches say in the pass of an iteration; None for one that was only trained through."""

    iteration: int
    readings: Readings | None


def readings_along(stretch: Stretch, watches: tuple[str, ...], every: int = 1, after: int = 0) -> Iterator[ReadAt]:
    """Train along a stretch again and read watches in its passes: what they would have said live, bit for bit.

    Parameters
    ----------
    every
        Iterations from one reading to the next, counted from the one that follows `after` updates.
    """
    again = Again(stretch.start, stretch.end)
    items = iter(again)
    while again.iteration < stretch.end:
        done = again.iteration
        if (done - after) % every == 0:
            here = stretch.start if done == stretch.start.checkpoint.iteration else None
            here = here or replace(stretch.start, checkpoint=again.checkpoint())
            yield ReadAt(done + 1, readings_at(here, watches))
        else:
            yield ReadAt(done + 1, None)
        next(items, None)
        if again.iteration == done:
            return  # the loss was no longer finite
