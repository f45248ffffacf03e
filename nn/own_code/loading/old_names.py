"""Names that NumPy had when the book was written, read as what they meant."""

from __future__ import annotations

import ast
from collections.abc import Mapping

import numpy as np

from nn.messages import Message

_BUILTIN = frozenset({"int", "float", "bool", "object", "complex", "str"})
_NUMPY: Mapping[str, str] = {
    "int_": "int64",
    "float_": "float64",
    "bool8": "bool_",
    "long": "int64",
    "complex_": "complex128",
    "unicode_": "str_",
    "Inf": "inf",
    "Infinity": "inf",
    "infty": "inf",
    "PINF": "inf",
    "NaN": "nan",
    "NAN": "nan",
    "product": "prod",
    "cumproduct": "cumprod",
    "alltrue": "all",
    "sometrue": "any",
    "asfarray": "asarray",
    "row_stack": "vstack",
    "trapz": "trapezoid",
    "in1d": "isin",
    "round_": "round",
    "msort": "sort",
}


class _Renaming(ast.NodeTransformer):
    def __init__(self, numpy_names: set[str]) -> None:
        self._numpy_names = numpy_names
        self.notes: dict[str, Message] = {}

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        old = node.attr
        if not (isinstance(node.value, ast.Name) and node.value.id in self._numpy_names) or _is_there(old):
            return node
        if old in _BUILTIN:
            self._note(node, old, old)
            return ast.copy_location(ast.Name(old, node.ctx), node)
        if old in _NUMPY:
            self._note(node, old, f"np.{_NUMPY[old]}")
            node.attr = _NUMPY[old]
        return node

    def _note(self, node: ast.Attribute, old: str, new: str) -> None:
        self.notes.setdefault(
            old,
            Message(
                "Line {line}: NumPy has no np.{old} any more; here it is read as {new}.",
                line=node.lineno,
                old=old,
                new=new,
            ),
        )


def with_new_names(tree: ast.Module) -> tuple[Message, ...]:
    """Change the old names in a tree; return a note for each."""
    renaming = _Renaming(_names_of_numpy(tree))
    renaming.visit(tree)
    return tuple(renaming.notes.values())


def _is_there(name: str) -> bool:
    # np.bool was a name for Python's own and is NumPy's again: both do for a dtype
    return name in np.__dict__ or name in {"linalg", "random", "fft"}


def _names_of_numpy(tree: ast.Module) -> set[str]:
    names = {"np", "numpy"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.asname for alias in node.names if alias.name == "numpy" and alias.asname}
    return names
