"""Blocks that a reader builds otherwise: an `if` for an array, what a loop leaves or repeats, copies given on."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

from nn.own_code.diagnosis.candidate import Candidate, Change, insertion, statement, stretch
from nn.own_code.diagnosis.scope import Place, Scope


def candidates(scope: Scope) -> Iterator[Candidate]:
    """Yield all changes of this kind."""
    for place in scope.places:
        node = place.node
        if isinstance(node, ast.If) and place.index is not None:
            yield from _one_number(scope, place, node)
        elif isinstance(node, ast.For | ast.While) and place.index is not None:
            yield from _put_back(scope, node)
        if isinstance(node, ast.For) and place.index is not None:
            yield from _before_the_loop(scope, place, node)
    if scope.function.name == "__init__":
        yield from _given_itself(scope)


def _one_number(scope: Scope, place: Place, node: ast.If) -> Iterator[Candidate]:
    """Yield `np.where` for an `if` with two returns."""
    assert place.index is not None
    body = getattr(place.parent, place.field)
    after = body[place.index + 1] if place.index + 1 < len(body) else None
    other: ast.stmt | None = node.orelse[0] if len(node.orelse) == 1 else None if node.orelse else after
    yes = node.body[0] if len(node.body) == 1 else None
    if not isinstance(yes, ast.Return) or not isinstance(other, ast.Return) or yes.value is None or other.value is None:
        return
    parts = ", ".join(map(ast.unparse, (node.test, yes.value, other.value)))
    text = f"return np.where({parts})"
    if not node.orelse:
        yield stretch(scope, place, 1.2, "one number", [node, other], ast.parse(text).body)
    else:
        yield statement(scope, place, 1.2, "one number", text)


def _put_back(scope: Scope, loop: ast.For | ast.While) -> Iterator[Candidate]:
    """Yield `x[i] = kept` at the end of a turn that keeps x[i] and then changes it."""
    kept = {
        ast.unparse(each.value): ast.unparse(each.targets[0])
        for each in loop.body
        if isinstance(each, ast.Assign) and isinstance(each.value, ast.Subscript)
    }
    assigned = [each for each in loop.body if isinstance(each, ast.Assign)]
    last = assigned[-1] if assigned else None
    for element, name in kept.items():
        changes = [each for each in assigned if ast.unparse(each.targets[0]) == element]
        if last is not None and changes and ast.unparse(changes[-1].value) != name:
            place = Place(loop, "body", loop.body.index(last), last)
            array = element.split("[")[0]
            yield insertion(scope, place, 1.2, "put back", f"{element} = {name}", after=True, name=array)


def _before_the_loop(scope: Scope, place: Place, loop: ast.For) -> Iterator[Candidate]:
    """Yield a loop with one of its statements before it: what counts updates counted parameters."""
    for index, node in enumerate(loop.body):
        if not isinstance(node, ast.AugAssign) or not isinstance(node.target, ast.Attribute) or len(loop.body) == 1:
            continue
        left = copy.copy(loop)
        left.body = [each for each in loop.body if each is not node]
        body = list(getattr(place.parent, place.field))
        body[place.index : place.index + 1] = [node, left]  # type: ignore[operator]
        indent = "\n" + " " * loop.col_offset
        inner = "\n" + " " * loop.body[0].col_offset
        head = f"for {ast.unparse(loop.target)} in {ast.unparse(loop.iter)}:"
        before = "".join(inner + ast.unparse(each).replace("\n", inner) for each in loop.body[:index])
        text = f"{ast.unparse(node)}{indent}{head}{before}"
        change = Change(loop.lineno, loop.col_offset, node.end_lineno or 0, node.end_col_offset or 0, text)
        yield Candidate(
            1.4, "in every turn", scope, node.lineno, place.parent, place.field, body, change,
            ast.unparse(node), ast.unparse(node),
        )  # fmt: skip


def _given_itself(scope: Scope) -> Iterator[Candidate]:
    """Yield layers made of the parameters themselves, where they are made of copies."""
    block = scope.function.body
    with_copies = [node for node in block if any(map(_is_copy, ast.walk(node)))]
    if not with_copies:
        return
    first, last = block.index(with_copies[0]), block.index(with_copies[-1])
    part = block[first : last + 1]
    order = [_WithoutCopies().visit(copy.deepcopy(node)) for node in part]
    place = Place(scope.function, "body", first, part[0])
    yield stretch(scope, place, 0.4, "copies", part, order)


def _is_copy(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and any(_is_copy_of_parameter(each) for each in node.args)


def _is_copy_of_parameter(node: ast.expr) -> bool:
    copied = _copied(node)
    return copied is not None and ast.unparse(copied).startswith("self.params[")


def _copied(node: ast.expr) -> ast.expr | None:
    """Return what an expression is a copy of, if it is one."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return None
    if node.func.attr == "copy" and not node.args:
        return node.func.value
    return node.args[0] if ast.unparse(node.func) in ("np.copy", "np.array") and len(node.args) == 1 else None


class _WithoutCopies(ast.NodeTransformer):
    """Puts parameters in the place of their copies."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        copied = _copied(node)
        return copied if copied is not None and _is_copy_of_parameter(node) else node
