"""What can be told of a loop by reading it: that it cannot end, or that it does nothing but print."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

_PURE = frozenset(
    {"abs", "all", "any", "bool", "float", "format", "int", "len", "max", "min"}
    | {"print", "range", "repr", "round", "str", "sum", "type"}
)
"""Functions that change nothing that a loop stands on."""
_ENDS = (ast.Return, ast.Raise, ast.Assert, ast.Yield, ast.YieldFrom, ast.Await)
_NO_TEST = (ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom)
_STEPS_OF_NUMPY = frozenset({"np", "numpy"})


def never_ends(loop: ast.While | ast.For, function: ast.FunctionDef) -> bool:
    """Say whether a loop that was begun can end only by an exception: for certain, so of many that never end not.

    Nothing leaves it, and nothing in it changes what its condition reads.
    """
    if any(isinstance(node, _ENDS) for node in ast.walk(loop)) or _is_left(loop.body):
        return False
    is_guarded = any(isinstance(node, ast.Try) for node in ast.walk(function))
    others = [call for part in loop.body for call in _calls(part) if not _is_pure(call)]
    if is_guarded and others:  # whose exception may be what ends it
        return False
    if isinstance(loop, ast.For):
        return goes_on(loop.iter)
    if not _is_harmless(loop.test) or any(isinstance(node, _NO_TEST) for node in ast.walk(loop)):
        return False
    sized, read = set(_sized(loop.test)), set(_names((loop.test,))) - _PURE - _STEPS_OF_NUMPY
    if others and not read <= _locals(function) - {"self"}:
        return False  # what belongs to more than this function may be changed by another one
    touched = {name for part in loop.body for name in _touched(part)}
    handed_on = {name for call in others for name in _names((*call.args, *(each.value for each in call.keywords)))}
    return not read & touched and not (read - sized) & handed_on


def goes_on(iterated: ast.expr) -> bool:
    """Say whether what a loop goes over has no end: `itertools.count()` and the like."""
    return isinstance(iterated, ast.Call) and (
        (ast.unparse(iterated.func).removeprefix("itertools.") in ("count", "cycle") and len(iterated.args) < 3)
        or (ast.unparse(iterated.func) == "itertools.repeat" and len(iterated.args) == 1 and not iterated.keywords)
    )


def is_print_only(loop: ast.While | ast.For, function: ast.FunctionDef) -> bool:
    """Say whether a function does all the same without this loop, except that it prints less."""
    if not isinstance(loop, ast.For) or not _only_prints(loop):
        return False
    bound = {node.id for node in ast.walk(loop) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    inside = set(ast.walk(loop))
    return not any(isinstance(n, ast.Name) and n.id in bound and n not in inside for n in ast.walk(function))


def _only_prints(node: ast.stmt) -> bool:
    match node:
        case ast.Pass():
            return True
        case ast.Expr(ast.Call(ast.Name("print")) as call):
            return not call.keywords and all(map(_is_harmless, call.args))
        case ast.If():
            return _is_harmless(node.test) and all(map(_only_prints, [*node.body, *node.orelse]))
        case ast.For(iter=ast.Call(ast.Name("range"))):
            return _is_harmless(node.iter) and all(map(_only_prints, [*node.body, *node.orelse]))
    return False


def _is_harmless(expression: ast.expr) -> bool:
    is_test = not any(isinstance(node, _NO_TEST) for node in ast.walk(expression))
    return is_test and all(map(_is_pure, _calls(expression)))


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    return (each for each in ast.walk(node) if isinstance(each, ast.Call))


def _is_pure(call: ast.Call) -> bool:
    """Say whether a call changes nothing that is there: one of Python's own, of NumPy's without an `out`, a format."""
    match call.func:
        case ast.Name(name):
            return name in _PURE
        case ast.Attribute(ast.Name(module)) if module in _STEPS_OF_NUMPY:
            return not call.keywords and call.func.attr not in ("copyto", "put", "place", "fill_diagonal", "seterr")
        case ast.Attribute(ast.Constant(str()), "format" | "join"):
            return True
    return False


def _is_left(body: list[ast.stmt]) -> bool:
    """Say whether a `break` among these statements is one of the loop that they stand in."""
    for node in body:
        if isinstance(node, ast.Break):
            return True
        blocks = [node.orelse] if isinstance(node, ast.While | ast.For) else _blocks(node)
        if any(map(_is_left, blocks)):
            return True
    return False


def _blocks(node: ast.stmt) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        yield getattr(node, name, [])
    for part in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
        yield part.body


def _locals(function: ast.FunctionDef) -> set[str]:
    """Return the names that are the function's own."""
    arguments = function.args
    own = {each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}
    others = {name for node in ast.walk(function) if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names}
    bound = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return (own | bound) - others


def _sized(test: ast.expr) -> set[str]:
    """Return the names of which a condition reads only how large they are: who gets them leaves that as it is."""
    sizes = [call.args[0] for call in _calls(test) if call.args and ast.unparse(call.func) == "len"]
    sizes += [n.value for n in ast.walk(test) if isinstance(n, ast.Attribute) and n.attr in ("size", "shape", "ndim")]
    names = [node.id for node in sizes if isinstance(node, ast.Name)]
    read = [node.id for node in ast.walk(test) if isinstance(node, ast.Name)]
    return {name for name in names if read.count(name) == names.count(name)}


def _touched(node: ast.AST) -> Iterator[str]:
    """Give the names that a statement binds, stores into, or asks to do something by a method of theirs."""
    for each in ast.walk(node):
        match each:
            case ast.Name(name, ast.Store() | ast.Del()):
                yield name
            case ast.Attribute(ctx=ast.Store() | ast.Del()) | ast.Subscript(ctx=ast.Store() | ast.Del()):
                yield _root(each)
            case ast.Call() if not _is_pure(each):
                yield _root(each.func)
            case ast.alias() | ast.FunctionDef() | ast.ClassDef():
                yield each.name


def _root(node: ast.AST) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call | ast.Starred):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _names(expressions: Iterable[ast.expr]) -> Iterator[str]:
    return (node.id for each in expressions for node in ast.walk(each) if isinstance(node, ast.Name))
