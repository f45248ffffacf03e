"""Loops of a learner's code that never end are found at once, by their turns and not by a clock."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeGuard

from nn.messages import Message

MOST, MOST_TRIED = 50_000, 5_000
"""Turns that a loop may take from its beginning to its end: as the code stands, and with a tried change. The arrays
that it is asked about have some hundred elements; a clock would tell otherwise on a slow machine."""
MOST_IN_ALL = 200_000
"""Turns of all loops together that a tried change may take."""
_TURN, _BEGINNING = "_fuel_", "_fuel_begins_"


class EndlessError(Exception):
    """A loop does not come to an end."""


class Fuel:
    """Counts the turns of loops: of each from its beginning on, and of all together."""

    def __init__(self) -> None:
        self._turns: dict[int, int] = {}
        self.fill()

    def fill(self) -> None:
        """Begin anew, for the code as it stands: slow and right is right."""
        self._most, self._left = MOST, float("inf")

    def fill_for_trial(self) -> None:
        """Begin anew, for a tried change."""
        self._most, self._left = MOST_TRIED, float(MOST_IN_ALL)

    def hooks(self) -> dict[str, Callable[[int], None]]:
        """Return what the loops call, by name."""
        return {_TURN: self._turn, _BEGINNING: self._begin}

    def _begin(self, loop: int) -> None:
        self._turns[loop] = 0

    def _turn(self, loop: int) -> None:
        turns = self._turns[loop] = self._turns.get(loop, 0) + 1
        self._left -= 1
        if turns > self._most or self._left < 0:
            raise EndlessError(Message("after {turns:,} turns this loop has not come to an end", turns=turns - 1))


@contextmanager
def counted_loops(tree: ast.AST) -> Iterator[None]:
    """Have each turn of a loop counted in what is compiled; the tree is the same afterwards."""
    kept = []
    for node in list(ast.walk(tree)):
        for block in _blocks_of(node):
            loop = node if _is_loop(node) and block is node.body else None
            if loop is not None or any(map(_is_loop, block)):
                kept.append((block, list(block)))
                counted = [] if loop is None else [_call(_TURN, loop)]
                for statement in block:
                    counted += [_call(_BEGINNING, statement), statement] if _is_loop(statement) else [statement]
                block[:] = counted
    try:
        yield
    finally:
        for block, statements in kept:
            block[:] = statements


def _blocks_of(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        if isinstance(block, list):
            yield block


def _is_loop(node: ast.AST) -> TypeGuard[ast.While | ast.For]:
    return isinstance(node, ast.While | ast.For)


def _call(name: str, loop: ast.stmt) -> ast.stmt:
    """Return the call that counts for a loop, which its place tells from others."""
    place = 1000 * loop.lineno + loop.col_offset
    call = ast.Expr(ast.Call(ast.Name(name, ast.Load()), [ast.Constant(place)], []))
    for node in ast.walk(call):
        ast.copy_location(node, loop)
    return call
