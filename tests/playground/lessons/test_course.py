"""A lesson that is open: the state it makes, the step at hand, and what it does to a person's own work."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from nn.breakpoints import Breakpoint
from nn.network import LayerSpec, NetworkSpec
from playground.lessons.format import read_lesson
from playground.lessons.training_watch import TrainingWatch
from playground.session.looking.selection import FunctionPlot, Neuron


def look():
    """Let the course hear what happened."""
    for _ in range(3):
        QApplication.processEvents()


def with_kind(spec, kind):
    return replace(spec, layers=(spec.layers[0], LayerSpec.of(kind)))


# ---- opening


def test_opening_makes_the_state_that_the_file_describes(opened, session, lesson):
    state = session.document.state
    assert (state.spec, state.dataset.name) == (lesson.start.spec, "plane")
    assert (state.config.lr, state.config.epochs, state.config.optimizer) == (0.5, 40, "SGD")
    assert state.breakpoints == lesson.start.breakpoints != ()
    np.testing.assert_array_equal(session.live.network.params["W1"], [[1], [2]])
    np.testing.assert_array_equal(session.looking.sample.x, [[1, 0.5]])
    np.testing.assert_array_equal(session.looking.sample.t, [[0]])
    assert session.selection.plot == FunctionPlot(("Step",), -8, 8, False)
    assert session.selection.neuron == Neuron(0, 0)


def test_opening_asks_for_the_panels(qtbot, course, session, lesson):
    with qtbot.waitSignal(session.panel_requested) as asked:
        course.open(lesson)
    assert asked.args == ["network"]


def test_opening_is_one_step_that_undo_takes_back_and_the_person_is_told(course, session, lesson):
    before, told = session.document.state, []
    session.status.connect(told.append)
    course.open(lesson)
    assert session.document.undo_text == "Open lesson"
    assert any("Undo brings back" in text for text in told)
    session.document.undo()
    assert session.document.state is before


def test_undo_brings_back_the_sample_and_closes_the_lesson_and_redo_opens_it(course, session, lesson):
    """The network came back, but not the numbers typed for it, and the lesson stayed open with crosses."""
    asked = []
    session.lesson_place.wanted.connect(lambda *place: asked.append(place))
    session.editing.edit_spec("two", NetworkSpec.mlp(2, (), 2))
    session.looking.type_sample([3.0, 4.0])
    mine = session.looking.sample
    session.lesson_place.note("first", 2)
    course.open(lesson)
    theirs = session.looking.sample
    assert not np.array_equal(theirs.x, mine.x)
    session.document.undo()
    np.testing.assert_array_equal(session.looking.sample.x, mine.x)
    session.document.redo()
    np.testing.assert_array_equal(session.looking.sample.x, theirs.x)
    assert asked == [("first", 2), (lesson.name, 0)]


def test_a_persons_own_breakpoints_come_back_with_undo(course, session, lesson):
    mine = (Breakpoint.when("loss_stuck"),)
    session.document.edit("Add breakpoint", breakpoints=mine)
    course.open(lesson)
    assert session.document.state.breakpoints == lesson.start.breakpoints
    session.document.undo()
    assert session.document.state.breakpoints == mine


@pytest.mark.parametrize(
    ("offer", "left"),
    [
        ("breakpoints = []", ()),
        ('breakpoints = [[{ kind = "loss_jump" }]]', (Breakpoint.when("loss_jump"),)),
        ("weights = { b1 = [2.5] }", "those of the start"),
    ],
)
def test_a_button_sets_breakpoints_or_leaves_them_alone(course, session, source, offer, left):
    lesson = read_lesson(source.replace("weights = { b1 = [1.5] }", offer), "stops.toml")
    course.open(lesson)
    course.go_on()
    course.press(1)
    assert session.document.state.breakpoints == (lesson.start.breakpoints if isinstance(left, str) else left)


def test_opening_while_training_keeps_what_was_learned_as_a_step_to_go_back_to(qtbot, opened, session, lesson):
    session.editing.edit_config("Train for long", epochs=1_000_000)
    session.control.train()
    qtbot.waitUntil(lambda: opened.findChild(TrainingWatch).iteration > 0)
    opened.open(lesson)
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert session.document.state.checkpoint.iteration == 0
    session.document.undo()
    learned = session.document.state
    assert learned.checkpoint.iteration > 0
    assert session.document.undo_text.startswith("Train ")


def test_restart_puts_the_ready_state_in_place_again(opened, session):
    opened.go_on()
    session.weights.set("Zero", {"W1": np.zeros((2, 1))})
    opened.restart()
    assert (opened.position, opened.standing.may_go_on) == (0, True)
    np.testing.assert_array_equal(session.live.network.params["W1"], [[1], [2]])


def test_leaving_keeps_everything_as_it_is(qtbot, opened, session):
    state = session.document.state
    with qtbot.waitSignal(opened.opened) as left:
        opened.leave()
    assert left.args == [None]
    assert (opened.lesson, opened.step, session.document.state) == (None, None, state)


def test_a_row_of_the_data_is_shown_when_the_data_are_there(qtbot, course, session, source):
    row = read_lesson(source.replace("x = [1.0, 0.5], t = [0.0]", "row = 2"), "row.toml")
    course.open(row)
    assert session.library.data is None
    qtbot.waitUntil(lambda: session.looking.sample is not None)
    assert session.looking.sample.origin == "test 2"
    np.testing.assert_array_equal(session.looking.sample.x[0], session.library.data.x_test[2])


# ---- going through the steps


def test_a_step_without_a_condition_is_only_read(opened):
    assert (opened.standing.is_done, opened.standing.may_go_on) == (False, True), "it comes without a tick"
    opened.go_on()
    assert opened.position == 1


def test_a_step_waits_until_it_is_done_and_stays_done(opened, session):
    spec = session.document.state.spec
    opened.go_on()
    opened.go_on()
    assert (opened.position, opened.standing.is_done) == (1, False)
    session.editing.edit_spec("ReLU", with_kind(spec, "Relu"))
    look()
    assert opened.standing.is_done
    session.document.undo()
    look()
    assert opened.standing.is_done
    opened.go_on()
    assert opened.position == 2


def test_a_button_does_what_the_step_asks_for_and_undo_takes_it_back(opened, session):
    opened.go_on()
    before = session.document.state
    opened.press(0)
    look()
    assert opened.standing.is_done
    np.testing.assert_array_equal(session.live.network.params["W1"], [[1], [2]])
    session.document.undo()
    assert session.document.state is before


def test_a_button_that_no_longer_fits_says_so_and_changes_nothing(opened, session):
    told = []
    session.status.connect(told.append)
    session.editing.edit_spec("Wider", NetworkSpec.mlp(2, (), 3, loss="IdentityWithLoss"))
    opened.go_on()
    before = session.document.state
    opened.press(1)
    assert session.document.state is before
    assert "b1 has shape (1,); the network needs (3,)" in told[-1]
    assert "Restart the lesson" in told[-1]


def test_only_the_right_answer_lets_go_on_and_what_was_missed_comes_once_more(qtbot, opened, session):
    opened.go_on()
    opened.press(0)
    look()
    opened.go_on()
    opened.choose(0, 0)
    look()
    assert (opened.standing.answering[0].chosen, opened.standing.is_done) == (0, False)
    opened.choose(0, 1)
    look()
    assert opened.standing.is_done
    with qtbot.waitSignal(opened.extended):
        opened.go_on()
    again = opened.step
    assert (again.is_again, opened.position, len(opened.steps)) == (True, 3, 4)
    assert again.task.asks == opened.steps[2].task.asks
    opened.choose(0, 0)
    opened.choose(0, 1)
    with qtbot.waitSignal(opened.finished) as finished:
        opened.go_on()
    assert finished.args == [opened.lesson]
    assert opened.step is None, "it is asked once more, and not for ever"
    opened.go_on()
    assert opened.position == 4


def test_a_new_learning_rate_reaches_a_run_that_goes_on(qtbot, course, session, source):
    live = "weights = { b1 = [1.5] }", "training = { lr = 0.25, epochs = 1000000 }"
    course.open(read_lesson(source.replace(*live), "live.toml"))
    qtbot.waitUntil(lambda: session.library.data is not None)
    session.editing.edit_config("Train for long", epochs=1_000_000)
    session.control.train()
    course.go_on()
    course.press(1)
    assert session.run.is_running
    assert session.document.state.config.lr == 0.25


# ---- live numbers


def test_numbers_follow_every_edit(opened, session):
    (reading,) = opened.readings
    assert (reading.name, reading.now, reading.expected, reading.is_right) == ("a1", ("[2.5000]",), ("[2.5000]",), True)
    session.weights.set("Set b1", {"b1": [0.75]})
    look()
    (reading,) = opened.readings
    assert (reading.now, reading.is_right) == (("[2.7500]",), False)


def test_nothing_is_computed_without_a_lesson(course, session, monkeypatch):
    asked = []
    monkeypatch.setattr("playground.lessons.course.Facts", lambda *about, **known: asked.append(about))
    session.weights.set("Zero b1", {"b1": np.ones(100)})
    look()
    assert asked == []
    assert course.readings == ()


@pytest.mark.parametrize("act", [lambda course: course.go_on(), lambda course: course.press(0),
                                 lambda course: course.choose(0, 0), lambda course: course.restart()])  # fmt: skip
def test_without_a_lesson_nothing_happens(course, session, act):
    before = session.document.state
    act(course)
    assert (course.position, session.document.state) == (0, before)


def test_what_is_stepped_through_after_opening_is_what_the_lesson_shows(course, session, lesson):
    session.debugger.open()
    course.open(lesson)
    assert not session.debugger.is_open
    session.debugger.step_over()
    assert session.debugger.stepped.kind == "sample"
