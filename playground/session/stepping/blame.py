"""Places in a pass: where a breakpoint is set, and which event and number a stop speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.breakpoints import Breakpoint, first_match
from nn.inspection.element import Element as Element

if TYPE_CHECKING:
    from nn.breakpoints import Stop
    from nn.network.spec import NetworkSpec
    from nn.trace import Event


def place_of(event: Event) -> Breakpoint:
    """Return the breakpoint on an event's place: its layer in its phase, or one node of it."""
    layer = -1 if event.layer is None else event.layer
    value = "" if event.depth == "layer" else next(iter(event.outputs))
    return Breakpoint.when("place", phase=event.phase, layer=layer, value=value)


def guilty_event(spec: NetworkSpec, trace: tuple[Event, ...], stop: Stop, breakpoints: tuple[Breakpoint, ...]) -> int:
    """Return the index of the event that made what training was stopped for.

    Conditions on how numbers move from one iteration to the next hold at no single event: then it is the one that
    made the value they speak of, or the first one of its layer.
    """
    match = first_match(spec, trace, breakpoints)
    if match is not None:
        return match.event
    layers = [event for event in trace if event.depth == "layer"]
    for found in stop.findings:
        made = [event for event in layers if found.name in event.outputs]
        here = [event for event in layers if event.layer == found.layer is not None]
        if made or here:
            return (made or here)[0].index
    return 0


def guilty_number(stop: Stop, trace: tuple[Event, ...]) -> Element | None:
    """Return the guilty number, where the finding says which it is."""
    for found in stop.findings:
        array = next((e.values[found.name] for e in reversed(trace) if found.name in e.values), None)
        given = [each for each in (found.sample, found.neuron) if each is not None]
        if array is not None and given:
            padded = (0,) * (array.ndim - len(given)) + tuple(given[-array.ndim :] if array.ndim else ())
            return Element(found.name, padded)
    return None
