"""What the rewritten program calls in place of a call."""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np

from nn.own_code.recording.expressions import Expressions
from nn.own_code.recording.identities import Identities
from nn.own_code.recording.layer_calls import LayerCalls
from nn.own_code.recording.opaque import OpaqueCalls
from nn.own_code.recording.operators import SYNONYMS
from nn.own_code.recording.tape import ARRAYS, KEPT, NOTHING, Tape, is_kept
from nn.own_code.recording.writes import Writes

Call = Callable[..., Any]
_DISPATCHER = type(np.sum)  # what NumPy makes of its functions in Python
_UFUNC_METHOD = type(np.add.reduce)

_BY_ROWS = frozenset({zip, enumerate, reversed, list, tuple, sorted, iter, set, map, filter})
_NUMBERS = frozenset({float, sum, abs, pow, round})
_CHANGES_ITSELF = frozenset({"sort", "fill", "itemset", "put", "partition", "setfield", "byteswap"})
_CHANGES_FIRST = frozenset({"at", "copyto", "put", "putmask", "place", "fill_diagonal", "shuffle", "put_along_axis"})
_RANDOM = (np.random.RandomState, np.random.Generator)
_MEASURES = "numerical_grad"
"""A function with this in its name tries every parameter twice: it is one value, not thousands of steps."""


class Calls:
    """Calls what is to be called, and notes what NumPy computes.

    Functions of the program itself are noted line by line when they run.

    Attributes
    ----------
    files : set of str
        The files whose functions are the program's own.
    layers : LayerCalls
    """

    def __init__(
        self,
        tape: Tape,
        identities: Identities,
        writes: Writes,
        expressions: Expressions,
        end: Callable[[], None],
    ) -> None:
        self._tape = tape
        self._end = end
        self._identities = identities
        self._writes = writes
        self._expressions = expressions
        self._opaque = OpaqueCalls(tape, identities, writes)
        self.layers = LayerCalls(tape, identities)
        self.files: set[str] = set()

    def call(self, site: int, function: Any, /, *args: Any, **keywords: Any) -> Any:
        """Return ``function(*args, **keywords)``."""
        tape = self._tape
        if tape.on and tape.is_ending:
            self._end()
        if not tape.on:
            return function(*args, **keywords)
        kind = type(function)
        if kind is np.ufunc or kind is _DISPATCHER:
            return self._numpy(site, function, function.__name__, None, args, keywords)
        if kind is types.MethodType or kind is types.FunctionType:
            return self._python(site, function, args, keywords)
        if kind is types.BuiltinFunctionType:
            return self._builtin(site, function, args, keywords)
        if isinstance(function, type):
            return self._type(site, function, args, keywords)
        if _is_own(kind.__dict__.get("__call__"), self.files):
            return function(*args, **keywords)
        return self._opaque.call(site, function, kind.__name__, args, keywords)

    def _python(self, site: int, function: Any, args: Any, keywords: Any) -> Any:
        name = function.__name__
        if _is_own(function, self.files):
            if _MEASURES in name:
                return self._opaque.call(site, function, name, args, keywords, is_silent=True)
            return function(*args, **keywords)
        if (function.__module__ or "").startswith("numpy"):
            return self._numpy(site, function, name, None, args, keywords)
        if self.layers.knows(function):
            return self.layers.call(site, function, args, keywords)
        return self._opaque.call(site, function, name, args, keywords)

    def _builtin(self, site: int, function: Any, args: Any, keywords: Any) -> Any:
        receiver, name = function.__self__, function.__name__
        if isinstance(receiver, ARRAYS):
            return self._numpy(site, function, name, receiver, args, keywords)
        if isinstance(receiver, np.ufunc):
            return self._numpy(site, function, f"{receiver.__name__}.{name}", None, args, keywords)
        if isinstance(receiver, _RANDOM) or receiver is math or function.__module__ == "math":
            return self._numpy(site, function, name, None, args, keywords)
        if function in _BY_ROWS:  # sorted, iter
            return function(*(self._expressions.rows(site, value) for value in args), **keywords)
        if function in _NUMBERS or (getattr(function, "__module__", None) or "").startswith("numpy"):
            return self._numpy(site, function, name, None, args, keywords)
        return function(*args, **keywords)

    def _type(self, site: int, function: Any, args: Any, keywords: Any) -> Any:
        if function in _BY_ROWS:
            return function(*(self._expressions.rows(site, value) for value in args), **keywords)
        if function is float or issubclass(function, np.generic):
            return self._numpy(site, function, function.__name__, None, args, keywords)
        return function(*args, **keywords)

    def _numpy(self, site: int, function: Call, name: str, receiver: Any, args: Any, keywords: Any) -> Any:
        """Call a function or method of NumPy and note it."""
        again: Call = function
        everything = args
        if receiver is not None:
            everything = (receiver, *args)
            again = _method(name)
        name = SYNONYMS.get(name, name)
        target = _target(function, name, receiver, args, keywords)
        if target is not None:
            return self._into(site, function, again, name, everything, target, args, keywords)
        identities = self._identities
        take = identities.input
        inputs = tuple([take(value) for value in everything])
        kept = {key: take(value) for key, value in keywords.items()} if keywords else NOTHING
        value = function(*args, **keywords)
        if isinstance(value, KEPT):
            if identities.known(value) is None:
                identities.meet(value, self._tape.add(name, site, inputs, value, kept, again))
        elif type(value) in (tuple, list) or isinstance(value, tuple):
            self._parts(site, again, name, inputs, kept, value)
        return value

    def _into(
        self,
        site: int,
        function: Call,
        again: Call,
        name: str,
        everything: tuple[Any, ...],
        target: Any,
        args: Any,
        keywords: Any,
    ) -> Any:
        """Call what writes its result into an array."""
        take = self._identities.input
        before = take(target)
        rest = everything[: function.nin] if isinstance(function, np.ufunc) else everything
        inputs = tuple(before if value is target and "out" not in keywords else take(value) for value in rest)
        kept = {key: take(value) for key, value in keywords.items() if key != "out"} | {"in_place": True}
        pending = self._writes.begin(target)
        value = function(*args, **keywords)
        if keywords.get("where", True) is not True:
            kept["before"] = before
        self._writes.end(pending, name, site, inputs, kept, again)
        return value

    def _parts(self, site: int, again: Call, name: str, inputs: Any, keywords: Mapping[str, Any], values: Any) -> None:
        """Note each array of several that one call returned."""
        for place, value in enumerate(values):
            if is_kept(value) and self._identities.known(value) is None:
                node = self._tape.add(name, site, inputs, value, keywords, _part(again, place))
                self._identities.meet(value, node)


def _is_own(function: Any, files: set[str]) -> bool:
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    return code is not None and code.co_filename in files


@cache
def _method(name: str) -> Call:
    return lambda receiver, *args, **keywords: getattr(receiver, name)(*args, **keywords)


def _part(function: Call, place: int) -> Call:
    return lambda *args, **keywords: function(*args, **keywords)[place]


def _target(function: Any, name: str, receiver: Any, args: Any, keywords: Any) -> Any:
    """Return the array that a call writes into, None if it makes a new one."""
    if keywords and "out" in keywords:
        out = keywords["out"]
        out = out[0] if isinstance(out, tuple) else out
        return out if isinstance(out, np.ndarray) else None
    if receiver is not None:
        return receiver if name in _CHANGES_ITSELF and isinstance(receiver, np.ndarray) else None
    if type(function) is np.ufunc:
        return args[function.nin] if len(args) > function.nin else None
    if name.rpartition(".")[2] in _CHANGES_FIRST and args and isinstance(args[0], np.ndarray):
        return args[0]
    return None
