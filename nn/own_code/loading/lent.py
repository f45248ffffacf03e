"""Names that a page of the book takes for granted."""

from __future__ import annotations

import ast
import builtins
from collections import OrderedDict
from functools import cache
from typing import Any

import numpy as np

import nn
from nn.messages import Message
from nn.own_code.loading.book import book_functions


@cache
def _all() -> dict[str, Any]:
    return {
        "np": np,
        "OrderedDict": OrderedDict,
        "numerical_gradient": nn.numerical_gradient,
        "load_mnist": nn.load_mnist,
        **book_functions(),
    }


def lent_names() -> dict[str, Any]:
    """Return what a program finds though it neither defines nor imports it."""
    return dict(_all())


def names_taken_for_granted(tree: ast.Module) -> tuple[Message, ...]:
    """Return a note for each such name that a program uses."""
    nodes = list(ast.walk(tree))
    if any(isinstance(node, ast.ImportFrom) and node.names[0].name == "*" for node in nodes):
        return ()
    own = {node.id for node in nodes if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    own |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    own |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            own |= {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    used = {node.id for node in nodes if isinstance(node, ast.Name)} - own - set(vars(builtins))
    return tuple(
        Message("{name} is not defined in this text; the book's is used.", name=name)
        for name in sorted(used & set(_all()))
        if name != "np"
    )
