"""One change of a program that might put it right: of its tree, to be tried, and of its text, to be shown."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from nn.own_code.diagnosis.scope import Place, Scope


@dataclass(frozen=True)
class Change:
    """A stretch of text and what stands there instead; columns count bytes of UTF-8, as `ast` does."""

    line: int
    column: int
    end_line: int
    end_column: int
    new: str

    def applied(self, text: str) -> str:
        """Return the text with this change."""
        lines = text.split("\n")
        first = lines[self.line - 1].encode() if self.line <= len(lines) else b""
        last = lines[self.end_line - 1].encode() if self.end_line <= len(lines) else b""
        middle = first[: self.column].decode() + self.new + last[self.end_column :].decode()
        return "\n".join([*lines[: self.line - 1], *middle.split("\n"), *lines[self.end_line :]])


@dataclass(frozen=True, eq=False)
class Candidate:
    """A change, how far it is from what stands there, and which kind of mistake it would be.

    Attributes
    ----------
    cost : float
        Small for what people often get wrong.
    key : str
        The kind of mistake, for the words.
    scope : Scope
    line : int
    parent, name, value
        The tree with the change has `value` as ``parent.name``.
    change : Change
        The same in the text.
    old, new : str
        The two expressions or statements.
    data : mapping
        More for the words.
    """

    cost: float
    key: str
    scope: Scope
    line: int
    parent: ast.AST
    name: str
    value: Any
    change: Change
    old: str
    new: str
    data: Mapping[str, str] = field(default_factory=dict)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Have the tree changed for as long as it is tried."""
        before = getattr(self.parent, self.name)
        setattr(self.parent, self.name, self.value)
        try:
            yield
        finally:
            setattr(self.parent, self.name, before)


def parsed(text: str) -> ast.expr:
    """Read an expression."""
    return ast.parse(text, mode="eval").body


def _slice(text: str) -> ast.expr:
    """Read what stands between the brackets of an index, where colons may be."""
    indexed = parsed(f"_[{text}]")
    assert isinstance(indexed, ast.Subscript)
    return indexed.slice


def expression(scope: Scope, place: Place, cost: float, key: str, new: str, **data: str) -> Candidate:
    """Another expression in the place of one."""
    node = place.node
    assert isinstance(node, ast.expr)
    tree = _located(_slice(new) if place.field == "slice" else parsed(new), node)
    if hasattr(node, "ctx") and hasattr(tree, "ctx"):
        tree.ctx = node.ctx
    shown = f"({new})" if _needs_brackets(place, tree) else new
    change = Change(node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0, shown)
    return Candidate(
        cost, key, scope, node.lineno, place.parent, place.field, _swapped(place, tree), change,
        ast.unparse(node), new, data,
    )  # fmt: skip


def statement(scope: Scope, place: Place, cost: float, key: str, new: str, line: int | None = None) -> Candidate:
    """Another statement in the place of one."""
    node = place.node
    assert isinstance(node, ast.stmt)
    tree = [_located(each, node) for each in ast.parse(new).body]
    body = list(getattr(place.parent, place.field))
    assert place.index is not None
    body[place.index : place.index + 1] = tree
    change = Change(
        node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0, _indented(new, node.col_offset)
    )
    return Candidate(
        cost, key, scope, line or node.lineno, place.parent, place.field, body, change, ast.unparse(node), new
    )


def stretch(
    scope: Scope,
    place: Place,
    cost: float,
    key: str,
    part: list[ast.stmt],
    order: list[ast.stmt],
    line: int | None = None,
) -> Candidate:
    """Other statements in the place of several that follow each other, the first of them at `place`."""
    assert place.index is not None
    body = list(getattr(place.parent, place.field))
    body[place.index : place.index + len(part)] = [
        each if any(each is old for old in part) else _located(each, part[0]) for each in order
    ]
    first, last = part[0], part[-1]
    text = "\n".join(map(ast.unparse, order))
    change = Change(
        first.lineno,
        first.col_offset,
        last.end_lineno or 0,
        last.end_col_offset or 0,
        _indented(text, first.col_offset),
    )
    old = "\n".join(map(ast.unparse, part))
    return Candidate(cost, key, scope, line or first.lineno, place.parent, place.field, body, change, old, text)


def insertion(
    scope: Scope, place: Place, cost: float, key: str, new: str, after: bool = False, **data: str
) -> Candidate:
    """One more statement before or after another."""
    node = place.node
    assert isinstance(node, ast.stmt)
    assert place.index is not None
    tree = [_located(each, node) for each in ast.parse(new).body]
    body = list(getattr(place.parent, place.field))
    body[place.index + after : place.index + after] = tree
    indent = " " * node.col_offset
    text = _indented(new, node.col_offset)
    if after:
        line, column = node.end_lineno or node.lineno, node.end_col_offset or 0
        change = Change(line, column, line, column, f"\n{indent}{text}")
    else:
        line = node.lineno
        change = Change(line, node.col_offset, line, node.col_offset, f"{text}\n{indent}")
    return Candidate(cost, key, scope, line, place.parent, place.field, body, change, "", new, data)


def deletion(scope: Scope, place: Place, cost: float, key: str) -> Candidate:
    """One statement fewer; a block that would be empty gets a `pass`."""
    node = place.node
    assert isinstance(node, ast.stmt)
    body = [each for each in getattr(place.parent, place.field) if each is not node]
    shown = "" if body else "pass"
    body = body or [_located(ast.Pass(), node)]
    change = Change(node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0, shown)
    return Candidate(cost, key, scope, node.lineno, place.parent, place.field, body, change, ast.unparse(node), "")


def _located(tree: Any, node: ast.AST) -> Any:
    """Give all of a new tree the place of what it replaces."""
    for each in ast.walk(tree):
        if "lineno" in each._attributes:
            ast.copy_location(each, node)
    return tree


def _swapped(place: Place, tree: ast.AST) -> Any:
    if place.index is None:
        return tree
    items = list(getattr(place.parent, place.field))
    items[place.index] = tree
    return items


def _needs_brackets(place: Place, tree: ast.expr) -> bool:
    if not isinstance(tree, ast.BinOp | ast.UnaryOp | ast.Compare | ast.BoolOp | ast.IfExp | ast.Lambda | ast.Tuple):
        return False
    inside = isinstance(place.parent, ast.BinOp | ast.UnaryOp | ast.Attribute | ast.Compare | ast.BoolOp)
    return inside or (isinstance(place.parent, ast.Subscript) and place.field == "value")


def _indented(text: str, column: int) -> str:
    return text.replace("\n", "\n" + " " * column)
