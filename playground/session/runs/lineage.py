"""Which run left which, and what two of them have in common."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playground.session.document.state import RunLabel


class Lineage:
    """The tree of some runs, by their numbers; one whose parent is not among them stands for itself."""

    def __init__(self, labels: Iterable[RunLabel]) -> None:
        self._labels = {label.number: label for label in labels}

    def parent(self, number: int) -> int | None:
        """Return the run that a run left, None where there is none."""
        label = self._labels.get(number)
        if label is None or label.fork is None or label.fork.parent not in self._labels:
            return None
        return label.fork.parent if label.fork.parent < number else None  # foreign files could go in a circle

    def owner(self, number: int, iteration: int) -> int:
        """Return the run on whose own part a moment of a run's course lies: branches that left it later are not it."""
        parent = self.parent(number)
        if parent is None or iteration > self._left_at(number):
            return number
        return self.owner(parent, iteration)

    def shared(self, one: int, other: int) -> int:
        """Return how many updates two runs have in common."""
        here, there = self._course(one), self._course(other)
        return int(max((min(here[each], there[each]) for each in here if each in there), default=0))

    def in_order(self) -> list[tuple[int, int]]:
        """Return the runs and how deep each stands: the latest first, behind each those that left it, by the moment."""
        children: dict[int | None, list[int]] = {}
        for number in sorted(self._labels):
            children.setdefault(self.parent(number), []).append(number)
        found: list[tuple[int, int]] = []
        waiting = [(number, 0) for number in children.get(None, [])]
        while waiting:
            number, depth = waiting.pop()
            found.append((number, depth))
            branches = sorted(children.get(number, []), key=lambda each: (self._left_at(each), each))
            waiting += [(each, depth + 1) for each in reversed(branches)]
        return found

    def _left_at(self, number: int) -> int:
        fork = self._labels[number].fork
        return 0 if fork is None else fork.iteration

    def _course(self, number: int) -> dict[int, float]:
        """Return the runs through which a run came, with the update up to which each goes along with it."""
        course: dict[int, float] = {number: math.inf}
        limit, at = math.inf, number
        while (parent := self.parent(at)) is not None:
            limit = min(limit, self._left_at(at))
            course[parent] = limit
            at = parent
        return course
