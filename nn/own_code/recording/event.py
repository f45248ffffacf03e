"""What happened one after the other: lines, names that got values, functions entered and left."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from nn.messages import printable
from nn.own_code.recording.node import Node
from nn.own_code.recording.site import Site

_LONGEST_TUPLE = 10


class Thing(NamedTuple):
    """A value that is neither a number nor an array, by its type: ``Thing("OrderedDict")``."""

    type: str


class Event(NamedTuple):
    """One moment of a run.

    Attributes
    ----------
    kind : str
        ``"line"`` before a statement, ``"bind"`` when a name, an attribute, an element or what a function returns got
        its value, ``"enter"`` and ``"leave"`` of a function.
    site : Site
        The statement; of an argument and of enter and leave the function's head.
    name : str
        What got a value, as it is written: ``"out"``, ``"self.mask"``, ``"params['W1']"``, ``"return"``; of enter and
        leave the function's name.
    node : Node or None
        The value, if it is an array or a number that was computed.
    value : object
        Any other value: a number, a text, None, a tuple of these and nodes, or a `Thing`.
    position : int
        How many nodes there were before.
    """

    kind: str
    site: Site
    name: str
    node: Node | None
    value: Any
    position: int


def plain(value: object) -> object:
    """Return a value that is no array as it may be kept and shown."""
    if value is None or isinstance(value, bool | int | float | complex | np.generic | Node):
        return value
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple) and len(value) <= _LONGEST_TUPLE:
        return tuple(plain(part) for part in value)
    return Thing(printable(type(value).__name__))
