"""Reductions over the wrong elements of a batch: of one alone nothing comes right, so all of a block change at once."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from typing import TypeGuard

from nn.own_code.diagnosis.candidate import Candidate, Change
from nn.own_code.diagnosis.scope import Scope

REDUCTIONS = ("max", "sum", "mean", "amax", "var", "std")
_ALONG_A_SAMPLE = ("1", "-1")


def candidates(scope: Scope) -> Iterator[Candidate]:
    """Yield for each block its reductions by rows, each a sample of its own, and by columns, over the samples."""
    for parent, field, block in _blocks(scope.function):
        yield from _changed(scope, parent, field, block, _is_not_by_rows, _by_rows, 2)
        yield from _changed(scope, parent, field, block, _is_along_samples, _by_columns, 1)


def _blocks(function: ast.FunctionDef) -> Iterator[tuple[ast.AST, str, list[ast.stmt]]]:
    for node in ast.walk(function):
        for field in ("body", "orelse"):
            block = getattr(node, field, None)
            if isinstance(node, ast.FunctionDef | ast.If) and isinstance(block, list) and block:
                yield node, field, block


def _changed(
    scope: Scope,
    parent: ast.AST,
    field: str,
    block: list[ast.stmt],
    is_meant: Callable[[ast.AST], TypeGuard[ast.Call]],
    changed: Callable[[ast.stmt], ast.stmt],
    fewest: int,
) -> Iterator[Candidate]:
    body = [node for node in block if any(map(is_meant, ast.walk(node)))]
    calls = [each for node in body for each in ast.walk(node) if is_meant(each)]
    if len(calls) < fewest or any(isinstance(node, ast.For | ast.While | ast.If) for node in body):
        return
    first, last = block.index(body[0]), block.index(body[-1])
    part = block[first : last + 1]
    new = [changed(node) for node in part]
    indent = "\n" + " " * part[0].col_offset
    text = indent.join(ast.unparse(node) for node in new)
    end = part[-1]
    change = Change(part[0].lineno, part[0].col_offset, end.end_lineno or 0, end.end_col_offset or 0, text)
    value = [*block[:first], *new, *block[last + 1 :]]
    yield Candidate(
        1.4, _key_of(calls, changed), scope, calls[-1].lineno, parent, field, value, change,
        "; ".join(map(ast.unparse, calls)), text,
    )  # fmt: skip


def _key_of(calls: list[ast.Call], changed: Callable[[ast.stmt], ast.stmt]) -> str:
    if changed is _by_columns:
        return "columns"
    axes = {_axis_of(call) for call in calls}
    return "dimension lost" if axes <= set(_ALONG_A_SAMPLE) else "rows along samples" if "0" in axes else "rows"


def _is_reduction(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in REDUCTIONS


def _is_not_by_rows(node: ast.AST) -> TypeGuard[ast.Call]:
    return _is_reduction(node) and not any(keyword.arg == "keepdims" for keyword in node.keywords)


def _is_along_samples(node: ast.AST) -> TypeGuard[ast.Call]:
    return _is_reduction(node) and _axis_of(node) in _ALONG_A_SAMPLE


def _axis_of(call: ast.Call) -> str:
    """Return along which axis a reduction goes, as it is written."""
    named = [ast.unparse(keyword.value) for keyword in call.keywords if keyword.arg == "axis"]
    behind = call.args[1 if _is_of_numpy(call) else 0 :]
    return named[0] if named else ast.unparse(behind[0]) if behind else ""


def _is_of_numpy(call: ast.Call) -> bool:
    return ast.unparse(call.func).startswith(("np.", "numpy."))


def _by_rows(node: ast.stmt) -> ast.stmt:
    return _along(node, _is_not_by_rows, ast.UnaryOp(ast.USub(), ast.Constant(1)), keeps_dimension=True)


def _by_columns(node: ast.stmt) -> ast.stmt:
    return _along(node, _is_along_samples, ast.Constant(0), keeps_dimension=False)


def _along(
    node: ast.stmt, is_meant: Callable[[ast.AST], TypeGuard[ast.Call]], axis: ast.expr, *, keeps_dimension: bool
) -> ast.stmt:
    new = copy.deepcopy(node)
    for each in ast.walk(new):
        if is_meant(each):
            each.args = each.args[:1] if _is_of_numpy(each) else []
            each.keywords = [ast.keyword("axis", axis)]
            if keeps_dimension:
                each.keywords.append(ast.keyword("keepdims", ast.Constant(True)))
    return ast.fix_missing_locations(new)
