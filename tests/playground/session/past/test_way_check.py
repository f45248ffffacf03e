"""A document that was trained elsewhere: said, and compared at every moment that is kept."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.replay import Way
from nn.replay.surroundings import Surroundings
from playground.session.document.kept_way import KeptWay
from tests.playground.sessions import train


@pytest.fixture
def session(qtbot, plane_session):
    train(qtbot, plane_session, epochs=30)
    return plane_session


def elsewhere(session, bend=0.0):
    """Return the way as a file from another machine has it, with one kept number moved."""
    leg = session.timeline.way.legs[0]
    first, middle, *rest = leg.checkpoints
    params = middle.params.copy()
    params[5] += np.float32(bend)
    checkpoints = (first, replace(middle, params=params), *rest)
    where = replace(Surroundings.here(), numpy="1.0")
    return KeptWay(Way((replace(leg, data=None, where=where, checkpoints=checkpoints),)))


def said_of(session, qtbot, kept):
    said = []
    session.status.connect(said.append)
    session.take_way(kept)
    qtbot.waitUntil(lambda: not session.past.way_check.is_busy)
    return said


def test_that_bits_may_differ_is_said_before_and_that_they_do_not_afterwards(session, qtbot):
    said = said_of(session, qtbot, elsewhere(session))
    assert "NumPy: 1.0 then" in said[0]
    assert "to the same bits" in said[-1]
    assert not session.past.way_check.may_differ


def test_the_first_kept_moment_that_is_not_found_again_is_named(session, qtbot):
    kept = elsewhere(session, bend=0.25)
    middle = kept.way.legs[0].checkpoints[1].iteration
    said = said_of(session, qtbot, kept)
    assert f"of iteration {middle:,}" in said[-1]
    assert "0.25" in said[-1]
    assert session.past.way_check.may_differ


def test_a_way_that_was_not_kept_is_told_from_one_that_never_was(session):
    assert session.timeline.why_no_past() == ""
    last = session.run.iteration
    session.timeline.expect(None)
    session.document.edit("As from a file", checkpoint=replace(session.document.state.checkpoint))
    assert f"came to iteration {last}." in session.timeline.why_no_past()
    session.document.undo()
    session.document.undo()
    assert "nothing was trained" in session.timeline.why_no_past()
