"""What the rewritten program calls in place of an assignment, and at the beginning of lines and functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from nn.own_code.recording.event import plain
from nn.own_code.recording.expressions import unchanging
from nn.own_code.recording.identities import Identities
from nn.own_code.recording.operators import BINARY, IN_PLACE
from nn.own_code.recording.tape import KEPT, Tape, is_kept
from nn.own_code.recording.writes import Writes

Names = str | tuple[Any, ...]
_IN_PLACE = {"in_place": True}
_SEQUENCES = (tuple, list)


class Statements:
    """Does what a statement says, and notes it.

    Attributes
    ----------
    substitutes : dict of int to callable
        For a statement what is to stand in place of its value.
    """

    def __init__(self, tape: Tape, identities: Identities, writes: Writes, end: Callable[[], None]) -> None:
        self._tape = tape
        self._end = end
        self._identities = identities
        self._writes = writes
        self.substitutes: dict[int, Callable[[Any], Any]] = {}

    def line(self, site: int) -> bool:
        """Note that a statement begins; true, so that it may stand before the condition of a loop."""
        if self._tape.on:
            if self._tape.is_ending:
                self._end()
            else:
                self._tape.line(site)
        return True

    def enter(self, site: int, name: str, arguments: tuple[str, ...], *values: Any) -> None:
        """Note that a function begins, with its arguments."""
        if self._tape.on:
            self._tape.event("enter", site, name)
            for argument, value in zip(arguments, values, strict=True):
                self._bound(site, argument, value)

    def leave(self, site: int, name: str) -> None:
        """Note that a function ends."""
        if self._tape.on:
            self._tape.event("leave", site, name)

    def bind(self, site: int, names: Sequence[Names], value: Any) -> Any:
        """Return a value that gets these names."""
        if self.substitutes and site in self.substitutes:
            value = self.substitutes[site](value)
        if self._tape.on:
            for name in names:
                self._bound(site, name, value)
        return value

    def put(self, site: int, name: str, a: Any, key: Any, value: Any) -> None:
        """Do ``a[key] = value``."""
        substitute = self.substitutes.get(site) if self.substitutes else None
        if substitute is not None and not isinstance(a, np.ndarray):
            value = substitute(value)
        if not self._tape.on:
            a[key] = value
        elif isinstance(a, np.ndarray):
            self._write(site, a, key, value)
        elif isinstance(a, np.flatiter):
            key = np.arange(a.base.size).reshape(a.base.shape).flat[key]
            self._write(site, a.base, np.unravel_index(key, a.base.shape), value)
        else:
            a[key] = value
        if substitute is not None and isinstance(a, np.ndarray):
            a[...] = substitute(a)
        if self._tape.on:
            self._bound(site, _element(name, a, key), a if isinstance(a, np.ndarray) else value)

    def augment(self, site: int, name: str, operation: str, a: Any, b: Any) -> Any:
        """Return what ``a`` is after ``a += b`` and the like: itself, where it can be changed."""
        value = self._augmented(site, operation, a, b)
        if self.substitutes and site in self.substitutes:
            right = self.substitutes[site](value)
            if isinstance(value, np.ndarray):
                value[...] = right
            else:
                value = right
        if self._tape.on:
            self._bound(site, name, value)
        return value

    def augment_item(self, site: int, name: str, operation: str, a: Any, key: Any, b: Any) -> None:
        """Do ``a[key] += b`` and the like."""
        if not self._tape.on or not isinstance(a, np.ndarray):
            self.put(site, name, a, key, self._augmented(site, operation, a[key], b))
            return
        take = self._identities.input
        key = unchanging(key)
        pending = self._writes.begin(a, key)
        before = pending.before if pending.before.ndim else pending.before[()]
        inputs = take(a), take(b)
        value = IN_PLACE[operation](a[key], b)
        a[key] = value
        part = self._tape.add("getitem", site, inputs[:1], before, {"key": key}, lambda array, key: array[key])
        after = np.array(value)
        result = self._tape.add(operation, site, (part, inputs[1]), after, function=BINARY[operation])
        self._writes.end(pending, "setitem", site, (inputs[0], result), {"key": key})
        if self.substitutes and site in self.substitutes:
            a[...] = self.substitutes[site](a)
        self._bound(site, _element(name, a, key), a)

    def _augmented(self, site: int, operation: str, a: Any, b: Any) -> Any:
        function, tape = IN_PLACE[operation], self._tape
        if not tape.on:
            return function(a, b)
        take = self._identities.input
        if isinstance(a, np.ndarray):
            inputs = take(a), take(b)
            pending = self._writes.begin(a)
            value = function(a, b)
            if value is a:
                self._writes.end(pending, operation, site, inputs, _IN_PLACE, BINARY[operation])
                return value
        else:
            value = function(a, b)
        if is_kept(value) and value is not a and value is not b:
            inputs = take(a), take(b)
            self._identities.meet(value, tape.add(operation, site, inputs, value, function=BINARY[operation]))
        return value

    def _write(self, site: int, a: Any, key: Any, value: Any) -> None:
        key = unchanging(key)
        inputs = self._identities.input(a), self._identities.input(value)
        pending = self._writes.begin(a, key)
        a[key] = value
        self._writes.end(pending, "setitem", site, inputs, {"key": key})

    def _bound(self, site: int, name: Names, value: Any) -> None:
        if isinstance(value, KEPT) and not isinstance(name, tuple):
            node = self._identities.node_of(value)
            if node is not None:
                if not node.name and name != "return":
                    node.name = name
                self._tape.event("bind", site, name, node)
                return
        if isinstance(name, tuple):  # a, b = value
            if isinstance(value, _SEQUENCES) and len(value) == len(name):
                for part, of in zip(name, value, strict=True):
                    self._bound(site, part, of)
            return
        if type(value) is tuple:
            value = tuple(self._identities.input(part) if is_kept(part) else part for part in value)
        self._tape.event("bind", site, name, None, plain(value))


def _element(name: str, a: Any, key: Any) -> str:
    """Return the name of an element of a dictionary or list with its key: ``params['W1']`` for ``params[key]``."""
    if isinstance(a, np.ndarray | np.flatiter) or not isinstance(key, str | int):
        return name
    return f"{name.partition('[')[0]}[{key!r}]" if name.count("[") == 1 else name
