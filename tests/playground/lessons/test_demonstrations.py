from __future__ import annotations

import numpy as np
import pytest

from nn.network import NetworkSpec
from playground.lessons.demonstrations import demonstrations, read_demonstration
from playground.lessons.format import LessonError

STOPS = (
    (12, "Relu1", "100% of the ReLUs of z1"),
    (1, "Affine1", "it has vanished"),
    (6, "Affine3", "a3"),
)
GOOD = """
title = { en = "A", ko = "가" }
about = { en = "B", ko = "나" }
breakpoints = [[{ kind = "not_finite" }]]
network = { inputs = 2, outputs = 2 }
data = { name = "circle" }
"""


@pytest.mark.parametrize(("place", "stop"), list(enumerate(STOPS)))
def test_each_stops_where_it_goes_wrong(qtbot, session, place, stop):
    iteration, layer, reason = stop
    stops = []
    session.debugger.stopped.connect(stops.append)
    demonstrations()[place].begin(session, "en")
    qtbot.waitUntil(lambda: bool(stops) and not session.control.is_busy)
    assert (stops[0].iteration, session.debugger.current.name) == (iteration, layer)
    assert reason in str(stops[0])
    assert session.document.state.checkpoint.iteration == iteration - 1


def test_an_infinity_is_looked_at_where_it_is_made(qtbot, session):
    debugger = session.debugger
    demonstrations()[2].begin(session, "en")
    qtbot.waitUntil(lambda: debugger.element is not None and not session.control.is_busy)
    assert (debugger.current.node is not None, debugger.element.name) == (True, "a3.1")
    assert np.isinf(debugger.current.outputs["a3.1"][debugger.element.index])


@pytest.mark.parametrize("place", [0, 1])
def test_begun_twice_it_stops_at_the_same_place(qtbot, session, place):
    stops, demonstration = [], demonstrations()[place]
    session.debugger.stopped.connect(stops.append)
    for _ in range(2):
        told = len(stops)
        demonstration.begin(session, "en")
        qtbot.waitUntil(lambda told=told: len(stops) > told and not session.control.is_busy)
    assert [stop.iteration for stop in stops] == [STOPS[place][0]] * 2


def test_undo_brings_back_the_lesson_that_one_closed_and_the_sample(qtbot, session):
    session.editing.edit_spec("two", NetworkSpec.mlp(2, (), 2))
    session.looking.type_sample([3.0, 4.0])
    sample = session.looking.sample
    session.lesson_place.note("first", 2)
    demonstrations()[0].begin(session, "en")
    qtbot.waitUntil(lambda: session.debugger.is_open and not session.control.is_busy)
    assert session.lesson_place.name == ""
    session.looking.show_row(8)
    session.document.undo()
    session.document.undo()
    assert (session.lesson_place.name, session.lesson_place.step) == ("first", 2)
    np.testing.assert_array_equal(session.looking.sample.x, sample.x)


def test_beginning_one_is_an_undo_step(qtbot, session):
    before = session.document.state
    demonstrations()[0].begin(session, "ko")
    qtbot.waitUntil(lambda: session.debugger.is_open and not session.control.is_busy)
    session.document.undo()
    assert str(session.document.undo_text).startswith("Demonstration: 학습률")
    session.document.undo()
    assert session.document.state is before


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        (GOOD.replace("not_finite", "not_finit"), "line 4, field breakpoints[1][1]: is no condition: unknown"),
        (GOOD.replace('[[{ kind = "not_finite" }]]', "[]"), "is empty"),
        (GOOD.replace("about", "abuot"), "abuot"),
        (GOOD + "[", "expected TOML"),
    ],
)
def test_a_mistake_in_a_file_is_named_with_its_line(bad, complaint):
    assert read_demonstration(GOOD, "x.toml").state.breakpoints
    with pytest.raises(LessonError, match=r"x\.toml") as caught:
        read_demonstration(bad, "x.toml")
    assert complaint in str(caught.value)
