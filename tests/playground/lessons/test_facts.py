from __future__ import annotations

import numpy as np
import pytest

from nn.expressions import Unavailable
from playground.lessons.facts import Facts, is_known
from playground.lessons.training_watch import TrainingWatch
from playground.session.looking.gradients import SampleGradients


@pytest.fixture
def facts(opened, session):
    def made():
        return Facts(session, opened.findChild(TrainingWatch), SampleGradients(), opened.lesson.steps[0].task)

    return made


def test_one_sample_has_no_axis_for_samples(facts):
    assert [np.shape(facts().value(name)) for name in ("x", "a1", "z1", "y", "t", "da1", "dx")] == [
        (2,), (1,), (1,), (1,), (1,), (1,), (2,),
    ]  # fmt: skip


def test_a_batch_has_one(facts, session):
    session.looking.type_sample([[1.0, 0.5], [0.0, 1.0]], [[0.0], [1.0]])
    assert [np.shape(facts().value(name)) for name in ("x", "a1", "y", "t", "da1", "dW1", "db1")] == [
        (2, 2), (2, 1), (2, 1), (2, 1), (2, 1), (2, 1), (1,),
    ]  # fmt: skip


def test_gradients_are_those_of_the_network_and_leave_it_alone(facts, session):
    network, sample = session.live.network, session.looking.sample
    grads_before = {name: grad.copy() for name, grad in network.grads.items()}
    dW1, da1, dx = (facts().value(name) for name in ("dW1", "da1", "dx"))
    for name, before in grads_before.items():
        np.testing.assert_array_equal(network.grads[name], before)
    np.testing.assert_array_equal(dW1, network.gradient(sample.x, sample.t)["W1"])
    np.testing.assert_allclose(dx, da1 @ network.params["W1"].T, rtol=1e-15)
    np.testing.assert_allclose(dW1, np.outer(sample.x[0], da1), rtol=1e-15)


def test_gradients_follow_the_weights(facts, session):
    before = facts().value("db1").copy()
    session.weights.set("Set b1", {"b1": [-3.0]})
    assert facts().value("db1") != before


def test_without_a_target_there_is_neither_loss_nor_gradient(facts, session):
    session.looking.type_sample([1.0, 0.5])
    for name in ("t", "loss", "da1", "dW1"):
        with pytest.raises(Unavailable, match=f"there is no {name} at the moment"):
            facts().value(name)


@pytest.mark.parametrize("name", ["z2", "W2", "dW2", "a7", "test_accuracy", "training_loss", "digit", "label"])
def test_what_is_not_there_is_not_available(facts, name):
    assert is_known(name)
    with pytest.raises(Unavailable):
        facts().value(name)


def test_training_is_seen_while_it_runs_and_afterwards(qtbot, facts, session):
    session.control.train()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert (facts().value("iteration"), facts().value("lr"), facts().value("parameters")) == (40, 0.5, 3)
    assert facts().value("training_loss") == pytest.approx(session.document.state.history[-1].losses[-1])
    session.document.undo()
    assert facts().value("iteration") == 0


@pytest.mark.parametrize("name", ["foo", "X", "w1", "dloss", "a", "__class__", "np"])
def test_other_names_are_not_known(name):
    assert not is_known(name)
