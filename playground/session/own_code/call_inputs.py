"""What goes into the lines that let a person's code do something: found in them, and written into them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from playground.confined.recorded import Recorded

CALL_FILE = "the call"
"""Where the recording has those lines."""
MOST_NUMBERS = 400
_PLAIN = (ast.Constant, ast.List, ast.Tuple, ast.UnaryOp, ast.BinOp)


def inputs_of(call: str, recorded: Recorded | None) -> dict[str, NDArray[Any]]:
    """Return the values that lines make of nothing but numbers and NumPy, by name, as they were recorded."""
    if recorded is None:
        return {}
    given = _assignments(call)
    found: dict[str, NDArray[Any]] = {}
    for event in recorded.events:
        is_here = event.kind == "bind" and event.site is not None and event.site.file == CALL_FILE
        if is_here and event.name in given and event.node is not None:
            value = recorded.values.get(event.node)
            if value is not None and value.dtype.kind in "fiub" and 0 < value.size <= MOST_NUMBERS:
                found[event.name] = value
    return found


def with_input(call: str, name: str, value: NDArray[Any]) -> str:
    """Return the lines with another value for a name; ValueError if they give it none."""
    node = _assignments(call).get(name)
    if node is None or node.end_lineno is None or node.end_col_offset is None:
        raise ValueError(name)
    lines = [line.encode() for line in call.split("\n")]  # columns of a syntax tree count bytes
    before, after = lines[node.lineno - 1][: node.col_offset], lines[node.end_lineno - 1][node.end_col_offset :]
    lines[node.lineno - 1 : node.end_lineno] = [before + _written(value).encode() + after]
    return b"\n".join(lines).decode()


def _assignments(call: str) -> dict[str, ast.expr]:
    """Return what names are given, where no code of a person's own is asked for it."""
    try:
        tree = ast.parse(call)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, ast.expr] = {}
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            target = statement.targets[0]
            if isinstance(target, ast.Name) and _is_of_numpy(statement.value):
                found[target.id] = statement.value
    return found


def _is_of_numpy(value: ast.expr) -> bool:
    calls = [node for node in ast.walk(value) if isinstance(node, ast.Call)]
    return all(_root(each) == "np" for each in calls) and isinstance(value, (ast.Call, *_PLAIN))


def _root(node: ast.expr) -> str:
    """Return the name that a function is reached from: of ``np.ones(3).reshape(1, 3)`` that is ``np``."""
    while isinstance(node, ast.Call | ast.Attribute):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _written(value: NDArray[Any]) -> str:
    numbers = value.astype(int) if value.dtype.kind == "i" else value
    return repr(numbers.tolist()) if not value.ndim else f"np.array({_finite(repr(np.asarray(numbers).tolist()))})"


def _finite(text: str) -> str:
    return text.replace("nan", "np.nan").replace("inf", "np.inf")
