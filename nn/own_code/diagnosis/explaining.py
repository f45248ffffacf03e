"""The mistakes of one class or function, one after the other: each with its line, its words and its change."""

from __future__ import annotations

import ast
import time
from collections.abc import Collection
from dataclasses import dataclass, replace

from nn.messages import Message
from nn.own_code.checks.checking import examine
from nn.own_code.checks.findings import Examination, Finding
from nn.own_code.definitions import definitions_of
from nn.own_code.diagnosis.candidate import Candidate, Change
from nn.own_code.diagnosis.edits.statements import not_kept
from nn.own_code.diagnosis.example import smallest_example
from nn.own_code.diagnosis.kept_values import ticks_of_optimizer
from nn.own_code.diagnosis.replay import Replay
from nn.own_code.diagnosis.scope import scopes_of
from nn.own_code.diagnosis.search import UNASKED, Found, Search, Suspicion
from nn.own_code.diagnosis.ticks import place_of, ticks_of
from nn.own_code.diagnosis.wording import how
from nn.own_code.diagnosis.workshop import Workshop
from nn.own_code.judgement import Certainty, Diagnosis, Edit, Tick, TickState
from nn.own_code.loading import load
from nn.own_code.loading.old_names import with_new_names
from nn.own_code.roles import Role, Target, targets
from nn.own_code.source import Source, parse

MOST_MISTAKES = 3
UNFOLLOWED = {"convolution", "pooling"}
"""Layers whose backward is long loops: their values have no names to compare."""
STOPPING = ("one row",)
"""Changes that are likely where a program stops, whatever else is wrong."""
_FOR_SECOND = 1.0
"""Seconds of processor time to look for a second change, for each first one."""
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


def explain(source: Source, name: str, budget: float, right: Collection[str] = ()) -> Explained:
    """Look for the changes that put a class or function right, in all but what is known to be `right`."""
    ends = time.process_time() + budget
    bench = _Bench(source, name)
    if bench.target is None:
        return Explained(())
    before = bench.examine()
    gutter = _Gutter(bench, before)
    if not before.errors:
        return Explained((), gutter.ticks, is_right_already=True)
    example = smallest_example(bench.workshop.namespace[name], bench.target)
    diagnoses: list[Diagnosis] = []
    for _ in range(MOST_MISTAKES):
        found = _search(bench, before, ends, (_Gutter(bench, before) if diagnoses else gutter).wrong_lines, right)
        if found.best is None:
            break
        edit = edit_of(found.best, bench.source.text)
        after = _Bench(replace(bench.source, text=edit.applied(bench.source.text)), name)
        left = None if after.target is None else after.examine(CONFIRMING)
        is_right = left is not None and not left.errors
        certainty = Certainty.SURE if is_right else Certainty.PERHAPS
        diagnoses.append(Diagnosis(found.best.line, certainty, how(found.best), edit, example, is_right))
        example = None  # it was of the first
        if is_right:  # then each of them is needed for that, and proved
            sure = [replace(each, certainty=Certainty.SURE) for each in diagnoses]
            return Explained(tuple(sure), gutter.ticks, after.source.text)
        if left is None:
            break
        bench, before = after, left
    return Explained(tuple(diagnoses) or gutter.place(example) or _without_change(bench, before), gutter.ticks)


class _Gutter:
    """What a recording tells beside the lines, if forward is as it should be."""

    def __init__(self, bench: _Bench, before: Examination) -> None:
        self.ticks: tuple[Tick, ...] = ()
        self._bench = bench
        self._replay: Replay | None = None
        target, is_forward = bench.target, any(_is_of_forward(finding) for finding in before.errors)
        if target is None or (is_forward and target.role != Role.OPTIMIZER):
            return
        if target.role == Role.OPTIMIZER:
            self.ticks = ticks_of_optimizer(bench.source, target)
        elif target.role in (Role.LAYER, Role.LOSS, Role.NETWORK) and target.kind not in UNFOLLOWED:
            self._replay = Replay(bench.source, target)
            self._run = self._replay.run()
            self.ticks = ticks_of(self._run) if self._run is not None else ()

    @property
    def wrong_lines(self) -> tuple[int, ...]:
        """Where to look first."""
        return tuple(tick.line for tick in self.ticks if tick.state == TickState.WRONG)

    def place(self, example: Message | None) -> tuple[Diagnosis, ...]:
        """Return where a true gradient mends all, for a mistake that no single change puts right."""
        if self._bench.target is None:
            return ()
        found = None if self._replay is None or self._run is None else place_of(self._replay, self._run)
        if found is not None:
            line = found.event.site.line
            return (Diagnosis(line, Certainty.PERHAPS, found.message, None, example, False),)
        for tick in (*self._made_anew, *self._unused, *self.ticks):
            if tick.state == TickState.WRONG:
                return (Diagnosis(tick.line, Certainty.PERHAPS, tick.message, None, example, False),)
        return ()

    @property
    def _made_anew(self) -> tuple[Tick, ...]:
        """Where an optimizer begins anew what it is to keep from update to update."""
        target = self._bench.target
        if target is None or target.role != Role.OPTIMIZER:
            return ()
        update = next(each for each in scopes_of(self._bench.tree, target.name) if each.function.name == "update")
        return tuple(
            Tick(
                node.lineno,
                name,
                TickState.WRONG,
                Message(
                    "`{name}` is made anew in each `update`, and what it was is lost: keep it in `self.{name}`.",
                    name=name,
                ),
            )
            for node in update.function.body
            for name in _emptied(node)
            if any(tick.name.startswith(f"{name}[") for tick in self.ticks)
        )

    @property
    def _unused(self) -> tuple[Tick, ...]:
        """Where a gradient is right and nothing is made of it: what flows through it is missing from there on."""
        assert self._bench.target is not None
        unread = {name for scope in scopes_of(self._bench.tree, self._bench.target.name) for name in scope.unread}
        right = [tick for tick in self.ticks if tick.state == TickState.RIGHT and tick.name in unread]
        return tuple(
            Tick(
                tick.line,
                tick.name,
                TickState.WRONG,
                Message(
                    "{name} is right, and nothing is made of it: what flows through it is missing.", name=tick.name
                ),
            )
            for tick in right[-1:]
        )


def _emptied(node: ast.stmt) -> list[str]:
    """Return the names that begin as an empty dictionary here."""
    if not isinstance(node, ast.Assign) or ast.unparse(node.value) not in ("{}", "dict()"):
        return []
    return [target.id for target in node.targets if isinstance(target, ast.Name)]


def _is_of_forward(finding: Finding) -> bool:
    part = finding.where.split(":")[0]
    return part not in ("backward", "gradient", "accuracy", "numerical_gradient") or finding.kind == "raises"


def _search(bench: _Bench, before: Examination, ends: float, lines: Collection[int], right: Collection[str]) -> Found:
    """Look for one change that mends all, and if there is none for the one that mends most."""
    assert bench.target is not None
    left = max(ends - time.process_time(), 0.5)
    several = len(before.errors) > 1
    suspicion = replace(suspicion_of(before, lines), right=right, forward_is_meant=_is_meant(bench.target, before))
    found = Search(bench.workshop, bench.target, suspicion, left * (0.35 if several else 0.7)).run()
    if found.best is None:
        found = _first_of_two(bench, before, suspicion, ends) or found
    for most_likely in (lines, ()) if several else ():
        if found.best is None:
            left = max(ends - time.process_time(), 0.5) * (0.4 if most_likely else 0.5)
            found = Search(bench.workshop, bench.target, suspicion, left).run_partly(before, most_likely)
    if found.best is None and not several and _stops(before):
        left = max(ends - time.process_time(), 0.5) * 0.5
        found = Search(bench.workshop, bench.target, suspicion, left).run_partly(before, keys=STOPPING)
    return found


def _stops(before: Examination) -> bool:
    return any(finding.kind == "raises" for finding in before.errors)


def _first_of_two(bench: _Bench, before: Examination, suspicion: Suspicion, ends: float) -> Found | None:
    """Look for a change after which one more mends all: where it stops twice, or needs what nobody keeps."""
    assert bench.target is not None
    firsts = [] if bench.target.role != Role.LAYER else list(not_kept(scopes_of(bench.tree, bench.target.name)))
    if _stops(before):
        left = max(ends - time.process_time(), 0.5)
        firsts += Search(bench.workshop, bench.target, suspicion, left * 0.3).run_further(before)
    for first in firsts:
        left = ends - time.process_time()
        if left <= 0:
            break
        changed = edit_of(first, bench.source.text).applied(bench.source.text)
        after = _Bench(replace(bench.source, text=changed), bench.target.name)
        examination = after.examine() if after.target is not None else None
        if after.target is None or examination is None or not examination.errors:
            continue
        second = replace(suspicion_of(examination, suspicion.lines), right=suspicion.right)
        if Search(after.workshop, after.target, second, min(left, _FOR_SECOND)).run().best is not None:
            return Found(first, (), 0, False)
    return None


def _is_meant(target: Target, before: Examination) -> bool:
    """Whether forward says what is meant: the name does not, and nothing but gradients is wrong."""
    wrong = {finding.where.split(":")[0] for finding in before.errors if finding.kind in ("gradient", "shape")}
    is_of_gradients = len(wrong) > 0 and wrong <= {"backward", "gradient"}
    return target.kind is None and is_of_gradients and all(f.kind in ("gradient", "shape") for f in before.errors)


def suspicion_of(before: Examination, lines: Collection[int] = ()) -> Suspicion:
    """Return where to look first, from what the checks say."""
    methods = {finding.where.split(":")[0] for finding in before.errors}
    if any(finding.where in ("AttributeError", "KeyError") for finding in before.errors):
        methods.add("__init__")
    raised = next((finding.line for finding in before.errors if finding.line), None)
    notes = {finding.kind for finding in before.findings if finding.kind in UNASKED}
    return Suspicion(methods, lines, raised, notes)


def _without_change(bench: _Bench, before: Examination) -> tuple[Diagnosis, ...]:
    """Return at least the line at which it stopped, or at whose end a return is missing."""
    for finding in before.errors:
        line = finding.line
        if line is None and finding.kind == "nothing returned":
            line = _end_of(bench, finding.where)
        if line is not None:
            return (Diagnosis(line, Certainty.PERHAPS, finding.message, None, None, False),)
    return ()


def _end_of(bench: _Bench, method: str) -> int | None:
    assert bench.target is not None
    own = scopes_of(bench.tree, bench.target.name)
    ends = [scope.function.end_lineno for scope in own if scope.function.name in (method, bench.target.name)]
    return ends[0] if ends else None


def edit_of(candidate: Candidate, text: str) -> Edit:
    """Return a candidate's change with columns in characters, and what stands there now."""
    return edit_of_change(candidate.change, text)


def edit_of_change(change: Change, text: str) -> Edit:
    """Return a change with columns in characters, and what stands there now."""
    lines = text.split("\n")
    column = _characters(lines[change.line - 1], change.column)
    end_column = _characters(lines[change.end_line - 1], change.end_column)
    stretch = lines[change.line - 1 : change.end_line]
    stretch[-1] = stretch[-1][:end_column]
    stretch[0] = stretch[0][column:]
    return Edit(change.line, column, change.end_line, end_column, "\n".join(stretch), change.new)


def _characters(line: str, column: int) -> int:
    return len(line.encode()[:column].decode(errors="replace"))
