"""A recorded pass as the scrubber shows it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from playground.panels.breakpoint_words import phase_text
from playground.panels.debugger.event_tree import call_text
from playground.panels.debugger.scrubber import Section, Track

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.trace import Event


def track_of(trace: Sequence[Event]) -> Track:
    """Return the phases and layers of a pass, by how many events have happened."""
    sections = []
    for kind, events in groupby(trace, key=lambda event: event.phase):
        group = list(events)
        sections.append(Section(kind, phase_text(kind), group[0].index, group[-1].index + 1))
    layers = tuple(event.index + 1 for event in trace if event.depth == "layer")
    return Track(len(trace), tuple(sections), layers, tuple(_name(event) for event in trace))


def _name(event: Event) -> str:
    return call_text(event) if event.depth == "layer" else f"{event.name}:  {call_text(event)}"
