"""A learner's module, loaded once, in which a function is exchanged to try a change; loops run on limited fuel."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from typing import Any

from nn.own_code.diagnosis.candidate import Candidate
from nn.own_code.diagnosis.scope import Scope
from nn.own_code.fuel import Fuel


def _silent(*_: object, **__: object) -> None:
    """Say nothing: what a tried change prints is nobody's concern."""


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
        self.namespace |= self.fuel.hooks() | {"print": _silent}
        builtin = self.namespace.get("__builtins__", {})
        names = builtin if isinstance(builtin, Mapping) else vars(builtin)
        self.defined = (frozenset(self.namespace) | frozenset(names)) - frozenset(self.fuel.hooks())
        for node in module.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                with suppress(Exception):  # it failed when it was loaded, which is said; the others can be judged
                    self._run(ast.Module([node], []), self.namespace)

    @contextmanager
    def changed(self, candidate: Candidate) -> Iterator[None]:
        """Have one function exchanged; what does not compile is a SyntaxError or ValueError."""
        self.fuel.fill_for_trial()
        with candidate.in_place():
            new = self._compiled(candidate.scope)
        owner = candidate.scope.owner
        name = candidate.scope.function.name
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
        with self.fuel.counted_loops(tree), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(tree, self.file, "exec", dont_inherit=True)
        exec(code, self.namespace, into)  # type: ignore[arg-type]
