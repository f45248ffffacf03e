"""A small worksheet: lines of arithmetic, one below the other, each with what it gives, its shape and its dtype."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from nn.arrays import Array
from nn.expressions import Expression
from nn.messages import Message, message_of

MOST = 40
"""Lines that a sheet holds."""
_LARGEST = 10_000
_TARGET = re.compile(r"\s*(?P<name>[A-Za-z_]\w*)\s*(?:\[(?P<index>.+)\])?\s*=(?!=)(?P<value>.+)", re.DOTALL)


@dataclass(frozen=True, eq=False)
class Line:
    """One line that was written, and what came of it.

    Attributes
    ----------
    text
        As it was written.
    name
        What it gave a value to, empty for a line that only computes.
    value : ndarray or None
        What it gave; None where it could not be computed.
    is_shape
        Whether that is the shape of an array.
    trouble
        Why not.
    """

    text: str
    name: str = ""
    value: Array | None = None
    is_shape: bool = False
    trouble: str = ""


class Sheet:
    """Names and their values, changed by one line after the other, as in a Python session.

    Parameters
    ----------
    lookup
        Gives the values of names that the sheet itself does not have; raises `LookupError` where there is none.
    """

    def __init__(self, lookup: Callable[[str], Any]) -> None:
        self._lookup = lookup
        self.names: dict[str, Array] = {}
        self.lines: tuple[Line, ...] = ()

    def write(self, text: str) -> Line:
        """Compute one line and keep it; one that cannot be computed says why and changes nothing."""
        try:
            name, value = self._run(text)
            line = Line(text.strip(), name, frozen_copy(np.asarray(value)), isinstance(value, tuple))
        except (ArithmeticError, LookupError, TypeError, ValueError) as error:
            line = Line(text.strip(), trouble=message_of(error))
        self.lines = (*self.lines, line)[-MOST:]
        return line

    def would_give(self, text: str) -> Array:
        """Return what a line gives, without keeping anything of it."""
        other = Sheet(self._lookup)
        other.names = {name: value.copy() for name, value in self.names.items()}
        return np.asarray(other._run(text)[1])

    def _run(self, text: str) -> tuple[str, Any]:
        target = _TARGET.fullmatch(text)
        if target is None:
            value: Any = Expression.parse(text).value(self._known)
            return "", value if isinstance(value, tuple) else _checked(text, value)
        name, index, value = target["name"], target["index"], self._value(target["value"])
        if index is None:
            self.names[name] = value
        else:
            self._put(name, index, value)
        return name, self.names[name]

    def _put(self, name: str, index: str, value: Array) -> None:
        if name not in self.names:
            raise ValueError(Message("{name} has no value yet; write {name} = ... first", name=name))
        where = tuple(self._value(each) if each.strip() != ":" else slice(None) for each in index.split(","))
        self.names[name][where if len(where) > 1 else where[0]] = value

    def _value(self, text: str) -> Array:
        return _checked(text, Expression.parse(text).value(self._known))

    def _known(self, name: str) -> Any:
        return self.names[name] if name in self.names else self._lookup(name)


def _checked(text: str, value: Any) -> Array:
    """Return a value as an array that may be written into."""
    array: Array = np.asarray(value)
    if array.dtype.kind not in "biuf" or array.size > _LARGEST:
        raise ValueError(Message("{text} gives no numbers that fit here", text=text.strip()))
    return array if array.flags.writeable else array.copy()


def gives_the_same(value: Array | None, wanted: Array) -> bool:
    """Say whether a line gave what was asked for: the numbers, their shape and their kind."""
    if value is None or value.shape != wanted.shape or value.dtype.kind != wanted.dtype.kind:
        return False
    return bool(np.allclose(value, wanted, rtol=1e-6, atol=1e-9, equal_nan=True))


def frozen_copy(value: Array) -> Array:
    """Return the numbers of this moment: later lines may change the array."""
    copy = value.copy()
    copy.flags.writeable = False
    return copy
