"""What a program defines that can be trained, read from its text: nothing of it runs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from nn.own_code.source import Source, SourceError, parse

PARTS = ("Affine", "Relu", "Sigmoid", "SoftmaxWithLoss")
"""Layers of the book that a network of the book's can be made of."""
_NETWORK = frozenset({"predict", "loss", "gradient"})
_STEPS = frozenset({"gradient", "numerical_gradient", "backward", "update", "train_step"})
"""What a training loop calls."""
_UPDATE = 3
"""Arguments of an optimizer's ``update(self, params, grads)``."""


@dataclass(frozen=True)
class Trainable:
    """Names of classes, in the order of the text.

    Attributes
    ----------
    networks : tuple of str
        Those with ``predict``, ``loss`` and ``gradient``.
    optimizers : tuple of str
        Those with ``update(params, grads)``.
    parts : tuple of str
        Layers by the book's names, which can stand in a network of the book's.
    has_loop : bool
        Whether the program trains by itself, in a loop of its own.
    """

    networks: tuple[str, ...] = ()
    optimizers: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    has_loop: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether nothing of it can be trained."""
        return not (self.networks or self.optimizers or self.parts or self.has_loop)


def trainable(source: Source) -> Trainable:
    """Return what can be trained of a program, its siblings' classes included where it imports them by name."""
    try:
        tree = parse(source)
    except SourceError:
        return Trainable()
    classes = dict(_imported(tree, source)) | _classes(tree)
    methods = {name: _methods(name, classes) for name in classes}
    return Trainable(
        tuple(name for name, own in methods.items() if own.keys() >= _NETWORK),
        tuple(name for name, own in methods.items() if "update" in own and _takes(own["update"], _UPDATE)),
        tuple(name for name, own in methods.items() if name in PARTS and own.keys() >= {"forward", "backward"}),
        any(_trains(loop) for node in tree.body if not isinstance(node, ast.ClassDef) for loop in _loops(node)),
    )


def _loops(node: ast.stmt) -> Iterator[ast.stmt]:
    return (each for each in ast.walk(node) if isinstance(each, ast.For | ast.While))


def _trains(loop: ast.stmt) -> bool:
    """Say whether a loop computes gradients, or has somebody take a step."""
    called = (each.func for each in ast.walk(loop) if isinstance(each, ast.Call))
    names = {each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", "") for each in called}
    return bool(names & _STEPS)


def _classes(tree: ast.Module) -> dict[str, ast.ClassDef]:
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def _imported(tree: ast.Module, source: Source) -> Iterator[tuple[str, ast.ClassDef]]:
    for node in tree.body:
        module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
        if not isinstance(node, ast.ImportFrom) or module not in source.siblings:
            continue
        try:
            there = _classes(parse(Source(source.siblings[module], module)))
        except SourceError:
            continue
        for alias in node.names:
            if alias.name == "*":
                yield from there.items()
            elif alias.name in there:
                yield alias.asname or alias.name, there[alias.name]


def _methods(name: str, classes: dict[str, ast.ClassDef], depth: int = 8) -> dict[str, ast.FunctionDef]:
    """Return a class's methods by name, also those of its base classes in this program."""
    if name not in classes or not depth:
        return {}
    found: dict[str, ast.FunctionDef] = {}
    for base in reversed(classes[name].bases):
        if isinstance(base, ast.Name):
            found |= _methods(base.id, classes, depth - 1)
    return found | {node.name: node for node in classes[name].body if isinstance(node, ast.FunctionDef)}


def _takes(function: ast.FunctionDef, count: int) -> bool:
    needed = len(function.args.args) - len(function.args.defaults)
    return needed <= count <= len(function.args.args)
