"""Statements that tell what they bind and when they begin."""

from __future__ import annotations

import ast
from typing import Any

from nn.own_code.recording.operators import OPERATIONS
from nn.own_code.recording.rewriting.expressions import ExpressionRewriting, constant
from nn.own_code.recording.rewriting.places import Places
from nn.own_code.recording.site import Site

_NO_STEP = (
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Global,
    ast.Nonlocal,
    ast.Pass,
)
_LONGEST_NAME = 60
_THE_OBJECT = ("self", "cls")
_WRITTEN = "own_code_written"


class Rewriting(ExpressionRewriting):
    """Rewrites the programs of one file.

    Parameters
    ----------
    file, text : str
        Its name and text.
    sites : list of Site
        Gets the places.
    """

    def __init__(self, file: str, text: str, sites: list[Site]) -> None:
        super().__init__(Places(file, text, sites))
        self._spare = 0

    def of(self, tree: ast.Module) -> ast.Module:
        """Return the tree, rewritten."""
        tree.body = self._block(tree.body)
        return ast.fix_missing_locations(tree)

    def visit_Assign(self, node: ast.Assign) -> Any:
        """Rewrite ``a = b = value``."""
        site = self.places.site(node, "assignment")
        names = constant(tuple(_name(target) for target in node.targets))
        value = self.visit(node.value)
        targets = [self.visit(target) for target in node.targets]
        if len(targets) == 1 and isinstance(targets[0], ast.Subscript):
            return self._put(node, site, targets[0], value)
        if any(isinstance(part, ast.Subscript) for target in targets for part in ast.walk(target)):
            return self._one_after_the_other(node, targets, value)
        node.targets, node.value = targets, self.places.call(node, "bind", site, names, value)
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        """Rewrite ``a: int = value``."""
        if node.value is None or isinstance(node.target, ast.Subscript):
            return node
        site = self.places.site(node, "assignment")
        node.value = self.places.call(node, "bind", site, constant((_name(node.target),)), self.visit(node.value))
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        """Rewrite ``a += value``."""
        site = self.places.site(node, "assignment")
        name, operation = ast.Constant(_text(node.target)), ast.Constant(OPERATIONS[type(node.op)])
        target, value = self.visit(node.target), self.visit(node.value)
        if isinstance(target, ast.Subscript):
            key = self.key(target.slice)
            return self.places.statement(node, "augment_item", site, name, operation, target.value, key, value)
        before, load = self._loaded(target)
        whole = self.places.call(node, "augment", site, name, operation, load, value)
        return [*before, ast.copy_location(ast.Assign([target], whole), node)]

    def visit_Return(self, node: ast.Return) -> ast.stmt:
        """Rewrite ``return value``."""
        if node.value is not None:
            site = self.places.site(node, "return")
            node.value = self.places.call(node, "bind", site, constant(("return",)), self.visit(node.value))
        return node

    def visit_For(self, node: ast.For) -> ast.stmt:
        """Rewrite ``for i in x:``, whose names are bound again each time."""
        site = self.places.site(node.iter, "expression")
        node.iter = self.places.call(node.iter, "rows", site, self.visit(node.iter))
        body = self._block(node.body)
        if not any(isinstance(part, ast.Subscript) for part in ast.walk(node.target)):
            at = self.places.site(node, "loop")
            names = constant((_name(node.target),))
            body.insert(0, self.places.statement(node.target, "bind", at, names, _loading(node.target)))
        node.body, node.orelse = body, self._block(node.orelse)
        return node

    def visit_If(self, node: ast.If) -> ast.stmt:
        """Rewrite ``if condition:``."""
        node.test = self.visit(node.test)
        node.body, node.orelse = self._block(node.body), self._block(node.orelse)
        return node

    def visit_While(self, node: ast.While) -> ast.stmt:
        """Rewrite ``while condition:``; each time the condition is asked is a step."""
        site = self.places.site(node, "statement", node.body[0])
        step = self.places.call(node.test, "line", site)
        node.test = ast.copy_location(ast.BoolOp(ast.And(), [step, self.visit(node.test)]), node.test)
        node.body, node.orelse = self._block(node.body), self._block(node.orelse)
        return node

    def visit_With(self, node: ast.With) -> ast.stmt:
        """Rewrite ``with something:``."""
        node.items = [self.visit(item) for item in node.items]
        node.body = self._block(node.body)
        return node

    def visit_Try(self, node: Any) -> Any:
        """Rewrite ``try:``."""
        node.body, node.orelse, node.finalbody = (self._block(b) for b in (node.body, node.orelse, node.finalbody))
        for handler in node.handlers:
            handler.body = self._block(handler.body)
        return node

    visit_TryStar = visit_Try

    def visit_Match(self, node: ast.Match) -> ast.stmt:
        """Rewrite ``match value:``, whose patterns are no expressions."""
        node.subject = self.visit(node.subject)
        for case in node.cases:
            case.guard = None if case.guard is None else self.visit(case.guard)
            case.body = self._block(case.body)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
        """Rewrite ``def f(x):``; of a generator the lines are seen, but neither beginning nor end."""
        node.args.defaults = [self.visit(default) for default in node.args.defaults]
        node.args.kw_defaults = [None if default is None else self.visit(default) for default in node.args.kw_defaults]
        self.places.functions.append(node.name)
        documentation = node.body[:1] if _is_text(node.body[0]) else []
        site = self.places.site(node, "function", node.body[0])
        body = self._block(node.body[len(documentation) :])
        if body and not _is_generator(node):
            body = self._entered(node, site, body)
        node.body = (documentation + body) or [ast.copy_location(ast.Pass(), node)]
        self.places.functions.pop()
        return node

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.stmt:
        """Leave it: it runs when somebody else says."""
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.stmt:
        """Rewrite ``class Relu:``."""
        self.places.functions.append(node.name)
        node.body = self._block(node.body)
        self.places.functions.pop()
        return node

    def _entered(self, node: ast.FunctionDef, site: ast.Constant, body: list[ast.stmt]) -> list[ast.stmt]:
        """Return the body of a function between its beginning and its end, however it ends."""
        name = ast.Constant(node.name)
        given = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        arguments = [argument.arg for argument in given if argument.arg not in _THE_OBJECT]
        values = [ast.Name(argument, ast.Load()) for argument in arguments]
        enter = self.places.statement(node, "enter", site, name, constant(tuple(arguments)), *values)
        leave = self.places.statement(node, "leave", site, name)
        return [enter, ast.copy_location(ast.Try(body, [], [], [leave]), node)]

    def _block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """Return statements, each with a step before it."""
        block: list[ast.stmt] = []
        for statement in statements:
            if not isinstance(statement, (*_NO_STEP, ast.While)) and not _is_text(statement):
                block.append(self.places.statement(statement, "line", self._head(statement)))
            made = self.visit(statement)
            block.extend(made if isinstance(made, list) else [made])
        return block

    def _head(self, statement: ast.stmt) -> ast.Constant:
        """Return the place of a statement without those within it."""
        within = getattr(statement, "body", None)
        last = within[0] if isinstance(within, list) and within else None
        return self.places.site(statement, "statement", last)

    def _put(self, node: ast.Assign, site: ast.Constant, target: ast.Subscript, value: ast.expr) -> ast.stmt:
        name = ast.Constant(_text(target))
        return self.places.statement(node, "put", site, name, target.value, self.key(target.slice), value)

    def _one_after_the_other(self, node: ast.Assign, targets: list[ast.expr], value: ast.expr) -> list[ast.stmt]:
        """Return ``a[0], b = value`` as single assignments from left to right, as Python does them."""
        whole = self._new_name()
        block: list[ast.stmt] = [ast.copy_location(ast.Assign([ast.Name(whole, ast.Store())], value), node)]
        for target in targets:
            singles: list[tuple[str, ast.expr]] = []
            pattern = self._named(target, singles)
            block.append(ast.copy_location(ast.Assign([pattern], ast.Name(whole, ast.Load())), node))
            for name, single in singles:
                part = ast.Name(name, ast.Load())
                site = self.places.site(node, "assignment")
                if isinstance(single, ast.Subscript):
                    block.append(self._put(node, site, single, part))
                else:
                    bound = self.places.call(node, "bind", site, constant((_name(single),)), part)
                    block.append(ast.copy_location(ast.Assign([single], bound), node))
        return block

    def _named(self, target: ast.expr, singles: list[tuple[str, ast.expr]]) -> ast.expr:
        """Return a target with a new name for each single one in it."""
        if isinstance(target, ast.Tuple | ast.List):
            return ast.Tuple([self._named(part, singles) for part in target.elts], ast.Store())
        if isinstance(target, ast.Starred):
            return ast.Starred(self._named(target.value, singles), ast.Store())
        name = self._new_name()
        singles.append((name, target))
        return ast.Name(name, ast.Store())

    def _loaded(self, target: ast.Name | ast.Attribute) -> tuple[list[ast.stmt], ast.expr]:
        """Return a target as a value; what stands before its dot is computed once only."""
        if isinstance(target, ast.Name):
            return [], ast.copy_location(ast.Name(target.id, ast.Load()), target)
        before: list[ast.stmt] = []
        if not isinstance(target.value, ast.Name):
            name = self._new_name()
            before.append(ast.copy_location(ast.Assign([ast.Name(name, ast.Store())], target.value), target))
            target.value = ast.Name(name, ast.Load())
        return before, ast.copy_location(ast.Attribute(target.value, target.attr, ast.Load()), target)

    def _new_name(self) -> str:
        self._spare += 1
        return f"__own_{self._spare}__"


def _text(target: ast.expr) -> str:
    """Return a target as it was written, also after it was rewritten."""
    text = getattr(target, _WRITTEN, None)
    if text is None:
        text = ast.unparse(target)[:_LONGEST_NAME]
        setattr(target, _WRITTEN, text)
    return text


def _name(target: ast.expr) -> Any:
    """Return the name of a target, of several the tuple of theirs; empty where they need not be as many as values."""
    if isinstance(target, ast.Tuple | ast.List):
        names = tuple(_name(part) for part in target.elts)
        return () if any(isinstance(part, ast.Starred) for part in target.elts) else names
    return _text(target)


def _loading(target: ast.expr) -> ast.expr:
    """Return a target as a value."""
    if isinstance(target, ast.Tuple | ast.List):
        return ast.Tuple([_loading(part) for part in target.elts], ast.Load())
    if isinstance(target, ast.Starred):
        return ast.Starred(_loading(target.value), ast.Load())
    if isinstance(target, ast.Attribute):
        return ast.Attribute(target.value, target.attr, ast.Load())
    assert isinstance(target, ast.Name)
    return ast.Name(target.id, ast.Load())


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _is_generator(function: ast.FunctionDef) -> bool:
    """Whether a function yields; those within it do not count."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        part = waiting.pop()
        if isinstance(part, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            waiting.extend(ast.iter_child_nodes(part))
    return False
