"""Computes the tree of an expression, part by part."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np

from nn.expressions.allowance import Allowance
from nn.expressions.functions import CONSTANTS, FUNCTIONS, TYPES
from nn.expressions.grammar import function_of, name_of, names_in, text_of
from nn.expressions.indexing import checked_index
from nn.expressions.refusals import Unavailable
from nn.expressions.shapes import no_axis, no_common_shape, no_product
from nn.messages import Message

_BINARY: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.BitAnd: operator.and_,
    ast.BitOr: operator.or_,
    ast.BitXor: operator.xor,
}
_COMPARED: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_UNARY: Mapping[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.USub: np.negative,
    ast.UAdd: np.positive,
    ast.Invert: np.invert,
}
_WHOLE = (ast.Add, ast.Sub, ast.Mult, ast.Pow, ast.FloorDiv, ast.Mod)
_EXACT = 2.0**62  # whole numbers below it are computed as they are
_ERRORS = (ArithmeticError, AttributeError, IndexError, MemoryError, TypeError, ValueError)


class Part(NamedTuple):
    """A part of an expression and what it came to.

    Attributes
    ----------
    text
        As a person would type it.
    shape, dtype
        Of its value; the shape is empty where it is one number.
    number
        The value where it is one number.
    """

    text: str
    shape: tuple[int, ...]
    dtype: str
    number: float | None


class Evaluation:
    """Goes through a tree once.

    Parameters
    ----------
    lookup
        Gives the value of a name; it raises `Unavailable` where there is none.
    keeps_parts
        Whether somebody will ask for `parts`.

    Attributes
    ----------
    parts
        What names and operations came to, in the order in which they were computed, each once.
    """

    def __init__(self, lookup: Callable[[str], Any], *, keeps_parts: bool = False) -> None:
        self._lookup, self._allowance, self._keeps_parts = lookup, Allowance(), keeps_parts
        self.parts: dict[str, Part] = {}

    def value(self, node: ast.expr) -> Any:
        """Return what a part comes to: an array, a number, or a shape as a tuple.

        Raises
        ------
        Unavailable
            If a value does not exist, or the values do not go together.
        """
        try:
            value = self._computed(node)
        except Unavailable:
            raise
        except _ERRORS as error:
            reason = error if str(error) else Message("it takes too much memory")
            raise Unavailable(Message("{part}: {reason}", part=text_of(node), reason=reason)) from error
        if self._keeps_parts and not isinstance(value, tuple):
            self._note(node, value)
        return value

    def _note(self, node: ast.expr, value: Any) -> None:
        array = np.asarray(value)
        if array.ndim or names_in(node):  # numbers as they were typed say nothing new
            number = None if array.ndim else float(array)
            self.parts[text_of(node)] = Part(text_of(node), array.shape, str(array.dtype), number)

    def _computed(self, node: ast.expr) -> Any:
        match node:
            case ast.Constant(value=value):
                return float(value) if isinstance(value, int) and abs(value) >= _EXACT else value
            case ast.Name(id=name):
                return self._named(name_of(name))
            case ast.Attribute(value=ast.Name(id="np"), attr=name):
                return CONSTANTS[name]
            case ast.Attribute(value=inner, attr=name):
                return getattr(np.asarray(self.value(inner)), name)
            case ast.Call():
                return self._called(node)
            case ast.Subscript(value=inner, slice=index):
                array = np.asarray(self.value(inner))
                return array[checked_index(node, array.shape, self._index(index), self._allowance)]
            case ast.UnaryOp(op=op, operand=operand):
                return self._signed(op, self.value(operand))
            case ast.BinOp(left=left, op=ast.MatMult(), right=right):
                return self._multiplied(node, np.matmul, left, right)
            case ast.BinOp(left=left, op=op, right=right):
                return self._together(node, type(op), _BINARY[type(op)], left, right)
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self._together(node, type(op), _COMPARED[type(op)], left, right)
            case ast.Tuple(elts=parts):
                return tuple(self.value(each) for each in parts)
            case ast.List(elts=parts):
                return self._list(parts)
        raise AssertionError(node)  # the grammar lets nothing else through

    def _named(self, name: str) -> Any:
        if name in CONSTANTS:
            return CONSTANTS[name]
        value = self._lookup(name)
        if not isinstance(value, tuple):
            if np.asarray(value).dtype.kind not in "biuf":
                raise Unavailable(Message("{name} is no number and no array of numbers", name=name))
            self._allowance.give(np.size(value))
        return value

    def _signed(self, op: ast.unaryop, value: Any) -> Any:
        value = np.asarray(value) if isinstance(value, tuple) else value
        self._allowance.take_shapes(value)
        result = _UNARY[type(op)](value)
        return result if isinstance(value, np.ndarray | np.generic) else result.item()

    # ---- two values

    def _together(
        self, node: ast.expr, kind: type[ast.AST], act: Callable[[Any, Any], Any], left: ast.expr, right: ast.expr
    ) -> Any:
        a, b = self.value(left), self.value(right)
        if isinstance(a, tuple) and isinstance(b, tuple) and kind in (ast.Eq, ast.NotEq):
            return act(a, b)  # of two shapes, which need not be as long as each other
        a, b = (np.asarray(each) if isinstance(each, tuple) else each for each in (a, b))
        try:
            self._allowance.take_shapes(a, b)
        except ValueError:
            raise Unavailable(no_common_shape(node, text_of(left), np.shape(a), text_of(right), np.shape(b))) from None
        if not _is_plain(a) or not _is_plain(b):
            return _acted(kind, act, a, b)
        return _acted(kind, act, np.asarray(a), np.asarray(b)).item()  # two numbers make a number, not an array

    def _multiplied(self, node: ast.expr, act: Callable[[Any, Any], Any], left: ast.expr, right: ast.expr) -> Any:
        a, b = np.asarray(self.value(left)), np.asarray(self.value(right))
        self._allowance.take_product(a, b)
        try:
            return act(a, b)
        except ValueError:
            told = no_product(text_of(node), text_of(left), a.shape, text_of(right), b.shape)
            raise Unavailable(told) from None

    def _list(self, parts: list[ast.expr]) -> Any:
        values = [np.asarray(self._within(each)) for each in parts]
        self._allowance.take(sum(value.size for value in values))
        if len({value.shape for value in values}) > 1:
            shapes = ", ".join(dict.fromkeys(str(value.shape) for value in values))
            raise Unavailable(Message("The rows of a list are equally long; here are {shapes}", shapes=shapes))
        return np.stack(values) if values else np.zeros(0)

    def _within(self, node: ast.expr) -> Any:
        """Return a row of a list: it is no part that anybody asks about."""
        return self._list(node.elts) if isinstance(node, ast.List) else self.value(node)

    # ---- functions and indices

    def _called(self, call: ast.Call) -> Any:
        name, nodes = function_of(call)
        if name in ("dot", "matmul"):
            return self._multiplied(call, np.dot if name == "dot" else np.matmul, *nodes)
        function = FUNCTIONS[name]
        args = [_type(each) if name == "astype" and i else self.value(each) for i, each in enumerate(nodes)]
        function.room(self._allowance, *(args[:1] if name == "astype" else args))
        try:
            return function.call(*args, **{str(each.arg): _keyword(each) for each in call.keywords})
        except np.exceptions.AxisError:
            raise Unavailable(no_axis(text_of(call), text_of(nodes[0]), np.shape(args[0]))) from None

    def _index(self, node: ast.expr) -> Any:
        match node:
            case ast.Tuple(elts=parts):
                return tuple(self._index(each) for each in parts)
            case ast.Slice(lower=lower, upper=upper, step=step):
                return slice(*(None if end is None else self._whole(end) for end in (lower, upper, step)))
            case ast.Constant(value=value) if value is None or value is Ellipsis:
                return value
        return self.value(node)

    def _whole(self, node: ast.expr) -> int:
        return operator.index(np.asarray(self.value(node))[()])


def _is_plain(value: Any) -> bool:
    """Say whether a value is a number as it was typed, which takes on the type of the array it meets."""
    return isinstance(value, bool | int | float) and not isinstance(value, np.generic)


def _acted(kind: type[ast.AST], act: Callable[[Any, Any], Any], a: Any, b: Any) -> Any:
    """Compute with two values; with whole numbers in floats where the result is none, or beyond 64 bits."""
    if not (issubclass(kind, _WHOLE) and _is_whole(a) and _is_whole(b)):
        return act(a, b)
    exact = act(np.asarray(a, np.float64), np.asarray(b, np.float64))
    fits = np.all(np.abs(exact) < _EXACT) and not (kind is ast.Pow and np.any(np.asarray(b) < 0))
    return act(a, b) if fits else exact


def _is_whole(value: Any) -> bool:
    return np.asarray(value).dtype.kind in "iu"


def _type(node: ast.expr) -> Any:
    return TYPES[text_of(node).removeprefix("np.")]


def _keyword(keyword: ast.keyword) -> Any:
    return _type(keyword.value) if keyword.arg == "dtype" else ast.literal_eval(keyword.value)
