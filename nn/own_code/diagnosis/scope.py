"""A function that may be changed, and the names that may stand in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, eq=False)
class Place:
    """Where an expression or a statement stands: it is `parent.field`, or an item of it."""

    parent: ast.AST
    field: str
    index: int | None
    node: ast.AST


@dataclass(frozen=True, eq=False)
class Scope:
    """A function of the learner, alone or in a class.

    Attributes
    ----------
    function : ast.FunctionDef
    owner : ast.ClassDef or None
    module : ast.Module
    defined : frozenset of str
        Names that mean something anywhere in the module.
    """

    function: ast.FunctionDef
    owner: ast.ClassDef | None
    module: ast.Module
    defined: frozenset[str] = frozenset()

    @cached_property
    def places(self) -> list[Place]:
        """Every expression and statement inside, outer ones first."""
        return list(_places(self.function))

    @cached_property
    def arguments(self) -> list[str]:
        """The names of its arguments, without self."""
        arguments = self.function.args
        return [each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)][
            1 if self.owner else 0 :
        ]

    @cached_property
    def locals(self) -> list[str]:
        """Arguments and what is assigned, in order."""
        stored = [
            node.id
            for node in ast.walk(self.function)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        ]
        return list(dict.fromkeys([*self.arguments, *stored]))

    @cached_property
    def unknown(self) -> list[str]:
        """Names that are read and mean nothing: mistyped, or assigned by a line that is missing."""
        read = [n.id for n in ast.walk(self.function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]
        known = {*self.locals, *self.defined, "self", "np"}
        return [name for name in dict.fromkeys(read) if name not in known]

    @cached_property
    def unread(self) -> list[str]:
        """Names that are assigned and never read."""
        read = {n.id for n in ast.walk(self.function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
        added = {
            n.target.id
            for n in ast.walk(self.function)
            if isinstance(n, ast.AugAssign) and isinstance(n.target, ast.Name)
        }
        return [name for name in self.locals if name not in read | added | set(self.arguments)]

    @cached_property
    def second_names(self) -> dict[str, ast.expr]:
        """Names that are given to an array that has one already, and through which it is written into."""
        written = {
            target.value.id
            for node in ast.walk(self.function)
            for target in _targets(node)
            if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name)
        }
        return {
            node.targets[0].id: node.value
            for node in ast.walk(self.function)
            if isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and isinstance(node.value, ast.Name | ast.Attribute)
            and node.targets[0].id in written
        }

    @cached_property
    def attributes(self) -> list[str]:
        """Everything that is kept in self, by any method of the class."""
        return list(dict.fromkeys(f"self.{n.attr}" for n in self._of_self()))

    @cached_property
    def values(self) -> list[str]:
        """All that may be named where a value is needed."""
        return [*self.locals, *self.attributes]

    @cached_property
    def counts(self) -> list[str]:
        """What may be the number of samples."""
        sized = ("t", "y", "x", "dout", "out", "target", "mask", "labels")
        named = [
            v for v in self.values if v.removeprefix("self.") in ("N", "n", "batch_size", "batch_num", "m", "size")
        ]
        return named + [f"{v}.shape[0]" for v in self.values if v.removeprefix("self.") in sized]

    @cached_property
    def strings(self) -> list[str]:
        """Short texts used as keys anywhere in the class."""
        root = self.owner or self.function
        texts = [n.value for n in ast.walk(root) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        return [text for text in dict.fromkeys(texts) if len(text) < 16]

    @cached_property
    def called(self) -> list[str]:
        """Functions of the module that can be called."""
        return [node.name for node in self.module.body if isinstance(node, ast.FunctionDef)]

    def _of_self(self) -> Iterator[ast.Attribute]:
        for node in ast.walk(self.owner or self.function):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
                yield node


def _targets(node: ast.AST) -> list[ast.expr]:
    return node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign) else []


def _places(parent: ast.AST) -> Iterator[Place]:
    for field, value in ast.iter_fields(parent):
        if field in ("annotation", "decorator_list", "returns", "ctx", "op", "ops"):
            continue
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(node, ast.AST):
                yield Place(parent, field, index, node)
                yield from _places(node)


def scopes_of(module: ast.Module, name: str, defined: frozenset[str] = frozenset()) -> list[Scope]:
    """List the functions that a class or function consists of, and then the helpers of the module that they use."""
    own: list[Scope] = []
    for node in module.body:
        if isinstance(node, ast.ClassDef) and node.name == name:
            own = [Scope(each, node, module, defined) for each in node.body if isinstance(each, ast.FunctionDef)]
        elif isinstance(node, ast.FunctionDef) and node.name == name:
            own = [Scope(node, None, module, defined)]
    used, known = list(own), {name}
    for scope in used:  # grows as it is walked
        names = {n.id for n in ast.walk(scope.function) if isinstance(n, ast.Name)}
        for node in module.body:
            if getattr(node, "name", None) not in names - known:
                continue
            known.add(node.name)  # type: ignore[attr-defined]
            if isinstance(node, ast.FunctionDef):
                used.append(Scope(node, None, module, defined))
            elif isinstance(node, ast.ClassDef):
                used += [Scope(each, node, module, defined) for each in node.body if isinstance(each, ast.FunctionDef)]
    return used
