"""A script without its loops: what it defines and makes, to have its network and not its training."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any

_KEPT = (ast.Import, ast.ImportFrom, ast.ClassDef, ast.FunctionDef, ast.Assign, ast.AnnAssign)


class DefinitionsOnly:
    """Leaves out of a program what is neither defined nor assigned at its top. Given to `load` like a recorder."""

    def rewrite(self, tree: ast.Module, file: str, text: str) -> ast.Module:
        """Return a program without the rest."""
        tree.body = [node for node in tree.body if isinstance(node, _KEPT)]
        return tree

    def hooks(self) -> Mapping[str, Callable[..., Any]]:
        """Return nothing: the program calls nothing of ours."""
        return {}
