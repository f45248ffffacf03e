"""What backward ought to have computed: the true gradient of each value of forward, from its own recording."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from nn.own_code.checks.comparing import near
from playground.session.own_code.calls import TOP, gradient_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from playground.confined.recorded import Recorded
    from playground.session.own_code.calls import Call, Calls

MOST_ASKED = 40
"""Calls of backward, of one recording, whose truth is asked for."""
_LARGEST = 100_000
_TOLERANCE = 1e-4
_ONE = ("1", "1.0")


class Question(NamedTuple):
    """What the process is asked for.

    Attributes
    ----------
    output : int
        The value that is differentiated.
    seed : int or None
        The value that came from above; None for 1.
    of : dict of str to int
        By which values, by the names that forward gave them.
    back : int
        The call that computed these gradients in the person's own way.
    main : str
        By which of them the gradient is that it returns; empty if it returns several.
    """

    output: int
    seed: int | None
    of: dict[str, int]
    back: int
    main: str


class Truth(NamedTuple):
    """The true gradient that belongs where a name got a value.

    Attributes
    ----------
    of : str
        By what: x, W.
    value : ndarray
    is_met : bool
        Whether the value that got the name is it.
    """

    of: str
    value: NDArray[Any]
    is_met: bool


def questions(recorded: Recorded, calls: Calls) -> list[Question]:
    """Return what is worth asking: for each backward with its forward, and each function that goes both ways."""
    found = list(_of_pairs(recorded, calls))
    found += _of_networks(recorded, calls)
    return found[:MOST_ASKED]


def _of_pairs(recorded: Recorded, calls: Calls) -> Iterator[Question]:
    for backward, forward in calls.forward_of.items():
        output = calls.returned(forward)
        given = next((event for _, event in calls.bound(backward)), None)
        if output is None or (given is not None and given.node is None and given.value not in _ONE):
            continue
        of = _named(recorded, calls, calls.all[forward])
        if of:
            main = next((event.name for _, event in calls.bound(forward)), "")
            yield Question(output, None if given is None else given.node, of, backward, main)


def _of_networks(recorded: Recorded, calls: Calls) -> Iterator[Question]:
    """Ask for the loss that was computed last before, or within: its gradients are those of the network."""
    losses = [call for call in calls.all.values() if call.method == "loss" and calls.returned(call.number) is not None]
    for call in calls.all.values():
        if call.number == TOP or call.number in calls.forward_of or calls.way_back(call.number) is None:
            continue
        before = [loss for loss in losses if loss.nodes.stop <= call.nodes.stop]
        output = calls.returned(before[-1].number) if before else None
        of = _named(recorded, calls, before[-1]) if before else {}
        if output is not None and of:
            yield Question(output, None, of, call.number, "")


def _named(recorded: Recorded, calls: Calls, call: Call) -> dict[str, int]:
    """Give the values of a call and of what it calls, by name; those it worked on, too."""
    named: dict[str, int] = {}
    for number in reversed(call.nodes):
        for near_by in (*recorded.nodes[number].parents, number):
            name = recorded.nodes[near_by].name.removeprefix("self.")
            if name:
                named.setdefault(_key(name), near_by)
    own = {_key(name.removeprefix("self.")): node for node, name in calls.names(call.number).items()}
    return {name: node for name, node in (named | own).items() if _fits(recorded, node)}


def _key(name: str) -> str:
    """Return ``W1`` of ``params['W1']``."""
    return name.split("[")[-1].strip("]'\"") if name.endswith("]") else name


def _fits(recorded: Recorded, node: int) -> bool:
    return recorded.nodes[node].kind.startswith("float") and prod(recorded.nodes[node].shape) <= _LARGEST


def truths_of(
    recorded: Recorded, calls: Calls, question: Question, told: Mapping[int, NDArray[Any]]
) -> dict[int, Truth]:
    """Return, by the events of a call that gave names, what belongs there.

    What is only on the way may have another meaning than its name says, or another sign: it is held against its name
    where an answer that goes out, dx or dW, is not what it should be and it is the gradient of nothing else.
    """
    true = {name: told[node] for name, node in question.of.items() if node in told}
    back = calls.all[question.back]
    last = {event.name: number for number, event in calls.bound(question.back)}
    found: dict[int, Truth] = {}
    for name, number in last.items():
        of = question.main if name == "return" else None if name == "dout" else gradient_name(name)
        node = recorded.events[number].node
        value = None if node is None else recorded.values.get(node)
        if of in true and value is not None and not _is_given(recorded, back, number):
            found[number] = Truth(of, true[of], _equals(value, true[of]))
    answers = {number for number in found if _is_answer(recorded, calls, question.back, number)}
    if all(found[number].is_met for number in answers):
        return {number: truth for number, truth in found.items() if truth.is_met}
    any_of = list(true.values())
    return {n: t for n, t in found.items() if t.is_met or n in answers or not _is_one_of(recorded, n, any_of)}


def _is_given(recorded: Recorded, back: Call, number: int) -> bool:
    site = recorded.events[number].site
    return site is not None and site.kind == "function"


def _is_answer(recorded: Recorded, calls: Calls, call: int, number: int) -> bool:
    event = recorded.events[number]
    return event.name.startswith("self.") or "[" in event.name or event.node == calls.returned(call)


def _is_one_of(recorded: Recorded, number: int, true: list[NDArray[Any]]) -> bool:
    node = recorded.events[number].node
    return node is not None and any(_equals(recorded.values[node], each) for one in true for each in (one, -one))


def _equals(value: NDArray[Any], true: NDArray[Any]) -> bool:
    return np.shape(value) == np.shape(true) and bool(near(value, true, _TOLERANCE))
