"""A script rewritten so that its training loop can be watched: lines stay where they are."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any

from nn.own_code.scripts.loop import LEARNS, TrainingLoop, is_step_of_trainer

TURN, GRADIENT, UPDATE, TICK = "_watch_turn_", "_watch_gradient_", "_watch_update_", "_watch_tick_"


class Rewriting:
    """Stands where a `Recorder` stands when a program is loaded, and rewrites the loop alone.

    Parameters
    ----------
    file : str
        The script's; what it imports stays as it is, but for the steps of a trainer.
    loop : TrainingLoop
    watch : mapping of str to callable
        `TURN`, called at the beginning of each turn with the names known there; `GRADIENT`, with an object, the name
        of its method and the arguments, for the call of the method; `UPDATE` likewise; `TICK` in all other loops and
        functions, which may take long.
    """

    def __init__(self, file: str, loop: TrainingLoop, watch: Mapping[str, Callable[..., Any]]) -> None:
        self._file, self._loop, self._watch = file, loop, watch

    def hooks(self) -> dict[str, Any]:
        """Return the names that the rewritten program uses."""
        return dict(self._watch)

    def rewrite(self, tree: ast.Module, file: str, text: str) -> ast.Module:
        """Return the tree with its loop watched."""
        if file != self._file and not self._loop.is_call:
            return tree
        for node in list(ast.walk(tree)):
            if not isinstance(node, ast.For | ast.While | ast.FunctionDef):
                continue
            if self._is_turn(node):
                _Calls().visit(node)
                _begin_with(node, TURN, ast.Call(ast.Name("locals", ast.Load()), [], []))
            else:
                _begin_with(node, TICK)
        return tree

    def _is_turn(self, node: ast.AST) -> bool:
        if self._loop.is_call:
            return is_step_of_trainer(node)
        return isinstance(node, ast.For | ast.While) and node.lineno == self._loop.line


def _begin_with(node: ast.For | ast.While | ast.FunctionDef, hook: str, *arguments: ast.expr) -> None:
    """Call a hook at the beginning of a block, behind what documents it."""
    first = node.body[0]
    is_documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and len(node.body) > 1
    call = ast.Expr(ast.Call(ast.Name(hook, ast.Load()), list(arguments), []))
    node.body.insert(int(is_documented), _placed(call, first))


class _Calls(ast.NodeTransformer):
    """Sends the calls that compute gradients and change parameters through the watch."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        function = node.func
        if not isinstance(function, ast.Attribute):
            return node
        if function.attr == "gradient" or (function.attr in LEARNS and len(node.args) >= 2):
            hook = GRADIENT
        elif function.attr == "update" and len(node.args) == 2:
            hook = UPDATE
        else:
            return node
        arguments = [function.value, ast.Constant(function.attr), *node.args]
        return _placed(ast.Call(ast.Name(hook, ast.Load()), arguments, node.keywords), node)


def _placed(tree: Any, node: ast.AST) -> Any:
    for each in ast.walk(tree):
        if "lineno" in each._attributes and not hasattr(each, "lineno"):
            ast.copy_location(each, node)
    return tree
