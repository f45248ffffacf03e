"""What the rewritten program calls in place of an operator, an attribute or brackets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Any

import numpy as np

from nn.own_code.recording.identities import Identities
from nn.own_code.recording.operators import BINARY, UNARY
from nn.own_code.recording.tape import ARRAYS, KEPT, Tape

_FEW_TURNS = 1_000


class Expressions:
    """Computes what was written, and notes it."""

    def __init__(self, tape: Tape, identities: Identities, end: Callable[[], None]) -> None:
        self._tape = tape
        self._identities = identities
        self._end = end

    def binary(self, site: int, operation: str, a: Any, b: Any) -> Any:
        """Return ``a + b`` and the like, comparisons too."""
        function = BINARY[operation]
        value = function(a, b)
        if self._tape.on and isinstance(value, KEPT) and value is not a and value is not b:
            take = self._identities.input
            node = self._tape.add(operation, site, (take(a), take(b)), value, function=function)
            self._identities.meet(value, node)
        return value

    def unary(self, site: int, operation: str, a: Any) -> Any:
        """Return ``-a`` and the like."""
        function = UNARY[operation]
        value = function(a)
        if self._tape.on and isinstance(value, KEPT) and value is not a:
            node = self._tape.add(operation, site, (self._identities.input(a),), value, function=function)
            self._identities.meet(value, node)
        return value

    def transposed(self, site: int, name: str, a: Any) -> Any:
        """Return ``a.T`` and other attributes of an array that show its numbers."""
        value = getattr(a, name)
        if self._tape.on and isinstance(a, np.ndarray) and isinstance(value, np.ndarray):
            node = self._tape.add(
                name, site, (self._identities.input(a),), value, function=lambda array: getattr(array, name)
            )
            self._identities.meet(value, node)
        return value

    def item(self, site: int, a: Any, key: Any) -> Any:
        """Return ``a[key]``."""
        value = a[key]
        if self._tape.on and isinstance(a, np.ndarray) and isinstance(value, ARRAYS):
            key = unchanging(key)
            node = self._tape.add(
                "getitem", site, (self._identities.input(a),), value, {"key": key}, lambda array, key: array[key]
            )
            self._identities.meet(value, node)
        return value

    def rows(self, site: int, values: Any) -> Any:
        """Return what a loop goes over; the rows of an array are views of it."""
        if self._tape.on and isinstance(values, np.ndarray) and values.ndim:
            return self._rows(site, values)
        is_few = not isinstance(values, Iterable) or (isinstance(values, Sized) and len(values) < _FEW_TURNS)
        return values if is_few or not self._tape.on else self._counted(values)

    def _counted(self, values: Iterable[Any]) -> Iterator[Any]:
        """Give what a loop goes over until it has gone round as often as a recording may have lines."""
        tape = self._tape
        for turn, value in enumerate(values):
            if turn >= tape.most_events and tape.on:
                tape.is_ending = True
                self._end()
            yield value

    def _rows(self, site: int, array: Any) -> Iterator[Any]:
        for place in range(len(array)):
            yield self.item(site, array, place)


def unchanging(key: Any) -> Any:
    """Return what stands in brackets as it is now: an array of places may be written into later."""
    if isinstance(key, np.ndarray):
        return key.copy()
    if isinstance(key, tuple):
        return tuple(unchanging(part) for part in key)
    return key
