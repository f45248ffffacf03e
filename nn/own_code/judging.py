"""A learner's file judged: each class and function of the book in it, and why it is not right."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nn.messages import Message
from nn.own_code.checks.checking import examine
from nn.own_code.checks.findings import Finding
from nn.own_code.definitions import definitions_of
from nn.own_code.diagnosis.explaining import Explained, explain
from nn.own_code.diagnosis.workshop import Workshop
from nn.own_code.fuel import LongLoop
from nn.own_code.judgement import LONG_LOOP, UNFINISHED, Certainty, Diagnosis, Edit, Judgement, Said
from nn.own_code.lints import Slip, slips_of
from nn.own_code.loading import load
from nn.own_code.loading.old_names import with_new_names
from nn.own_code.repaired import Repaired
from nn.own_code.roles import Role, Target, targets
from nn.own_code.scripts.judging import judge_script
from nn.own_code.source import Source, parse

UNASKED = {"no params", "unknown argument", UNFINISHED}
BUDGET = 5.0
"""Seconds of processor time to explain what is wrong with one class."""


def judge(
    source: Source, name: str | None = None, *, explains: bool = True, budget: float = BUDGET, runs_scripts: bool = True
) -> tuple[Judgement, ...]:
    """Judge what a text defines. Its code runs here: call it in a process that is confined.

    Parameters
    ----------
    source : Source
    name : str, optional
        Only the class or function of this name.
    explains : bool
        Whether to look for the line and the change, which takes longer.
    budget : float
        Seconds of processor time for that, for each class.
    runs_scripts : bool
        Whether a training loop is run for a while, and judged under the name of the file.

    Returns
    -------
    tuple of Judgement
        In the order of the text.

    Raises
    ------
    SourceError
        If the text is no Python.
    """
    judge_of_file = _File(source, explains, budget)
    judgements = [judge_of_file.judge(target) for target in judge_of_file.targets if name in (None, target.name)]
    if runs_scripts and name in (None, source.name):
        judgements += judge_of_file.judge_script(judgements)
    return tuple(sorted(judgements, key=lambda judgement: judgement.line))


@dataclass(frozen=True)
class _Repair:
    """Changes that put a class right on which others may stand."""

    name: str
    diagnosis: Diagnosis


class _File:
    """One text, loaded, and what was put right in it so far: helpers first, then those who use them."""

    def __init__(self, source: Source, explains: bool, budget: float) -> None:
        self.source, self.explains, self.budget = source, explains, budget
        self.tree = parse(source)
        self.loaded = load(definitions_of(source, self.tree))
        tree = parse(source)
        with_new_names(tree)
        self.workshop = Workshop(tree, self.loaded.namespace, source.name)
        self.targets = targets(self.tree, source.text, self.loaded.namespace)
        self.repaired = Repaired(source)
        self.repairs: list[_Repair] = []
        self.right: set[str] = set()
        self.notes = self._notes()

    def _notes(self) -> tuple[Message, ...]:
        notes = list(self.loaded.notes)
        if self.loaded.failure is not None:
            reason = self.loaded.failure.message
            notes.append(Message("The file does not run to its end: {reason}", reason=reason))
        return tuple(notes)

    def judge(self, target: Target) -> Judgement:
        judgement = Judgement(target.name, str(target.role), target.kind, target.line, target.last_line, None, 0)
        if target.role == Role.UNKNOWN:
            finding = Finding("unknown", "", _unknown(), is_error=False)
            return replace(judgement, findings=(_said(finding),), notes=self.notes)
        self.workshop.fuel.fill()
        examination = examine(self.workshop.namespace[target.name], target, self.source.name)
        slips = [slip for node in self._nodes(target) for slip in slips_of(node)]
        long_loops = self.workshop.fuel.long_loops
        findings = [*examination.findings, *(Finding(s.kind, "", s.message, True, s.line) for s in slips)]
        findings += [Finding(LONG_LOOP, "", _long(loop), False, loop.line) for loop in long_loops]
        findings = list({finding.message: finding for finding in reversed(findings)}.values())[::-1]
        findings.sort(key=lambda finding: not finding.is_error)
        is_wrong = any(finding.is_error for finding in findings)
        unasked = any(finding.kind in UNASKED for finding in findings)
        judgement = replace(
            judgement, is_right=False if is_wrong else None if unasked else True, checks=examination.passed,
            findings=tuple(map(_said, findings)), notes=self.notes,
        )  # fmt: skip
        if judgement.is_right and target.kind is not None:
            self.right.add(target.name)
        keeps_waiting = bool(long_loops) or any(finding.kind == UNFINISHED for finding in findings)
        is_told = self.explains and (is_wrong or not keeps_waiting)  # the ticks take as long again
        return self._explained(judgement, target, slips) if is_told else judgement

    def judge_script(self, judgements: list[Judgement]) -> list[Judgement]:
        """Judge the training loop, if there is one, which stands on what was judged before."""
        wrong = [each for each in judgements if each.is_right is False]
        found = judge_script(self.source, self.tree, wrong, explains=self.explains, budget=self.budget)
        return [found] if found is not None else []

    def _nodes(self, target: Target) -> Iterator[ast.stmt]:
        return (node for node in self.tree.body if getattr(node, "name", None) == target.name)

    def _explained(self, judgement: Judgement, target: Target, slips: list[Slip]) -> Judgement:
        explained = explain(self.repaired.source, target.name, self.budget, self.right)
        diagnoses = self.repaired.diagnoses_as_written(explained.diagnoses)
        ticks = self.repaired.ticks_as_written(explained.ticks)
        if not explained.is_right_already:
            self._take(target, explained, diagnoses)
        elif judgement.is_right is False:
            diagnoses += self._of_helpers(target)
        if judgement.is_right is not False:
            return replace(judgement, ticks=ticks)
        of_slips = [_of_slip(slip, self.source) for slip in slips]
        if explained.is_right_already or not diagnoses:
            diagnoses = of_slips + diagnoses
        else:
            diagnoses += of_slips
        first = diagnoses[0] if diagnoses else None
        return replace(judgement, diagnosis=first, further=tuple(diagnoses[1:]), ticks=ticks)

    def _take(self, target: Target, explained: Explained, diagnoses: list[Diagnosis]) -> None:
        if explained.text is not None and diagnoses:
            edits = [each.edit for each in explained.diagnoses if each.edit is not None]
            self.repaired.take(edits, explained.text)
            self.repairs.append(_Repair(target.name, diagnoses[0]))

    def _of_helpers(self, target: Target) -> Iterator[Diagnosis]:
        used = [repair for repair in self.repairs if repair.name in target.text]
        message = _once_right([repair.name for repair in used])
        for repair in used:
            yield replace(repair.diagnosis, how=message, example=None)


def _said(finding: Finding) -> Said:
    return Said(finding.kind, finding.where, finding.message, finding.line, finding.is_error)


def _of_slip(slip: Slip, source: Source) -> Diagnosis:
    line = source.lines()[slip.line - 1]
    column = len(line.encode()[: slip.column].decode(errors="replace"))
    edit = Edit(slip.line, column, slip.line, column + len(slip.old), slip.old, slip.new)
    return Diagnosis(slip.line, Certainty.SURE, slip.message, edit, None)


def _long(loop: LongLoop) -> Message:
    if loop.is_print_only:
        return Message(
            "The loop in line {line} does nothing but print, {turns:,} turns at a time: every pass waits for it.",
            line=loop.line,
            turns=loop.turns,
        )
    return Message(
        "The loop in line {line} takes {turns:,} turns at a time: every pass waits for it.",
        line=loop.line,
        turns=loop.turns,
    )


def _unknown() -> Message:
    return Message("Not recognised as layer, loss, optimizer or network; it can be stepped through, not checked.")


def _once_right(names: list[str]) -> Message:
    if len(names) == 1:
        return Message("It is right once {name} is.", name=names[0])
    return Message("It is right once these are: {names}.", names=", ".join(names))
