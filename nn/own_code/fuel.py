"""Loops of a learner's code that never end are found at once, by their turns and not by a clock."""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeGuard

from nn.messages import Message
from nn.own_code.loop_reading import goes_on, is_print_only, never_ends

MOST, MOST_TRIED = 50_000, 5_000
"""Turns from a loop's beginning to its end that are few. With a tried change it may take no more: the arrays that it
is asked about have some hundred elements. Of the code as it stands, a loop that cannot end is given up then, and one
that is seen to end is long."""
MOST_IN_ALL = 200_000
"""Turns of all loops together that a tried change may take."""
PATIENCE, PATIENCE_LATER = 10, 3
"""Seconds of processor time that a class with long loops gets, and those after one that did not come to its end."""
_LOOK_AGAIN = 10_000
_SHORT = 1_000
_COLUMNS = 1_000
_TURN, _BEGINNING, _WANTED, _EACH = "_fuel_", "_fuel_begins_", "_fuel_wanted_", "_fuel_each_"


class EndlessError(Exception):
    """A loop does not come to an end."""


class UnfinishedError(Exception):
    """A loop may come to an end, but nobody can wait for it."""


@dataclass(frozen=True)
class LongLoop:
    """A loop that came to its end after many turns.

    Attributes
    ----------
    line : int
    turns : int
    is_print_only : bool
        Whether it does nothing but print.
    """

    line: int
    turns: int
    is_print_only: bool


class Fuel:
    """Counts the turns of loops: of each from its beginning on, and of all together.

    A loop that only prints is run once to its end; where it was long, it is left out from then on.
    """

    def __init__(self) -> None:
        self._endless, self._printing = set[int](), set[int]()
        self._turns: dict[int, int] = {}
        self._longest: dict[int, int] = {}
        self._patience = PATIENCE
        self.fill()

    def fill(self) -> None:
        """Begin anew, for the code as it stands: slow and right is right."""
        self._is_tried, self._most, self._left = False, float("inf"), MOST
        self._ends = time.process_time() + self._patience
        self._longest = {loop: turns for loop, turns in self._longest.items() if loop in self._printing}

    def fill_for_trial(self) -> None:
        """Begin anew, for a tried change."""
        self._is_tried, self._most, self._left = True, MOST_TRIED, MOST_IN_ALL

    def hooks(self) -> dict[str, Callable[..., object]]:
        """Return what the loops call, by name."""
        return {_TURN: self._turn, _BEGINNING: self._begin, _WANTED: self._is_wanted, _EACH: self._each}

    @property
    def long_loops(self) -> list[LongLoop]:
        """The long loops of the code as it stands, by their lines."""
        for loop in self._turns:
            self._note(loop)
        long = sorted(loop for loop, turns in self._longest.items() if turns > MOST)
        return [LongLoop(_line_of(loop), self._longest[loop], loop in self._printing) for loop in long]

    def _begin(self, loop: int) -> None:
        self._note(loop)
        self._turns[loop] = 0

    def _note(self, loop: int) -> None:
        turns = self._turns.get(loop, 0)
        if turns > _SHORT and not self._is_tried:
            self._longest[loop] = max(turns, self._longest.get(loop, 0))

    def _is_wanted(self, loop: int) -> bool:
        """Whether a loop that only prints is to be run: not once it is known to be long."""
        self._note(loop)
        return self._longest.get(loop, 0) <= _SHORT

    def _turn(self, loop: int) -> None:
        turns = self._turns[loop] = self._turns.get(loop, 0) + 1
        self._left -= 1
        if self._left < 0 or turns > self._most:
            self._ask(loop, turns)

    def _each(self, loop: int, values: Iterable[Any]) -> Iterator[Any]:
        """Give what a loop within an expression goes over, each a turn."""
        self._begin(loop)
        for value in values:
            self._turn(loop)
            yield value

    def _ask(self, loop: int, turns: int) -> None:
        """Ask whether a loop may go on: of the code as it stands, as long as it can end and there is time."""
        if self._is_tried or (turns > MOST and loop in self._endless):
            self._turns.clear()  # of loops that do not come to their end
            turns = min(turns, MOST)
            raise EndlessError(Message("after {turns:,} turns this loop has not come to an end", turns=turns))
        self._left = _LOOK_AGAIN
        if time.process_time() > self._ends:
            self._turns.clear()
            seconds, self._patience = self._patience, PATIENCE_LATER
            raise UnfinishedError(
                Message("after {seconds} s of processor time this has not come to an end", seconds=seconds)
            )

    @contextmanager
    def counted_loops(self, tree: ast.AST) -> Iterator[None]:
        """Have each turn of a loop counted in what is compiled; the tree is the same afterwards."""
        if not self._is_tried:
            self._learn(tree)
        kept: list[tuple[list[Any], list[Any]]] = []
        inner = [
            (node, node.iter) for node in ast.walk(tree) if isinstance(node, ast.comprehension) and not node.is_async
        ]
        for node in list(ast.walk(tree)):
            for block in _blocks_of(node):
                loop = node if _is_loop(node) and block is node.body else None
                if loop is not None or any(map(_is_loop, block)):
                    kept.append((block, list(block)))
                    counted = [] if loop is None else [_statement(_TURN, loop)]
                    for statement in block:
                        counted += self._counted(statement) if _is_loop(statement) else [statement]
                    block[:] = counted
        for part, iterated in inner:
            part.iter = _call(_EACH, iterated, iterated)
        try:
            yield
        finally:
            for part, iterated in inner:
                part.iter = iterated
            for block, statements in kept:
                block[:] = statements

    def _learn(self, tree: ast.AST) -> None:
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                for loop in filter(_is_loop, ast.walk(function)):
                    if never_ends(loop, function):
                        self._endless.add(_place_of(loop))
                    if is_print_only(loop, function):
                        self._printing.add(_place_of(loop))
        for made in ast.walk(tree):
            if isinstance(made, ast.ListComp | ast.SetComp | ast.DictComp):  # all of it is made before anything goes on
                self._endless |= {_place_of(part.iter) for part in made.generators if goes_on(part.iter)}

    def _counted(self, loop: ast.While | ast.For) -> list[ast.stmt]:
        """Return a loop with what stands before it, or around it."""
        whole = [_statement(_BEGINNING, loop), loop]
        if _place_of(loop) not in self._printing:
            return whole
        return [ast.copy_location(ast.If(_call(_WANTED, loop), whole, []), loop)]


def _blocks_of(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        if isinstance(block, list):
            yield block


def _is_loop(node: ast.AST) -> TypeGuard[ast.While | ast.For]:
    return isinstance(node, ast.While | ast.For)


def _place_of(loop: ast.stmt | ast.expr) -> int:
    """Return a number that tells a loop from others."""
    return _COLUMNS * loop.lineno + loop.col_offset


def _line_of(place: int) -> int:
    return place // _COLUMNS


def _statement(name: str, loop: ast.stmt) -> ast.stmt:
    return ast.copy_location(ast.Expr(_call(name, loop)), loop)


def _call(name: str, loop: ast.stmt | ast.expr, *given: ast.expr) -> ast.expr:
    """Return the call that asks or counts for a loop; what it raises is raised at the loop's line."""
    function, place = ast.Name(name, ast.Load()), ast.Constant(_place_of(loop))
    call = ast.Call(function, [place, *given], [])
    for node in (call, function, function.ctx, place):
        ast.copy_location(node, loop)
    return call
