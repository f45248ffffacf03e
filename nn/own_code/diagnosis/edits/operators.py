"""Operators, comparisons, signs and brackets."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

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
            yield from _difference_first(scope, place, node)
            yield from _slope(scope, place, node)
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
        if isinstance(node, ast.expr) and place.field == "test" and not isinstance(node, ast.Constant):
            yield expression(scope, place, 2.2, "condition", f"not ({ast.unparse(node)})")


def _sides(node: ast.BinOp) -> tuple[str, str]:
    return f"({ast.unparse(node.left)})", f"({ast.unparse(node.right)})"


def _operator(scope: Scope, place: Place, node: ast.BinOp) -> Iterator[Candidate]:
    left, right = _sides(node)
    for kind, sign in SIGNS.items():
        if not isinstance(node.op, kind):
            usual = (sign in "+-*/" or sign == "**") and not _is_one_minus(node)
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


def _is_one_minus(node: ast.BinOp) -> bool:
    """Whether it is the second half of y(1 - y): 1 / y makes y · 1 of it, which is right by accident."""
    return isinstance(node.op, ast.Sub) and isinstance(node.left, ast.Constant) and node.left.value == 1


def _difference_first(scope: Scope, place: Place, node: ast.BinOp) -> Iterator[Candidate]:
    """Yield a · (b - c) / d for a · b - c / d: what stands outside was meant of the difference."""
    if not isinstance(node.op, ast.Add | ast.Sub):
        return
    left, right, sign = node.left, node.right, SIGNS[type(node.op)]
    if isinstance(left, ast.BinOp) and isinstance(left.op, ast.Mult) and isinstance(right, ast.BinOp):
        outer = SIGNS.get(type(right.op))
        if outer in ("*", "/"):
            a, b, c, d = (ast.unparse(each) for each in (left.left, left.right, right.left, right.right))
            text = ast.unparse(ast.parse(f"({a}) * (({b}) {sign} ({c})) {outer} ({d})", mode="eval"))
            yield expression(scope, place, 1, "brackets", text, inner=d)


def _slope(scope: Scope, place: Place, node: ast.BinOp) -> Iterator[Candidate]:
    """Yield a product without its y(1 - y): a slope that has been passed already."""
    if not isinstance(node.op, ast.Mult | ast.Div) or isinstance(place.parent, ast.BinOp):
        return
    factors = list(_factors(node))
    for one in factors:
        for other in factors:
            if ast.unparse(other.node) == f"1 - {ast.unparse(one.node)}" and not (one.divides or other.divides):
                left = [each for each in factors if each not in (one, other)]
                if left and not left[0].divides:
                    new = "".join(f" {'/' if each.divides else '*'} ({ast.unparse(each.node)})" for each in left)
                    text = ast.unparse(ast.parse(new.removeprefix(" * "), mode="eval"))
                    extra = f"{ast.unparse(one.node)} * ({ast.unparse(other.node)})"
                    yield expression(scope, place, 1.5, "surplus factor", text, extra=extra)


class _Factor(NamedTuple):
    """A part of a product, or what it is divided by."""

    node: ast.expr
    divides: bool


def _factors(node: ast.expr, divides: bool = False) -> Iterator[_Factor]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div) and not divides:
        yield from _factors(node.left)
        yield from _factors(node.right, isinstance(node.op, ast.Div))
    else:
        yield _Factor(node, divides)


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
