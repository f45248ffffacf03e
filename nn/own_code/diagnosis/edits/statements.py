"""Whole statements: too many, in the wrong order, overwriting where they should add, or missing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from nn.own_code.diagnosis.candidate import Candidate, deletion, insertion, statement, stretch
from nn.own_code.diagnosis.scope import Place, Scope
from nn.own_code.loop_reading import goes_on

ADDING = {ast.Add: "+=", ast.Sub: "-=", ast.Mult: "*=", ast.Div: "/="}


def candidates(scope: Scope) -> Iterator[Candidate]:
    """Yield all changes of this kind."""
    for place in scope.places:
        node = place.node
        if not isinstance(node, ast.stmt) or place.index is None:
            continue
        if isinstance(node, ast.Assign | ast.AugAssign):
            yield from _assignment(scope, place, node)
        if isinstance(node, ast.Assign | ast.AugAssign | ast.Expr) and not _is_text(node):
            yield deletion(scope, place, 3, "surplus line")
            yield from _moved(scope, place, node)
        if isinstance(node, ast.If):
            yield from _branches(scope, place, node)
        if isinstance(node, ast.For) and isinstance(node.iter, ast.Name | ast.Call) and not goes_on(node.iter):
            turned = f"for {ast.unparse(node.target)} in list({ast.unparse(node.iter)})[::-1]:\n"
            body = "\n".join("    " + line for each in node.body for line in ast.unparse(each).split("\n"))
            yield statement(scope, place, 1.6, "reversed", turned + body)
        if isinstance(node, ast.Return) and node.value is not None:
            yield from _returned(scope, place, node)
    yield from _missing(scope)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _assignment(scope: Scope, place: Place, node: ast.Assign | ast.AugAssign) -> Iterator[Candidate]:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    name, value = ast.unparse(target), ast.unparse(node.value)
    if (isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name)) or isinstance(node, ast.AugAssign):
        owner = ast.unparse(target.value) if isinstance(target, ast.Subscript) else name
        if owner.isidentifier() and owner not in scope.second_names:
            yield insertion(scope, place, 1.5, "copy", f"{owner} = {owner}.copy()", name=owner)
    if isinstance(node, ast.AugAssign):
        for kind, sign in ADDING.items():
            if not isinstance(node.op, kind):
                yield statement(scope, place, 1.5, "operator", f"{name} {sign} {value}")
        yield statement(scope, place, 2.3, "added, not set", f"{name} = {value}")
        return
    if len(node.targets) > 1 or isinstance(target, ast.Tuple):
        return
    in_turn = isinstance(target, ast.Subscript) and _is_in_loop(scope, node)  # what several turns give is summed up
    for sign in ADDING.values():
        cost = 1.2 if in_turn and sign == "+=" else 2.3 + 0.4 * (sign in ("*=", "/="))
        yield statement(scope, place, cost, "overwritten, not added", f"{name} {sign} {value}")
    if isinstance(node.value, ast.BinOp) and ast.unparse(node.value.left) == name and type(node.value.op) in ADDING:
        sign = ADDING[type(node.value.op)]
        yield statement(scope, place, 1.2, "new array", f"{name} {sign} {ast.unparse(node.value.right)}")
    elif isinstance(target, ast.Subscript):
        yield statement(scope, place, 1.7, "new array", f"{name}[...] = {value}")


def _is_in_loop(scope: Scope, node: ast.stmt) -> bool:
    loops = (each for each in ast.walk(scope.function) if isinstance(each, ast.For | ast.While))
    return any(each is node for loop in loops for each in ast.walk(loop))


def _moved(scope: Scope, place: Place, node: ast.stmt) -> Iterator[Candidate]:
    """Move a statement further down: one text in the place of the stretch that turns round."""
    body = list(getattr(place.parent, place.field))
    first = place.index or 0
    for last in range(first + 1, min(first + 5, len(body))):
        if isinstance(body[last], ast.Return):
            break
        yield _turned(scope, place, body, first, last, down=True)
        if last > first + 1:
            yield _turned(scope, place, body, first, last, down=False)


def _turned(scope: Scope, place: Place, body: list[ast.stmt], first: int, last: int, down: bool) -> Candidate:
    part = body[first : last + 1]
    order = [*part[1:], part[0]] if down else [part[-1], *part[:-1]]
    return stretch(scope, place, 2.6, "order of lines", part, order, part[0 if down else -1].lineno)


def _branches(scope: Scope, place: Place, node: ast.If) -> Iterator[Candidate]:
    def block(body: list[ast.stmt]) -> str:
        return "\n".join(ast.unparse(each) for each in body)

    yield statement(scope, place, 3, "condition", block(node.body))
    if node.orelse:
        yield statement(scope, place, 3, "condition", block(node.orelse))
        test, yes, no = ast.unparse(node.test), block(node.body), block(node.orelse)
        inner = [part.replace("\n", "\n    ") for part in (no, yes)]
        yield statement(scope, place, 2.6, "condition", f"if {test}:\n    {inner[0]}\nelse:\n    {inner[1]}")


def _returned(scope: Scope, place: Place, node: ast.Return) -> Iterator[Candidate]:
    assert node.value is not None
    body = getattr(place.parent, place.field)
    before = body[place.index - 1] if place.index else None
    for name in scope.values:
        if name != ast.unparse(node.value):
            assigned = isinstance(before, ast.Assign) and ast.unparse(before.targets[0]) == name
            yield statement(scope, place, 1.2 if assigned else 2.2, "other returned", f"return {name}")


def _missing(scope: Scope) -> Iterator[Candidate]:
    """Yield what is often forgotten: to return, to keep in self, to run forward first."""
    function = scope.function
    body = [place for place in scope.places if place.parent is function and isinstance(place.node, ast.stmt)]
    if not body:
        return
    last = body[-1]
    if not isinstance(last.node, ast.Return):
        for name in scope.values[::-1]:
            yield insertion(scope, last, 1, "no return", f"return {name}", after=True, name=name)
    first = next((place for place in body if not _is_text(place.node)), last)  # type: ignore[arg-type]
    for name in scope.unknown:
        read = [n for n in ast.walk(function) if isinstance(n, ast.Name) and n.id == name]
        if f"self.{name}" in scope.attributes and len(read) > 1:  # of one place the name there is changed
            yield insertion(scope, first, 1.5, "missing line", f"{name} = self.{name}")
    if function.name in ("gradient", "backward") and scope.owner is not None:
        yield insertion(scope, first, 1.6, "no forward", f"self.loss({', '.join(scope.arguments)})")
    yield from _not_kept(scope, body)
    yield from _output_kept(scope)
    yield from _made_once(scope, body)
    yield from _alike(scope)


def _not_kept(scope: Scope, body: list[Place]) -> Iterator[Candidate]:
    """`self.a = a` behind the line that makes it, or at the beginning for an argument."""
    if scope.owner is None:
        return
    kept = {ast.unparse(n.targets[0]) for n in ast.walk(scope.function) if isinstance(n, ast.Assign)}
    first = next((place for place in body if not _is_text(place.node)), body[-1])  # type: ignore[arg-type]
    for attribute in scope.attributes:
        if attribute in kept and scope.function.name == "__init__":
            continue
        for argument in scope.arguments:
            alike = attribute == f"self.{argument}"
            yield insertion(
                scope, first, 1.6 if alike else 2.4, "not kept", f"{attribute} = {argument}", name=attribute
            )
        for place in scope.places:
            node = place.node
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and place.index is not None:
                name = node.targets[0].id
                cost = 1.7 if attribute == f"self.{name}" else 2.6
                yield insertion(scope, place, cost, "not kept", f"{attribute} = {name}", after=True, name=attribute)
                yield statement(scope, place, cost + 0.1, "not kept", f"{attribute} = {ast.unparse(node.value)}")


def not_kept(scopes: Sequence[Scope]) -> Iterator[Candidate]:
    """Yield `self.a = a` in forward for each `a` that backward makes anew, or has not: it means that of forward."""
    forward = next((scope for scope in scopes if scope.owner and scope.function.name == "forward"), None)
    backward = next((scope for scope in scopes if scope.owner and scope.function.name == "backward"), None)
    if forward is None or backward is None:
        return
    needed = {*backward.unknown, *(set(backward.locals) - {*backward.arguments, "out", "dx"})}
    for place in forward.places:
        node = place.node
        if place.parent is not forward.function or not isinstance(node, ast.Assign) or place.index is None:
            continue
        for name in needed & {each.id for each in node.targets if isinstance(each, ast.Name)}:
            yield insertion(forward, place, 1.7, "not kept", f"self.{name} = {name}", after=True, name=f"self.{name}")


def _output_kept(scope: Scope) -> Iterator[Candidate]:
    """Yield `self.x = ` what comes out, where what goes in is kept."""
    body, last = scope.function.body, scope.function.body[-1]
    if scope.owner is None or not isinstance(last, ast.Return) or last.value is None:
        return
    for place in scope.places:
        node = place.node
        if place.parent is not scope.function or not isinstance(node, ast.Assign) or place.index is None:
            continue
        kept = ast.unparse(node.targets[0])
        if not kept.startswith("self.") or ast.unparse(node.value) not in scope.arguments:
            continue
        between = body[place.index + 1 : -1]
        order = [*between, *ast.parse(f"{kept} = {ast.unparse(last.value)}\nreturn {kept}").body]
        yield stretch(scope, place, 2.4, "output, not input", [node, *between, last], order)


def _made_once(scope: Scope, body: list[Place]) -> Iterator[Candidate]:
    """Yield `if self.v is None:` around what makes `self.v` in each call, though it begins as None."""
    for place in body:
        names = list(_made_here(place.node))
        if scope.owner is None or not names or place.index is None or not _begins_as_none(scope.owner, names[0]):
            continue
        block = scope.function.body
        for last in (place.index + 1, place.index):  # with the loop that fills it
            part = block[place.index : last + 1]
            if last < len(block) and (last == place.index or _fills(part[1], names)):
                inside = "\n".join("    " + line for each in part for line in ast.unparse(each).split("\n"))
                order = ast.parse(f"if {names[0]} is None:\n{inside}").body
                yield stretch(scope, place, 1.6, "made anew", part, order)


def _made_here(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Assign):
        for target in node.targets[0].elts if isinstance(node.targets[0], ast.Tuple) else node.targets:
            if isinstance(target, ast.Attribute) and ast.unparse(target).startswith("self."):
                yield ast.unparse(target)


def _begins_as_none(owner: ast.ClassDef, name: str) -> bool:
    first = next((each for each in owner.body if isinstance(each, ast.FunctionDef) and each.name == "__init__"), None)
    return first is not None and any(
        isinstance(each, ast.Assign)
        and name in _made_here(each)
        and ast.unparse(each.value) in ("None", "(None, None)")
        for each in ast.walk(first)
    )


def _fills(node: ast.stmt, names: list[str]) -> bool:
    if not isinstance(node, ast.For):
        return False
    stored = (each for each in ast.walk(node) if isinstance(each, ast.Subscript) and isinstance(each.ctx, ast.Store))
    targets = {ast.unparse(each.value) for each in stored}
    return bool(targets) and targets <= set(names)


def _alike(scope: Scope) -> Iterator[Candidate]:
    """Yield a line that has a sister for the other layer: `grads['W2'] = …` where there is one of W1."""
    present = {ast.unparse(place.node) for place in scope.places if isinstance(place.node, ast.stmt)}
    assigned = {text.split(" = ")[0] for text in present if " = " in text}
    for place in scope.places:
        node = place.node
        if (
            isinstance(node, ast.stmt)
            and place.index is not None
            and not isinstance(node, ast.For | ast.If | ast.While)
        ):
            text = ast.unparse(node)
            for other in _sisters(text):
                if other not in present and other.split(" = ")[0] not in assigned:
                    for after in (False, True):
                        yield insertion(scope, place, 2.2, "missing line", other, after=after)


def _sisters(text: str) -> Iterator[str]:
    for a, b in (("1", "2"), ("2", "1"), ("2", "3"), ("W", "b"), ("b", "W"), ("gamma", "beta"), ("beta", "gamma"),
                 ("m", "v"), ("v", "m"), ("mean", "var"), ("var", "mean")):  # fmt: skip
        changed = re.sub(rf"(?<=[A-Za-z_]){a}\b" if a.isdigit() else rf"(?<![A-Za-z]){a}(?=\d?\b|_)", b, text)
        if changed != text:
            yield changed
