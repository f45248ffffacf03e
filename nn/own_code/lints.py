"""Slips of spelling that Python takes without a word: a misspelt __init__, a method without self."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from nn.messages import Message

METHODS = ("__init__", "forward", "backward", "predict", "loss", "accuracy", "gradient", "numerical_gradient", "update")
_SPECIAL = ("__call__", "__repr__", "__str__", "__len__", "__iter__", "__new__", "__enter__", "__exit__")


@dataclass(frozen=True)
class Slip:
    """A name that is not what was meant.

    Attributes
    ----------
    kind : str
    line, column : int
        Of the name; the column in bytes, as `ast` counts.
    old, new : str
    message : Message
    """

    kind: str
    line: int
    column: int
    old: str
    new: str
    message: Message


def slips_of(node: ast.stmt) -> Iterator[Slip]:
    """Yield the slips in a class; a function has none."""
    if not isinstance(node, ast.ClassDef):
        return
    methods = [each for each in node.body if isinstance(each, ast.FunctionDef)]
    names = {method.name for method in methods}
    for method in methods:
        yield from _misspelt(method, names)
        yield from _without_self(method)


def _misspelt(method: ast.FunctionDef, names: set[str]) -> Iterator[Slip]:
    column = method.col_offset + len("def ")
    plain = method.name.strip("_").lower()
    if plain in ("init", "int", "inti", "inits", "initt") and method.name != "__init__" and "__init__" not in names:
        if method.name.startswith("_") or method.name == "init":
            yield Slip("misspelt __init__", method.lineno, column, method.name, "__init__", _misspelt_init(method.name))
        return
    if method.name in METHODS or method.name in _SPECIAL or method.name.startswith("_"):
        return
    for meant in difflib.get_close_matches(method.name, METHODS, 1, 0.85):
        if meant not in names:
            yield Slip(
                "misspelt method", method.lineno, column, method.name, meant, _misspelt_method(method.name, meant)
            )


def _without_self(method: ast.FunctionDef) -> Iterator[Slip]:
    if any(isinstance(each, ast.Name) and each.id in ("staticmethod", "classmethod") for each in method.decorator_list):
        return
    arguments = [*method.args.posonlyargs, *method.args.args]
    uses_self = any(isinstance(each, ast.Name) and each.id == "self" for each in ast.walk(method))
    if uses_self and (not arguments or arguments[0].arg != "self"):
        first = arguments[0] if arguments else None
        message = Message("`{name}` needs `self` as its first argument.", name=method.name)
        if first is not None:
            yield Slip("no self", method.lineno, first.col_offset, first.arg, f"self, {first.arg}", message)


def _misspelt_init(name: str) -> Message:
    return Message("Python calls `__init__`, with two underscores at both ends; `{name}` is never called.", name=name)


def _misspelt_method(name: str, meant: str) -> Message:
    return Message("`{name}` should be called `{meant}`.", name=name, meant=meant)
