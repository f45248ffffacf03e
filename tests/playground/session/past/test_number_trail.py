"""Where a number comes from: asked in the session, answered by training again, kept as a trail."""

from __future__ import annotations

import numpy as np
import pytest

from tests.playground.sessions import train

WEIGHT = ("W1", (1, 2))


@pytest.fixture
def session(qtbot, plane_session):
    session = plane_session
    session.editing.edit_config("epochs", epochs=30)
    session.looking.choose("mine")
    return session


def answered(session, qtbot):
    trail = session.past.number_trail
    qtbot.waitUntil(lambda: not trail.is_busy)
    return trail.here


def heard(signal):
    said = []
    signal.connect(said.append)
    return said


def test_a_weight_leads_to_its_updates_and_on_and_the_trail_leads_back(session, qtbot):
    train(qtbot, session)
    windows, trail, last = heard(session.window_requested), session.past.number_trail, session.run.iteration
    edits = session.document.undo_text
    trail.ask(*WEIGHT)
    here = answered(session, qtbot)
    assert windows == ["numberTrail"]
    assert (here.iteration, here.course.updates, here.course.end) == (
        last,
        last,
        float(session.live.network.params["W1"][1, 2]),
    )
    largest = here.course.largest[0]
    trail.ask_update(largest.iteration)
    update = answered(session, qtbot).update
    assert (update.before, update.after) == (largest.before, largest.after)
    assert np.abs(update.parts).max() == abs(update.parts[update.order[0]])
    trail.ask_before()
    assert answered(session, qtbot).iteration == largest.iteration - 1
    assert [(stop.is_update, stop.iteration) for stop in trail.stops] == [
        (False, last),
        (True, largest.iteration),
        (False, largest.iteration - 1),
    ]
    trail.go_back()
    trail.go_back()
    assert trail.here is here
    assert not trail.is_busy  # what was found is kept
    assert session.document.undo_text == edits


def test_what_was_given_up_can_be_found_out_later(session, qtbot):
    train(qtbot, session)
    trail = session.past.number_trail
    trail.ask(*WEIGHT)
    trail.cancel()
    assert not trail.is_busy
    assert not trail.here.is_whole
    trail.find()
    assert answered(session, qtbot).is_whole


def test_what_cannot_be_shown_is_said_before_anything_is_shown(session, qtbot):
    said, windows, trail = heard(session.status), heard(session.window_requested), session.past.number_trail
    trail.ask(*WEIGHT)
    assert "no update has changed it" in said[-1]
    train(qtbot, session)
    trail.ask("W1", (1, 9999))
    assert "the layers were changed since" in said[-1]
    trail.ask("W1", (1, 2), 0)
    assert "as it was when training began" in said[-1]
    assert (windows, trail.stops) == ([], ())


def test_an_edit_by_hand_is_said_and_a_new_document_ends_the_trail(session, qtbot):
    from playground.session.editing.weight_targets import single

    train(qtbot, session)
    session.weights.put([single("W1", 1, 2)], np.array([[7.5]]))
    qtbot.waitUntil(lambda: float(session.live.network.params["W1"][1, 2]) == 7.5)
    session.past.number_trail.ask(*WEIGHT)
    assert answered(session, qtbot).edited == 7.5
    session.past.number_trail.ask("W1", (0, 0))
    assert answered(session, qtbot).edited is None


def test_the_moment_and_the_sample_are_looked_at_without_an_edit(session, qtbot):
    train(qtbot, session)
    trail, edits = session.past.number_trail, session.document.undo_text
    trail.ask(*WEIGHT)
    iteration = answered(session, qtbot).course.largest[0].iteration
    trail.ask_update(iteration)
    row = int(answered(session, qtbot).update.rows[3])
    trail.look_at(row)
    qtbot.waitUntil(lambda: session.past.playhead.is_exact)
    assert session.past.playhead.shown == iteration - 1
    assert session.looking.is_past or iteration == session.run.iteration + 1
    assert session.looking.sample.origin == f"train {row}"
    assert session.document.undo_text == edits


def test_the_debugger_opens_the_update_without_an_edit(session, qtbot):
    train(qtbot, session)
    trail, last, state = session.past.number_trail, session.run.iteration, session.document.state
    trail.ask(*WEIGHT)
    answered(session, qtbot)
    trail.ask_update(last - 5)
    update = answered(session, qtbot).update
    trail.step_through(int(update.rows[update.order[0]]))
    qtbot.waitUntil(lambda: session.debugger.stepped.iteration == last - 5)
    assert session.debugger.stepped.row == update.order[0]
    assert session.debugger.element.name == "dW1"
    assert session.debugger.cursor == len(session.debugger.trace)
    assert session.document.state is state
    trail.step_through()
    assert (session.debugger.stepped.row, session.debugger.stepped.iteration) == (None, last - 5)
    assert session.document.state is state
