"""Whether a milestone's network learns with what a learner wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from playground.confined.proving import Proving
from playground.lessons.own_code.build_it_yourself import milestones

SOLUTIONS = Path(__file__).parents[1] / "lessons" / "own_code" / "solutions"
RELU = next(milestone for milestone in milestones() if milestone.name == "05-relu")


def proved(text, at_least=RELU.proof.at_least):
    return Proving(RELU.proof.program, at_least).run(text)


def test_what_is_right_reaches_the_goal_and_not_a_higher_one():
    text = (SOLUTIONS / "Relu.txt").read_text(encoding="utf-8")
    reached = proved(text)
    assert reached.is_reached
    assert reached.accuracy == pytest.approx(RELU.proof.seen, abs=0.015)
    assert f"{100 * reached.accuracy:.1f}%" in reached.sentence
    assert "test accuracy" in reached.printed


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("x = 1\n", "own", None),
        ("class Relu:\n    def forward(self, x):\n        return x + y\n", "Line 3: NameError", 3),
        ("class Relu:\n    def forward(self, x:\n", "Line 2", 2),
        ("import os\nos._exit(0)\n", "ended its process", None),
    ],
)
def test_what_fails_is_a_sentence_and_reaches_nothing(text, said, line):
    found = proved(text)
    assert not found.is_reached
    assert said in found.sentence
    assert found.line == line


def test_an_accuracy_is_not_believed_because_it_is_told():
    """Whoever fools the proof fools himself; but what is no share of 1 is none."""
    found = Proving("import own\naccuracy = own.a", 0.5)
    assert not found.run("a = 7").is_reached
    assert not Proving("import own\naccuracy = own.a", 0.5).run("a = 0.4").is_reached
