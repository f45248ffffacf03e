"""What a module defines, without what it runs: a class can be judged and the training behind it left alone."""

from __future__ import annotations

import ast

KEPT = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)


def definitions(tree: ast.Module) -> ast.Module:
    """Return a module's imports, functions, classes and constants, at their lines."""
    return ast.Module([node for node in tree.body if _is_kept(node)], [])


def _is_kept(node: ast.stmt) -> bool:
    if isinstance(node, ast.Assign):
        return all(isinstance(each, ast.Constant | ast.UnaryOp | ast.Tuple | ast.List | ast.Name | ast.Load | ast.USub)
                   for each in ast.walk(node.value))  # fmt: skip
    return isinstance(node, KEPT)
