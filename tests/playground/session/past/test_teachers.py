"""Who taught the network what it says: asked of the sample that is looked at, roughly first, then exactly."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.network import Network
from tests.playground.sessions import train


@pytest.fixture
def session(qtbot, plane_session):
    session = plane_session
    session.editing.edit_config("epochs", epochs=30)
    session.looking.choose("mine")
    session.looking.show_row(4, "test")
    return session


def answered(session, qtbot):
    qtbot.waitUntil(lambda: not session.past.teachers.is_busy)
    return session.past.teachers.inquiry


def heard(signal):
    said = []
    signal.connect(said.append)
    return said


def score_at(session, checkpoint, label):
    network = Network(replace(session.document.state.spec, dtype="float64"), None)
    network.load(checkpoint.params, checkpoint.state)
    return float(network.predict(session.looking.sample.x[:1].astype(float))[0, label])


def test_the_answer_comes_roughly_first_and_exactly_when_it_is_refined(session, qtbot):
    train(qtbot, session)
    windows, teachers, edits = heard(session.window_requested), session.past.teachers, session.document.undo_text
    teachers.ask(1)
    asked = answered(session, qtbot)
    assert windows == ["teachers"]
    assert teachers.teaching is asked.rough
    way = session.timeline.way
    exact = score_at(session, way.end, 1) - score_at(session, next(way.checkpoints)[1], 1)
    assert asked.rough.change == pytest.approx(exact, abs=1e-10)
    assert asked.rough.updates == way.last
    teachers.refine()
    assert teachers.teaching is asked.rough  # until the exact one is there
    answered(session, qtbot)
    assert teachers.teaching is asked.exact
    assert asked.is_exact_whole
    assert (asked.exact.first, asked.exact.last) == (1, way.last)
    assert asked.exact.change == pytest.approx(exact, abs=1e-10)
    both = [*asked.exact.raised(9999), *asked.exact.lowered(9999)]
    assert sum(teacher.share for teacher in both) + asked.exact.rest == pytest.approx(exact, abs=1e-10)
    assert session.document.undo_text == edits


def test_without_a_class_it_is_asked_about_what_the_network_says_and_another_can_be_chosen(session, qtbot):
    train(qtbot, session)
    session.past.teachers.ask()
    asked = answered(session, qtbot)
    assert asked.label == int(session.looking.observation.output[0].argmax())
    session.past.teachers.ask_about(1 - asked.label)
    other = answered(session, qtbot)
    assert other is not asked
    assert (other.label, other.sample) == (1 - asked.label, asked.sample)


def test_what_was_refined_before_it_was_given_up_stays(session, qtbot):
    session.editing.edit_config("epochs", epochs=400)
    train(qtbot, session)
    session.past.teachers.ask(1)
    asked = answered(session, qtbot)
    session.past.teachers.refine()
    qtbot.waitUntil(lambda: asked.exact.updates > 0)
    session.past.teachers.cancel()
    assert not session.past.teachers.is_busy
    assert not asked.is_exact_whole
    assert session.past.teachers.teaching is asked.exact
    assert asked.exact.last == session.timeline.way.last  # the latest ones come first


def test_what_cannot_be_shown_is_said_before_anything_is_shown(session, qtbot):
    said, windows = heard(session.status), heard(session.window_requested)
    session.past.teachers.ask(1)
    assert "no training of it is kept" in said[-1]
    train(qtbot, session)
    session.control.train()
    qtbot.waitUntil(lambda: session.run.is_running)
    session.past.teachers.ask(1)
    assert "training is running" in said[-1]
    session.control.stop()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert windows == []
    assert session.past.teachers.inquiry is None


def test_a_teacher_leads_to_the_update_in_which_it_did_most(session, qtbot):
    train(qtbot, session)
    session.past.teachers.ask(1)
    answered(session, qtbot)
    session.past.teachers.refine()
    teacher = answered(session, qtbot).exact.raised(1)[0]
    edits = session.document.undo_text
    session.past.teachers.look_at(teacher)
    qtbot.waitUntil(lambda: session.past.playhead.is_exact)
    assert session.past.playhead.shown == teacher.iteration - 1
    assert session.looking.sample.origin == f"train {teacher.row}"
    assert session.document.undo_text == edits
    session.past.teachers.step_through(teacher)
    qtbot.waitUntil(lambda: session.debugger.stepped.iteration == teacher.iteration)
    assert int(session.debugger.stepped.training_pass.rows[session.debugger.stepped.row]) == teacher.row


def test_of_a_moment_of_the_past_only_what_came_before_is_asked(session, qtbot):
    train(qtbot, session)
    session.past.playhead.go(20)
    qtbot.waitUntil(lambda: session.past.playhead.is_exact and session.past.playhead.shown == 20)
    session.past.teachers.ask(1)
    asked = answered(session, qtbot)
    session.past.teachers.refine()
    answered(session, qtbot)
    assert (asked.exact.first, asked.exact.last) == (1, 20)


def test_a_hand_in_the_weights_is_said_and_a_new_document_forgets(session, qtbot):
    from playground.session.editing.weight_targets import single

    train(qtbot, session)
    session.weights.put([single("W1", 1, 2)], np.array([[7.5]]))
    qtbot.waitUntil(lambda: float(session.live.network.params["W1"][1, 2]) == 7.5)
    session.past.teachers.ask(1)
    assert answered(session, qtbot).is_edited
