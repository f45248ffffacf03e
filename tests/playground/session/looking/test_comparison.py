"""The subject can be compared with another network: the same sample, both answers."""

from __future__ import annotations

import numpy as np
import pytest

from nn.network import LayerSpec, Network, NetworkSpec
from playground.session.looking.example import Example


@pytest.fixture
def drawn(session):
    """Give the session a digit that is looked at."""
    pixels = np.array(session.library.data.x_test[0].reshape(-1) * session.library.data.scale, np.float32)
    pixels.flags.writeable = False
    session.looking.show_example(Example(pixels, None, "drawn"))
    return session


def test_the_same_sample_goes_through_the_other_network(drawn):
    session = drawn
    assert session.comparison.rival is None  # nobody compares
    session.comparison.open()
    rival = session.comparison.rival
    assert session.comparison.choice == "shipped"  # there was no run yet
    assert rival.sample is session.looking.sample
    assert rival.prediction.digit == 7
    session.looking.show_row(1)
    assert session.comparison.rival.prediction.digit == 2
    session.looking.choose("shipped")
    assert "what you look at" in session.comparison.obstacle("shipped")
    assert session.comparison.choice == "mine"  # they change places
    assert session.comparison.rival.network is session.live.network
    session.comparison.choose("")
    assert session.comparison.rival is None


def test_what_reset_takes_away_can_be_compared_with(qtbot, drawn):
    session = drawn
    session.comparison.open()
    assert "Reset" in session.comparison.obstacle("last")
    session.editing.edit_config("one epoch", epochs=1)
    session.control.train()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    trained = session.looking.prediction.outputs
    weights = session.document.state.checkpoint.params
    session.editing.reset_weights()
    session.comparison.choose("last")
    rival = session.comparison.rival
    np.testing.assert_array_equal(rival.network.flat_params, weights)
    np.testing.assert_allclose(rival.prediction.outputs, trained, atol=1e-6)
    assert rival.moment.updates == 600
    assert not np.allclose(session.looking.prediction.outputs, trained, atol=0.01)


def test_a_network_for_other_inputs_is_no_rival(qtbot, drawn):
    session = drawn
    session.comparison.open()
    session.editing.choose_with_recipe("xor")
    qtbot.waitUntil(lambda: session.document.state.dataset.name == "xor")
    assert session.comparison.rival is None
    assert "784" in session.comparison.obstacle("shipped") or "28" in session.comparison.obstacle("shipped")
    with pytest.raises(ValueError, match="for nobody"):
        session.comparison.choose("theirs")


def test_one_sample_goes_through_a_network_of_rows_and_one_of_pictures(drawn):
    session = drawn
    layers = (LayerSpec.of("Convolution", filters=2), LayerSpec("Relu"), LayerSpec.of("Affine", units=10))
    session.library.put_shipped(Network(NetworkSpec.mlp(784, (5,), 10), 3))
    session.editing.edit_spec("pictures", NetworkSpec((1, 28, 28), layers))
    for row, one, other in ((1, "mine", "shipped"), (2, "shipped", "mine")):
        session.looking.choose(one)
        session.looking.show_row(row)
        session.looking.choose(other)
        assert session.looking.sample.origin == f"test {row}"
        assert session.looking.sample.x.shape[1:] == session.looking.network.spec.input_shape
        session.comparison.open()
        session.comparison.choose(one)
        rival = session.comparison.rival
        np.testing.assert_array_equal(
            rival.prediction.outputs, rival.network.output(session.looking.sample.x).reshape(-1)
        )
