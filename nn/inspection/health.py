"""The health of an event's numbers: whether something is wrong with them, seen at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from nn.breakpoints import Breakpoint, Condition, Facts, Finding
from nn.breakpoints.facts import Names
from nn.network.spec import NetworkSpec
from nn.trace import Event

_SIGNS = {
    "not_finite": Condition.of("not_finite"),
    "dead": Condition.of("dead", share=0.5),
    "saturated": Condition.of("saturated", share=0.9),
    "gradient_norm": Condition.of("gradient_norm", below=1e-5, above=10.0),
}


class Health(NamedTuple):
    """What is wrong with an event's numbers.

    Attributes
    ----------
    kind : str
        "not_finite", "dead", "saturated", "vanished" or "exploded".
    is_bad : bool
        Whether nothing can be learned from here on.
    finding : Finding
        The same in words and numbers.
    """

    kind: str
    is_bad: bool
    finding: Finding


def health_of(spec: NetworkSpec, trace: Sequence[Event]) -> Iterator[Health | None]:
    """Yield what is wrong with each event, None where nothing is; its numbers are computed only then."""
    names = Names(spec)
    for event in trace:
        with np.errstate(all="ignore"):
            health = _health(event, Facts(spec, _arrays(event), event=event, names=names))
        yield health


def marked(spec: NetworkSpec, trace: Sequence[Event], breakpoints: Sequence[Breakpoint]) -> dict[int, bool]:
    """Return the events at whose place there is a breakpoint, and whether it is switched on."""
    places = [(each.enabled, c) for each in breakpoints for c in each.conditions if c.kind == "place"]
    names, found = Names(spec), dict[int, bool]()
    for event in trace if places else ():
        facts = Facts(spec, event.outputs, event=event, names=names)
        on = [enabled for enabled, condition in places if condition.look(facts) is not None]
        if on:
            found[event.index] = any(on)
    return found


def _arrays(event: Event) -> dict[str, np.ndarray]:
    """Return what the event made, and beside a gradient what it is the gradient of."""
    arrays = dict(event.outputs)
    if event.phase == "backward" and event.depth == "layer":
        known = event.values
        arrays |= {name[1:]: known[name[1:]] for name in event.outputs if name[1:] in known}
    return arrays


def _signs_at(event: Event) -> Iterator[str]:
    """Yield the signs that an event's numbers can show: most of a pass is the update, which shows only one."""
    yield "not_finite"
    if event.phase in ("forward", "backward"):
        yield from ("dead", "saturated")
    if event.phase == "backward" and event.depth == "layer":
        yield "gradient_norm"


def _health(event: Event, facts: Facts) -> Health | None:
    for kind in _signs_at(event):
        finding = _SIGNS[kind].look(facts)
        if finding is None or (kind == "dead" and _is_a_matter_of_course(finding)):
            continue
        if kind == "gradient_norm":
            kind = "vanished" if finding.numbers["ratio"] < 1 else "exploded"
        return Health(kind, kind == "not_finite" or finding.numbers.get("share") == 1, finding)
    return None


def _is_a_matter_of_course(finding: Finding) -> bool:
    """Say whether only one sample was looked at: it leaves many ReLUs at 0 in a network that learns well."""
    return finding.numbers["samples"] == 1 and finding.numbers["share"] < 1
