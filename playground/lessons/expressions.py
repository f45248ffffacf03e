"""The arithmetic a lesson file may write: ``y``, ``W1[0, 1]``, ``a1.shape``, ``sigmoid(0)``, ``dot(x, W1) + b1``.

It looks like the book's Python and is a small part of it: names, numbers, lists, indices, the four operations,
comparisons and the functions of `FUNCTIONS`. Everything else is refused when the file is read, so that a lesson
from elsewhere can do nothing but arithmetic.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from nn import functions
from nn.messages import Message

FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    **{
        name: getattr(functions, name)
        for name in (
            "step_function", "sigmoid", "sigmoid_grad", "relu", "relu_grad", "tanh", "identity_function", "softmax",
            "cross_entropy_error", "sum_squared_error",
        )
    },
    **{name: getattr(np, name) for name in ("abs", "argmax", "dot", "exp", "log", "max", "mean", "min", "std", "sum")},
    "count": np.count_nonzero,
    "float32": np.float32,
}  # fmt: skip
ATTRIBUTES = ("T", "ndim", "shape", "size")
_BINARY: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.MatMult: operator.matmul,
}
_COMPARED: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


class Unavailable(LookupError):
    """A value that does not exist at the moment, such as the loss of a sample without a target."""


@dataclass(frozen=True)
class Expression:
    """Arithmetic over named values.

    Attributes
    ----------
    text
        As it stands in the file.
    names
        The values it needs.
    """

    text: str
    names: frozenset[str]
    _tree: ast.expr

    @classmethod
    def parse(cls, text: str) -> Expression:
        """Read an expression.

        Raises
        ------
        ValueError
            If it is no expression or uses what is not allowed; the message says what and what is.
        """
        try:
            tree = ast.parse(text.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise ValueError(
                Message("{text!r} is no expression; write one such as W1[0, 1] or sigmoid(0)", text=text)
            ) from None
        names = frozenset(_checked(tree))
        return cls(text.strip(), names, tree)

    def value(self, lookup: Callable[[str], Any]) -> Any:
        """Return the value, with the named values that `lookup` gives.

        Raises
        ------
        Unavailable
            If a value does not exist at the moment, or the values do not go together.
        """
        try:
            with np.errstate(all="ignore"):  # overflow is what some lessons are about
                return _evaluated(self._tree, lookup)
        except (ArithmeticError, AttributeError, IndexError, TypeError, ValueError) as error:
            raise Unavailable(Message("{text}: {reason}", text=self.text, reason=error)) from error


def _checked(node: ast.expr) -> list[str]:
    """Return the names of the values in a tree; raise ValueError where it is more than arithmetic."""
    match node:
        case ast.Constant(value=int() | float()):
            return []
        case ast.Name(id=name):
            return [name]
        case ast.Attribute(value=inner, attr=name) if name in ATTRIBUTES:
            return _checked(inner)
        case ast.Attribute(attr=name):
            raise ValueError(
                Message(".{name} is not known in a lesson; known: {known}", name=name, known=_listed(ATTRIBUTES, "."))
            )
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
            return [found for each in args for found in _checked(each)]
        case ast.Call():
            called = ast.unparse(node.func)
            raise ValueError(
                Message(
                    "function {called!r} is not known in a lesson; known: {known}",
                    called=called,
                    known=_listed(FUNCTIONS),
                )
            )
        case ast.Subscript() | ast.Slice() | ast.BinOp() | ast.UnaryOp() | ast.Compare() | ast.List() | ast.Tuple():
            _check_operators(node)
            parts = [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.expr)]
            return [found for each in parts for found in _checked(each)]
    raise ValueError(
        Message(
            "{part!r} is not allowed in a lesson; write names, numbers, lists and + - * / @", part=ast.unparse(node)
        )
    )


def _check_operators(node: ast.AST) -> None:
    for each in ast.iter_child_nodes(node):
        known = not isinstance(each, ast.operator | ast.cmpop | ast.unaryop) or isinstance(each, ast.USub)
        if not (known or type(each) in _BINARY or type(each) in _COMPARED):
            raise ValueError(
                Message(
                    "{part!r} uses an operation that lessons do not have; use + - * / @ < > ==", part=ast.unparse(node)
                )
            )


def _listed(names: Any, mark: str = "") -> str:
    return ", ".join(mark + name for name in sorted(names))


def _evaluated(node: Any, lookup: Callable[[str], Any]) -> Any:
    def of(part: Any) -> Any:
        return _evaluated(part, lookup)

    match node:
        case None:
            return None
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name):
            return lookup(name)
        case ast.Attribute(value=inner, attr=name):
            return getattr(np.asarray(of(inner)), name)
        case ast.Call(func=ast.Name(id=name), args=args):
            return FUNCTIONS[name](*map(of, args))
        case ast.Subscript(value=inner, slice=index):
            return np.asarray(of(inner))[of(index)]
        case ast.Slice(lower=lower, upper=upper, step=step):
            return slice(of(lower), of(upper), of(step))
        case ast.UnaryOp(operand=operand):
            return -np.asarray(of(operand))
        case ast.BinOp(left=left, op=op, right=right):
            return _BINARY[type(op)](np.asarray(of(left)), np.asarray(of(right)))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _COMPARED[type(op)](np.asarray(of(left)), np.asarray(of(right)))
        case ast.Tuple(elts=parts):
            return tuple(map(of, parts))
        case ast.List(elts=parts):
            return list(map(of, parts))
    raise TypeError(Message("{part} cannot be computed; compare two values at a time", part=ast.unparse(node)))
