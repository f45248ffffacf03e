"""An optimizer line by line: what it keeps (m, v, h) and the parameters against the rule, by value."""

from __future__ import annotations

from typing import Any

import numpy as np

from nn.messages import Message
from nn.own_code.checks.building import built
from nn.own_code.checks.chance import undisturbed
from nn.own_code.checks.comparing import near, worst
from nn.own_code.checks.optimizers import settings_of
from nn.own_code.checks.sentences import number, place
from nn.own_code.checks.update_rules import RULES, Rule
from nn.own_code.definitions import definitions_of
from nn.own_code.judgement import Tick, TickState
from nn.own_code.loading import load
from nn.own_code.recording import Event, Recorder
from nn.own_code.roles import Target
from nn.own_code.source import Source, parse

STEPS = 2


def ticks_of_optimizer(source: Source, target: Target) -> tuple[Tick, ...]:
    """Return ticks of the lines that keep something or change a parameter, from the first step that goes wrong."""
    if target.kind not in RULES:
        return ()
    recorder = Recorder(most_nodes=5_000, ends_program=True)
    thing = load(definitions_of(source, parse(source)), recorder).namespace[target.name]
    with undisturbed(), np.errstate(all="ignore"):
        try:
            return _ticks(thing, target, recorder)
        except Exception:  # noqa: BLE001 - it is the learner's
            return ()


def _ticks(thing: Any, target: Target, recorder: Recorder) -> tuple[Tick, ...]:
    given, settings = settings_of(thing, target)
    optimizer = built(thing, given)
    chance = np.random.default_rng(2)
    params = {"W1": chance.standard_normal((2, 3))}
    rule = RULES[target.kind or ""][0](settings, params)
    ticks: tuple[Tick, ...] = ()
    for _ in range(STEPS):
        grads = {"W1": chance.standard_normal((2, 3))}
        with recorder.recording():
            optimizer.update(params, {key: value.copy() for key, value in grads.items()})
        rule.update(grads)
        assert recorder.last is not None
        ticks = _of_step(recorder.last.events, rule)
        if any(tick.state == TickState.WRONG for tick in ticks):
            break
    return ticks


def _of_step(events: tuple[Event, ...], rule: Rule) -> tuple[Tick, ...]:
    wanted = {name: values["W1"] for name, values in rule.kept.items() if "W1" in values}
    last: dict[str, Event] = {}
    for event in events:
        if event.kind == "bind" and event.node is not None and "[" in event.name:
            last[event.name.split("[")[0].removeprefix("self.")] = event
    ticks = []
    is_first = True
    for name, event in last.items():
        true = rule.params["W1"] if name in ("params", "weights", "p") else wanted.get(name)
        if true is None or event.node is None or np.shape(event.node.value) != true.shape:
            continue
        tick = _tick(name, event, true, is_first)
        is_first = is_first and tick.state == TickState.RIGHT
        ticks.append(tick)
    return tuple(sorted(ticks, key=lambda tick: tick.line))


def _tick(name: str, event: Event, true: np.ndarray, is_first: bool) -> Tick:
    assert event.node is not None
    line, value = event.site.line, event.node.value
    if near(value, true, 1e-4):
        return Tick(line, event.name, TickState.RIGHT, Message("{name} is what the rule says.", name=name))
    index, got, wanted = worst(value, true)
    message = Message(
        "{name} is {got} at {index}; the rule says {wanted}.",
        name=name, got=number(got), index=place(index), wanted=number(wanted),
    )  # fmt: skip
    return Tick(line, event.name, TickState.WRONG if is_first else TickState.FOLLOWS, message)
