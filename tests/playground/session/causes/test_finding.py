"""The search for a cause in a session: while training runs, given up, kept, and opened as a branch."""

from __future__ import annotations

import numpy as np
import pytest

from nn.network import NetworkSpec
from nn.replay import replay
from nn.replay.check import are_same
from tests.playground.sessions import choose, train


@pytest.fixture
def session(qtbot, plane_session):
    """Give a session whose training has just been spoilt by a learning rate of 10."""
    session = plane_session
    choose(qtbot, session, "spiral")
    session.editing.edit_spec("relus", NetworkSpec.mlp(2, (12, 8), 2))
    session.editing.edit_config("setup", optimizer="SGD", optimizer_options={}, lr=0.05, epochs=60)
    train(qtbot, session)
    train(qtbot, session, lr=10.0)
    return session


def find(session, qtbot, at=None):
    session.causes.finding.look(at)
    qtbot.waitUntil(lambda: not session.control.is_busy and not session.causes.finding.is_busy)
    return session.causes.finding.found


def test_the_rate_is_found_tried_and_opened_as_a_branch(session, qtbot):
    changed = session.document.state.history[-1].first_iteration - 1
    before = session.document.state
    found = find(session, qtbot)
    assert found is not None
    assert found.edit is not None
    assert (found.edit.iteration, found.before.checkpoint.iteration) == (changed, changed)
    causes = session.causes.finding
    assert causes.state == "found"
    assert causes.updates > 0
    causes.try_suspects(3)
    qtbot.waitUntil(lambda: causes.state == "tried")
    verdict = causes.verdict
    assert (verdict.kind, verdict.by[0].kind) == ("mended", "edit")
    assert {score.tried for score in verdict.scores} == {3}
    assert causes.share_done == 1.0
    assert session.document.state is before  # nothing was edited
    causes.open(verdict.by[0])
    qtbot.waitUntil(lambda: session.document.state is not before)
    assert session.document.state.checkpoint.iteration == found.end
    kept = next(each for each in causes.courses if each.suspect.kind == "edit" and each.stream == 0)
    assert session.document.state.history[-1].losses.tolist() == kept.losses.astype(np.float32).tolist()
    way = session.timeline.way
    for done in (changed, changed + 13, found.end):
        assert are_same(replay(way.before(done), done), replay(verdict.by[0].start, done))
    assert session.document.state.checkpoint is way.end
    assert session.document.state.runs[-1].history is before.history
    assert session.document.state.run_label.fork.iteration == changed
    session.document.undo()
    assert session.document.state is before


def test_other_initial_values_are_a_branch_from_the_very_start(qtbot, plane_session):
    session = plane_session
    choose(qtbot, session, "spiral")
    session.editing.edit_spec("zeros", NetworkSpec.mlp(2, (12,), 2, initializer="zeros"))
    session.editing.edit_config("setup", optimizer="SGD", optimizer_options={}, lr=0.5, epochs=100)
    train(qtbot, session)
    found = find(session, qtbot)
    causes = session.causes.finding
    causes.try_suspects(2)
    qtbot.waitUntil(lambda: causes.state == "tried")
    drawn = next(each for each in found.suspects if each.kind == "initial")
    assert drawn in causes.verdict.by
    causes.open(drawn, "drawn")
    qtbot.waitUntil(lambda: session.document.state.run_label.name == "drawn")
    state = session.document.state
    assert {str(layer.options["initializer"]) for layer in state.spec.layers if layer.kind == "Affine"} == {"He"}
    assert state.checkpoint.iteration == found.end
    way = session.timeline.way
    assert way.legs[0].checkpoints[0].params.any()
    assert are_same(replay(way.before(40), 40), replay(drawn.on_stream(0), 40))


def test_giving_up_keeps_the_trials_that_are_over(session, qtbot):
    assert find(session, qtbot) is not None
    causes = session.causes.finding
    causes.try_suspects(20)
    qtbot.waitUntil(lambda: len(causes.courses) > 2)
    causes.cancel()
    kept = list(causes.courses)
    assert causes.state == "tried"
    assert not causes.is_busy
    assert 0 < len(kept) < 20 * len(causes.found.suspects)
    qtbot.wait(150)
    assert causes.courses == kept
    assert causes.verdict is not None
    causes.try_suspects(1)
    qtbot.waitUntil(lambda: causes.state == "tried")
    assert len(causes.courses) == len(causes.found.suspects)


def test_a_search_pauses_training_and_a_healthy_run_has_no_cause(qtbot, plane_session):
    session = plane_session
    causes = session.causes.finding
    causes.look()
    assert causes.found is None
    assert "no past" in causes.why_not
    session.editing.edit_config("epochs", epochs=100_000)
    session.control.train()
    qtbot.waitUntil(lambda: session.run.iteration > 400)
    assert find(session, qtbot) is None
    assert not session.run.is_running
    assert "Nothing went wrong" in causes.why_not


def test_the_moment_before_can_be_looked_at(session, qtbot):
    found = find(session, qtbot)
    session.causes.finding.go_to_moment()
    qtbot.waitUntil(lambda: session.past.playhead.is_exact and not session.past.playhead.is_replaying)
    done = found.before.checkpoint.iteration
    assert session.past.playhead.shown == done
    way = session.timeline.way
    assert np.array_equal(session.looking.network.flat_params, replay(way.before(done), done).params)


def test_samples_are_numbered_anew_when_the_data_change(session):
    session.editing.edit_config("without one", left_out="3")
    session.points.add((0.5, 0.5), 1)
    assert session.document.state.config.left_out == ""
    session.document.undo()
    assert session.document.state.config.left_out == "3"
    session.editing.edit_config("rate", lr=0.2)
    assert session.document.state.config.left_out == "3"


def test_whether_it_was_decided_earlier_is_looked_for(qtbot, plane_session):
    session = plane_session
    choose(qtbot, session, "spiral")
    session.editing.edit_spec("relus", NetworkSpec.mlp(2, (8, 2), 2))
    session.editing.edit_config("setup", optimizer="SGD", optimizer_options={}, lr=2.0, epochs=40)
    train(qtbot, session)
    found, causes = find(session, qtbot), session.causes.finding
    assert found.before.checkpoint.iteration > 0
    assert not causes.can_look_earlier  # nothing was tried
    causes.try_suspects(3)
    qtbot.waitUntil(lambda: causes.state == "tried")
    assert causes.can_look_earlier
    causes.look_earlier()
    qtbot.waitUntil(lambda: not causes.is_busy)
    earlier = causes.earlier
    assert earlier.streams == 2
    if earlier.found is None:
        assert causes.found is found
        before = found.before.checkpoint.iteration
        assert (earlier.open_at, earlier.good > 0, causes.state) == (before - 1, True, "tried")
    else:
        assert causes.found is earlier.found
        assert (earlier.open_at or -1) + 1 == causes.found.decided
        assert (causes.courses, causes.state) == ([], "found")
    assert causes.narrowing is None
