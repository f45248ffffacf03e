"""The judge and the gallery agree: what has the fault is not right, and what is mended is; so are the skeletons."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nn.own_code.judging import judge
from nn.own_code.source import Source
from playground.lessons.own_code.build_it_yourself import milestones
from playground.lessons.own_code.gallery import exercises

EXERCISES = tuple(exercises())
MILESTONES = tuple(milestones())
SOLUTIONS = Path(__file__).parent / "solutions"


def named(thing):
    return thing.name


def judged(text, *, explains=False):
    with np.errstate(all="ignore"):
        return judge(Source(text), explains=explains, runs_scripts=False)


def lines_named(judgements):
    """Return the lines that are told, each with its neighbours: a missing line is told by one beside it."""
    told = [each for j in judgements for each in (j.diagnosis, *j.further) if each is not None]
    return {each.line + off for each in told for off in (-1, 0, 1)}


@pytest.mark.parametrize("exercise", EXERCISES, ids=named)
def test_what_has_the_fault_is_not_right_and_what_is_mended_is(exercise):
    wrong = {judgement.name for judgement in judged(exercise.program) if judgement.is_right is False}
    assert set(exercise.judged) <= wrong
    assert bool(wrong) == bool(exercise.judged), "a fault in how things are used is none of theirs"
    assert [judgement.name for judgement in judged(exercise.mended) if judgement.is_right is False] == []


@pytest.mark.parametrize("exercise", [e for e in EXERCISES if e.judged], ids=named)
def test_the_line_is_named(exercise):
    judgements = [j for j in judged(exercise.program, explains=True) if j.is_right is False]
    told = [each for j in judgements for each in (j.diagnosis, *j.further) if each is not None]
    assert told
    proved = any(each.edit is not None and each.is_last for each in told)  # another place that mends all is as right
    assert proved or set(exercise.lines) & lines_named(judgements)


@pytest.mark.parametrize(
    ("name", "said", "new"),
    [
        ("552-what-to-keep", "needs what comes out", "self.x = 1 / (1 + np.exp(-x))"),
        ("614-no-faster", "made anew in every call", "if self.v is None:"),
        ("63-passes-with-ones", "dvar is right, and nothing is made of it", ""),
        ("642-no-smaller", "The loss has a penalty on W1", "+ 0.01 * self.params['W1']"),
        ("563-stays-at-10", "brackets", "dout * (self.y - self.t) / len(self.t)"),
        ("563-at-37", "`self.y * (1 - self.y)` is one factor too many", "dout * (self.y - self.t) / len(self.t)"),
    ],
)
def test_what_is_said_of_a_line_is_what_was_meant(name, said, new):
    exercise = next(each for each in EXERCISES if each.name == name)
    first = next(j for j in judged(exercise.program, explains=True) if j.is_right is False).diagnosis
    assert said in first.how
    assert new in (first.edit.new if first.edit is not None else "")


@pytest.mark.parametrize("milestone", MILESTONES, ids=named)
def test_a_skeleton_is_not_right_yet_and_a_solution_is(milestone):
    empty = {judgement.name: judgement.is_right for judgement in judged(milestone.skeleton.en)}
    own = (SOLUTIONS / f"{milestone.skeleton.name}.txt").read_text(encoding="utf-8")
    solved = {judgement.name: judgement.is_right for judgement in judged(own)}
    assert [empty[name] for name in milestone.judged] == [False] * len(milestone.judged)
    assert [solved[name] for name in milestone.judged] == [True] * len(milestone.judged)
