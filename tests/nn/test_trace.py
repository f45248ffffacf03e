"""Recorded passes: what happened, in which order, and that it is what the network really computes."""

from __future__ import annotations

import numpy as np
import pytest

from nn import LayerSpec, Network, NetworkSpec
from nn.trace import record


@pytest.fixture
def book_network():
    """The three-layer network of the book's chapter 3 with its weights."""
    layers = (
        LayerSpec.of("Affine", units=3),
        LayerSpec("Sigmoid"),
        LayerSpec.of("Affine", units=2),
        LayerSpec("Sigmoid"),
        LayerSpec.of("Affine", units=2),
    )
    network = Network(NetworkSpec((2,), layers, "IdentityWithLoss", "float64"))
    numbers = {
        "W1": [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]],
        "b1": [0.1, 0.2, 0.3],
        "W2": [[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]],
        "b2": [0.1, 0.2],
        "W3": [[0.1, 0.3], [0.2, 0.4]],
        "b3": [0.1, 0.2],
    }
    for name, values in numbers.items():
        network.params[name][...] = values
    return network


def test_the_network_of_the_book_layer_by_layer(book_network):
    trace = record(book_network, [1.0, 0.5], [0.0, 1.0], depth="layer")
    forward = [event for event in trace if event.phase == "forward"]
    assert [event.name for event in forward] == ["Affine1", "Sigmoid1", "Affine2", "Sigmoid2", "Affine3"]
    wanted = {
        "a1": [0.3, 0.7, 1.1],
        "z1": [0.57444252, 0.66818777, 0.75026011],
        "a2": [0.51615984, 1.21402696],
        "z2": [0.62624937, 0.7710107],
        "a3": [0.31682708, 0.69627909],
    }
    for event, (name, values) in zip(forward, wanted.items(), strict=True):
        np.testing.assert_allclose(event.outputs[name], values, rtol=1e-7)
    assert forward[0].formula == "a1 = x·W1 + b1"
    assert forward[1].formula == "z1 = 1 / (1 + exp(-a1))"


def test_the_way_back_goes_through_every_layer(book_network):
    trace = record(book_network, [1.0, 0.5], [0.0, 1.0], depth="layer")
    made = [(event.phase, event.layer, event.name, *event.outputs) for event in trace[5:]]
    assert made == [
        ("loss", None, "IdentityWithLoss", "y", "L"),
        ("backward", None, "IdentityWithLoss", "da3"),
        ("backward", 4, "Affine3", "dz2", "dW3", "db3"),
        ("backward", 3, "Sigmoid2", "da2"),
        ("backward", 2, "Affine2", "dz1", "dW2", "db2"),
        ("backward", 1, "Sigmoid1", "da1"),
        ("backward", 0, "Affine1", "dx", "dW1", "db1"),
    ]
    assert [event.index for event in trace] == list(range(12))
    assert trace[7].formula == "dz2 = da3·W3ᵀ,  dW3 = z2ᵀ·da3,  db3 = Σ da3"


def test_gradients_are_those_of_the_network_bit_for_bit(book_network):
    x, t = np.array([[1.0, 0.5], [0.2, -3.0]]), np.array([[0.0, 1.0], [1.0, 0.0]])
    last = record(book_network, x, t)[-1]
    for name, gradient in book_network.gradient(x, t).items():
        np.testing.assert_array_equal(last.values[f"d{name}"], gradient)


def test_an_event_tells_what_is_known_and_what_is_not_yet(book_network):
    trace = record(book_network, [1.0, 0.5], [0.0, 1.0], depth="layer")
    sigmoid = trace[1]
    assert {"x", "W1", "a1", "z1"} <= sigmoid.values.keys()
    assert sigmoid.not_yet[:2] == ("a2", "z2")
    assert sigmoid.not_yet[-3:] == ("dx", "dW1", "db1")
    assert trace[-1].not_yet == ()


def test_values_cannot_be_changed_and_do_not_change(book_network):
    trace = record(book_network, [1.0, 0.5], [0.0, 1.0], depth="layer")
    with pytest.raises(ValueError, match="read-only"):
        trace[0].outputs["a1"][0] = 5
    kept = trace[0].inputs["W1"].copy()
    book_network.flat_params[...] = 9
    np.testing.assert_array_equal(trace[0].inputs["W1"], kept)


def test_the_network_is_left_as_it_was():
    layers = (LayerSpec.of("Affine", units=4), LayerSpec("BatchNormalization"), LayerSpec("Dropout"))
    network = Network(NetworkSpec((3,), layers))
    before = [a.copy() for a in (network.flat_params, network.flat_grads, network.flat_state)]
    record(network, np.ones((5, 3)), np.arange(5) % 4, training=True, rng=np.random.default_rng(0))
    for now, kept in zip((network.flat_params, network.flat_grads, network.flat_state), before, strict=True):
        np.testing.assert_array_equal(now, kept)
    with pytest.raises(RuntimeError):
        network.layers["Affine1"].backward(np.ones((5, 4)))
