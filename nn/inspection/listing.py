"""The code of a layer, a loss or an optimizer in the book's style, and which of its lines an event stands for.

The code is that of the exported programs, what is read here is what runs there; but for the few things that the book
writes in another way than training computes them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from nn.exports.sources import pieces_in
from nn.graph import Node, topological_order
from nn.trace import Event
from nn.trace.event import Form
from nn.trace.layer_graph import LayerGraph

_NUMBERED = re.compile(r"\d+$")
_METHODS = {"forward": "forward", "loss": "forward", "backward": "backward", "update": "update"}
_HELPERS = ("sigmoid",)
_BOOK = "as_in_the_book"
_STATE = {"running_mean", "running_var"}  # which no graph shows


@dataclass(frozen=True)
class Listing:
    """Code, and what is at work in it.

    Attributes
    ----------
    name : str
        Of the class.
    text : str
        Functions that it calls, then the class.
    method : str
        ``"forward"``, ``"backward"`` or ``"update"``.
    lines : tuple of int
        Which lines of the text compute what the event makes, from 0.
    """

    name: str
    text: str
    method: str
    lines: tuple[int, ...]


def listing_of(event: Event, optimizer: str, form: Form = "book") -> Listing | None:
    """Give the code of an event, None where nobody has written it in the book's style.

    Parameters
    ----------
    event : Event
    optimizer : str
        Name of the one whose update it may be.
    form : {"book", "elementary"}
        In which an update is recorded.
    """
    name, piece = _NUMBERED.sub("", event.name), "numpy_layers"
    if event.layer is not None and event.graph.code:
        return _of_a_person(event, name)
    if event.phase == "update":
        name, piece = optimizer, "numpy_optimizers"
    elif event.layer is None:
        name, piece = event.name, "numpy_losses"
    if name in pieces_in(_BOOK) and (form == "book" or event.phase != "update"):
        piece = _BOOK
    if name not in pieces_in(piece):
        return None
    code, method = _code(piece, name), _METHODS[event.phase]
    return Listing(name, code.text, method, tuple(sorted(set(_lines(event, code, method)))))


def _of_a_person(event: Event, name: str) -> Listing | None:
    """Give the code that a person wrote; None where its methods stand elsewhere."""
    code, method = _taken_apart(event.graph.code), _METHODS[event.phase]
    if not code.methods.get(method):
        return None
    return Listing(name, code.text, method, tuple(sorted(set(_lines(event, code, method)))))


@dataclass(frozen=True)
class _Statement:
    """One statement of a listing.

    Attributes
    ----------
    line : int
        From 0.
    makes : frozenset of str
        Names of the attributes and variables that it assigns.
    uses : frozenset of str
        Names that it reads.
    does : frozenset of str
        Signs of the operations that are done in it.
    calls : frozenset of str
        Names of the functions that it calls.
    """

    line: int
    makes: frozenset[str]
    uses: frozenset[str]
    does: frozenset[str]
    calls: frozenset[str]


_Statements = tuple[_Statement, ...]


@dataclass(frozen=True)
class _Code:
    """A class with the functions that it calls, taken apart."""

    text: str
    methods: dict[str, _Statements]
    helpers: dict[str, _Statements]


@lru_cache(maxsize=64)
def _code(piece: str, name: str) -> _Code:
    parts, layers = [pieces_in(piece)[name]], pieces_in("numpy_layers")
    parts[:0] = [layers[helper] for helper in _HELPERS if f" {helper}(" in parts[0]]
    return _taken_apart("\n\n".join(parts).rstrip() + "\n")


@lru_cache(maxsize=64)
def _taken_apart(text: str) -> _Code:
    tree = ast.parse(text)
    helpers = {each.name: tuple(_statements(each)) for each in tree.body if isinstance(each, ast.FunctionDef)}
    whole = next(each for each in tree.body if isinstance(each, ast.ClassDef))
    methods = {each.name: tuple(_statements(each)) for each in whole.body if isinstance(each, ast.FunctionDef)}
    return _Code(text, methods, helpers)


def _statements(of: ast.AST) -> Iterator[_Statement]:
    """Yield the statements that compute something, in order, those within others too."""
    for each in getattr(of, "body", ()):
        if isinstance(each, ast.If | ast.For | ast.With):
            yield from _statements(each)
        elif not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)):
            inside = list(ast.walk(each))
            yield _Statement(
                each.lineno - 1,
                frozenset(map(_name_of, _targets(each))),
                frozenset(_name_of(e) for e in inside if isinstance(getattr(e, "ctx", None), ast.Load)),
                frozenset(sign for sign, does in _SIGNS.items() if any(map(does, inside))),
                frozenset(_name_of(e.func) for e in inside if isinstance(e, ast.Call)),
            )


def _targets(statement: ast.AST) -> list[ast.expr]:
    if isinstance(statement, ast.Assign):
        return [each for target in statement.targets for each in getattr(target, "elts", [target])]
    return [statement.target] if isinstance(statement, ast.AugAssign) else []


def _lines(event: Event, code: _Code, method: str) -> Iterator[int]:
    """Yield the lines of what an event makes."""
    statements = code.methods[method]
    for name in event.outputs:
        key = _key_of(_owner_of(event) if event.phase == "update" and event.node else name, event)
        made = [each.line for each in statements if key in each.makes]
        if made:
            yield made[-1]
        elif event.upstream or event.node is None:
            yield _result(statements).line
        else:
            yield from _lines_of_node(event, code, statements)


def _owner_of(event: Event) -> str:
    """Give the first value of an update that a node is needed for."""
    outputs = event.graph.outputs.items()
    return next(name for name, node in outputs if event.node in topological_order(node))


def _result(statements: _Statements) -> _Statement:
    """Give the statement that computes what is returned: the last one, or that which made the variable it returns."""
    *before, last = statements
    made = [each for each in before if each.makes & last.uses and not last.does]
    return made[-1] if made else last


def _lines_of_node(event: Event, code: _Code, statements: _Statements) -> Iterator[int]:
    """Yield the line in which an operation is done; with it that which calls the function where that line stands."""
    for helper, inside in code.helpers.items():
        calling = [each for each in statements if helper in each.calls]
        if calling and any(event.symbol in each.does for each in inside):
            yield calling[0].line
            yield inside[-1].line
            return
    graph, here = event.graph, 0
    for node in graph.operations:
        here = _place_of(node, graph, statements, here)
        if node is event.node:
            yield statements[here].line


def _place_of(node: Node, graph: LayerGraph, statements: _Statements, start: int) -> int:
    """Give the statement in which a node is computed, not before that of the node before it."""
    symbol = node.operation.symbol if node.operation else ""
    named = {_NUMBERED.sub("", graph.names[source]) for source in node.inputs if source.operation is None}
    doing = [i for i, each in enumerate(statements) if i >= start and symbol in each.does and not each.makes & _STATE]
    saying = [i for i in doing if named & statements[i].uses - {"x"}]
    if node in graph.outputs.values():
        return doing[-1] if doing else len(statements) - 1
    return next(iter([*saying, *doing]), start)


def _key_of(name: str, event: Event) -> str:
    """Give what a listing calls a value: the attribute, or for a parameter that moves ``params``."""
    if event.phase == "update":
        slot = name.rpartition("_")[0]
        return slot if slot else "params"
    if name == "L":
        return "loss"
    return _NUMBERED.sub("", name)


def _name_of(target: ast.AST) -> str:
    if isinstance(target, ast.Subscript):
        target = target.value
    return target.attr if isinstance(target, ast.Attribute) else target.id if isinstance(target, ast.Name) else ""


def _calling(*names: str) -> Callable[[ast.AST], bool]:
    return lambda each: isinstance(each, ast.Call) and _name_of(each.func) in names


def _joining(*kinds: type[ast.operator]) -> Callable[[ast.AST], bool]:
    return lambda each: isinstance(each, ast.BinOp | ast.AugAssign) and isinstance(each.op, kinds)


def _comparing(*kinds: type[ast.cmpop]) -> Callable[[ast.AST], bool]:
    return lambda each: isinstance(each, ast.Compare) and isinstance(each.ops[0], kinds)


def _either(*tests: Callable[[ast.AST], bool]) -> Callable[[ast.AST], bool]:
    return lambda each: any(test(each) for test in tests)


def _is_minus(each: ast.AST) -> bool:
    return isinstance(each, ast.UnaryOp) and isinstance(each.op, ast.USub)


def _is_masked(each: ast.AST) -> bool:
    return isinstance(each, ast.Subscript) and isinstance(each.ctx, ast.Store) and _name_of(each.slice) == "mask"


# How each operation is done in the listings.
_SIGNS: dict[str, Callable[[ast.AST], bool]] = {
    "dot": _calling("dot"),
    "+": _joining(ast.Add, ast.Sub),
    "×": _either(_joining(ast.Mult, ast.Pow, ast.Div), _calling("mean")),  # a quotient is a product, too
    "×(-1)": _either(_is_minus, _joining(ast.Sub)),
    "/": _joining(ast.Div),
    "exp": _calling("exp", "expm1"),
    "log": _calling("log", "log1p"),
    "√": _calling("sqrt"),
    "tanh": _calling("tanh"),
    "sin": _calling("sin"),
    "cos": _calling("cos"),
    "arctan": _calling("arctan"),
    ">": _either(_comparing(ast.Gt, ast.GtE), _calling("maximum")),
    "<=": _comparing(ast.LtE),
    "[mask] = 0": _is_masked,
    "astype": _calling("astype"),
    "min": _calling("minimum", "abs"),
    "max": _calling("max", "maximum"),
    "Σ": _calling("sum", "mean", "vdot"),
    "im2col": _calling("im2col"),
    "reshape": _calling("reshape"),
    "transpose": _calling("transpose"),
    "flatten": _calling("reshape"),
    "unflatten": _calling("reshape"),
    "softmax": _calling("exp"),
    "sigmoid": _calling("sigmoid"),
    "cross entropy": _calling("log"),
    "binary entropy": _calling("log1p"),
    "squared error": _calling("vdot"),
    "=": _joining(ast.Sub),
}
