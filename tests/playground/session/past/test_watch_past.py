"""Watches entered after the training: their past is what a live recording would have said."""

from __future__ import annotations

import pytest

from playground.session.past.watch_past import WhatWatchSays
from playground.session.stepping.watch_reading import readings_at
from tests.playground.sessions import train


@pytest.fixture
def session(qtbot, plane_session):
    train(qtbot, plane_session, epochs=30)
    return plane_session


def test_the_whole_past_of_a_new_watch_is_read_coarsely_first(session, qtbot):
    past, shares = session.past.watch_past, []
    past.changed.connect(lambda: shares.append(past.share_done))
    session.watching.add("max(abs(W2))")
    assert past.is_busy
    qtbot.waitUntil(lambda: not past.is_busy)
    series, last = session.watching.series("max(abs(W2))"), session.document.state.checkpoint.iteration
    assert series.iterations == list(range(1, last + 2))
    for leg, checkpoint in session.timeline.way.checkpoints:
        place = series.iterations.index(checkpoint.iteration + 1)
        assert series.readings[place] == readings_at(leg.at(checkpoint), ("max(abs(W2))",))["max(abs(W2))"]
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_what_was_recorded_live_is_what_is_read_afterwards(session, qtbot):
    session.watching.add("norm(dW1)")
    qtbot.waitUntil(lambda: not session.past.watch_past.is_busy)
    session.run.set_speed(100)
    train(qtbot, session)
    recorded = session.watching.series("norm(dW1)")
    live = dict(zip(recorded.iterations, recorded.readings, strict=True))
    session.past.watch_past.read(("norm(dW1)",))
    qtbot.waitUntil(lambda: not session.past.watch_past.is_busy)
    again = dict(zip(recorded.iterations, recorded.readings, strict=True))
    assert len(again) > len(live) or len(live) == len(again)
    assert all(again[iteration] == reading for iteration, reading in live.items())


def test_it_is_given_up_when_training_goes_on_or_somebody_wants_that(session, qtbot):
    session.watching.add("mean(a1 > 0)")
    session.past.watch_past.cancel()
    assert (session.past.watch_past.is_busy, session.past.watch_past.share_done) == (False, 1.0)
    session.past.watch_past.read(("mean(a1>0)",))
    session.control.train()
    qtbot.waitUntil(lambda: not session.past.watch_past.is_busy)
    session.control.stop()
    qtbot.waitUntil(lambda: not session.control.is_busy)


def test_taking_the_training_back_takes_its_past_away(session, qtbot):
    session.watching.add("L")
    session.document.undo()
    session.document.undo()
    session.watching.add("L")
    assert not session.past.watch_past.is_busy
    assert all(iteration <= 1 for iteration in session.watching.series("L").iterations)


def test_a_watch_that_comes_later_joins_the_replay_and_nothing_that_was_read_is_read_again(session, qtbot):
    session.editing.edit_config("epochs", epochs=500)
    train(qtbot, session)
    past, first = session.past.watch_past, WhatWatchSays("norm(W1)")
    session.watching.add("norm(W1)")
    qtbot.waitUntil(lambda: session.past.asking.progress(first).covered > 20)
    told, covered = [], session.past.asking.progress(first).covered
    assert past.is_busy
    session.past.asking.found.connect(told.extend)
    session.watching.add("norm(W2)")
    qtbot.waitUntil(lambda: not session.past.watch_past.is_busy)
    each_pass = [found for found in told if not found.is_kept]
    again = [found.iteration for found in each_pass if first in found.answers]
    assert min(again, default=covered + 1) > covered
    assert session.watching.recorder.series("norm(W2)").iterations == list(range(1, session.run.iteration + 2))
    both = [found for found in each_pass if len(found.answers) == 2]
    assert both


def test_a_way_that_is_left_takes_what_was_read_of_it_with_it(session, qtbot):
    past = session.past.watch_past
    session.watching.add("norm(W1)")
    qtbot.waitUntil(lambda: not past.is_busy)
    series, last = session.watching.recorder.series("norm(W1)"), session.run.iteration
    before = dict(zip(series.iterations, series.readings, strict=True))
    session.past.playhead.go(40)
    qtbot.waitUntil(lambda: not session.past.playhead.is_replaying)
    session.past.playhead.go_on_from_here()
    session.editing.edit_config("lr", lr=0.3)
    train(qtbot, session)
    session.past.watch_past.read(("norm(W1)",))
    qtbot.waitUntil(lambda: not session.past.watch_past.is_busy)
    now = dict(zip(series.iterations, series.readings, strict=True))
    assert all(now[each] == before[each] for each in range(1, 41))
    assert all(now[each] != before[each] for each in range(45, last))
