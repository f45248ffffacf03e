"""Operators, comparisons, signs and brackets."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nn.own_code.diagnosis.candidate import Candidate, expression
from nn.own_code.diagnosis.scope import Place, Scope

SIGNS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**", ast.MatMult: "@", ast.FloorDiv: "//",
    ast.Mod: "%", ast.BitAnd: "&", ast.BitOr: "|",
}  # fmt: skip
COMPARISONS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=", ast.Is: "is",
               ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in"}  # fmt: skip


def candidates(scope: Scope) -> Iterator[Candidate]:
    """Yield all changes of this kind."""
    for place in scope.places:
        node = place.node
        if isinstance(node, ast.BinOp):
            yield from _operator(scope, place, node)
            yield from _brackets(scope, place, node)
            yield from _parts(scope, place, node)
        elif isinstance(node, ast.Compare) and len(node.ops) == 1:
            yield from _comparison(scope, place, node)
        elif isinstance(node, ast.UnaryOp):
            key = "sign" if isinstance(node.op, ast.USub | ast.UAdd) else "mask"
            yield expression(scope, place, 1.8, key, ast.unparse(node.operand))
        elif isinstance(node, ast.BoolOp):
            other = " or " if isinstance(node.op, ast.And) else " and "
            yield expression(scope, place, 2.2, "operator", other.join(f"({ast.unparse(v)})" for v in node.values))
            for value in node.values:
                yield expression(scope, place, 3, "surplus term", ast.unparse(value))
        if isinstance(node, ast.expr) and place.field == "test":
            yield expression(scope, place, 2.2, "condition", f"not ({ast.unparse(node)})")


def _sides(node: ast.BinOp) -> tuple[str, str]:
    return f"({ast.unparse(node.left)})", f"({ast.unparse(node.right)})"


def _operator(scope: Scope, place: Place, node: ast.BinOp) -> Iterator[Candidate]:
    left, right = _sides(node)
    for kind, sign in SIGNS.items():
        if not isinstance(node.op, kind):
            usual = sign in "+-*/" or sign == "**"
            text = ast.unparse(ast.parse(f"{left} {sign} {right}", mode="eval"))
            yield expression(scope, place, 1.9 if usual else 2.6, "operator", text)
    if isinstance(node.op, ast.Sub | ast.Div | ast.MatMult | ast.Pow):
        text = ast.unparse(ast.parse(f"{right} {SIGNS[type(node.op)]} {left}", mode="eval"))
        yield expression(scope, place, 2, "swapped", text)
    if isinstance(node.op, ast.Mult):
        yield expression(scope, place, 2.1, "product of matrices", f"np.dot({left}, {right})")


def _brackets(scope: Scope, place: Place, node: ast.BinOp) -> Iterator[Candidate]:
    """Turn the tree at one operator: a bracket is missing or too many."""
    sign = SIGNS.get(type(node.op))
    if sign is None:
        return
    if isinstance(node.right, ast.BinOp) and (inner := SIGNS.get(type(node.right.op))):
        a, b, c = ast.unparse(node.left), ast.unparse(node.right.left), ast.unparse(node.right.right)
        text = ast.unparse(ast.parse(f"(({a}) {sign} ({b})) {inner} ({c})", mode="eval"))
        yield expression(scope, place, 1, "brackets", text, inner=c)
    if isinstance(node.left, ast.BinOp) and (inner := SIGNS.get(type(node.left.op))):
        a, b, c = ast.unparse(node.left.left), ast.unparse(node.left.right), ast.unparse(node.right)
        text = ast.unparse(ast.parse(f"({a}) {inner} (({b}) {sign} ({c}))", mode="eval"))
        yield expression(scope, place, 1, "brackets", text, inner=c)


def _parts(scope: Scope, place: Place, node: ast.BinOp) -> Iterator[Candidate]:
    left, right = ast.unparse(node.left), ast.unparse(node.right)
    is_sum = isinstance(node.op, ast.Add | ast.Sub)
    key, cost = ("surplus term", 3.2) if is_sum else ("surplus factor", 2.5)
    yield expression(scope, place, cost, key, left, extra=right)
    yield expression(scope, place, cost, key, right, extra=left)
    for value in scope.locals if is_sum else ():
        if value not in (left, right):
            yield expression(scope, place, 3.6, "missing term", f"{left} {SIGNS[type(node.op)]} {right} - {value}")


def _comparison(scope: Scope, place: Place, node: ast.Compare) -> Iterator[Candidate]:
    left, right = ast.unparse(node.left), ast.unparse(node.comparators[0])
    for kind, sign in COMPARISONS.items():
        if not isinstance(node.ops[0], kind):
            cost = 2 if "=" in sign or sign in "<>" else 2.4
            yield expression(scope, place, cost, "comparison", f"{left} {sign} {right}")
