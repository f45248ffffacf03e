"""Numbers put in the place of computed ones: what follows is computed from them, and what came before stays."""

from __future__ import annotations

import numpy as np
import pytest

from nn import SGD, LayerSpec, Network, NetworkSpec
from nn.trace import Update, record

H = 1e-6


@pytest.fixture
def network():
    layers = (
        LayerSpec.of("Affine", units=3),
        LayerSpec("Sigmoid"),
        LayerSpec("BatchNormalization"),
        LayerSpec.of("Affine", units=3),
        LayerSpec("Swish"),
    )
    return Network(NetworkSpec((2,), layers, dtype="float64"), seed=4)


X, T = np.array([[1.0, 0.5], [-0.5, 2.0], [0.2, -1.0]]), np.array([0, 2, 1])


def values_of(network, overrides=None, **more):
    return record(network, X, T, training=True, overrides=overrides, **more)[-1].values


@pytest.mark.parametrize("depth", ["layer", "node"])
def test_moving_any_value_moves_the_loss_as_its_gradient_says(network, depth):
    """The numerical gradient of the loss by every value of the pass is the gradient that was recorded for it."""
    trace = record(network, X, T, training=True)
    values = trace[-1].values
    last = {made: event for event in trace for made in event.outputs}
    checked = 0
    for name in [name for name in values if f"d{name}" in values and name != "L"]:
        assert not last[f"d{name}"].pending.get(f"d{name}"), f"d{name} is not complete"
        index = tuple(int(i) for i in np.unravel_index(values[name].size // 2, values[name].shape))
        number = values[name][index]
        losses = [float(values_of(network, {(name, index): number + h}, depth=depth)["L"]) for h in (H, -H)]
        assert (losses[0] - losses[1]) / (2 * H) == pytest.approx(values[f"d{name}"][index], abs=1e-7), name
        checked += 1
    assert checked > 40


def test_a_changed_activation_goes_on_to_the_output(network):
    trace = record(network, X, T, overrides={("z1", (0, 1)): 5.0}, depth="layer")
    sigmoid = trace[1]
    assert sigmoid.outputs["z1"][0, 1] == 5
    kept = record(network, X, T, depth="layer")
    np.testing.assert_array_equal(trace[0].outputs["a1"], kept[0].outputs["a1"])
    np.testing.assert_array_equal(np.delete(sigmoid.outputs["z1"], 1), np.delete(kept[1].outputs["z1"], 1))
    assert (trace[2].outputs["z1_BatchNormalization"][0] != kept[2].outputs["z1_BatchNormalization"][0]).any()


def test_a_changed_gradient_goes_on_to_the_weights(network):
    free, bound = values_of(network), values_of(network, {("da2", (0, 0)): 0.0, ("da2", (2, 1)): 7.0})
    assert (bound["da2"][0, 0], bound["da2"][2, 1]) == (0, 7)
    np.testing.assert_array_equal(bound["L"], free["L"])
    wanted = free["z1_BatchNormalization"].T @ bound["da2"]
    np.testing.assert_allclose(bound["dW2"], wanted)


def test_changed_weights_inputs_and_targets_are_those_of_another_pass(network):
    bound = values_of(network, {("W1", (1, 2)): 0.25, ("x", (0, 0)): -3.0, ("t", (0, 0)): 0.0, ("t", (0, 1)): 1.0})
    x, t = X.copy(), T.copy()
    network.params["W1"][1, 2], x[0, 0], t[0] = 0.25, -3, 1
    wanted = network.gradient(x, t, training=True)
    for name, gradient in wanted.items():
        np.testing.assert_allclose(bound[f"d{name}"], gradient, atol=1e-15)


def test_a_changed_gradient_moves_the_update(network):
    update = Update(SGD(lr=1.0))
    free, bound = (values_of(network, o, update=update) for o in ({}, {("dW2", (1, 1)): 5.0}))
    assert bound["W2"][1, 1] == free["W2"][1, 1] + free["dW2"][1, 1] - 5
    inner = values_of(network, {("W2.1", (0, 0)): 2.0}, update=update)
    assert inner["W2"][0, 0] == network.params["W2"][0, 0] - 2


def test_the_upstream_gradient_of_the_loss_scales_all_others(network):
    free, bound = values_of(network), values_of(network, {("dL", ()): 2.0})
    np.testing.assert_allclose(bound["dW1"], 2 * free["dW1"])


def test_the_network_stays_as_it_is(network):
    before = network.flat_params.copy()
    values_of(network, {("W1", (0, 0)): 9.0})
    np.testing.assert_array_equal(network.flat_params, before)


@pytest.mark.parametrize(
    ("overrides", "error", "message"),
    [
        ({("a9", (0, 0)): 1.0}, KeyError, "no value 'a9'"),
        ({("a1", (0, 3)): 1.0}, IndexError, r"a1 has shape \(3, 3\); it has no element \[0, 3\]"),
        ({("a1", (0,)): 1.0}, IndexError, r"no element \[0\]"),
        ({("W1", (-1, 0)): 1.0}, IndexError, r"no element \[-1, 0\]"),
    ],
)
def test_what_is_not_there_cannot_be_changed(network, overrides, error, message):
    with pytest.raises(error, match=message):
        values_of(network, overrides, depth="layer")
