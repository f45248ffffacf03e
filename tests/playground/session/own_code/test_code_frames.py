"""The functions that run at a place of a real recording, their names, and breakpoints with conditions over them."""

from __future__ import annotations

import pytest

from nn.expressions import Expression, Unavailable
from playground.session.document.code import Code
from playground.session.own_code.code_frames import frames_at, names_at, names_ever, value_of
from playground.session.own_code.conditions import Conditions
from playground.session.own_code.recording_job import RecordingJob

PROGRAM = """import numpy as np
class Double:
    def __init__(self, by):
        self.by = by
        self.kind = 'a <b>'
    def forward(self, x):
        out = x * self.by
        return out
def run(x):
    grads = {}
    for i in range(4):
        x = layer.forward(x)
        grads['W1'] = x
    return x
layer = Double(2.0)
y = run(np.array([1.0, 2.0]))
"""


@pytest.fixture(scope="module")
def result():
    made = RecordingJob(Code(PROGRAM), "").run()
    assert made.trouble == ""
    return made


def at(result, line, time=1):
    places = [place for place, moment in enumerate(result.walk.moments) if moment.line == line]
    return places[time - 1]


def test_the_stack_of_calls_is_told_with_the_lines_at_which_each_stands(result):
    frames = frames_at(result, at(result, 8, 2))
    assert [(frame.function, frame.line) for frame in frames] == [("Double.forward", 8), ("run", 12), ("", 16)]
    inner, outer, _ = frames
    place = at(result, 8, 2)
    assert value_of(result, names_at(result, place, inner.call), "out").tolist() == [4, 8]
    assert value_of(result, names_at(result, place, outer.call), "x").tolist() == [2, 4]


def test_names_are_those_of_the_place_and_of_the_object(result):
    place = at(result, 7)
    call = result.walk.moments[place].call
    names = names_at(result, place, call)
    assert "out" not in names
    assert "out" in names_ever(result, call)
    assert value_of(result, names, "self.by") == 2
    with pytest.raises(Unavailable, match="no number"):
        value_of(result, names, "self.kind")
    with pytest.raises(Unavailable, match="There is no z"):
        value_of(result, names, "z")


def test_elements_and_attributes_can_be_typed_as_the_code_has_them(result):
    place = at(result, 14)
    names = names_at(result, place, result.walk.moments[place].call)
    for text, number in (("max(grads['W1'])", 32), ('grads["W1"][0] + i', 19), ("x.T @ x", 16**2 + 32**2)):
        assert Expression.parse(text).value(lambda name: value_of(result, names, name)) == number
    assert Expression.parse("self.by * 2 > self.W1.T").names == {"self.by", "self.W1"}


def test_a_condition_holds_where_it_is_true_and_a_line_without_one_always(result):
    walk = result.walk
    stops = [place for place, moment in enumerate(walk.moments) if moment.line == 13]
    holds = Conditions(result, {13: "max(x) > 10"}).holds
    assert [walk.round(place) for place in stops if holds(place)] == [3, 4]
    assert not any(map(Conditions(result, {13: "nothing > 1"}).holds, stops))
    assert all(map(Conditions(result, {13: ""}).holds, stops))
