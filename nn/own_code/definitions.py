"""What a module defines, without what it runs: a class can be judged and the training behind it left alone."""

from __future__ import annotations

import ast
from dataclasses import replace

from nn.own_code.source import Source

_KEPT = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
_CONSTANT = (ast.Constant, ast.UnaryOp, ast.Tuple, ast.List, ast.Name, ast.Load, ast.USub)
_NAMES = (ast.Name, ast.Tuple, ast.Store)


def definitions_of(source: Source, tree: ast.Module) -> Source:
    """Return a text with its imports, functions, classes and constants at their lines, and nothing else."""
    lines = source.lines()
    kept = [""] * len(lines)
    for node in tree.body:
        if _is_kept(node):
            first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
            kept[first - 1 : node.end_lineno] = lines[first - 1 : node.end_lineno]
    return replace(source, text="\n".join(kept))


def _is_kept(node: ast.stmt) -> bool:
    if not isinstance(node, ast.Assign):
        return isinstance(node, _KEPT)
    names = (part for target in node.targets for part in ast.walk(target))
    gives_names = all(isinstance(part, _NAMES) for part in names)  # `x[mask] = 0` defines nothing
    return gives_names and all(isinstance(part, _CONSTANT) for part in ast.walk(node.value))
