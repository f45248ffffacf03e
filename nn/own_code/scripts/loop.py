"""Where a script trains: the innermost loop that computes gradients and changes parameters by them.

Or the call of somebody who has such a loop: ``trainer.train()``, of the book's Trainer or one's own.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from nn.own_code.roles import FUNCTIONS, kind_of

LEARNS = frozenset({"learn", "train_step", "train_on_batch", "fit_batch"})
"""Methods that do all of an iteration."""
NAMES_OF_RATE = ("lr", "learning_rate", "eta", "alpha", "rate")
_GRADIENT = frozenset({"gradient", "backward", "numerical_gradient"})
_NAME_OF_GRADIENT = re.compile(r"d[A-Z]\w*|d[a-z]\d?|grads?\w*|\w+_grads?")


@dataclass(frozen=True, eq=False)
class TrainingLoop:
    """A loop of a script.

    Attributes
    ----------
    node : ast.stmt
        A loop; or the call of a trainer, whose steps are watched wherever they are written.
    block : list of ast.stmt
        The statements among which it stands: of the module, or of a function.
    updates : tuple of ast.stmt
        What changes parameters.
    """

    node: ast.stmt
    block: list[ast.stmt]
    updates: tuple[ast.stmt, ...]

    @property
    def is_call(self) -> bool:
        """Whether it is the call of a trainer."""
        return not isinstance(self.node, ast.For | ast.While)

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.node.lineno

    @property
    def update_line(self) -> int:
        """Where parameters are changed; of a loop that changes none its first line."""
        return self.updates[0].lineno if self.updates else self.line

    @property
    def before(self) -> list[ast.stmt]:
        """What is done before it, in its block."""
        return [each for each in self.block if each.lineno < self.line]


def training_loop(tree: ast.Module) -> TrainingLoop | None:
    """Return the first loop of a script that trains, or else the call of a trainer; None if there is neither."""
    return next(_loops(tree.body), None) or next(_calls_of_trainers(tree), None)


def _calls_of_trainers(tree: ast.Module) -> Iterator[TrainingLoop]:
    steps = [
        method
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        for method in node.body
        if is_step_of_trainer(method)
    ]
    updates = tuple(update for step in steps for update in updates_in(step))
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and not node.value.args:
            function = node.value.func
            if isinstance(function, ast.Attribute) and function.attr in ("train", "fit"):
                yield TrainingLoop(node, tree.body, updates)


def is_step_of_trainer(node: ast.AST) -> bool:
    """Whether a method does an iteration for a network that it was given."""
    if not isinstance(node, ast.FunctionDef):
        return False
    called = {
        each.func.attr for each in ast.walk(node) if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute)
    }
    return "gradient" in called and any(updates_in(node))


def _loops(block: list[ast.stmt]) -> Iterator[TrainingLoop]:
    for node in block:
        if isinstance(node, ast.FunctionDef):
            if kind_of(node.name, FUNCTIONS) is None:  # the book's own are judged as functions
                yield from _loops(node.body)
        elif isinstance(node, ast.For | ast.While):
            inner = list(_loops(node.body))
            if inner:
                yield from (TrainingLoop(each.node, [*block, *node.body], each.updates) for each in inner)
            elif _trains(node):
                yield TrainingLoop(node, block, tuple(updates_in(node)))
        elif not isinstance(node, ast.ClassDef):
            for name in ("body", "orelse", "finalbody"):
                yield from _loops(getattr(node, name, []))


def _trains(loop: ast.For | ast.While) -> bool:
    parts = list(ast.walk(loop))
    calls = [each for each in parts if isinstance(each, ast.Call)]
    if any(_method(each) in LEARNS and len(each.args) >= 2 for each in calls):
        return True
    made = [each.value if isinstance(each, ast.Subscript) else each for each in parts
            if isinstance(getattr(each, "ctx", None), ast.Store)]  # fmt: skip
    makes_gradients = any(_method(each) in _GRADIENT for each in calls) or any(
        isinstance(each, ast.Name) and _NAME_OF_GRADIENT.fullmatch(each.id) for each in made
    )
    has_network = any(isinstance(each.func, ast.Attribute) and each.func.attr == "gradient" for each in calls)
    return (makes_gradients and any(updates_in(loop))) or (has_network and any(map(is_draw, calls)))


def _method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_draw(node: ast.AST) -> bool:
    """Whether it is a call that draws samples by chance."""
    return isinstance(node, ast.Call) and _method(node) in ("choice", "permutation", "shuffle", "randint", "integers")


def updates_in(loop: ast.AST) -> Iterator[ast.stmt]:
    """Yield the statements that change parameters: by an optimizer, or by a rate times a gradient."""
    for node in ast.walk(loop):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            call = node.value
            if isinstance(call.func, ast.Attribute) and (
                (call.func.attr == "update" and len(call.args) == 2)
                or (call.func.attr in LEARNS and len(call.args) >= 2)
            ):
                yield node
        elif isinstance(node, ast.AugAssign | ast.Assign) and _is_step_of(node):
            yield node


def _is_step_of(node: ast.AugAssign | ast.Assign) -> bool:
    if isinstance(node, ast.Assign):
        return difference_of(node) is not None
    return isinstance(node.op, ast.Sub | ast.Add) and is_step(node.value)


def difference_of(node: ast.Assign) -> ast.BinOp | None:
    """Return the right side of ``a = b - rate * gradient``."""
    value = node.value
    if len(node.targets) != 1 or not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Sub | ast.Add):
        return None
    return value if is_step(value.right) else None


def is_step(value: ast.expr) -> bool:
    """Whether something is a rate times a gradient, by the names in it."""
    if isinstance(value, ast.UnaryOp):
        return is_step(value.operand)
    if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Mult | ast.Div):
        return False
    names = [each.id if isinstance(each, ast.Name) else each.attr for each in ast.walk(value)
             if isinstance(each, ast.Name | ast.Attribute)]  # fmt: skip
    return any(_NAME_OF_GRADIENT.fullmatch(name) for name in names) or "g" in names
