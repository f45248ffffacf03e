"""Run a program recorded, tell what happened, and then hand out the values that somebody looks at.

What happened travels as tables of whole numbers and the texts that they count; `playground.confined.recorded` reads it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from types import MappingProxyType
from typing import Any

import numpy as np

from nn.own_code.gradients import gradients
from nn.own_code.loading.loader import Failure, failure_of, load
from nn.own_code.recording import Event, Node, Recorder, Recording
from playground.confined.frames import Frame
from playground.confined.inside.desk import Desk
from playground.confined.tasks.programs import must_have_run, notes_of, source_in, text_errors_said
from playground.confined.wording import plain

MOST_NODES = 50_000
MOST_BYTES = 256 * 2**20
_SMALL, _ALL_SMALL = 64, 100_000  # numbers of an array that goes along at once, and of all of them
_LONGEST = 200
_MOST_TIED = 600
_TOLD_KEYWORDS = ("axis", "keepdims", "axes")
_CALL = "the call"


def perform(desk: Desk, request: Frame) -> dict[str, Any]:
    """Record a program as a script, or what a few lines do with it.

    The request has ``source``, ``name``, ``siblings``; ``call``, the lines, or none; and the arrays that they name.
    Then orders may come: ``{"values": [...]}`` asks for the values of nodes, ``{"gradients": node}``, with an array
    ``seed`` or none, for the gradient of one by all others, or by those ``of`` a list. The answer comes when it is told
    to stop.
    """
    recorder = Recorder(MOST_NODES, MOST_BYTES, ends_program=True)
    notes, failure = _run(desk, request, recorder)
    hand_out(desk, recorder, notes, failure)
    return {}


def hand_out(
    desk: Desk,
    recorder: Recorder,
    notes: list[dict[str, Any]],
    failure: Failure | None,
    besides: Mapping[str, np.ndarray[Any, Any]] = MappingProxyType({}),
) -> None:
    """Report the last recording, with some arrays besides, and then the values that are asked for."""
    recording = recorder.last
    assert recording is not None
    told, arrays = _told(recording)
    told["notes"] = [*notes, *(plain(note) for note in recording.notes)]
    told["failure"] = failure and {"message": plain(failure.message), "line": failure.line, "file": failure.file}
    desk.report(told, {**arrays, **dict(_small_values(recording.nodes)), **besides})
    while (order := desk.next()) is not None:
        desk.report({}, dict(_asked_for(recording, order)))


def _run(desk: Desk, request: Frame, recorder: Recorder) -> tuple[list[dict[str, Any]], Failure | None]:
    source, lines = source_in(request), request.data.get("call")
    if lines is None:
        with text_errors_said(), desk.their_code(), recorder.recording():
            loaded = load(source, recorder, name="__main__")
            return notes_of(loaded), loaded.failure
        return [], None  # it was ended by a full recording
    with text_errors_said(), desk.their_code():
        loaded, failure = must_have_run(load(source, recorder)), None
        with recorder.recording():  # a full one ends the call, and there is no failure
            failure = _call(lines, loaded.namespace, request.arrays, recorder)
    return notes_of(loaded), failure


def _call(
    lines: str, namespace: dict[str, Any], arrays: Mapping[str, np.ndarray[Any, Any]], recorder: Recorder
) -> Failure | None:
    for name, array in arrays.items():
        namespace[name] = array.copy()  # as the program's own: it may write into it
        recorder.name(namespace[name], name)
    try:
        tree = recorder.rewrite(ast.parse(lines), _CALL, lines)
        exec(compile(tree, _CALL, "exec", dont_inherit=True), namespace)
    except Exception as error:  # noqa: BLE001 - it is the learner's
        return failure_of(error, recorder.files - {_CALL}, _CALL)
    return None


# ---- as tables


class _Texts:
    """Texts in the order in which they were first met, and their numbers."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))


def _told(recording: Recording) -> tuple[dict[str, Any], dict[str, Any]]:
    texts, places = _Texts(), {site: number for number, site in enumerate(recording.sites)}
    nodes = [_node_row(node, texts, places) for node in recording.nodes]
    events = [_event_row(event, texts, places) for event in recording.events]
    inputs: list[tuple[int, ...]] = [(node.index, parent.index) for node in recording.nodes for parent in node.parents]
    constants: list[tuple[int, ...]] = [
        (node.index, texts.number(text)) for node in recording.nodes for text in _constants(node)
    ]
    told = {
        "sites": [list(site) for site in recording.sites],
        "is_full": recording.is_full,
        "files": list(recording.sources),
    }
    arrays = {
        "nodes": _table(nodes, 5),
        "events": _table(events, 6),
        "inputs": _table(inputs, 2),
        "sharing": _table(list(_sharing(recording)), 2),
        "constants": _table(constants, 2),
    }
    return {**told, "texts": list(texts.numbers)}, arrays


def _constants(node: Node) -> Iterator[str]:
    """Give what an operation took beside values: numbers, and along which axis."""
    for given in node.inputs:
        if isinstance(given, bool | int | float | np.generic):
            yield _number(given)
    for name, given in node.keywords.items():
        if name in _TOLD_KEYWORDS and isinstance(given, int | tuple | None):
            yield f"{name}={given}"[:_LONGEST]


def _number(given: bool | int | float | np.generic) -> str:
    return (f"{given:.6g}" if isinstance(given, float | np.floating) else str(given))[:_LONGEST]


def _sharing(recording: Recording) -> Iterator[tuple[int, ...]]:
    """Give the pairs of values in the same memory, of the first values of a long recording."""
    for node, other in combinations(recording.nodes[:_MOST_TIED], 2):
        if node.shares_memory_with(other):
            yield node.index, other.index


def _table(rows: list[tuple[int, ...]], columns: int) -> np.ndarray[Any, Any]:
    return np.array(rows, np.int32).reshape(len(rows), columns)


def _node_row(node: Node, texts: _Texts, places: Mapping[Any, int]) -> tuple[int, ...]:
    value = node.value
    kind = str(value.dtype) if isinstance(value, np.ndarray | np.generic) else type(value).__name__
    place = -1 if node.site is None else places.get(node.site, -1)
    return (
        texts.number(node.operation),
        place,
        texts.number(node.name),
        texts.number(kind),
        texts.number(",".join(str(size) for size in node.shape)),
    )


def _event_row(event: Event, texts: _Texts, places: Mapping[Any, int]) -> tuple[int, ...]:
    return (
        texts.number(event.kind),
        places.get(event.site, -1),
        texts.number(event.name),
        -1 if event.node is None else event.node.index,
        -1 if event.value is None else texts.number(_shown(event.value)),
        event.position,
    )


def _shown(value: object) -> str:
    if isinstance(value, tuple) and not hasattr(value, "type"):
        return f"({', '.join(_shown(part) for part in value)})"
    kind = getattr(value, "type", None)
    return f"<{kind}>" if isinstance(kind, str) else repr(value)[:_LONGEST]


# ---- values


def _small_values(nodes: Iterable[Node]) -> Iterator[tuple[str, Any]]:
    left = _ALL_SMALL
    for node in nodes:
        size = int(np.prod(node.shape))
        array = _array(node.value) if size <= min(_SMALL, left) else None
        if array is not None:
            left -= size + 8  # each has its place in the header
            yield f"value {node.index}", array


def _asked_for(recording: Recording, order: Frame) -> Iterator[tuple[str, Any]]:
    nodes = recording.nodes
    found = [(nodes[number], nodes[number].value) for number in order.data.get("values", [])]
    if "gradients" in order.data:
        by = gradients(recording, nodes[order.data["gradients"]], order.arrays.get("seed"))
        of = order.data.get("of")
        wanted = list(by) if of is None else [node for number in of if (node := nodes[number]) in by]
        found = [(node, by[node]) for node in wanted]
    for node, value in found:
        array = _array(value)
        if array is not None:
            yield f"value {node.index}", array


def _array(value: object) -> np.ndarray[Any, Any] | None:
    """Return a value as it can travel; None of texts, complex numbers and the like."""
    array = np.asarray(value)
    if array.dtype.kind not in "fiub":
        return None
    if array.dtype.itemsize > 8:
        return array.astype(np.float64)
    return np.asarray(array, order="C")  # `ascontiguousarray` would make an array of a number
