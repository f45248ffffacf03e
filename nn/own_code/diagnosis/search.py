"""The one change that makes every check pass: cheapest first, suspects first, and only what holds on other data."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from nn.own_code.checks.checking import examine
from nn.own_code.checks.findings import Examination
from nn.own_code.diagnosis.candidate import Candidate
from nn.own_code.diagnosis.edits import (
    blocks,
    constants,
    decay,
    forms,
    models,
    names,
    operators,
    rows,
    statements,
    wrapping,
)
from nn.own_code.diagnosis.scope import Scope, scopes_of
from nn.own_code.diagnosis.workshop import Workshop
from nn.own_code.roles import Target

BUDGET = 4.0
"""Seconds of processor time for one class."""
WINDOW = 0.5
"""How much dearer than the first change that mends all another one may be, to be looked at."""
LAST = ("accuracy", "numerical_gradient")
"""Methods that no other one uses: what is wrong with them alone is in them."""
BACKWARD = ("backward", "gradient")
OTHER_DATA = (1, 2)
_MOST_FIRST = 8
UNASKED = {
    "no params", "unknown argument", "one-hot only", "labels only", "for one sample", "vectors only", "batches only",
    "for dout = 1 only", "without an argument",
}  # fmt: skip
"""Notes of what could not be asked: a change must not come out right by avoiding the question."""
NEVER_ENOUGH = {"for dout = 1 only"}
"""Notes that no change may leave, though they were there before."""
KINDS: tuple[Callable[[Scope], Iterator[Candidate]], ...] = (
    models.candidates,
    rows.candidates,
    forms.candidates,
    blocks.candidates,
    operators.candidates,
    names.candidates,
    constants.candidates,
    decay.candidates,
    wrapping.candidates,
    statements.candidates,
)


@dataclass(frozen=True)
class Suspicion:
    """Where a mistake is likely, from what the checks say and from the recording.

    Attributes
    ----------
    methods, lines, raised_at
        Where to look first.
    notes : collection of str
        What could not be asked as it stands.
    right : collection of str
        Classes and functions that were judged and are right.
    forward_is_meant : bool
        The name does not say what must come out: where only the gradients are wrong, it is they that change.
    """

    methods: Collection[str] = ()
    lines: Collection[int] = ()
    raised_at: int | None = None
    notes: Collection[str] = ()
    right: Collection[str] = ()
    forward_is_meant: bool = False


@dataclass(frozen=True)
class Found:
    """What a search found.

    Attributes
    ----------
    best : Candidate or None
    others : tuple of Candidate
        Which mend all just as well, at other lines.
    tried : int
    is_complete : bool
        Whether everything is right with it; otherwise it is at least less wrong.
    """

    best: Candidate | None
    others: tuple[Candidate, ...]
    tried: int
    is_complete: bool


class Search:
    """Tries candidates of one target in a workshop.

    Parameters
    ----------
    workshop : Workshop
    target : Target
    suspicion : Suspicion
    budget : float
        Seconds of processor time.
    """

    def __init__(self, workshop: Workshop, target: Target, suspicion: Suspicion, budget: float = BUDGET) -> None:
        self.workshop, self.target, self.suspicion = workshop, target, suspicion
        self.ends = time.process_time() + budget
        self.tried = 0

    def run(self) -> Found:
        """Return the change that makes all right."""
        good: list[Candidate] = []
        limit = float("inf")
        for candidate in self.ordered():
            if candidate.cost > limit or time.process_time() > self.ends:
                break
            if self.mends(candidate):
                good.append(candidate)
                limit = min(limit, candidate.cost + WINDOW)
                if len(good) >= 4:
                    break
        return Found(good[0] if good else None, tuple(good[1:]), self.tried, bool(good))

    def run_partly(self, before: Examination, lines: Collection[int] = (), keys: Collection[str] = ()) -> Found:
        """Return the change after which more is right and not more wrong: of several mistakes the first.

        With `lines` only changes of these are tried, with `keys` only these kinds.
        """
        best: tuple[float, Candidate] | None = None
        for candidate in self.ordered():
            if time.process_time() > self.ends:
                break
            if (lines and candidate.line not in lines) or (keys and candidate.key not in keys):
                continue
            after = self._examined(candidate)
            if after is None or len(after.errors) > len(before.errors) or after.passed <= before.passed:
                continue
            score = candidate.cost + 2 * len(after.errors) - 0.2 * (after.passed - before.passed)
            if best is None or score < best[0]:
                best = score, candidate
        return Found(best[1] if best else None, (), self.tried, False)

    def run_further(self, before: Examination) -> list[Candidate]:
        """List changes after which it does not stop where it stopped, but comes further: each may be a first of two."""
        reached, found = _reached(before), list[Candidate]()
        for candidate in self.ordered():
            if time.process_time() > self.ends or len(found) >= _MOST_FIRST:
                break
            if candidate.line == self.suspicion.raised_at:
                after = self._examined(candidate)
                if after is not None and _reached(after) > reached and after.passed >= before.passed:
                    found.append(candidate)
        return found

    def ordered(self) -> list[Candidate]:
        """List all candidates, the likely ones first; of those that read alike only the cheapest."""
        found: dict[tuple[object, ...], Candidate] = {}
        for scope in scopes_of(self.workshop.module, self.target.name, self.workshop.defined):
            if not self._may_change(scope):
                continue
            for candidate in self._of_scope(scope):
                key = candidate.change, id(candidate.scope)
                if key not in found or found[key].cost > candidate.cost:
                    found[key] = candidate
        return sorted(found.values(), key=lambda candidate: candidate.cost)

    def _may_change(self, scope: Scope) -> bool:
        """Whether a mistake may be there: not in what was found right, nor in a forward that says what is meant."""
        name = scope.function.name
        if (scope.owner.name if scope.owner else name) in self.suspicion.right:
            return False
        is_own = scope.owner is not None and scope.owner.name == self.target.name
        if is_own and set(self.suspicion.methods) <= set(LAST) and self.suspicion.methods:
            return name in self.suspicion.methods
        return not (self.suspicion.forward_is_meant and is_own and name not in BACKWARD)

    def _of_scope(self, scope: Scope) -> Iterable[Candidate]:
        offset = self._offset(scope)
        for kind in KINDS:
            for candidate in kind(scope):
                yield replace(candidate, cost=candidate.cost + offset + self._bonus(candidate))

    def _offset(self, scope: Scope) -> float:
        name = scope.function.name
        methods = self.suspicion.methods
        offset = 0.9 if name == "__init__" and "__init__" not in methods else 0.0
        if scope.owner is None and self.target.name != name:
            return offset + 0.7
        if methods and not any(name == each or name.strip("_") == each for each in methods):
            offset += 1.0 if name in ("forward", "backward", "predict", "loss", "gradient", "accuracy") else 0.5
        return offset

    def _bonus(self, candidate: Candidate) -> float:
        line = candidate.line
        if self.suspicion.raised_at is not None and line == self.suspicion.raised_at:
            return -1.2
        return -0.8 if line in self.suspicion.lines else 0.0

    def mends(self, candidate: Candidate) -> bool:
        """Return whether all is right with a change, on these data and on others."""
        self.tried += 1
        try:
            with self.workshop.changed(candidate):
                return all(self._is_right(seed) for seed in (0, *OTHER_DATA))
        except Exception:  # noqa: BLE001 - a change may break anything, the compiling too
            return False

    def _is_right(self, seed: int) -> bool:
        self.workshop.fuel.fill_for_trial()
        thing = self.workshop.namespace[self.target.name]
        examination = examine(thing, self.target, self.workshop.file, thorough=False, seed=seed)
        unasked = {finding.kind for finding in examination.findings} & UNASKED
        return not examination.errors and unasked <= set(self.suspicion.notes) - NEVER_ENOUGH

    def _examined(self, candidate: Candidate) -> Examination | None:
        self.tried += 1
        try:
            with self.workshop.changed(candidate):
                return examine(self.workshop.namespace[self.target.name], self.target, self.workshop.file)
        except Exception:  # noqa: BLE001
            return None


def _reached(examination: Examination) -> float:
    """Return the line at which it stops, infinity where it does not."""
    return next((each.line for each in examination.errors if each.line is not None), float("inf"))
