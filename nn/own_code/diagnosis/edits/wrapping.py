"""Something around a value that is missing or too many: transposed, divided, one minus, a call."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator

from nn.own_code.diagnosis.candidate import Candidate, expression
from nn.own_code.diagnosis.scope import Place, Scope

FLAGS = ("train_flg", "train", "training", "is_training")
PLAIN = ("range", "len", "list", "int", "float", "enumerate", "print", "isinstance", "str", "zip")


def candidates(scope: Scope) -> Iterator[Candidate]:
    """Yield all changes of this kind."""
    for place in scope.places:
        node = place.node
        if not isinstance(node, ast.expr) or isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
            continue
        if _is_value(place, node):
            yield from _around(scope, place, node)
        if isinstance(node, ast.Attribute) and place.field != "func":
            yield from _attribute(scope, place, node)
        elif isinstance(node, ast.Call):
            yield from _call(scope, place, node)
        elif isinstance(node, ast.Subscript):
            yield from _subscript(scope, place, node)
        elif isinstance(node, ast.Tuple | ast.List) and 2 <= len(node.elts) <= 6:
            yield from _order(scope, place, node)


def _is_value(place: Place, node: ast.expr) -> bool:
    if place.field in ("func", "slice") or isinstance(place.parent, ast.Attribute | ast.Slice):
        return False
    if isinstance(node, ast.Name) and node.id in (*PLAIN, "np", "self"):
        return False
    return isinstance(node, ast.Name | ast.Attribute | ast.BinOp | ast.Call | ast.Subscript)


def _around(scope: Scope, place: Place, node: ast.expr) -> Iterator[Candidate]:
    text = ast.unparse(node)
    bracketed = f"({text})" if isinstance(node, ast.BinOp) else text
    whole = isinstance(place.parent, ast.Assign | ast.Return | ast.AugAssign)
    if not isinstance(node, ast.BinOp):
        yield expression(scope, place, 2.2, "transpose", f"{text}.T")
        yield expression(scope, place, 2.5, "one minus", f"1 - {text}", name=text)
    yield expression(scope, place, 2.3, "sign", f"-{bracketed}")
    is_count = text in scope.counts or text.endswith(".shape[0]") or text.startswith("len(")
    for count in () if is_count or (isinstance(node, ast.Call) and not whole) else scope.counts:
        yield expression(
            scope, place, 2.1 + 0.2 * (not whole), "missing division", f"{bracketed} / {count}", count=count
        )
    for count in () if is_count else scope.counts[:3]:
        yield expression(scope, place, 2.8, "missing product", f"{bracketed} * {count}", count=count)
    if whole or isinstance(place.parent, ast.BinOp | ast.Call):
        for function in ("np.sqrt", "np.exp", "np.log", "np.abs"):
            yield expression(scope, place, 3.1, "missing call", f"{function}({text})", call=function)
        for name in scope.values:
            if name != text:
                yield expression(scope, place, 2.9, "missing factor", f"{bracketed} * {name}", factor=name)
                yield expression(scope, place, 3.0, "missing factor", f"{bracketed} / {name}", factor=name)
                yield expression(
                    scope, place, 3.3, "missing factor", f"{bracketed} * (1 - {name})", factor=f"1 - {name}"
                )
    if whole:
        is_second_name = any(each is node for each in scope.second_names.values())
        yield expression(scope, place, 1.5 if is_second_name else 2.4, "copy", f"{bracketed}.copy()", name=text)
        for axis in ("axis=0", "axis=1", "axis=1, keepdims=True"):
            yield expression(scope, place, 2.7, "missing sum", f"np.sum({text}, {axis})")
        for name in scope.values:
            yield expression(scope, place, 3.4, "missing term", f"{text} + {name}", term=name)
            yield expression(scope, place, 3.5, "missing term", f"{text} - {name}", term=name)
    if isinstance(place.parent, ast.BinOp | ast.Assign) and isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
        yield expression(scope, place, 3.2, "missing call", f"{text} ** 2", call="** 2")
        yield expression(scope, place, 3.5, "missing call", f"({text} + 1e-7)", call="+ 1e-7")


def _attribute(scope: Scope, place: Place, node: ast.Attribute) -> Iterator[Candidate]:
    base = ast.unparse(node.value)
    if node.attr == "T":
        yield expression(scope, place, 1.9, "surplus transpose", base)
    elif base not in ("self", "np"):
        yield expression(scope, place, 2.8, "surplus call", base)
    if node.attr in ("size", "shape", "ndim"):
        for index in (0, 1):
            yield expression(scope, place, 2.1, "number of samples", f"{base}.shape[{index}]")


def _call(scope: Scope, place: Place, node: ast.Call) -> Iterator[Candidate]:
    function = ast.unparse(node.func)
    arguments = [ast.unparse(each) for each in node.args]
    keywords = [ast.unparse(each) for each in node.keywords]

    def call(*parts: str) -> str:
        return f"{function}({', '.join(parts)})"

    if 2 <= len(arguments) <= 4:
        for order in itertools.permutations(arguments):
            if list(order) != arguments:
                yield expression(scope, place, 2, "order of arguments", call(*order, *keywords))
    elif len(arguments) > 4:
        yield from _one_pair_swapped(scope, place, call, arguments, keywords)
    for flag in _flags_left_out(scope, node):
        yield expression(scope, place, 1.3, "training mode", call(*arguments, *keywords, f"{flag}=True"))
    if node.args and function not in ("range", "print"):
        yield expression(scope, place, 3, "surplus call", arguments[0].lstrip("*"))
    if function == "int" and len(arguments) == 1:
        yield expression(scope, place, 1.9, "rounded down", f"int(np.ceil({arguments[0]}))")
    if isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) not in ("np", "self"):
        yield expression(scope, place, 2.8, "surplus call", ast.unparse(node.func.value))
    for index in range(len(arguments)):
        yield expression(
            scope, place, 3.2, "surplus argument", call(*arguments[:index], *arguments[index + 1 :], *keywords)
        )
    for name in scope.values if len(arguments) < 3 else ():
        yield expression(scope, place, 3.3, "missing argument", call(*arguments, name, *keywords))
    yield from _axis(scope, place, node, call, arguments)


def _flags_left_out(scope: Scope, node: ast.Call) -> Iterator[str]:
    """Yield the argument that says that it is training, where a method has one and is called without it."""
    function = node.func
    if scope.owner is None or not isinstance(function, ast.Attribute) or ast.unparse(function.value) != "self":
        return
    for method in scope.owner.body:
        if isinstance(method, ast.FunctionDef) and method.name == function.attr:
            names = [each.arg for each in method.args.args][1:]
            given = {*names[: len(node.args)], *(keyword.arg for keyword in node.keywords)}
            yield from (name for name in FLAGS if name in names and name not in given)


def _one_pair_swapped(scope: Scope, place: Place, call, arguments: list[str], keywords: list[str]):  # type: ignore[no-untyped-def]
    for i, j in itertools.combinations(range(len(arguments)), 2):
        order = list(arguments)
        order[i], order[j] = order[j], order[i]
        yield expression(scope, place, 2, "order of arguments", call(*order, *keywords))


def _axis(scope: Scope, place: Place, node: ast.Call, call, arguments: list[str]):  # type: ignore[no-untyped-def]
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if name not in ("sum", "mean", "max", "min", "argmax", "var", "std", "prod"):
        return
    of_numpy = ast.unparse(node.func).startswith("np.")
    kept = arguments[:1] if of_numpy else []
    now = [ast.unparse(each) for each in node.keywords]
    for keywords in ((), ("axis=0",), ("axis=1",), ("axis=-1",), ("keepdims=True",), ("axis=0", "keepdims=True"),
                     ("axis=1", "keepdims=True"), ("axis=-1", "keepdims=True")):  # fmt: skip
        if list(keywords) != now or arguments != kept:
            yield expression(scope, place, 1.9, "axis", call(*kept, *keywords), axis=", ".join(keywords))


def _subscript(scope: Scope, place: Place, node: ast.Subscript) -> Iterator[Candidate]:
    base, index = ast.unparse(node.value), node.slice
    if place.field not in ("targets", "target"):
        yield expression(scope, place, 3, "surplus index", base)
    if isinstance(index, ast.Tuple) and isinstance(index.elts[0], ast.Slice) and len(index.elts) == 2:
        text = ast.unparse(index.elts[1])
        yield expression(scope, place, 1.5, "all rows", f"{base}[np.arange({base}.shape[0]), {text}]")
    if isinstance(index, ast.Name | ast.Attribute):
        yield expression(scope, place, 2.2, "mask", f"{base}[~{ast.unparse(index)}]")
        yield expression(scope, place, 2.6, "mask", f"{base}[{ast.unparse(index)} == 0]")
    if isinstance(index, ast.Slice):
        yield expression(scope, place, 3, "surplus index", f"{base}[:]")


def _order(scope: Scope, place: Place, node: ast.Tuple | ast.List) -> Iterator[Candidate]:
    parts = [ast.unparse(each) for each in node.elts]
    left, right = ("[", "]") if isinstance(node, ast.List) else ("(", ")")
    for i, j in itertools.combinations(range(len(parts)), 2):
        order = list(parts)
        order[i], order[j] = order[j], order[i]
        text = ", ".join(order)
        nested = isinstance(node, ast.List) or isinstance(place.parent, ast.Call | ast.BinOp | ast.Tuple | ast.List)
        yield expression(scope, place, 1.9, "order", f"{left}{text}{right}" if nested else text)
