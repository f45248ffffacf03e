"""The mistakes of one class or function, one after the other: each with its line, its words and its change."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass, replace

from nn.own_code.checks.checking import examine
from nn.own_code.checks.findings import Examination
from nn.own_code.definitions import definitions_of
from nn.own_code.diagnosis.candidate import Candidate
from nn.own_code.diagnosis.search import UNASKED, Found, Search, Suspicion
from nn.own_code.diagnosis.wording import how
from nn.own_code.diagnosis.workshop import Workshop
from nn.own_code.judgement import Certainty, Diagnosis, Edit, Tick
from nn.own_code.loading import load
from nn.own_code.loading.old_names import with_new_names
from nn.own_code.roles import Role, Target, targets
from nn.own_code.source import Source, parse

MOST_MISTAKES = 3
CONFIRMING = 17
"""Seed of data that no search has seen."""


@dataclass(frozen=True)
class Explained:
    """What was found out.

    Attributes
    ----------
    diagnoses : tuple of Diagnosis
    ticks : tuple of Tick
    text : str or None
        The text with all changes, if everything is right with them.
    is_right_already : bool
        Nothing is wrong with the class in this text: only with what it used before that was put right.
    """

    diagnoses: tuple[Diagnosis, ...]
    ticks: tuple[Tick, ...] = ()
    text: str | None = None
    is_right_already: bool = False


class _Bench:
    """A text with its target, ready to try changes of it."""

    def __init__(self, source: Source, name: str) -> None:
        self.source = source
        self.tree = parse(source)
        with_new_names(self.tree)
        namespace = load(definitions_of(source, self.tree)).namespace
        self.workshop = Workshop(self.tree, namespace, source.name)
        found = [each for each in targets(self.tree, source.text, namespace) if each.name == name]
        self.target: Target | None = found[0] if found and found[0].role != Role.UNKNOWN else None

    def examine(self, seed: int = 0) -> Examination:
        assert self.target is not None
        self.workshop.fuel.fill()
        return examine(self.workshop.namespace[self.target.name], self.target, self.source.name, seed=seed)


def explain(source: Source, name: str, budget: float) -> Explained:
    """Look for the changes that put a class or function right."""
    ends = time.process_time() + budget
    bench = _Bench(source, name)
    if bench.target is None:
        return Explained(())
    before = bench.examine()
    if not before.errors:
        return Explained((), is_right_already=True)
    diagnoses: list[Diagnosis] = []
    for _ in range(MOST_MISTAKES):
        found = _search(bench, before, ends)
        if found.best is None:
            break
        edit = edit_of(found.best, bench.source.text)
        after = _Bench(replace(bench.source, text=edit.applied(bench.source.text)), name)
        left = None if after.target is None else after.examine(CONFIRMING)
        is_right = left is not None and not left.errors
        certainty = Certainty.SURE if is_right else Certainty.PERHAPS
        diagnoses.append(Diagnosis(found.best.line, certainty, how(found.best), edit, None, is_right))
        if is_right:
            return Explained(tuple(diagnoses), text=after.source.text)
        if left is None:
            break
        bench, before = after, left
    return Explained(tuple(diagnoses) or _without_change(before))


def _search(bench: _Bench, before: Examination, ends: float) -> Found:
    """Look for one change that mends all, and if there is none for the one that mends most."""
    assert bench.target is not None
    left = max(ends - time.process_time(), 0.5)
    several = len(before.errors) > 1
    suspicion = suspicion_of(before)
    found = Search(bench.workshop, bench.target, suspicion, left * (0.6 if several else 1)).run()
    if found.best is None and several:
        left = max(ends - time.process_time(), 0.5)
        found = Search(bench.workshop, bench.target, suspicion, left).run_partly(before)
    return found


def suspicion_of(before: Examination, lines: Collection[int] = ()) -> Suspicion:
    """Return where to look first, from what the checks say."""
    methods = {finding.where.split(":")[0] for finding in before.errors}
    if any(finding.where in ("AttributeError", "KeyError") for finding in before.errors):
        methods.add("__init__")
    raised = next((finding.line for finding in before.errors if finding.line), None)
    notes = {finding.kind for finding in before.findings if finding.kind in UNASKED}
    return Suspicion(methods, lines, raised, notes)


def _without_change(before: Examination) -> tuple[Diagnosis, ...]:
    """Return at least the line at which it stopped."""
    for finding in before.errors:
        if finding.line is not None:
            return (Diagnosis(finding.line, Certainty.PERHAPS, finding.message, None, None, False),)
    return ()


def edit_of(candidate: Candidate, text: str) -> Edit:
    """Return a candidate's change with columns in characters, and what stands there now."""
    change = candidate.change
    lines = text.split("\n")
    column = _characters(lines[change.line - 1], change.column)
    end_column = _characters(lines[change.end_line - 1], change.end_column)
    stretch = lines[change.line - 1 : change.end_line]
    stretch[-1] = stretch[-1][:end_column]
    stretch[0] = stretch[0][column:]
    return Edit(change.line, column, change.end_line, end_column, "\n".join(stretch), change.new)


def _characters(line: str, column: int) -> int:
    return len(line.encode()[:column].decode(errors="replace"))
