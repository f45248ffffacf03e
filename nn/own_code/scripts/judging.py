"""A training script judged: run for a while, what it shows, and the change that puts it right, if one was proved."""

from __future__ import annotations

import ast
import time
from collections.abc import Collection
from dataclasses import replace

import numpy as np

from nn.messages import Message
from nn.own_code.checks.findings import Examination, Finding
from nn.own_code.checks.sentences import number
from nn.own_code.diagnosis.explaining import edit_of_change
from nn.own_code.judgement import Certainty, Diagnosis, Edit, Judgement, Said
from nn.own_code.roles import Role
from nn.own_code.scripts import facts, habits, inline_gradients
from nn.own_code.scripts.changes import proposals
from nn.own_code.scripts.loop import TrainingLoop, training_loop
from nn.own_code.scripts.running import TRIED_SECONDS, TRIED_TURNS, Run, run
from nn.own_code.source import Source, parse

MOST_TRIED = 12
"""Changes for one script."""


def judge_script(
    source: Source, tree: ast.Module, wrong: Collection[Judgement], *, explains: bool, budget: float
) -> Judgement | None:
    """Judge the training loop of a program, if it has one. Its code runs here.

    Parameters
    ----------
    source : Source
    tree : ast.Module
        As `parse` gives it.
    wrong : collection of Judgement
        Of classes and functions of the program that are not right.
    explains : bool
        Whether changes are tried.
    budget : float
        Seconds of processor time for that.
    """
    loop = training_loop(tree)
    if loop is None:
        return None
    seen = run(source, tree, loop)
    examination = _examined(seen)
    findings = [*examination.findings, *([_trained(seen)] if seen.watch.turns else [])]
    if seen.watch.was_cut:
        findings.append(_cut(seen))
    verdict, last_line = _verdict(seen, examination, wrong), loop.node.end_lineno or loop.line
    judgement = Judgement(source.name, str(Role.SCRIPT), None, loop.line, last_line, verdict, examination.passed)
    diagnoses = _diagnoses(seen, examination, wrong, budget) if explains else ()
    findings = [*(_on_what_is_wrong(each) for each in wrong if each.name in _names(tree, loop)), *findings]
    findings.sort(key=lambda finding: not finding.is_error)
    return replace(
        judgement,
        findings=tuple(Said(f.kind, f.where, f.message, f.line, f.is_error) for f in findings),
        notes=seen.loaded.notes,
        diagnosis=diagnoses[0] if diagnoses else None,
        further=tuple(diagnoses[1:]),
    )


def _examined(seen: Run) -> Examination:
    examination = Examination()
    facts.check(seen, examination)
    habits.check(seen, examination)
    inline_gradients.check(seen, examination)
    return examination


def _verdict(seen: Run, examination: Examination, wrong: Collection[Judgement]) -> bool | None:
    if examination.errors or any(each.name in _names(seen.tree, seen.loop) for each in wrong):
        return False
    return True if seen.watch.has_seen_enough and examination.passed else None


def _names(tree: ast.Module, loop: TrainingLoop) -> set[str]:
    """Return the classes and functions that a script uses outside of them, those that they use included."""
    defined = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    own = [node for node in tree.body if getattr(node, "name", None) not in defined]
    inside = [node for node in defined.values() if node.lineno <= loop.line <= (node.end_lineno or 0)]
    found, left = set[str](), [*own, *inside]
    while left:
        node = left.pop()
        used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)} & set(defined) - found
        found |= used
        left += [defined[name] for name in used]
    return found


def _diagnoses(
    seen: Run, examination: Examination, wrong: Collection[Judgement], budget: float
) -> tuple[Diagnosis, ...]:
    """Return what mends a finding, proved by a run; else its line. What it stands on has to be right first."""
    used = _names(seen.tree, seen.loop)
    of_helpers = [replace(each.diagnosis, how=_once_it_is(each.name), example=None) for each in wrong
                  if each.diagnosis is not None and each.name in used]  # fmt: skip
    if of_helpers:
        return tuple({each.edit: each for each in of_helpers[::-1]}.values())[::-1]  # one change mends several
    ends = time.process_time() + budget
    found: list[Diagnosis] = []
    for finding in examination.errors:
        proved = _proved(seen, finding, ends)
        if proved is not None:
            found.append(proved)
        elif finding.line is not None:
            certainty = Certainty.SURE if finding.kind in _CERTAIN else Certainty.PERHAPS
            found.append(Diagnosis(finding.line, certainty, finding.message, None, None, False))
    return tuple(sorted(found, key=lambda diagnosis: diagnosis.edit is None))


_CERTAIN = frozenset(
    {"raises", "other labels", "same batch", "test data", "not whole", "network anew", "optimizer anew"}
)
"""Findings whose line says it all."""


def _proved(seen: Run, finding: Finding, ends: float) -> Diagnosis | None:
    before = {error.kind for error in _examined(seen).errors}
    for tried, (change, how) in enumerate(proposals(seen, finding)):
        if tried >= MOST_TRIED or time.process_time() > ends:
            break
        edit = edit_of_change(change, seen.source.text)
        after = _after(seen, edit)
        if after is not None and finding.kind not in after and after <= before:
            return Diagnosis(edit.line, Certainty.SURE, how, edit, None, not after)
    return None


def _after(seen: Run, edit: Edit) -> set[str] | None:
    """Return the kinds of errors that are left with a change; None where it does not even run."""
    source = replace(seen.source, text=edit.applied(seen.source.text))
    tree = parse(source)
    loop = training_loop(tree)
    if loop is None:
        return None
    again = run(source, tree, loop, TRIED_TURNS, TRIED_SECONDS)
    if not again.watch.turns:
        return None
    return {error.kind for error in _examined(again).errors}


# ---- sentences


def _trained(seen: Run) -> Finding:
    """Say what was seen of the training."""
    watch = seen.watch
    for learner in watch.learners.values():
        losses = [loss for _, loss in learner.losses if np.isfinite(loss)]
        if len(losses) > 1:
            last = float(np.median(losses[-5:]))
            message = Message(
                "{network} was trained for {turns} iterations: the loss went from {first} to {last}.",
                network=type(learner.thing).__name__, turns=watch.turns, first=number(losses[0]), last=number(last),
            )  # fmt: skip
            return Finding("trained", "script", message, False, seen.loop.line)
    message = Message("The training loop was run for {turns} iterations.", turns=watch.turns)
    return Finding("trained", "script", message, False, seen.loop.line)


def _cut(seen: Run) -> Finding:
    turns = seen.watch.turns
    if turns:
        message = Message(
            "It was ended after {turns} iterations; what stands behind the loop was not run.", turns=turns
        )
    else:
        message = Message("It was ended before its training loop was reached: what stands before it takes too long.")
    return Finding("cut", "script", message, False, seen.loop.line)


def _on_what_is_wrong(judgement: Judgement) -> Finding:
    message = Message("It stands on {name}, which is not right yet.", name=judgement.name)
    return Finding("stands on", judgement.name, message, True, judgement.line)


def _once_it_is(name: str) -> Message:
    return Message("It is right once {name} is.", name=name)
