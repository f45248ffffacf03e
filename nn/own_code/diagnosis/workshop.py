"""A learner's module, loaded once, in which a function is exchanged to try a change; loops run on a limited tank."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any

from nn.messages import Message
from nn.own_code.diagnosis.candidate import Candidate
from nn.own_code.diagnosis.scope import Scope

TANK = 200_000
"""Turns of loops that a tried change may take: a changed `while` may never end, and a clock would tell otherwise on a
slow machine."""
LARGE_TANK = 20_000_000
"""Turns for the code as it stands, which may be slow and right."""
FUEL = "_fuel_"


def _silent(*_: object, **__: object) -> None:
    """Say nothing: what a tried change prints is nobody's concern."""


class OutOfFuelError(Exception):
    """The loops of a tried change did not end."""


class Fuel:
    """Counts the turns of loops."""

    def __init__(self) -> None:
        self.left = TANK

    def __call__(self) -> None:
        """Use up one turn."""
        self.left -= 1
        if self.left < 0:
            raise OutOfFuelError(Message("this loop does not come to an end"))

    def fill(self, turns: int = TANK) -> None:
        """Begin anew."""
        self.left = turns


class Workshop:
    """Tries changes of a module.

    Parameters
    ----------
    module : ast.Module
        Of which candidates are made.
    namespace : mapping
        What is defined when it was run; a copy is worked in.
    file : str
        For tracebacks.
    """

    def __init__(self, module: ast.Module, namespace: Mapping[str, Any], file: str) -> None:
        self.module, self.file = module, file
        self.fuel = Fuel()
        self.namespace: MutableMapping[str, Any] = dict(namespace)
        self.namespace |= {FUEL: self.fuel, "print": _silent}
        builtin = self.namespace.get("__builtins__", {})
        names = builtin if isinstance(builtin, Mapping) else vars(builtin)
        self.defined = frozenset(self.namespace) | frozenset(names) - {FUEL}
        kept = [node for node in module.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        self._run(ast.Module(list(kept), []), self.namespace)

    @contextmanager
    def changed(self, candidate: Candidate) -> Iterator[None]:
        """Have one function exchanged; what does not compile is a SyntaxError or ValueError."""
        with candidate.in_place():
            new = self._compiled(candidate.scope)
        owner = candidate.scope.owner
        name = candidate.scope.function.name
        self.fuel.fill()
        if owner is None:
            before, self.namespace[name] = self.namespace[name], new
            try:
                yield
            finally:
                self.namespace[name] = before
            return
        cls, name = self.namespace[owner.name], new.__name__
        old = cls.__dict__.get(name)
        setattr(cls, name, new)
        try:
            yield
        finally:
            if old is None:
                delattr(cls, name)
            else:
                setattr(cls, name, old)

    def _compiled(self, scope: Scope) -> Any:
        body: list[ast.stmt] = [scope.function]
        if scope.owner is not None:
            body = [ast.copy_location(ast.ClassDef(scope.owner.name, [], [], body, []), scope.owner)]
        made: dict[str, Any] = {}
        self._run(ast.Module(body, []), made)
        if scope.owner is None:
            return made[scope.function.name]
        name = scope.function.name
        mangled = name if not name.startswith("__") or name.endswith("__") else f"_{scope.owner.name.lstrip('_')}{name}"
        function = made[scope.owner.name].__dict__[mangled]
        function.__name__ = mangled
        return function

    def _run(self, tree: ast.Module, into: MutableMapping[str, Any]) -> None:
        with _counted_loops(tree), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(tree, self.file, "exec", dont_inherit=True)
        exec(code, self.namespace, into)  # type: ignore[arg-type]


@contextmanager
def _counted_loops(tree: ast.AST) -> Iterator[None]:
    """Have each turn of a loop counted in what is compiled; the tree is the same afterwards."""
    loops = [node for node in ast.walk(tree) if isinstance(node, ast.While | ast.For)]
    for loop in loops:
        call = ast.Expr(ast.Call(ast.Name(FUEL, ast.Load()), [], []))
        for node in (call, call.value, call.value.func):  # type: ignore[attr-defined]
            ast.copy_location(node, loop)
        loop.body.insert(0, call)
    try:
        yield
    finally:
        for loop in loops:
            del loop.body[0]
