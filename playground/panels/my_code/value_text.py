"""What got a value, in the few signs that there are room for behind a line, and whole on hover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from nn.inspection.array_text import array_lines
from nn.inspection.number_texts import number_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from playground.confined.recorded import RecordedEvent, RecordedNode
    from playground.session.own_code.walk import Walk

_FEW = 6  # numbers behind a line
_LONGEST = 60  # letters of another value
_MOST_OPERANDS = 6
_texts: WeakKeyDictionary[Walk, dict[int, str]] = WeakKeyDictionary()  # by event: steps show the same ones again


class LineValue(NamedTuple):
    """What stands behind a line for one name.

    Attributes
    ----------
    name : str
    text : str
    event : int
        At which it got this value.
    group : int
        Equal for all in sight that share memory; -1 for what shares it with none.
    """

    name: str
    text: str
    event: int
    group: int = -1


def line_values(walk: Walk, place: int) -> dict[int, tuple[LineValue, ...]]:
    """Give for each line the values that its last run bound, in the function that is looked at."""
    lines: dict[int, dict[str, LineValue]] = {}
    named: dict[int, str] = {}  # the nodes that have a name here
    texts = _texts.setdefault(walk, {})
    bound = walk.bound(place)
    groups = _groups(walk, [walk.recorded.events[number] for number in bound])
    for number in bound:
        event = walk.recorded.events[number]
        if event.site is None:
            continue
        if number not in texts:
            texts[number] = _short(walk, event)
        text, group = texts[number], -1
        if event.node is not None:
            sharing = walk.recorded.nodes[event.node].sharing
            tied = dict.fromkeys(named[other] for other in sharing if other in named)
            tied.pop(event.name, None)
            text = f"{text} ⟷ {', '.join(tied)}" if tied else text
            named[event.node], group = event.name, groups.get(event.node, -1)
        lines.setdefault(event.site.line, {})[event.name] = LineValue(event.name, text, number, group)
    return {line: tuple(values.values()) for line, values in lines.items()}


def _groups(walk: Walk, events: Iterable[RecordedEvent]) -> dict[int, int]:
    """Give a number to what shares memory and has more than one name."""
    names: dict[int, set[str]] = {}
    for event in events:
        if event.node is not None and walk.recorded.nodes[event.node].shape:
            names.setdefault(event.node, set()).add(event.name)
    first: dict[int, int] = {}
    for node in names:
        known = [first[other] for other in walk.recorded.nodes[node].sharing if other in first]
        first[node] = min(known, default=node)
    together: dict[int, set[str]] = {}
    for node, root in first.items():
        together.setdefault(root, set()).update(names[node] - {"return"})
    numbers = {root: n for n, root in enumerate(root for root, each in together.items() if len(each) > 1)}
    return {node: numbers[root] for node, root in first.items() if root in numbers}


def text_of(values: Iterable[LineValue]) -> str:
    """Write the values of a line."""
    return "   ".join(f"{value.name} = {value.text}" for value in values)


def told(walk: Walk, node: RecordedNode, source: str) -> str:
    """Say what an expression was: its symbols, its numbers, its result, and who else sees a write into it."""
    symbols = node.site.text(source) if node.site is not None else node.name
    operands = [_value(walk, walk.recorded.nodes[parent]) for parent in node.parents[:_MOST_OPERANDS]]
    lines = [symbols]
    if operands:
        lines.append(f"{node.operation}({', '.join(operands)})")
    value = walk.recorded.values.get(node.number)
    lines += [f"= {line}" if not number else f"  {line}" for number, line in enumerate(_lines(value))]
    if node.shape:
        lines.append(f"{shape_words(node.shape)} {node.kind}")
    names = dict.fromkeys(walk.recorded.nodes[other].name for other in node.sharing)
    sharing = ", ".join(name for name in names if name and name != node.name)
    return "\n".join([*lines, f"⟷ {sharing}"] if sharing else lines)


def _lines(value: NDArray[Any] | None) -> tuple[str, ...]:
    return () if value is None else array_lines(value)


def _value(walk: Walk, node: RecordedNode) -> str:
    value = walk.recorded.values.get(node.number)
    if value is not None and not value.ndim:
        return _number(value[()])
    return f"{node.name} {shape_words(node.shape)}".strip()


def _short(walk: Walk, event: RecordedEvent) -> str:
    if event.node is None:
        return event.value[:_LONGEST] or "None"
    node, value = walk.recorded.nodes[event.node], walk.recorded.values.get(event.node)
    if value is None:
        return f"{node.shape} {node.kind}"
    return array_text(value)  # what the process told of the node is not believed


def array_text(value: NDArray[Any]) -> str:
    """Write an array in few signs: its shape, and its first numbers."""
    if not value.ndim:
        return _number(value[()])
    numbers = [_number(each) for each in np.ravel(value)[:_FEW]]
    more = " …" if value.size > _FEW else ""
    return f"{shape_words(value.shape)} [{' '.join(numbers)}{more}]"


def shape_words(shape: tuple[int, ...]) -> str:
    """Write a shape as Python does."""
    return f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})"


def _number(value: Any) -> str:
    if isinstance(value, bool | np.bool_):
        return str(bool(value))
    return next((text for text in number_texts(float(value)) if len(text) <= 7), "…")
