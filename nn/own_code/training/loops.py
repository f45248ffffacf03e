"""A learner's script with a training loop of its own, watched while it runs: its losses, accuracies and network."""

from __future__ import annotations

import ast
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from types import FrameType
from typing import Any

import numpy as np

_LOOK_EVERY_S = 1 / 30
_PATIENCE_S = 1.0
"""So long it waits for a place at which the network is at rest."""
_WITHIN = frozenset({"predict", "forward", "backward", "loss", "gradient", "numerical_gradient", "accuracy", "update"})
"""Functions in the middle of which a network must not be asked: its layers keep what they just computed."""
_TICK, _LOSS = "__own_tick__", "__own_loss__"
_MOST_NOTED = 2**20
_DEEPEST = 30


class LoopWatch:
    """Has a script tell of its loops, without a change of what it computes. Given to `load` like a recorder.

    Losses are those of the list that the script appends them to, by its name (``train_loss_list``); without one what
    its calls of ``loss`` give, or what it calls a loss.

    Parameters
    ----------
    look : callable
        Called within the script's loops, about thirty times a second, where the network is at rest.

    Attributes
    ----------
    is_at_rest : bool
        Whether the network can be asked where the script stands now.
    """

    def __init__(self, look: Callable[[], None]) -> None:
        self._look = look
        self._next = 0.0
        self.is_at_rest, self._is_looking = True, False
        self._files: set[str] = set()
        self._names: dict[str, Any] = {}  # what the script sees where it was looked at last
        self._noted: list[float] = []

    # ---- as a recorder

    def rewrite(self, tree: ast.Module, file: str, text: str) -> ast.Module:
        """Return a program that calls `hooks` in each of its loops."""
        self._files.add(file)
        _Watched().visit(tree)
        return ast.fix_missing_locations(tree)

    def hooks(self) -> Mapping[str, Callable[..., Any]]:
        """Return what a rewritten program calls, by name."""
        return {_TICK: self._tick, _LOSS: self._note}

    def _tick(self) -> None:
        now = time.monotonic()
        if now < self._next or self._is_looking:  # the latter: it is the network that was asked
            return
        frame = sys._getframe(1)
        self.is_at_rest = not any(each.f_code.co_name in _WITHIN for each in self._frames(frame))
        if not self.is_at_rest and now < self._next + _PATIENCE_S:
            return
        self._names = dict(self._in_sight(frame))
        self._is_looking = True
        try:
            self._look()
        finally:
            self._is_looking = False
        self._next = time.monotonic() + _LOOK_EVERY_S

    def _note(self, value: Any) -> Any:
        if len(self._noted) < _MOST_NOTED and _is_number(value):
            self._noted.append(float(np.asarray(value).reshape(())))
        return value

    def _frames(self, frame: FrameType | None) -> list[FrameType]:
        """Return where the script stands: the frames of its own functions, the innermost first."""
        found: list[FrameType] = []
        while frame is not None and len(found) < _DEEPEST:
            if frame.f_code.co_filename in self._files:
                found.append(frame)
            frame = frame.f_back
        return found

    def _in_sight(self, frame: FrameType) -> Iterator[tuple[str, Any]]:
        """Give the names of the script where it stands, those of the innermost function last."""
        for each in reversed(self._frames(frame)):
            yield from list(each.f_globals.items())
            yield from list(each.f_locals.items())

    # ---- what is known

    def ends(self, names: Mapping[str, Any]) -> None:
        """Take the names that a script has when it has ended."""
        self._names = {**self._names, **names}

    def losses(self, known: int) -> list[float]:
        """Return the losses behind those that are known already."""
        listed = self._list("loss")
        return _numbers((listed if 2 * len(listed) >= len(self._noted) else self._noted)[known:])

    def test_accuracies(self, known: int) -> list[float]:
        """Return the accuracies that the script noted, behind those that are known."""
        return _numbers((self._list("test_acc") or self._list("acc_test"))[known:])

    @property
    def network(self) -> Any:
        """Return what has ``predict`` and ``params``, None if there is nothing."""
        return self._found(lambda value: callable(getattr(value, "predict", None)) and _params(value) is not None)

    @property
    def optimizer(self) -> Any:
        """Return what has ``update``, None if there is nothing."""
        return self._found(lambda value: callable(getattr(value, "update", None)) and hasattr(value, "__dict__"))

    def _found(self, fits: Callable[[Any], bool]) -> Any:
        instances = [value for value in self._names.values() if not isinstance(value, type)]
        inner = [part for value in instances for part in getattr(value, "__dict__", {}).values()]  # of a trainer
        return next((value for value in [*reversed(instances), *inner] if fits(value)), None)

    def _list(self, part: str) -> list[Any]:
        """Return the numbers of the list with such a name: of several that of the training, or the longest."""
        lists = []
        for name, value in self._lists():
            if part in name.lower() and value and _is_number(value[-1]):
                lists.append(("train" in name.lower() or "test" in part, len(value), value))
        best = max(lists, key=lambda each: each[:2], default=None)
        return [] if best is None else best[2]

    def _lists(self) -> Iterator[tuple[str, list[Any]]]:
        for name, value in self._names.items():
            if isinstance(value, list):
                yield name, value
            elif not isinstance(value, type):
                yield from (each for each in getattr(value, "__dict__", {}).items() if isinstance(each[1], list))


def _numbers(values: list[Any]) -> list[float]:
    return [float(np.asarray(each).reshape(())) if _is_number(each) else np.nan for each in values]


def _is_number(value: Any) -> bool:
    if type(value) is float:
        return True
    return isinstance(value, int | float | np.ndarray | np.generic) and np.size(value) == 1 and _kind(value) in "fiu"


def _kind(value: Any) -> str:
    return np.asarray(value).dtype.kind


def _params(network: Any) -> dict[str, Any] | None:
    params = getattr(network, "params", None)
    return params if isinstance(params, dict) and params else None


class _Watched(ast.NodeTransformer):
    """Puts a call at the beginning of each loop's body, and around what is a loss in the script itself."""

    def __init__(self) -> None:
        self._classes = self._loops = 0

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        self._classes += 1
        self.generic_visit(node)
        self._classes -= 1
        return node

    def visit_For(self, node: ast.For) -> ast.For:
        self._watch(node)
        return node

    def visit_While(self, node: ast.While) -> ast.While:
        self._watch(node)
        return node

    def _watch(self, node: ast.For | ast.While) -> None:
        self._loops += 1
        self.generic_visit(node)
        self._loops -= 1
        tick = ast.Expr(ast.Call(ast.Name(_TICK, ast.Load()), [], []))
        node.body.insert(0, ast.copy_location(tick, node.body[0]))

    def visit_Assign(self, node: ast.Assign) -> ast.Assign:
        self.generic_visit(node)
        target = node.targets[0]
        is_loss = isinstance(target, ast.Name) and "loss" in target.id.lower()
        if is_loss and self._loops and not self._classes and not _is_noted(node.value):
            node.value = _noted(node.value)
        return node

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        is_loss = isinstance(node.func, ast.Attribute) and node.func.attr == "loss"
        return _noted(node) if is_loss and self._loops and not self._classes else node


def _is_noted(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == _LOSS


def _noted(node: ast.expr) -> ast.Call:
    return ast.copy_location(ast.Call(ast.Name(_LOSS, ast.Load()), [node], []), node)
