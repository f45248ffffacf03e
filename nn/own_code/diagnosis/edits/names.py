"""Names: of values, of what self keeps, of functions and methods, of arguments."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nn.own_code.diagnosis.candidate import Candidate, Change, expression
from nn.own_code.diagnosis.scope import Place, Scope

FAMILIES = (
    ("sum", "mean", "max", "min", "prod", "argmax", "argmin", "var", "std", "cumsum", "any", "all"),
    ("zeros_like", "ones_like", "empty_like", "copy", "array", "asarray"),
    ("zeros", "ones", "empty", "full", "arange", "rand", "randn"),
    ("exp", "log", "sqrt", "abs", "tanh", "square", "sin", "log1p", "expm1", "sign"),
    ("maximum", "minimum", "add", "multiply", "subtract", "divide", "greater", "power"),
    ("dot", "matmul", "multiply", "outer", "inner", "tensordot"),
    ("rand", "randn", "random", "uniform", "normal", "random_sample"),
    ("shape", "size", "ndim", "T", "dtype"),
    ("keys", "values", "items", "copy"),
    ("reshape", "transpose", "flatten", "ravel", "copy", "astype", "squeeze"),
    ("where", "maximum", "minimum", "clip"),
    ("append", "reverse", "insert", "sort", "pop"),
    ("forward", "backward", "predict", "loss", "gradient", "accuracy", "update"),
    ("W", "b", "dW", "db", "gamma", "beta", "dgamma", "dbeta"),
)
"""Names of NumPy, of arrays and of the book that are mistaken for each other."""
UNUSUAL = ("inner", "outer", "tensordot")
"""Products that nobody of the book means."""
KEYWORDS = ("axis", "keepdims", "dtype", "out", "train_flg")


def candidates(scope: Scope) -> Iterator[Candidate]:
    """Yield all changes of this kind."""
    attributes = _attributes_of(scope)
    for place in scope.places:
        node = place.node
        if isinstance(node, ast.Name):
            yield from _name(scope, place, node)
        elif isinstance(node, ast.Attribute):
            yield from _attribute(scope, place, node, attributes)
        elif isinstance(node, ast.keyword) and node.arg:
            yield from _keyword(scope, place, node)
        elif isinstance(node, ast.Subscript) and place.field not in ("func", "targets", "target"):
            for name in scope.values:
                yield expression(scope, place, 3.1, "other name", name)
    yield from _arguments(scope)


def _name(scope: Scope, place: Place, node: ast.Name) -> Iterator[Candidate]:
    if place.field == "func":
        for name in (*scope.called, "range", "len", "float", "int", "list", "enumerate", *scope.unknown):
            if name != node.id:
                yield expression(scope, place, 2.3, "other function", name)
        return
    is_stored = isinstance(node.ctx, ast.Store)
    known = node.id in scope.locals or node.id in ("self", "np") or node.id in scope.called
    others = [*scope.unknown, *scope.values] if is_stored else scope.values
    for name in others:
        if name != node.id:
            cost = 2.1 if is_stored and name in scope.unknown else 2.2 if not is_stored and not known else 2.5
            yield expression(scope, place, cost + 0.3 * is_stored, "other name", name)
    for name in (*(("self",) if scope.owner else ()), *scope.called):
        if name != node.id and not is_stored and isinstance(place.parent, ast.Attribute | ast.Call):
            yield expression(scope, place, 2.6, "other name", name)


def _attribute(scope: Scope, place: Place, node: ast.Attribute, attributes: list[str]) -> Iterator[Candidate]:
    base = ast.unparse(node.value)
    whole = ast.unparse(node)
    is_of_self = base == "self"
    if is_of_self and place.field != "func":
        for name in scope.values:
            if name != whole:
                close = name.lower() == whole.lower()
                yield expression(scope, place, 1 if close else 2.4, "other name", name)
    tried = {node.attr}
    for family in FAMILIES:
        if node.attr in family:
            for other in family:
                if other not in tried:
                    tried.add(other)
                    cost = 2.6 if other in UNUSUAL else 2.2
                    yield expression(scope, place, cost, "other function", f"{base}.{other}")
    for other in attributes:
        if other not in tried and not is_of_self:
            yield expression(scope, place, 2.9, "other function", f"{base}.{other}")
    if is_of_self and place.field == "func":
        methods = [n.name for n in ast.walk(scope.owner or scope.function) if isinstance(n, ast.FunctionDef)]
        for other in methods:
            if other not in tried:
                yield expression(scope, place, 2.5, "other function", f"self.{other}")
    if base in ("np", "numpy"):
        for other in ("sum", "mean", "max", "dot", "exp", "log", "sqrt", "zeros", "zeros_like", "maximum", "arange"):
            if other not in tried and other not in attributes:
                yield expression(scope, place, 3, "other function", f"{base}.{other}")


def _attributes_of(scope: Scope) -> list[str]:
    root = scope.owner or scope.module
    names = [node.attr for node in ast.walk(root) if isinstance(node, ast.Attribute)]
    return list(dict.fromkeys(names))


def _keyword(scope: Scope, place: Place, node: ast.keyword) -> Iterator[Candidate]:
    for name in KEYWORDS:
        if name != node.arg:
            column = node.col_offset
            change = Change(node.lineno, column, node.lineno, column + len((node.arg or "").encode()), name)
            new = ast.copy_location(ast.keyword(name, node.value), node)
            items = list(getattr(place.parent, place.field))
            items[place.index or 0] = new
            yield Candidate(
                2.3, "keyword", scope, node.lineno, place.parent, place.field, items, change,
                ast.unparse(node), ast.unparse(new),
            )  # fmt: skip


def _arguments(scope: Scope) -> Iterator[Candidate]:
    """Yield an argument under the name by which the body knows it."""
    arguments = scope.function.args
    for index, argument in enumerate(arguments.args):
        for name in scope.unknown if index or not scope.owner else ("self",):
            if name == argument.arg:
                continue
            new = ast.copy_location(ast.arg(name, argument.annotation), argument)
            end = argument.col_offset + len(argument.arg.encode())
            change = Change(argument.lineno, argument.col_offset, argument.lineno, end, name)
            items = [*arguments.args[:index], new, *arguments.args[index + 1 :]]
            yield Candidate(
                1.8, "argument", scope, argument.lineno, arguments, "args", items, change, argument.arg, name
            )
