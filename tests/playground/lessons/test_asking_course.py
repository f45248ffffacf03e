"""A lesson that asks before it shows, opens the debugger at a place, waits for a breakpoint, and measures."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from nn.breakpoints import Breakpoint
from nn.inspection.element import Element
from playground.lessons.format import LessonError, read_lesson

STEPS = """
[[steps]]
title.en = "Ask"
title.ko = "묻기"
text.en = "Think."
text.ko = "생각하세요."
sheet = ["v = [1, 2]"]
begin = { debugger = { pass = "sample", phase = "forward", layer = "Sigmoid1", before = true } }

[[steps.asks]]
ask.en = "How much?"
ask.ko = "얼마?"
expected = [2.5]
value = "a1"
hint.en = "Add."
hint.ko = "더하세요."
line = "w = v * 2"

[[steps.asks]]
ask.en = "Double w."
ask.ko = "w를 두 배로."
write = "w * 2"

[steps.reveal]
debugger = { pass = "sample", phase = "backward", layer = "Sigmoid1", value = "da1", element = "da1[0, 0]" }

[[steps.numbers]]
value = "a1"
expected = [2.5]

[[steps]]
title.en = "Wait"
title.ko = "기다리기"
text.en = "Train."
text.ko = "학습하세요."
done = { condition = "stopped", kind = "threshold" }

[[steps.numbers]]
value = "iteration"

[[steps]]
title.en = "Measure"
title.ko = "재기"
text.en = "Measure."
text.ko = "재세요."
race = 4
done = { condition = "measured" }
"""


@pytest.fixture
def asking(source):
    head = source[: source.index("[[steps]]")]
    head = "\n".join(line for line in head.splitlines() if not line.startswith("breakpoints"))
    return head + STEPS


@pytest.fixture
def opened(qtbot, session, course, asking):
    course.open(read_lesson(asking, "asking.toml"))
    qtbot.waitUntil(lambda: session.library.data is not None and session.debugger.is_open)
    look()
    return course


def look():
    for _ in range(3):
        QApplication.processEvents()


def test_the_debugger_stands_where_the_step_begins_and_where_it_reveals(opened, session):
    debugger = session.debugger
    upcoming = debugger.trace[debugger.cursor]
    assert (debugger.stepped.kind, upcoming.phase, upcoming.name) == ("sample", "forward", "Sigmoid1")
    opened.type_numbers(0, "5/2")
    opened.write("w + w")
    look()
    assert (debugger.current.phase, next(iter(debugger.current.outputs))) == ("backward", "da1")
    assert debugger.element == Element("da1", (0, 0))
    assert opened.standing.is_done


def test_nothing_is_read_before_all_is_answered_and_one_thing_is_asked_at_a_time(opened):
    assert (opened.standing.asked, opened.readings) == (0, ())
    opened.write("v * 4")
    assert opened.standing.asked == 0, "a line on the sheet is no answer to a question for numbers"
    opened.type_numbers(1, "2.5")
    opened.type_numbers(0, "2.5")
    look()
    assert (opened.standing.asked, opened.readings) == (1, ())
    opened.write("w * 2.0")
    assert opened.standing.answering[1].attempts == 1
    assert not opened.standing.answering[1].is_right, "a float is no whole number"
    opened.write("w * 2")
    look()
    assert opened.standing.is_answered
    assert [reading.now for reading in opened.readings] == [("[2.5]",)]


def test_a_prediction_that_was_answered_stands_on_the_sheet_and_a_line_that_was_shown_too(opened):
    opened.type_numbers(0, "2.5")
    np.testing.assert_array_equal(opened.standing.lines[-1].value, [2, 4])
    opened.give_up(1)
    assert not opened.standing.answering[1].is_shown, "not before an attempt"
    opened.write("w")
    opened.give_up(1)
    np.testing.assert_array_equal(opened.standing.lines[-1].value, [4, 8])
    assert opened.standing.is_done


def test_what_was_missed_comes_once_more_with_the_sheet_of_then(qtbot, opened, session):
    opened.type_numbers(0, "2.5")
    opened.write("w")
    opened.write("w * 2")
    go_through_the_rest(qtbot, opened, session)
    assert (opened.step.is_again, len(opened.step.task.asks)) == (True, 1)
    assert [line.text for line in opened.standing.lines] == ["v = [1, 2]", "w = v * 2"]
    opened.write("w * 2")
    opened.go_on()
    assert opened.step is None


def go_through_the_rest(qtbot, course, session):
    go_on_to_the_race(qtbot, course, session)
    course.measure()
    qtbot.waitUntil(lambda: course.standing.is_done)
    course.go_on()


def go_on_to_the_race(qtbot, course, session):
    course.go_on()
    session.document.edit("Trap", breakpoints=(Breakpoint.when("threshold", name="a1", number=-1e9),))
    session.control.train()
    qtbot.waitUntil(lambda: course.standing.is_done)
    course.go_on()


def test_a_step_waits_for_a_breakpoint_and_shows_no_number_before_something_was_done(qtbot, opened, session):
    opened.type_numbers(0, "2.5")
    opened.write("w * 2")
    opened.go_on()
    look()
    assert (opened.readings, opened.standing.is_done) == ((), False)
    session.control.step_iteration()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    look()
    assert (len(opened.readings), opened.standing.is_done) == (1, False), "trained, but not stopped by a breakpoint"


def test_the_race_measures_both_ways_and_is_forgotten_with_its_step(qtbot, opened, session):
    opened.type_numbers(0, "2.5")
    opened.write("w * 2")
    go_on_to_the_race(qtbot, opened, session)
    opened.measure()
    assert opened.race.is_running
    qtbot.waitUntil(lambda: opened.race.is_over)
    lap = opened.race.result
    assert 0 < lap.at_once < lap.one_by_one, "four samples at once take less than one after the other"
    look()
    assert opened.standing.is_done
    opened.restart()
    assert opened.race.result is None


@pytest.mark.parametrize(
    ("there", "instead", "told"),
    [
        ('phase = "forward"', 'phase = "sideways"', "debugger.phase: is 'sideways'; expected one of forward"),
        ('pass = "sample", phase = "forward"', 'pass = "half"', "expected 'sample' or 'batch'"),
        ('layer = "Sigmoid1", before', 'layer = "Relu7", before', "expected one of Affine1, Sigmoid1"),
        ('element = "da1[0, 0]"', 'element = "da1[x]"', "expected a number's place such as 'W1"),
        ("expected = [2.5]\nvalue", "value", "is missing; expected the numbers that are right"),
        ("race = 4", "race = 1", "expected 2 to 1000"),
        ('sheet = ["v = [1, 2]"]\n', "", "is missing; expected the lines that stand on it"),
        ('write = "w * 2"', 'write = "w * 2"\ndecimals = 2', "is not known here; known: ask, write"),
        ("expected = [2.5]\nvalue", "decimals = 1\nwithin = 2\nexpected = [2.5]\nvalue", "stands beside decimals"),
        ("begin = { debugger", "begin = { fresh = true, debugger", "is not known here; known: sample, plot"),
    ],
)
def test_a_mistake_in_what_is_asked_is_named(asking, there, instead, told):
    assert there in asking
    with pytest.raises(LessonError) as raised:
        read_lesson(asking.replace(there, instead, 1), "asking.toml")
    assert told in str(raised.value)
