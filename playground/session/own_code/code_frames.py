"""The functions that run at a place of a recording, and what their names stand for there."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from nn.expressions import Unavailable, no_such_name
from nn.messages import Message
from playground.session.own_code.calls import TOP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from playground.session.own_code.calls import Call, Calls
    from playground.session.own_code.recording_job import RecordedCode

_KEY = re.compile(r"(?P<of>[\w.]+)\[(?P<quote>['\"])(?P<key>\w+)(?P=quote)\]$")
MOST_FRAMES, MOST_NAMES = 60, 500
"""What is told of a process that nobody trusts: of more the innermost functions, and the latest names."""
_TRUTHS = {"True": True, "False": False}


class CodeFrame(NamedTuple):
    """One of the functions that run.

    Attributes
    ----------
    call : int
        Number of the call.
    function : str
        Empty at the top.
    file : str
    line : int
        At which it stands, 0 where that is not known.
    """

    call: int
    function: str
    file: str
    line: int


def frames_at(result: RecordedCode, place: int) -> tuple[CodeFrame, ...]:
    """Return the functions that run at a place, the innermost first; at the end what was left last still counts."""
    walk, calls = result.walk, result.calls
    if walk is None or calls is None or not len(walk):
        return ()
    moment = walk.moments[min(place, walk.end - 1)]
    frames = [CodeFrame(moment.call, moment.function, walk.file, moment.line)]
    call = calls.all[moment.call]
    while call.number != TOP and len(frames) < MOST_FRAMES:
        site = walk.recorded.events[call.line].site if call.line >= 0 else None
        call = calls.all[call.caller]
        frames.append(CodeFrame(call.number, call.function, site.file if site else "", site.line if site else 0))
    return tuple(frames)


def names_at(result: RecordedCode, place: int, call: int) -> dict[str, int]:
    """Return for each name of a call the event at which it got the value that it has at a place.

    A method knows what its object got in the call that it belongs to, and wherever else, if there is but one object
    of its class: of several nobody can tell whose it was. A name has its place where it first got a value: what gets
    another one does not jump about.
    """
    if result.walk is None:
        return {}
    until, found, first = result.walk.until(place), dict[str, int](), dict[str, int]()
    for name, numbers in _events_by_name(result, call):
        last = bisect_left(numbers, until)
        if last:
            plain = plain_name(name)
            found[plain] = max(found.get(plain, -1), numbers[last - 1])
            first[plain] = min(first.get(plain, numbers[0]), numbers[0])
    latest = sorted(found.items(), key=lambda item: item[1])[-MOST_NAMES:]
    return dict(sorted(latest, key=lambda item: first[item[0]]))


def events_of(result: RecordedCode, call: int) -> dict[str, list[int]]:
    """Return for each name of a call all events at which it got a value, in order; whose they are as in `names_at`."""
    found: dict[str, list[int]] = {}
    for name, numbers in _events_by_name(result, call):
        found.setdefault(plain_name(name), []).extend(numbers)
    return {name: sorted(numbers) for name, numbers in found.items()}


def _events_by_name(result: RecordedCode, call: int) -> Iterator[tuple[str, list[int]]]:
    calls = result.calls
    if calls is None:
        return
    for each in (*_of_same_object(calls, calls.all[call]), calls.all[call]):
        for name, numbers in calls.by_name(each.number).items():
            if name != "return" and (each.number == call or name.startswith("self.")):
                yield name, numbers


def names_ever(result: RecordedCode, call: int) -> frozenset[str]:
    """Return the names that a call has, sooner or later."""
    return frozenset(names_at(result, result.walk.end, call)) if result.walk is not None else frozenset()


def value_of(result: RecordedCode, names: Mapping[str, int], name: str) -> NDArray[Any]:
    """Return what a name stands for.

    Raises
    ------
    Unavailable
        If there is nothing of this name, or what it stands for is no number; the message says which.
    """
    if name not in names:
        raise Unavailable(no_such_name(name, names))
    assert result.recorded is not None
    event = result.recorded.events[names[name]]
    if event.node is None:
        return _number_of(name, event.value)
    value = result.recorded.values.get(event.node)
    if value is None:
        raise Unavailable(Message("{name} is too large to be looked at here.", name=name))
    return value


def text_of(result: RecordedCode, event: int) -> str:
    """Return what is no number, as text; empty for numbers."""
    assert result.recorded is not None
    found = result.recorded.events[event]
    return found.value or "None" if found.node is None else ""


def plain_name(name: str) -> str:
    """Return a name as an expression has it: ``grads.W1`` for ``grads['W1']``, ``x`` for ``x[mask]``."""
    key = _KEY.fullmatch(name)
    return f"{key['of']}.{key['key']}" if key is not None else name.partition("[")[0]


def _number_of(name: str, text: str) -> NDArray[Any]:
    if text in _TRUTHS:
        return np.asarray(_TRUTHS[text])
    try:
        return np.asarray(float(text))
    except ValueError:
        raise Unavailable(Message("{name} is {value}, which is no number.", name=name, value=text or "None")) from None


def _of_same_object(calls: Calls, call: Call) -> list[Call]:
    """Return the calls of methods of the object that a call belongs to, as far as that is certain."""
    owner = call.function.rpartition(".")[0]
    if not owner:
        return []
    methods = [each for each in calls.all.values() if each.function.rpartition(".")[0] == owner]
    made = sum(each.method == "__init__" for each in methods)
    if made == 1 or (made == 0 and not _goes_twice(methods)):
        return methods
    pair = calls.forward_of.get(call.number)
    return [calls.all[pair]] if pair is not None else []


def _goes_twice(methods: list[Call]) -> bool:
    """Say whether there may be several objects without an ``__init__``: forward again before backward came."""
    ways = [each.method for each in methods if each.method in ("forward", "backward")]
    return any(one == other == "forward" for one, other in pairwise(ways))
