"""One update by the sample that is looked at: what it changes, what it needs, and how it is taken back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.network import LayerSpec, NetworkSpec
from playground.session.looking.example import Example


@pytest.fixture
def drawn(session):
    """A session that looks at a digit which was drawn, and is said to be a 3."""
    pixels = np.random.default_rng(0).random(784, dtype=np.float32)
    pixels.flags.writeable = False
    session.looking.show_example(Example(pixels, 3, "drawn"))
    return session


@pytest.fixture
def said(session):
    texts: list[str] = []
    session.status.connect(texts.append)
    return texts


def test_one_update_lowers_the_loss_of_this_sample_and_undo_takes_it_back(drawn):
    before, loss = drawn.document.state, drawn.looking.observation.loss
    drawn.sample_training.train_once()
    after = drawn.document.state
    assert after.checkpoint.iteration == 1
    assert drawn.looking.observation.loss < loss
    assert after.history[-1].losses.tolist() == [pytest.approx(loss, rel=1e-6)]
    assert str(drawn.document.undo_text) == "Train once on this sample"
    drawn.document.undo()
    assert drawn.document.state is before


def test_it_is_the_step_that_the_optimizer_makes_of_the_gradient(drawn):
    drawn.editing.edit_config("Plain", optimizer="SGD", lr=0.5, optimizer_options={})
    network, sample = drawn.live.network, drawn.looking.sample
    gradient = network.gradient(sample.x, sample.t)["b3"].copy()
    bias = network.params["b3"].copy()
    drawn.sample_training.train_once()
    np.testing.assert_allclose(drawn.live.network.params["b3"], bias - 0.5 * gradient, rtol=1e-5, atol=1e-7)


def test_the_own_network_is_trained_whatever_is_looked_at(drawn):
    drawn.looking.choose("shipped")
    shipped = drawn.library.shipped.flat_params.copy()
    drawn.sample_training.train_once()
    assert drawn.document.state.checkpoint.iteration == 1
    assert drawn.looking.subject.is_yours_now
    assert np.array_equal(drawn.library.shipped.flat_params, shipped)


def test_without_a_target_nothing_is_trained_and_the_way_out_is_said(drawn, said):
    drawn.looking.show_example(replace(drawn.looking.example, label=None))
    drawn.sample_training.train_once()
    assert drawn.document.state.checkpoint.iteration == 0
    assert "choose its class first" in said[-1]
    drawn.looking.tell_target(7)
    assert (drawn.looking.example.label, drawn.looking.sample.t.tolist()) == (7, [7])


def test_batch_normalization_needs_more_than_one_sample_and_says_so(drawn, said):
    layers = (LayerSpec.of("Affine", units=4), LayerSpec.of("BatchNormalization"), LayerSpec.of("Affine", units=10))
    drawn.editing.edit_spec("Normalized", NetworkSpec((784,), layers))
    before = drawn.document.state
    drawn.sample_training.train_once()
    assert drawn.document.state is before
    assert "at least 2 samples" in said[-1]
