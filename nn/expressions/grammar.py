"""Which part of Python an expression is: everything else is refused when it is read."""

from __future__ import annotations

import ast
import re

from nn.expressions.allowance import DEEPEST, LONGEST, MOST_PARTS
from nn.expressions.functions import CONSTANTS, FUNCTIONS, TYPES, Function
from nn.expressions.refusals import no_such_function
from nn.messages import Message

ATTRIBUTES = ("T", "ndim", "shape", "size")
_INNER = re.compile(r"([^\W\d]\w*)\.(\d+)")  # a1.1: what is made inside a layer
_ATTRIBUTE = re.compile(r"\bself\.([^\W\d]\w*)")  # what a method of a person's own calls its own
_KEY = re.compile(r"([^\W\d][\w·]*)\[\s*(['\"])([^\W\d]\w*)\2\s*\]")  # grads['W1']
_OPERATORS = (
    ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult, ast.BitAnd, ast.BitOr, ast.BitXor,
    ast.USub, ast.UAdd, ast.Invert, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE,
)  # fmt: skip


def read(text: str) -> ast.expr:
    """Return the tree of a text, checked.

    Raises
    ------
    ValueError
        If it is no expression or uses what is not allowed; the message says what and what is.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise ValueError(
            Message("The expression has {count:,} characters; {most:,} are the most", count=len(text), most=LONGEST)
        )
    with_names = _KEY.sub(r"\1·\3", _ATTRIBUTE.sub(r"self·\1", _INNER.sub(r"\1·\2", text)))
    if any(sign in with_names for sign in "\"'\\#"):
        raise ValueError(Message("{text!r} holds a text; write names, numbers, lists and + - * / @", text=text))
    try:
        tree = ast.parse(with_names, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(_unreadable(text)) from None
    _check_size(tree)
    _check(tree)
    return tree


def name_of(identifier: str) -> str:
    """Return a name as the book writes it."""
    return identifier.replace("·", ".")


def names_in(tree: ast.expr) -> frozenset[str]:
    """Return the values that an expression needs."""
    names = {name_of(node.id) for node in _values_in(tree) if isinstance(node, ast.Name)}
    return frozenset(names - CONSTANTS.keys())


def text_of(node: ast.expr) -> str:
    """Return a part of an expression as a person would type it."""
    return name_of(ast.unparse(node))


def function_of(call: ast.Call) -> tuple[str, list[ast.expr]]:
    """Return the name of a function and what it is given: ``dot(x, W)``, ``np.dot(x, W)`` and ``x.dot(W)`` are one."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(value=ast.Name(id="np"), attr=name):
            return name, call.args
        case ast.Attribute(value=inner, attr=name):
            return name, [inner, *call.args]
    return "", call.args


def _values_in(tree: ast.expr) -> list[ast.expr]:
    """Return the nodes that stand for values: no name of a function, no type."""
    found, waiting = [], [tree]
    while waiting:
        node = waiting.pop()
        found.append(node)
        match node:
            case ast.Call():
                waiting += [each for each in function_of(node)[1] if not _is_type(each)]
            case ast.Attribute(value=ast.Name(id="np")):
                pass
            case _:
                waiting += [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.expr)]
    return found


def _check_size(tree: ast.expr) -> None:
    level: list[ast.AST] = [tree]
    depth = parts = 0
    while level:
        depth, parts = depth + 1, parts + len(level)
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    if depth > DEEPEST or parts > 2 * MOST_PARTS:  # an operation and its sign are two
        raise ValueError(Message("The expression is too long or too deep; compute a part of it"))


def _check(node: ast.expr) -> None:
    """Raise ValueError where a tree is more than arithmetic."""
    match node:
        case ast.Constant(value=bool() | int() | float()) | ast.Name():
            return None
        case ast.Attribute(value=ast.Name(id="np"), attr=name) if name in CONSTANTS:
            return None
        case ast.Attribute(value=inner, attr=name) if name in ATTRIBUTES:
            return _check(inner)
        case ast.Attribute(attr=name):
            raise ValueError(_no_attribute(name))
        case ast.Call():
            return _check_call(node)
        case ast.Subscript(value=inner, slice=index):
            _check(inner)
            return _check_index(index)
        case ast.Compare(ops=ops) if len(ops) > 1:
            raise ValueError(Message("{part!r} compares twice; write (a < b) & (b < c)", part=text_of(node)))
        case ast.BinOp() | ast.UnaryOp() | ast.Compare() | ast.List() | ast.Tuple():
            _check_operators(node)
            for each in ast.iter_child_nodes(node):
                if isinstance(each, ast.expr):
                    _check(each)
            return None
        case ast.BoolOp():
            raise ValueError(_no_words(node))
    raise ValueError(
        Message("{part!r} is not allowed; write names, numbers, lists, functions and + - * / @", part=text_of(node))
    )


def _check_call(call: ast.Call) -> None:
    name, args = function_of(call)
    function = FUNCTIONS.get(name)
    if function is None:
        raise ValueError(no_such_function(name or text_of(call.func), FUNCTIONS))
    if not function.least <= len(args) <= function.most:
        raise ValueError(_other_count(name, function, len(args)))
    for keyword in call.keywords:
        _check_keyword(name, function, keyword)
    for place, each in enumerate(args):
        if not (name == "astype" and place == 1):
            _check(each)
        elif not _is_type(each):
            raise ValueError(_no_type(each))


def _check_keyword(name: str, function: Function, keyword: ast.keyword) -> None:
    if keyword.arg not in function.keywords:
        known = ", ".join(f"{each}=" for each in sorted(function.keywords)) or Message("none")
        raise ValueError(
            Message("{name} has no {keyword}=; it has {known}", name=name, keyword=keyword.arg or "**", known=known)
        )
    if keyword.arg == "dtype":
        if not _is_type(keyword.value):
            raise ValueError(_no_type(keyword.value))
        return
    try:
        ast.literal_eval(keyword.value)
    except (ValueError, TypeError):
        raise ValueError(Message("{name}= takes a plain number, such as 0 or -1", name=str(keyword.arg))) from None


def _check_index(index: ast.expr) -> None:
    match index:
        case ast.Tuple(elts=parts):
            for each in parts:
                _check_index(each)
        case ast.Slice(lower=lower, upper=upper, step=step):
            for end in (lower, upper, step):
                if end is not None:
                    _check(end)
        case ast.Constant(value=value) if value is None or value is Ellipsis:
            return
        case _:
            _check(index)


def _check_operators(node: ast.expr) -> None:
    for each in ast.iter_child_nodes(node):
        if isinstance(each, ast.Not):
            raise ValueError(_no_words(node))
        if isinstance(each, ast.operator | ast.cmpop | ast.unaryop) and not isinstance(each, _OPERATORS):
            raise ValueError(
                Message("{part!r} uses an operation that there is not; use + - * / ** @ < > ==", part=text_of(node))
            )


def _is_type(node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(value=ast.Name(id="np"), attr=name):
            return name in TYPES
    return False


def _unreadable(text: str) -> Message:
    if re.search(r"[^=<>!]=[^=]", text) and "(" not in text:
        return Message("{text!r} sets a value, and nothing is set here; compare with ==", text=text)
    return Message("{text!r} is no expression; write one such as W1[0, 1], max(abs(dW1)) or sigmoid(0)", text=text)


def _other_count(name: str, function: Function, got: int) -> Message:
    if function.least == function.most:
        return Message("{name} takes {count} values, here are {got}", name=name, count=function.least, got=got)
    least, most = function.least, function.most
    return Message("{name} takes {least} to {most} values, here are {got}", name=name, least=least, most=most, got=got)


def _no_words(node: ast.expr) -> Message:
    return Message("{part!r}: and, or, not ask for one number; write (a > 0) & (b > 0), | or ~", part=text_of(node))


def _no_attribute(name: str) -> Message:
    known = ", ".join(f".{each}" for each in ATTRIBUTES)
    return Message(".{name} is not known; known: {known}, and functions such as .sum()", name=name, known=known)


def _no_type(node: ast.expr) -> Message:
    return Message("{part} is no type here; known: {known}", part=text_of(node), known=", ".join(TYPES))
