"""A function of one sample that is given a batch: its largest and its sum go over all rows at once."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import TypeGuard

from nn.own_code.diagnosis.candidate import Candidate, Change
from nn.own_code.diagnosis.scope import Scope

REDUCTIONS = ("max", "sum", "mean", "amax")


def candidates(scope: Scope) -> Iterator[Candidate]:
    """Yield the change of all reductions at once: of one alone nothing comes right."""
    body = [node for node in scope.function.body if any(map(_is_over_all, ast.walk(node)))]
    calls = [each for node in body for each in ast.walk(node) if _is_over_all(each)]
    if len(calls) < 2 or any(isinstance(node, ast.For | ast.While | ast.If) for node in body):
        return
    first, last = scope.function.body.index(body[0]), scope.function.body.index(body[-1])
    part = scope.function.body[first : last + 1]
    new = [_by_rows(node) for node in part]
    indent = "\n" + " " * part[0].col_offset
    text = indent.join(ast.unparse(node) for node in new)
    end = part[-1]
    change = Change(part[0].lineno, part[0].col_offset, end.end_lineno or 0, end.end_col_offset or 0, text)
    value = [*scope.function.body[:first], *new, *scope.function.body[last + 1 :]]
    yield Candidate(
        1.4, "rows", scope, calls[-1].lineno, scope.function, "body", value, change,
        "; ".join(map(ast.unparse, calls)), text,
    )  # fmt: skip


def _is_over_all(node: ast.AST) -> TypeGuard[ast.Call]:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr not in REDUCTIONS:
        return False
    return not any(keyword.arg == "keepdims" for keyword in node.keywords)


def _by_rows(node: ast.stmt) -> ast.stmt:
    new = copy.deepcopy(node)
    for each in ast.walk(new):
        if _is_over_all(each):
            of_numpy = ast.unparse(each.func).startswith("np.")
            each.args = each.args[:1] if of_numpy else []
            each.keywords = [
                ast.keyword("axis", ast.UnaryOp(ast.USub(), ast.Constant(1))),
                ast.keyword("keepdims", ast.Constant(True)),
            ]
    return ast.fix_missing_locations(new)
