"""The gutter: which lines of backward give the true gradient of a value of forward, and which is the first that fails.

No rules about what people write: every value is compared with all gradients, exactly.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from nn.messages import Message
from nn.own_code.checks.comparing import near
from nn.own_code.diagnosis.relations import relation
from nn.own_code.diagnosis.replay import Replay, Run
from nn.own_code.judgement import Tick, TickState
from nn.own_code.recording import Event

TOLERANCE = 1e-4
MOST_RUNS = 120


class Place(NamedTuple):
    """Where a gradient belongs, proved: with it there, all answers are right.

    Attributes
    ----------
    event : Event
        The line and the name it binds.
    name : str
        Of which value the gradient belongs there.
    message : Message
    """

    event: Event
    name: str
    message: Message


def ticks_of(run: Run) -> tuple[Tick, ...]:
    """Return what to show beside the lines of backward; the last value of a line counts."""
    found: dict[tuple[int, str], Tick] = {}
    is_first = True
    for event in run.of_backward():
        if event.site.function.split(".")[-1] in ("forward", "predict", "loss"):
            continue
        tick = _tick(event, run, is_first)
        if tick is not None:
            is_first = is_first and tick.state == TickState.RIGHT
            found[tick.line, tick.name] = tick
    return tuple(sorted(found.values(), key=lambda tick: tick.line))


def _tick(event: Event, run: Run, is_first: bool) -> Tick | None:
    assert event.node is not None
    value = event.node.value
    is_given = event.name == "dout" and event.site.kind != "function"  # not what came in, but what is made of it
    expected = None if is_given else expected_name(event.name, run)
    equal = list(_equal(value, run))
    is_answer = event.name.startswith(("self.", "grads")) or (
        expected in run.answers and near(value, run.answers[expected], TOLERANCE)
    )
    if expected is not None and not run.is_right and is_answer:
        equal = [name for name in equal if name == expected]
    if equal:
        name = expected if expected in equal else equal[0]
        return Tick(event.site.line, event.name, TickState.RIGHT, Message("This is dL/d({name}).", name=name))
    if expected is None or run.is_right:
        return None
    if not is_answer and near(value, -np.asarray(run.gradients[run.named[expected]]), TOLERANCE):
        message = Message("This is minus dL/d({name}).", name=expected)
        return Tick(event.site.line, event.name, TickState.RIGHT, message)
    if not is_answer and _is_part(value, expected, run):
        message = Message("This is a part of dL/d({name}).", name=expected)
        return Tick(event.site.line, event.name, TickState.RIGHT, message)
    state = TickState.WRONG if is_first else TickState.FOLLOWS
    return Tick(event.site.line, event.name, state, _should_be(expected, value, run))


def _should_be(expected: str, value: object, run: Run) -> Message:
    """Say what belongs here: what the name says, or of what else it is nearly the gradient (`dy` is often of a2)."""
    missing = _way_missing(expected, value, run)
    if missing is not None:
        return Message("This should be dL/d({name}). {off}", name=expected, off=missing)
    for name in (expected, *run.named):
        true = run.gradients.get(run.named[name])
        off = None if true is None or np.shape(true) != np.shape(np.asarray(value)) else relation(value, true, run)
        if off is not None:
            return Message("This should be dL/d({name}). {off}", name=name, off=off)
    return should_be(expected, value, run.gradients[run.named[expected]], run)


def should_be(name: str, value: object, true: object, run: Run) -> Message:
    """Say what belongs here, and how what is there is off."""
    off = _way_missing(name, value, run) or relation(value, true, run)
    if off is None:
        return Message("This should be dL/d({name}).", name=name)
    return Message("This should be dL/d({name}). {off}", name=name, off=off)


def _way_missing(name: str, value: object, run: Run) -> Message | None:
    """Say through which values of forward nothing flows back, if that is all that is missing."""
    node = run.named[name]
    for left_out, short in run.shortened.items():
        if node in short and near(value, short[node], TOLERANCE) and not near(value, run.gradients[node], TOLERANCE):
            return Message(
                "What flows back through {ways} is missing: {name} goes into it, too.",
                ways=", ".join(left_out),
                name=name,
            )
    return None


def expected_name(name: str, run: Run) -> str | None:
    """Return of which value a name says that it is the gradient: `dx`, `self.dW`, `grads['W1']`, `grad_z`."""
    base = name.split(".")[-1]
    if "[" in base:
        base = "d" + base.split("[")[-1].strip("]'\"")
    for start in ("d", "grad_"):
        known = base[len(start) :]
        if base.startswith(start) and known in run.named and run.named[known] in run.gradients:
            return known
    return None


def _equal(value: object, run: Run) -> Iterator[str]:
    for name, node in run.named.items():
        if node in run.gradients and np.ndim(run.gradients[node]) and near(value, run.gradients[node], TOLERANCE):
            yield name


def _is_part(value: object, name: str, run: Run) -> bool:
    parts = run.gradients.contributions(run.named[name])
    return len(parts) > 1 and any(near(value, part.gradient, TOLERANCE) for part in parts)


def place_of(replay: Replay, run: Run) -> Place | None:
    """Return the earliest value of backward that, replaced by the true gradient of something, mends all answers."""
    if run.is_right:
        return None
    pool = [(name, np.asarray(run.gradients[node])) for name, node in run.named.items() if node in run.gradients]
    in_forward = {event.site for event in run.recording.events[: run.start]}
    seen, runs = set(in_forward), 0
    for event in run.of_backward():
        assert event.node is not None
        value = np.asarray(event.node.value)
        if event.site in seen or any(near(value, true, TOLERANCE) for _, true in pool):
            continue
        seen.add(event.site)
        for name, true in pool:
            if true.shape != value.shape or true.ndim == 0:
                continue
            runs += 1
            again = replay.run(event.site, true) if runs <= MOST_RUNS else None
            if again is not None and _all_right(again, run):
                return Place(event, name, should_be(name, value, true, run))
    return None


def _all_right(again: Run, run: Run) -> bool:
    return all(near(again.answers.get(name), true, TOLERANCE) for name, true in run.truth.items())
