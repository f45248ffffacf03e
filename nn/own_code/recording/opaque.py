"""Calls of functions whose inside is not recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from nn.own_code.recording.identities import Identities
from nn.own_code.recording.tape import Tape, is_kept
from nn.own_code.recording.writes import Writes

_LARGEST = 1_000_000  # numbers of an array that is compared before and after


class OpaqueCalls:
    """Calls a function as one step: its results are nodes, and arrays that it changed get new versions."""

    def __init__(self, tape: Tape, identities: Identities, writes: Writes) -> None:
        self._tape = tape
        self._identities = identities
        self._writes = writes

    def call(
        self, site: int, function: Callable[..., Any], name: str, args: Any, keywords: Any, is_silent: bool = False
    ) -> Any:
        """Return what the function returns; silent, nothing that it calls is recorded either."""
        take = self._identities.input
        inputs = tuple(take(value) for value in args)
        kept = {key: take(value) for key, value in keywords.items()}
        seen = {id(array): array for array in _arrays((args, keywords)) if array.size <= _LARGEST}
        pending = [self._writes.begin(array) for array in seen.values()]
        if is_silent:
            self._tape.on = False
        try:
            value = function(*args, **keywords)
        finally:
            if is_silent:
                self._tape.on = True
        if not self._tape.on:  # the recording ended in a function of the program that this one called
            return value
        for write in pending:
            if not np.array_equal(write.target, write.before, equal_nan=write.before.dtype.kind in "fc"):
                self._writes.end(write, name, site, inputs, kept)
        self._results(site, function, name, inputs, kept, value)
        return value

    def _results(self, site: int, function: Any, name: str, inputs: Any, keywords: Any, value: Any) -> None:
        if isinstance(value, tuple | list):
            for part in value:
                self._result(site, None, name, inputs, keywords, part)
        elif isinstance(value, dict):
            for part in value.values():
                self._result(site, None, name, inputs, keywords, part)
        else:
            self._result(site, function, name, inputs, keywords, value)

    def _result(self, site: int, function: Any, name: str, inputs: Any, keywords: Any, value: Any) -> None:
        if is_kept(value) and self._identities.known(value) is None:
            self._identities.meet(value, self._tape.add(name, site, inputs, value, keywords, function))


def _arrays(values: Any, deep: int = 3) -> Iterator[Any]:
    if isinstance(values, np.ndarray):
        yield values
    elif deep and isinstance(values, tuple | list):
        for value in values:
            yield from _arrays(value, deep - 1)
    elif deep and isinstance(values, dict):
        for value in values.values():
            yield from _arrays(value, deep - 1)
