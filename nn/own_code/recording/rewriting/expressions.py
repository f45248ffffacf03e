"""Expressions that tell what they compute."""

from __future__ import annotations

import ast
from typing import Any

from nn.own_code.recording.operators import OPERATIONS
from nn.own_code.recording.rewriting.places import Places

# These look at the function that calls them.
_LOOKS_AROUND = frozenset({"super", "locals", "globals", "vars", "dir", "eval", "exec", "__import__"})
_SHOWS_NUMBERS = frozenset({"T", "mT", "real", "flat"})


class ExpressionRewriting(ast.NodeTransformer):
    """Puts calls of the recorder in place of operators, calls, brackets and some attributes."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """Rewrite ``a + b``."""
        site = self.places.site(node, "expression")
        self.generic_visit(node)
        operation = ast.Constant(OPERATIONS[type(node.op)])
        return self.places.call(node, "binary", site, operation, node.left, node.right)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        """Rewrite ``-a``; -1 remains a number, `not` a question."""
        if isinstance(node.op, ast.Not) or isinstance(node.operand, ast.Constant):
            self.generic_visit(node)
            return node
        site = self.places.site(node, "expression")
        self.generic_visit(node)
        return self.places.call(node, "unary", site, ast.Constant(OPERATIONS[type(node.op)]), node.operand)

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        """Rewrite ``a < b``; ``a < b < c``, `in` and `is` are no arithmetic."""
        operation = OPERATIONS.get(type(node.ops[0])) if len(node.ops) == 1 else None
        if operation is None:
            self.generic_visit(node)
            return node
        site = self.places.site(node, "expression")
        self.generic_visit(node)
        return self.places.call(node, "binary", site, ast.Constant(operation), node.left, node.comparators[0])

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """Rewrite ``f(a)``."""
        if isinstance(node.func, ast.Name) and node.func.id in _LOOKS_AROUND:
            self.generic_visit(node)
            return node
        site = self.places.site(node, "expression")
        self.generic_visit(node)
        return self.places.call(node, "call", site, node.func, *node.args, keywords=node.keywords)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """Rewrite ``a.T``."""
        if node.attr not in _SHOWS_NUMBERS or not isinstance(node.ctx, ast.Load):
            self.generic_visit(node)
            return node
        site = self.places.site(node, "expression")
        self.generic_visit(node)
        return self.places.call(node, "attribute", site, ast.Constant(node.attr), node.value)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """Rewrite ``a[i]``."""
        if not isinstance(node.ctx, ast.Load):
            self.generic_visit(node)
            return node
        site = self.places.site(node, "expression")
        self.generic_visit(node)
        return self.places.call(node, "item", site, node.value, self.key(node.slice))

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        """Rewrite ``for row in x`` within brackets."""
        site = self.places.site(node.iter, "expression")
        self.generic_visit(node)
        node.iter = self.places.call(node.iter, "rows", site, node.iter)
        return node

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        """Rewrite ``(n := value)``."""
        site = self.places.site(node, "assignment")
        node.value = self.places.call(node, "bind", site, constant((node.target.id,)), self.visit(node.value))
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        """Leave a text with values in it as it is: it computes nothing that matters."""
        return node

    def visit_TemplateStr(self, node: Any) -> Any:
        """Leave it, likewise."""
        return node

    def key(self, index: ast.expr) -> ast.expr:
        """Return what stands in brackets as an argument: ``1:3`` is a slice only within them."""
        if isinstance(index, ast.Slice):
            parts = [part or ast.Constant(None) for part in (index.lower, index.upper, index.step)]
            return self.places.call(index, "slice", *parts)
        if isinstance(index, ast.Tuple):
            return ast.copy_location(ast.Tuple([self.key(part) for part in index.elts], ast.Load()), index)
        return index


def constant(names: tuple[Any, ...]) -> ast.expr:
    """Return a tuple of names and tuples of them as an expression."""
    return ast.Tuple([constant(n) if isinstance(n, tuple) else ast.Constant(n) for n in names], ast.Load())
