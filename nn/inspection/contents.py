"""The values of one event in the order in which they are read, and what each is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn.arrays import Array, Shape
from nn.trace import Event

_NAME = re.compile(r"[^\W\d][\w.]*")


class Role(Enum):
    """What a value is in an event."""

    INPUT = "input"
    UPSTREAM = "upstream"
    LOCAL = "local"
    PRODUCT = "product"
    OUTPUT = "output"


class Moment(Enum):
    """Which of two values of the same name is meant, where an update moves one."""

    ONLY = ""
    BEFORE = "before"
    AFTER = "after"


Key: TypeAlias = tuple[Role, str, Moment]


@dataclass(frozen=True, eq=False)
class Content:
    """One value to be shown.

    Attributes
    ----------
    role : Role
    name : str
        By which its numbers are known, as in ``W1``; empty if nothing else speaks of them.
    array : ndarray or None
        None while it is not computed.
    title : str
        What stands above it, as in ``∂a1/∂x``.
    shape : tuple of int or None
        None if it is not known yet.
    moment : Moment
    pending : tuple of str
        What more will be added to it from.
    """

    role: Role
    name: str
    array: Array | None
    title: str
    shape: Shape | None
    moment: Moment = Moment.ONLY
    pending: tuple[str, ...] = ()
    is_uniform: bool = False
    """Whether a single number stands for many that are all alike."""

    @property
    def key(self) -> Key:
        """What it has in common with the same value of another recording."""
        return self.role, self.title, self.moment


def contents_of(event: Event, happened: bool = True) -> tuple[tuple[Content, ...], tuple[Content, ...]]:
    """Give what goes into an event, and what comes out of it.

    Parameters
    ----------
    event : Event
    happened : bool
        Whether its outputs are computed; otherwise they are shown as not there yet.
    """
    going_in, coming_out = (_backward if event.upstream else _forward)(event)
    if not happened:
        coming_out = tuple(replace(each, array=None) for each in coming_out)
    return going_in, coming_out


def added_up(event: Event, whole: Sequence[Content], alone: Sequence[Content] = ()) -> set[Key]:
    """Give the gradients that are as large for one sample as for the batch: the samples are added up in them."""
    if not event.upstream:
        return set()
    shapes = {content.key: content.shape for content in alone if content.role is Role.OUTPUT and content.shape}
    return {content.key for content in whole if content.key in shapes and shapes[content.key] == content.shape}


def changes(
    event: Event, contents: Iterable[Content], before: Sequence[Event]
) -> Iterator[tuple[Content, Array, NDArray[np.bool_]]]:
    """Give what differs from the same pass before an edit.

    Parameters
    ----------
    event : Event
    contents : iterable of Content
        What is shown of it.
    before : sequence of Event
        The pass before the edit.

    Yields
    ------
    Content
    ndarray
        What it was before.
    ndarray of bool
        Where it differs.
    """
    earlier = _earlier(event, before)
    for content in contents:
        old, new = earlier.get(content.key), content.array
        if old is not None and new is not None and old.shape == new.shape:
            differs = ~((old == new) | (np.isnan(old) & np.isnan(new)))
            if differs.any():
                yield content, old, differs


def _earlier(event: Event, before: Sequence[Event]) -> Mapping[Key, Array | None]:
    same = before[event.index] if event.index < len(before) else None
    if same is None or (same.phase, same.name, same.formula) != (event.phase, event.name, event.formula):
        return {}
    return {content.key: content.array for part in contents_of(same) for content in part}


def _forward(event: Event) -> tuple[tuple[Content, ...], tuple[Content, ...]]:
    both = set(event.inputs) & set(event.outputs)
    going_in = tuple(
        _content(Role.INPUT, name, array, moment=Moment.BEFORE if name in both else Moment.ONLY)
        for name, array in event.inputs.items()
        if not _is_number(name)
    )
    coming_out = [
        _content(Role.OUTPUT, name, array, moment=Moment.AFTER if name in both else Moment.ONLY)
        for name, array in event.outputs.items()
    ]
    return going_in, (*coming_out, *_gradients_to_come(event))


def _gradients_to_come(event: Event) -> Iterator[Content]:
    """Give the upstream gradients that the way back will bring here."""
    if event.phase == "update":
        return
    coming = set(event.not_yet)
    for name, array in event.outputs.items():
        if f"d{name}" in coming:
            yield Content(Role.UPSTREAM, f"d{name}", None, f"d{name}", array.shape)


def _backward(event: Event) -> tuple[tuple[Content, ...], tuple[Content, ...]]:
    slopes = tuple(_slopes(event))
    shown_already = {content.name for content in slopes} | {event.upstream}
    spoken_of = {name.rstrip("ᵀ") for name in _NAME.findall(event.formula)}
    rest = tuple(
        _content(Role.INPUT, name, array)
        for name, array in event.inputs.items()
        if name in spoken_of and name not in shown_already
    )
    upstream = _content(Role.UPSTREAM, event.upstream, event.inputs[event.upstream])
    return (upstream, *slopes, *rest), tuple(_products(event))


def _slopes(event: Event) -> Iterator[Content]:
    """Give the local derivatives; a factor that is one of the inputs keeps its name."""
    result = event.upstream.removeprefix("d")
    operands = event.operands or tuple(event.graph.variables)
    patterns = event.node.operation.slopes if event.node and event.node.operation else ()
    for position, slope in enumerate(event.local):
        operand = operands[position]
        if f"d{operand}" not in event.products or operand in operands[:position]:
            continue
        name = next((name for name, array in event.inputs.items() if array is slope), "")
        is_uniform = bool(patterns) and patterns[position].text in ("0", "1") and slope.size > 1
        array = np.asarray(slope.flat[0]) if is_uniform else slope
        title = f"∂{result}/∂{operand}"
        content = _content(Role.LOCAL, name, array, f"{title} = {name}" if name else title)
        yield replace(content, is_uniform=is_uniform)


def _products(event: Event) -> Iterator[Content]:
    """Give what the event adds to gradients, where that is not all of them, and the gradients."""
    for name, array in event.outputs.items():
        product = event.products.get(name)
        if product is not None and product is not array and not np.array_equal(product, array, equal_nan=True):
            yield _content(Role.PRODUCT, name, product, f"+ {name}")
        yield replace(_content(Role.OUTPUT, name, array), pending=tuple(event.pending.get(name, ())))


def _content(role: Role, name: str, array: Array, title: str = "", moment: Moment = Moment.ONLY) -> Content:
    return Content(role, name, array, title or name, array.shape, moment)


def _is_number(name: str) -> bool:
    """Say whether a value is a constant that has only its own number for a name."""
    try:
        float(name)
    except ValueError:
        return False
    return True
