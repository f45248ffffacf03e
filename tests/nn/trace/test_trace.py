"""Recorded passes: what happened, in which order, and that it is what the network really computes."""

from __future__ import annotations

import numpy as np
import pytest

from nn import LayerSpec, Network, NetworkSpec
from nn.trace import estimate_memory, record


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


SIGMOID = {
    0.0: ([0, 1, 2, 0.5], [-0.25, -0.25, -0.25, 0.25]),
    1.0: ([-1, 0.36787944, 1.36787944, 0.73105858], [-0.53444665, -0.53444665, -0.19661193, 0.19661193]),
    5.0: ([-5, 0.00673795, 1.00673795, 0.99330715], [-0.98665909, -0.98665909, -0.00664806, 0.00664806]),
}


@pytest.mark.parametrize("x", SIGMOID)
def test_the_sigmoid_graph_of_the_book_circle_by_circle(x):
    """Forwards ×(-1), exp, +1 and /; backwards from an upstream gradient of 1."""
    network = Network(NetworkSpec((1,), (LayerSpec("Sigmoid"),), "IdentityWithLoss", "float64"))
    target = network.predict([[x]]) - 1  # so that the gradient by the output is 1
    trace = record(network, [[x]], target)
    forward = [event for event in trace if event.name == "Sigmoid1" and event.phase == "forward"]
    backward = [event for event in trace if event.name == "Sigmoid1" and event.phase == "backward"]
    ahead, back = SIGMOID[x]
    assert [event.symbol for event in forward] == ["×(-1)", "exp", "+", "/", ""]
    assert [event.symbol for event in backward] == ["/", "+", "exp", "×(-1)", ""]
    for event, value in zip(forward, ahead, strict=False):
        np.testing.assert_allclose(list(event.outputs.values()), [[[value]]], atol=5e-9)
    for event, value in zip(backward, back, strict=False):
        np.testing.assert_allclose(list(event.outputs.values()), [[[value]]], atol=5e-9)
        np.testing.assert_allclose(event.inputs[event.upstream] * event.local[0], [[value]], atol=5e-9)
    np.testing.assert_allclose(backward[-1].local[0], backward[-1].outputs["dx"])


def test_upstream_times_local_is_the_product(book_network):
    for event in record(book_network, [[1.0, 0.5]], [[0.0, 1.0]]):
        if event.phase == "backward" and event.symbol in {"exp", "/", "×(-1)"}:
            (product,) = event.products.values()
            np.testing.assert_array_equal(product, event.inputs[event.upstream] * event.local[0])


def test_consumers_that_are_still_to_come_are_told(book_network):
    trace = record(book_network, [[1.0, 0.5]], [[0.0, 1.0]])
    sums = [event for event in trace if any(event.pending.values())]
    assert sums == [], "every value of this network is used once"
    network = Network(NetworkSpec((2,), (LayerSpec("Swish"),), "IdentityWithLoss", "float64"))
    trace = record(network, [[1.0, 0.5]], [[0.0, 1.0]])
    made = [(event.symbol, event.pending["dx"]) for event in trace if "dx" in event.pending]
    assert made == [("×", ("x_Swish.1",)), ("×(-1)", ())]


def test_layers_of_a_node_trace_are_those_of_a_layer_trace(book_network):
    fine = [event for event in record(book_network, [1.0, 0.5], [0.0, 1.0]) if event.depth == "layer"]
    coarse = record(book_network, [1.0, 0.5], [0.0, 1.0], depth="layer")
    for one, other in zip(fine, coarse, strict=True):
        assert (one.phase, one.layer, one.name, one.formula) == (other.phase, other.layer, other.name, other.formula)
        for name, array in one.outputs.items():
            np.testing.assert_array_equal(array, other.outputs[name])


def test_a_diverged_network_is_recorded_without_a_warning():
    network = Network(NetworkSpec.mlp(3, (4,), 2))
    network.flat_params[...] = np.float32(1e38)
    trace = record(network, [[1.0, -2.0, 3.0]], [1])
    assert any(np.isnan(array).any() for event in trace for array in event.outputs.values())
    way_back = [event for event in trace if event.phase == "backward" and event.depth == "node" and event.symbol]
    assert {event.symbol for event in way_back} >= {"dot", "+", "exp"}
    assert all(len(event.local) == len(event.operands) for event in way_back), "each operand has its local derivative"
    assert any(np.isnan(slope).any() for event in way_back for slope in event.local)


def test_without_targets_there_is_no_way_back(book_network):
    assert {event.phase for event in record(book_network, [1.0, 0.5])} == {"forward"}


def test_one_image_is_a_batch_of_one():
    layers = (LayerSpec("Flatten"), LayerSpec.of("Affine", units=2))
    network = Network(NetworkSpec((1, 2, 2), layers))
    last = record(network, np.ones((1, 2, 2)), 1)[-1]
    assert last.outputs["dx"].shape == (1, 1, 2, 2)


def test_samples_that_do_not_fit_are_refused(book_network):
    with pytest.raises(ValueError, match="expects 2 inputs, got 3"):
        record(book_network, [1.0, 2.0, 3.0])


def test_a_trace_that_is_too_large_is_refused_before_it_is_recorded():
    network = Network(NetworkSpec.mlp(784, (100,), 10))
    x = np.zeros((100, 784), np.float32)
    needed = estimate_memory(network.spec, 100)
    assert record(network, x, limit=needed)
    with pytest.raises(ValueError, match=r"100 samples at node depth takes about .* fewer samples or layer depth"):
        record(network, x, limit=needed - 1)
    assert estimate_memory(network.spec, 100, "layer") < needed


@pytest.mark.parametrize("kind", ["Sigmoid", "Gelu", "BatchNormalization", "Softmax", "Dropout"])
def test_the_estimate_is_no_less_than_what_a_trace_takes(kind):
    layers = (LayerSpec.of("Affine", units=50), LayerSpec(kind), LayerSpec.of("Affine", units=10))
    network = Network(NetworkSpec((60,), layers))
    rng = np.random.default_rng(0)
    trace = record(network, rng.random((40, 60)), rng.integers(0, 10, 40), training=True, rng=rng)
    arrays = {}
    for event in trace:
        for array in [*event.inputs.values(), *event.outputs.values(), *event.products.values()]:
            base = array if array.base is None else array.base
            arrays[id(base)] = base.nbytes
    taken = sum(arrays.values())
    assert taken <= estimate_memory(network.spec, 40) <= 3 * taken
