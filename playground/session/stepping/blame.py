"""Places in a pass: where a breakpoint is set, and which event and number a stop speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nn.breakpoints import Breakpoint, Place, first_match
from nn.inspection.element import Element

if TYPE_CHECKING:
    from nn.breakpoints import Finding, Stop
    from nn.network.spec import NetworkSpec
    from nn.trace import Event


def place_of(event: Event) -> Breakpoint:
    """Return the breakpoint on an event's place: its layer in its phase, or one node of it."""
    place = Place.of(event)
    return Breakpoint.when("place", phase=place.phase, layer=place.layer, value=place.value)


def scene_of(spec: NetworkSpec, trace: tuple[Event, ...], stop: Stop) -> tuple[int, tuple[Finding, ...]]:
    """Return the index of the event that made what training was stopped for, and what is found there.

    The stop says which layer that is: only its nodes are looked at, for the first one at which the breakpoint holds.
    Where none does, as for conditions on how numbers move from one iteration to the next, it is the layer itself.
    """
    scene = next((event.index for event in trace if stop.place.is_at(event)), None)
    if scene is None:  # a number that no event makes, such as one of x: then what came of it
        match = first_match(spec, trace, (stop.breakpoint,))
        return (0, stop.findings) if match is None else (match.event, match.findings)
    start = max((event.index + 1 for event in trace[:scene] if event.depth == "layer"), default=0)
    match = first_match(spec, trace[: scene + 1], (stop.breakpoint,), start)
    return (scene, stop.findings) if match is None else (match.event, match.findings)


def guilty_number(findings: tuple[Finding, ...], trace: tuple[Event, ...]) -> Element | None:
    """Return the guilty number, where a finding says which it is."""
    for found in findings:
        array = next((e.values[found.name] for e in reversed(trace) if found.name in e.values), None)
        given = [each for each in (found.sample, found.neuron) if each is not None]
        if array is not None and given:
            padded = (0,) * (array.ndim - len(given)) + tuple(given[-array.ndim :] if array.ndim else ())
            return Element(found.name, padded)
    return None
