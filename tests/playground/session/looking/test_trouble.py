"""What makes further training useless is said at once, and the change that led there can be undone."""

from __future__ import annotations

import re

import numpy as np
import pytest

from nn.network import NetworkSpec


@pytest.fixture
def session(qtbot, session):
    """Give a session with points in a plane and two layers of ReLUs that learn them."""
    session.editing.choose_dataset("spiral")
    qtbot.waitUntil(lambda: session.library.data is not None and session.document.state.dataset.name == "spiral")
    session.editing.edit_spec("relus", NetworkSpec.mlp(2, (12, 8), 2))
    session.editing.edit_config("setup", optimizer="SGD", optimizer_options={}, lr=0.05, epochs=100_000)
    session.health.changed.connect(session.health.ask)  # somebody looks
    session.health.ask()
    session.told = []
    session.trouble.changed.connect(session.told.append)
    return session


def text(session):
    return "" if session.trouble.trouble is None else str(session.trouble.trouble.text)


def train_until(qtbot, session, iteration):
    session.control.train()
    qtbot.waitUntil(lambda: session.run.iteration >= iteration)


def test_a_rate_that_kills_all_relus_is_found_and_undone_with_the_weights_of_before(qtbot, session):
    session.editing.edit_config("epochs", epochs=30)  # of three iterations: always the same weights die, or none
    session.control.train()
    qtbot.waitUntil(lambda: not session.run.is_running and session.document.state.checkpoint.iteration == 90)
    assert text(session) == ""
    session.editing.edit_config("Set learning rate", lr=10.0, epochs=100_000)
    session.control.train()
    qtbot.waitUntil(lambda: bool(re.search("All 8 neurons of Relu2 are dead", text(session))))
    changed = session.run.setups[-1][0]
    assert changed == 91
    cause = session.trouble.cause
    assert str(cause.text) == "Set learning rate"
    assert cause.before.config.lr == 0.05
    assert cause.before.checkpoint.iteration == changed - 1
    session.trouble.undo_cause()
    qtbot.waitUntil(lambda: not session.run.is_running and session.document.state.config.lr == 0.05)
    state = session.document.state
    assert state.checkpoint.iteration == changed - 1
    assert sum(len(record.losses) for record in state.history) == changed - 1
    assert text(session) == ""
    qtbot.waitUntil(lambda: session.health.is_current)
    assert session.health.found.hopeless is None
    assert text(session) == ""
    session.document.undo()  # one undo brings it back
    assert session.document.state.config.lr == 10
    assert session.document.state.checkpoint.iteration > changed


def test_what_was_set_before_training_began_is_the_cause_too(qtbot, session):
    start = session.document.state.checkpoint
    session.editing.edit_config("Set learning rate", lr=1000.0)
    session.control.train()
    qtbot.waitUntil(lambda: text(session) != "")
    session.editing.edit_config("epochs", epochs=7)  # has nothing to do with it
    session.trouble.undo_cause()
    qtbot.waitUntil(lambda: session.document.state.config.lr == 0.05)
    assert session.document.state.checkpoint is start
    assert session.document.state.history == ()


def test_a_loss_that_is_no_number_is_said_until_something_is_changed(qtbot, session):
    broken = np.array(session.document.state.checkpoint.params)
    broken[:] = 1e38
    broken.flags.writeable = False
    from dataclasses import replace

    session.document.edit("break", checkpoint=replace(session.document.state.checkpoint, params=broken))
    session.control.train()
    qtbot.waitUntil(lambda: not session.run.is_running and "training ended there" in text(session))
    assert "iteration 1:" in text(session)
    session.document.undo()
    assert text(session) == ""


def test_a_rate_of_nothing_is_told_when_the_loss_stays_at_chance(qtbot, session):
    session.editing.edit_spec("big", NetworkSpec.mlp(2, (12, 8), 2, initializer="std"))
    session.editing.edit_config("Set learning rate", lr=0.0)
    session.control.train()
    qtbot.waitUntil(lambda: "no better than a guess (ln 2)" in text(session))
    assert "learning rate is 0" in text(session)
    session.editing.edit_config("Set learning rate", lr=0.05)
    assert text(session) == ""


def test_a_network_that_learns_is_left_in_peace(qtbot, session):
    train_until(qtbot, session, 2000)
    assert session.told == []


def test_what_was_dismissed_is_not_said_again_of_the_same_weights(qtbot, session):
    session.editing.edit_config("Set learning rate", lr=1000.0)
    session.control.train()
    qtbot.waitUntil(lambda: text(session) != "")
    session.control.stop()
    qtbot.waitUntil(lambda: not session.run.is_running and session.health.is_current)
    session.trouble.dismiss()
    session.health.changed.emit()
    assert text(session) == ""


def test_a_document_that_ended_without_a_finite_loss_says_so_when_it_comes(qtbot, session):
    from dataclasses import replace

    session.editing.edit_config("rate", lr=1e30)
    session.control.train()
    qtbot.waitUntil(lambda: "training ended there" in text(session))
    broken = session.document.state
    session.trouble.dismiss()
    session.document.begin(replace(broken, history=(), checkpoint=session.document.before.checkpoint))
    assert text(session) == ""
    session.document.begin(broken)
    assert "training ended there" in text(session)
