"""Edits of weights: one undo step each, on paused training, exact."""

from __future__ import annotations

import numpy as np
import pytest

from nn.network import Network, NetworkSpec
from nn.training import BatchFeed
from playground.session.session import Session


@pytest.fixture
def trained(qtbot, session: Session):
    """Give a session that has trained three iterations."""
    for _ in range(3):
        session.control.step_iteration()
        qtbot.waitUntil(lambda: not session.control.is_busy)
    return session


def params(session):
    network = Network(session.document.state.spec, None)
    network.load(session.document.state.checkpoint.params)
    return network.params


def test_one_number_changes_and_undo_brings_it_back(trained):
    before = params(trained)
    trained.weights.set_cells("Set W2[3, 4]", "W2", (3, 4), 0.25)
    after = params(trained)
    assert after["W2"][3, 4] == np.float32(0.25)
    after["W2"][3, 4] = before["W2"][3, 4]
    assert all(np.array_equal(after[name], before[name]) for name in before)
    assert trained.document.state.checkpoint.iteration == 3
    trained.document.undo()
    assert np.array_equal(params(trained)["W2"], before["W2"])


def test_a_drag_is_one_step(trained):
    for value in (0.1, 0.2, 0.3):
        trained.weights.set_cells("Set b1[0]", "b1", 0, value, merge_key="drag 1")
    trained.document.undo()
    assert params(trained)["b1"][0] != np.float32(0.2)
    assert trained.document.undo_text == "Train 1 iteration"


def test_what_changes_nothing_is_no_step(trained):
    trained.weights.set("Same", {"W1": params(trained)["W1"]})
    assert trained.document.undo_text == "Train 1 iteration"


def test_an_edit_pauses_training_says_so_and_meets_the_newest_weights(qtbot, session):
    said = []
    session.status.connect(said.append)
    session.control.train()
    qtbot.waitUntil(lambda: session.run.is_running and session.live.network.params["b1"].any())
    session.weights.set_cells("Set", "b1", 0, 0.5)
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert session.document.undo_text == "Set"
    assert "paused" in said[-1]
    assert params(session)["b1"][0] == 0.5
    assert params(session)["b1"][1:].any()  # what was learned up to the pause is there
    until = session.document.state.checkpoint.iteration
    session.control.train()
    qtbot.waitUntil(lambda: session.run.is_running)
    assert session.run.until == 20 * 600 > until


@pytest.mark.parametrize(
    ("name", "value", "error", "message"),
    [
        ("W9", np.zeros(3), KeyError, "W1, b1, W2"),
        ("W1", np.zeros((3, 3)), ValueError, r"W1 has shape \(784, 100\), got \(3, 3\)"),
    ],
)
def test_what_does_not_fit_is_refused(session, name, value, error, message):
    with pytest.raises(error, match=message):
        session.weights.set("No", {name: value})
    assert not session.document.can_undo


def test_the_same_seed_gives_the_same_numbers(trained):
    fresh = Network(trained.document.state.spec, 0).params
    trained.weights.reinitialize((2,), "He", seed=0)
    now = params(trained)
    assert np.array_equal(now["W2"], fresh["W2"])
    assert not np.array_equal(now["W1"], fresh["W1"])
    checkpoint = trained.document.state.checkpoint
    memory = Network(trained.document.state.spec, None)
    memory.load(checkpoint.memory["M"])
    assert not memory.params["W2"].any()
    assert memory.params["W1"].any()
    assert checkpoint.iteration == 3


def test_all_layers_drawn_anew_begin_training_anew(trained):
    trained.weights.reinitialize(None, "std", 1.0, seed=7)
    state = trained.document.state
    assert state.checkpoint.iteration == 0
    assert state.history == ()
    assert state.config.seed == 7
    assert params(trained)["W1"].std() == pytest.approx(1, rel=0.02)
    assert [layer.options["initializer"] for layer in state.spec.layers if "initializer" in layer.options] == [
        "std"
    ] * 3


def test_it_remembers_where_training_began(trained):
    fresh = Network(trained.document.state.spec, 0).params
    assert np.array_equal(trained.weights.start["W1"], fresh["W1"])
    assert not np.array_equal(params(trained)["W1"], fresh["W1"])
    trained.editing.edit_spec("Other", NetworkSpec.mlp(784, (5,), 10))
    assert trained.weights.start["W1"].shape == (784, 5)


def test_the_gradient_is_that_of_the_next_batch(trained):
    state, data = trained.document.state, trained.library.data
    network = Network(state.spec, None)
    network.load(state.checkpoint.params)
    feed = BatchFeed(network, data, state.config)
    x, targets = feed.batch(4)
    expected = network.gradient(x, targets.argmax(axis=1))
    got = trained.weights.gradient()
    assert got.keys() == expected.keys()
    assert all(np.allclose(got[name], expected[name], atol=1e-7) for name in got)
