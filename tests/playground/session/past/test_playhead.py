"""The playhead: every moment of a run can be looked at, to the bit, and looking at it edits nothing."""

from __future__ import annotations

import numpy as np
import pytest

from nn.replay import replay
from playground.session.past.playhead import Playhead
from playground.session.session import Session
from tests.playground.sessions import train


@pytest.fixture
def session(qtbot, plane_session):
    """Give a session with points in a plane and a small network, trained for some hundred iterations."""
    train(qtbot, plane_session, epochs=30)
    return plane_session


def arrive(playhead: Playhead, qtbot, iteration: int) -> None:
    playhead.go(iteration)
    qtbot.waitUntil(lambda: not playhead.is_replaying)
    assert playhead.shown == iteration


def params_at(session: Session, iteration: int):
    way = session.timeline.way
    return replay(way.before(iteration), iteration).params


def test_every_panel_is_shown_the_moment_that_was_asked_for(session, qtbot):
    playhead, looking, document = session.past.playhead, session.looking, session.document
    before, can_undo, undo_text = document.state, document.can_undo, document.undo_text
    moments = []
    looking.moment_changed.connect(lambda moment: moments.append(moment.updates))
    for iteration in (0, 7, 33, playhead.last - 1):
        arrive(playhead, qtbot, iteration)
        assert np.array_equal(looking.network.flat_params, params_at(session, iteration))
        assert (looking.subject.name, looking.subject.is_yours_now) == ("mine", False)
        assert moments[-1] == iteration
    assert (document.state, document.can_undo, document.undo_text) == (before, can_undo, undo_text)
    playhead.to_now()
    assert looking.subject.is_yours_now
    assert np.array_equal(looking.network.flat_params, before.checkpoint.params)
    assert (playhead.position, playhead.shown) == (None, playhead.last)


def test_the_nearest_kept_moment_is_seen_at_once(session):
    playhead, way = session.past.playhead, session.timeline.way
    kept = [checkpoint.iteration for _, checkpoint in way.checkpoints]
    wanted = next(each for each in range(1, way.last) if each not in kept)
    playhead.go(wanted)
    assert playhead.shown == min(kept, key=lambda each: (abs(each - wanted), -each))
    assert playhead.is_replaying
    assert not playhead.is_exact
    playhead.cancel()
    assert playhead.position == playhead.shown


def test_an_edit_of_a_moment_of_the_past_is_refused_and_training_leads_back_to_now(session, qtbot):
    playhead, said = session.past.playhead, []
    session.status.connect(said.append)
    arrive(playhead, qtbot, 20)
    assert not session.looking.may_edit()
    assert "Go on from here" in said[-1]
    session.editing.edit_config("lr", lr=0.02)
    assert (playhead.position, session.looking.is_past) == (None, False)
    assert "as it is now" in said[-1]
    arrive(playhead, qtbot, 20)
    session.control.step_iteration()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert session.looking.subject.is_yours_now


def test_going_on_from_a_moment_is_one_edit_with_the_settings_of_then(session, qtbot):
    playhead, document = session.past.playhead, session.document
    first = document.state
    session.editing.edit_config("lr", lr=0.5)
    train(qtbot, session)
    last, way = document.state, session.timeline.way
    arrive(playhead, qtbot, 20)
    wanted = params_at(session, 20)
    playhead.go_on_from_here()
    state = document.state
    assert (state.checkpoint.iteration, state.config.lr) == (20, first.config.lr)
    assert np.array_equal(state.checkpoint.params, wanted)
    assert sum(len(record.losses) for record in state.history) == 20
    assert session.looking.subject.is_yours_now
    assert session.timeline.way.last == 20
    document.undo()
    assert document.state is last
    assert session.timeline.way.last == way.last


def test_the_past_before_an_edit_of_the_layers_can_be_looked_at(session, qtbot):
    playhead, document = session.past.playhead, session.document
    before = document.state
    session.architecture.add_neuron(0)
    qtbot.waitUntil(lambda: document.state.spec != before.spec)
    assert session.timeline.first is None
    train(qtbot, session)
    arrive(playhead, qtbot, 15)
    assert playhead.first == 0
    assert session.looking.network.spec == before.spec
    assert np.array_equal(session.looking.network.flat_params, params_at(session, 15))


def test_looking_back_while_training_goes_on(session, qtbot):
    playhead = session.past.playhead
    session.editing.edit_config("epochs", epochs=100_000)
    session.control.train()
    qtbot.waitUntil(lambda: session.run.is_running and session.run.iteration > playhead.first + 400)
    arrive(playhead, qtbot, 30)
    reached = session.run.iteration
    qtbot.waitUntil(lambda: session.run.iteration > reached + 50)
    assert session.looking.subject.moment.updates == 30
    session.control.stop()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert session.looking.subject.moment.updates == 30


def test_playing_goes_through_the_past_and_comes_to_now(session, qtbot):
    playhead, seen = session.past.playhead, []
    session.looking.moment_changed.connect(lambda moment: seen.append(moment.updates))
    for _ in range(10):
        playhead.change_speed(1)
    playhead.play()
    assert playhead.is_playing
    qtbot.waitUntil(lambda: not playhead.is_playing)
    assert seen[0] == 0
    assert seen[-1] == playhead.last
    assert seen == sorted(seen)
    assert len(seen) > 4


def test_undo_takes_a_moment_of_the_future_away(session, qtbot):
    playhead = session.past.playhead
    arrive(playhead, qtbot, 40)
    session.document.undo()
    assert playhead.position is None
    assert not playhead.has_past
    playhead.go(5)
    assert playhead.position is None
