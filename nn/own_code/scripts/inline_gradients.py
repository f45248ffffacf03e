"""Gradients that a script computes by itself, without a network: beside how its own loss really changes; notes.

The body of the loop is run without its updates, always with the same draws, while a parameter is moved a little.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

import numpy as np

from nn.messages import Message
from nn.own_code.checks.chance import start_again, undisturbed
from nn.own_code.checks.comparing import near
from nn.own_code.checks.differences import TrueGradient
from nn.own_code.checks.findings import Examination, Finding
from nn.own_code.checks.sentences import number
from nn.own_code.recording import RecordingEnds
from nn.own_code.scripts.loop import difference_of, is_step
from nn.own_code.scripts.running import Run
from nn.own_code.scripts.watching import NAME_OF_LOSS

_SECONDS = 1.0
_LARGEST = 20_000  # elements of a parameter


class _Step(NamedTuple):
    """An update by a rate times a gradient."""

    line: int
    parameter: str
    gradient: str


def check(run: Run, examination: Examination) -> None:
    """Note each gradient that is not that of the loss with a name."""
    loop = run.loop.node
    if run.watch.learners or not isinstance(loop, ast.For | ast.While) or loop not in run.tree.body:
        return
    loss = next((name for name in _assigned(loop) if NAME_OF_LOSS.fullmatch(name)), None)
    steps = list(_steps(loop))
    if loss is None or not steps:
        return
    run.watch.give(_SECONDS)
    with undisturbed(), np.errstate(all="ignore"), suppress(RecordingEnds):
        try:
            _compare(run, loop, loss, steps, examination)
        except Exception:  # noqa: BLE001 - a body that does not run by itself
            return


def _compare(run: Run, loop: ast.For | ast.While, loss: str, steps: list[_Step], examination: Examination) -> None:
    body = _Body(loop, run.names)
    body.run()
    for step in steps:
        array, got = body.value(step.parameter), body.value(step.gradient)
        if not isinstance(array, np.ndarray) or np.shape(got) != array.shape or not 0 < array.size <= _LARGEST:
            continue
        got = np.array(got, float)
        truth = TrueGradient(lambda: body.loss(loss))
        if truth.agrees(got, array):
            examination.passed += 1
            continue
        message = _factor(step, got, truth.beside(got, array)) or _differs(step, loss)
        examination.say(Finding("inline gradient", step.parameter, message, False, step.line))


class _Body:
    """The body of a loop without its updates, to be run again and again."""

    def __init__(self, loop: ast.For | ast.While, names: Mapping[str, Any]) -> None:
        self._names = dict(names) | {"print": lambda *_, **__: None}
        once = ast.For(ast.Name("_once_", ast.Store()), ast.Constant("1"), _Without().visit(_copied(loop)).body, [])
        self._code = compile(ast.fix_missing_locations(ast.Module([once], [])), "loop", "exec")

    def run(self) -> None:
        start_again()
        exec(self._code, self._names)

    def value(self, text: str) -> Any:
        return eval(text, self._names)

    def loss(self, name: str) -> Any:
        self.run()
        return self._names[name]


class _Without(ast.NodeTransformer):
    """Takes updates out, and what the watch has put in."""

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        return ast.Pass() if is_step(node.value) else node

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        return node if difference_of(node) is None else ast.Pass()


def _copied(loop: ast.For | ast.While) -> ast.For | ast.While:
    return ast.parse(ast.unparse(loop)).body[0]  # type: ignore[return-value]


def _assigned(loop: ast.AST) -> Iterator[str]:
    return (n.id for n in ast.walk(loop) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))


def _steps(loop: ast.For | ast.While) -> Iterator[_Step]:
    """Yield the updates that stand in the loop itself."""
    for node in loop.body:
        if isinstance(node, ast.AugAssign) and is_step(node.value) and isinstance(node.op, ast.Sub):
            parameter: ast.expr = node.target
            product = node.value
        elif isinstance(node, ast.Assign) and (d := difference_of(node)) is not None and isinstance(d.op, ast.Sub):
            parameter, product = d.left, d.right
        else:
            continue
        if isinstance(product, ast.BinOp) and isinstance(product.op, ast.Mult):
            gradients = [
                each for each in (product.left, product.right) if isinstance(each, ast.Name) and is_named(each)
            ]
            if len(gradients) == 1:
                yield _Step(node.lineno, ast.unparse(parameter), gradients[0].id)


def is_named(node: ast.Name) -> bool:
    """Whether a name is that of a gradient."""
    return is_step(ast.BinOp(ast.Constant(1), ast.Mult(), node))


def _factor(step: _Step, got: np.ndarray, true: np.ndarray) -> Message | None:
    size = float(np.sum(true * true))
    times = float(np.sum(got * true)) / size if size else 0.0
    if times == 0 or not near(got, times * true, 1e-3):
        return None
    if times < 0:
        return Message("Perhaps: {name} has the other sign than the gradient of the loss.", name=step.gradient)
    return Message(
        "Perhaps: {name} is {times} times the gradient of the loss. Is the number of samples divided by once in both?",
        name=step.gradient, times=number(times),
    )  # fmt: skip


def _differs(step: _Step, loss: str) -> Message:
    return Message(
        "Perhaps: {name} is not how {loss} changes with {parameter}.",
        name=step.gradient, loss=loss, parameter=step.parameter,
    )  # fmt: skip
