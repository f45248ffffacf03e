"""A recording that a confined process made: what it says, looked at before it is believed to be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.messages import Message
from nn.own_code.recording.site import Site
from playground.confined.child import Report
from playground.confined.frames import Garbled
from playground.confined.wording import message_of

_LAST = 1_000_000
_MOST = 400_000
_NODE, _EVENT, _PAIR = 5, 6, 2
_DEEPEST_SHAPE = 32
_LONGEST_CONSTANT = 16  # signs


class RecordedNode(NamedTuple):
    """A value that a program computed, without its numbers.

    Attributes
    ----------
    number : int
    operation : str
    site : Site or None
    name : str
    kind : str
        Its dtype, or its type in Python.
    shape : tuple of int
    parents : tuple of int
        The nodes it was computed from.
    sharing : tuple of int
        Those that lie in the same memory: a write through one of them shows in all.
    constants : tuple of str
        The numbers it was computed with beside these, and along which axis.
    """

    number: int
    operation: str
    site: Site | None
    name: str
    kind: str
    shape: tuple[int, ...]
    parents: tuple[int, ...]
    sharing: tuple[int, ...]
    constants: tuple[str, ...]


class RecordedEvent(NamedTuple):
    """A moment of a run.

    Attributes
    ----------
    kind : str
        As in `nn.own_code.recording.Event`.
    site : Site or None
    name : str
    node : int or None
    value : str
        What is no node, as text.
    position : int
        How many nodes there were before.
    """

    kind: str
    site: Site | None
    name: str
    node: int | None
    value: str
    position: int


@dataclass(frozen=True, eq=False)
class Recorded:
    """What a program did.

    Attributes
    ----------
    sites : tuple of Site
    nodes : tuple of RecordedNode
    events : tuple of RecordedEvent
    values : Mapping of int to ndarray
        Numbers of the small ones, by node; others are asked for, and read by `values_in`.
    notes : tuple of Message
    is_full : bool
        Whether it ended before the program did.
    failure : Message or None
        Why the program did not come to its end.
    failed_line : int or None
    """

    sites: tuple[Site, ...]
    nodes: tuple[RecordedNode, ...]
    events: tuple[RecordedEvent, ...]
    values: Mapping[int, NDArray[Any]]
    notes: tuple[Message, ...]
    is_full: bool
    failure: Message | None
    failed_line: int | None


def recorded(report: Report) -> Recorded:
    """Return what the first report of the task ``record`` tells.

    Raises
    ------
    Garbled
        If it is none.
    """
    data = report.data
    sites = tuple(_site(row) for row in _list(data, "sites"))
    texts = [_text(text) for text in _list(data, "texts")]
    nodes = _table(report, "nodes", _NODE)
    parents: list[list[int]] = [[] for _ in nodes]
    sharing: list[list[int]] = [[] for _ in nodes]
    for child, parent in _table(report, "inputs", _PAIR):
        _at(range(child), parent)  # an operand comes before its result
        _at(parents, child).append(parent)
    for one, other in _table(report, "sharing", _PAIR):
        _at(sharing, one).append(_at(range(len(nodes)), other))
        sharing[other].append(one)
    constants: list[list[str]] = [[] for _ in nodes]
    for node, text in _table(report, "constants", _PAIR):
        _at(constants, node).append(_at(texts, text)[:_LONGEST_CONSTANT])
    lists = zip(parents, sharing, constants, strict=True)
    failure = data.get("failure")
    return Recorded(
        sites,
        tuple(_node(number, nodes[number], sites, texts, each) for number, each in enumerate(lists)),
        tuple(_event(row, sites, texts, len(nodes)) for row in _table(report, "events", _EVENT)),
        values_in(report, len(nodes)),
        tuple(message_of(note) for note in _list(data, "notes")),
        data.get("is_full") is True,
        message_of(failure.get("message")) if isinstance(failure, dict) else None,
        _line(failure.get("line")) if isinstance(failure, dict) else None,
    )


def values_in(report: Report, nodes: int) -> dict[int, NDArray[Any]]:
    """Return the numbers that a report brings, by node, of so many that there are."""
    found = {}
    for name, array in report.arrays.items():
        head, _, number = name.partition(" ")
        if head == "value" and number.isdecimal() and len(number) < 9 and int(number) < nodes:
            found[int(number)] = array
    return found


def _table(report: Report, name: str, columns: int) -> list[list[int]]:
    table = report.arrays.get(name)
    if table is None or table.dtype != np.int32 or table.ndim != 2 or table.shape[1] != columns or len(table) > _MOST:
        raise Garbled(f"no table of {name}")
    return table.tolist()


def _list(data: Mapping[str, Any], name: str) -> list[Any]:
    found = data.get(name)
    if not isinstance(found, list) or len(found) > _MOST:
        raise Garbled(f"no {name}")
    return found


def _node(
    number: int,
    row: list[int],
    sites: Sequence[Site],
    texts: Sequence[str],
    lists: tuple[list[int], list[int], list[str]],
) -> RecordedNode:
    operation, place, name, kind, shape = row
    return RecordedNode(
        number,
        _at(texts, operation),
        None if place < 0 else _at(sites, place),
        _at(texts, name),
        _at(texts, kind),
        _shape(_at(texts, shape)),
        tuple(lists[0]),
        tuple(lists[1]),
        tuple(lists[2]),
    )


def _event(row: list[int], sites: Sequence[Site], texts: Sequence[str], nodes: int) -> RecordedEvent:
    kind, place, name, node, value, position = row
    return RecordedEvent(
        _at(texts, kind),
        None if place < 0 else _at(sites, place),
        _at(texts, name),
        None if node < 0 else _at(range(nodes), node),
        "" if value < 0 else _at(texts, value),
        _at(range(nodes + 1), position),
    )


def _at(things: Sequence[Any], number: int) -> Any:
    if not 0 <= number < len(things):
        raise Garbled("a number beyond its table")
    return things[number]


def _site(row: Any) -> Site:
    if not isinstance(row, list) or len(row) != len(Site._fields):
        raise Garbled("no place")
    file, line, column, end_line, end_column, function, kind = row
    if not all(type(number) is int and 0 <= number <= _LAST for number in (line, column, end_line, end_column)):
        raise Garbled("no place")
    return Site(_text(file), line, column, end_line, end_column, _text(function), _text(kind))


def _shape(text: str) -> tuple[int, ...]:
    sizes = text.split(",") if text else []
    if len(sizes) > _DEEPEST_SHAPE or not all(size.isdecimal() and len(size) < 13 for size in sizes):
        raise Garbled("no shape")
    return tuple(int(size) for size in sizes)


def _line(line: Any) -> int | None:
    return line if type(line) is int and 0 < line <= _LAST else None


def _text(text: Any) -> str:
    if not isinstance(text, str):
        raise Garbled("no text")
    return text
