"""Cuts into a network: what they change, and that they change nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from nn.editing.surgery import add_noise, prune, quantise, silence
from nn.network import Network
from nn.network.spec import LayerSpec, NetworkSpec


@pytest.fixture
def network():
    return Network(NetworkSpec.mlp(5, (4, 3), 2, activation="Sigmoid", dtype="float64"), seed=1)


def output_without(network, layer, index, x):
    """Work out by hand what the network says when the outputs of one neuron are 0."""
    values = x.copy()
    if layer == -1:
        values[:, index] = 0
    for number, each in enumerate(network.layers.values()):
        values = each.forward(values)
        if number == layer:
            values[:, index] = 0
    return values


@pytest.mark.parametrize(("layer", "index"), [(-1, 2), (1, 0), (1, 3), (3, 1), (4, 1)])
def test_a_silenced_neuron_gives_what_a_zero_in_its_place_gives(network, layer, index):
    x = np.random.default_rng(2).standard_normal((6, 5))
    expected = output_without(network, layer, index, x)

    for name, values in silence(network.spec, network.params, layer, index).items():
        network.params[name][...] = values

    np.testing.assert_allclose(network.predict(x), expected, rtol=1e-14)


def test_the_affine_layer_and_its_activation_name_the_same_neuron(network):
    by_sum = silence(network.spec, network.params, 0, 2)
    by_activation = silence(network.spec, network.params, 1, 2)

    assert list(by_sum) == list(by_activation) == ["W2"]
    np.testing.assert_array_equal(by_sum["W2"], by_activation["W2"])


def test_silencing_leaves_the_given_weights_alone(network):
    before = network.flat_params.copy()
    silence(network.spec, network.params, 1, 0)
    np.testing.assert_array_equal(network.flat_params, before)


@pytest.mark.parametrize(("layer", "index", "message"), [(5, 0, "no layer 5"), (0, 4, "has 4"), (-1, 5, "has 5")])
def test_a_neuron_that_does_not_exist_is_named(network, layer, index, message):
    with pytest.raises(IndexError, match=message):
        silence(network.spec, network.params, layer, index)


def test_a_network_without_affine_layers_has_nothing_to_switch_off():
    spec = NetworkSpec((3,), (LayerSpec("Relu"),))
    with pytest.raises(IndexError, match="no affine layer"):
        silence(spec, {}, 0, 0)


def test_prune_takes_the_smallest_sizes():
    values = np.float32([[0.5, -0.1], [-3.0, 0.2]])

    np.testing.assert_array_equal(prune(values, 0.5), np.float32([[0.5, 0], [-3.0, 0]]))
    np.testing.assert_array_equal(prune(values, 0), values)
    assert not prune(values, 1).any()
    assert values[0, 1] == np.float32(-0.1)


def test_prune_counts_exactly_even_among_equals():
    assert np.count_nonzero(prune(np.ones((10, 10), np.float32), 0.37)) == 63


@pytest.mark.parametrize("share", [-0.1, 1.1, np.nan])
def test_prune_refuses_what_is_no_share(share):
    with pytest.raises(ValueError, match="share to prune"):
        prune(np.ones(3), share)


def test_noise_has_its_spread_and_its_seed():
    values = np.full((200, 200), 2, np.float32)

    noisy = add_noise(values, 0.1, np.random.default_rng(3))

    assert noisy.dtype == np.float32
    assert noisy.mean() == pytest.approx(2, abs=0.002)
    assert noisy.std() == pytest.approx(0.1, rel=0.02)
    np.testing.assert_array_equal(noisy, add_noise(values, 0.1, np.random.default_rng(3)))


@pytest.mark.parametrize("std", [-1, np.nan])
def test_noise_refuses_a_spread_that_is_none(std):
    with pytest.raises(ValueError, match="standard deviation"):
        add_noise(np.ones(3), std, np.random.default_rng(0))


@pytest.mark.parametrize("bits", [2, 3, 8])
def test_quantised_numbers_are_few_near_and_symmetric(bits):
    values = np.random.default_rng(4).standard_normal((60, 60)).astype(np.float32)

    rounded = quantise(values, bits)

    step = np.abs(values).max() / (2 ** (bits - 1) - 1)
    assert len(np.unique(rounded)) <= 2**bits - 1
    assert np.abs(rounded - values).max() <= step / 2 * 1.0001
    assert np.abs(rounded).max() == np.abs(values).max()
    np.testing.assert_array_equal(quantise(-values, bits), -rounded)


def test_quantising_keeps_zeros_and_what_is_not_finite():
    np.testing.assert_array_equal(quantise(np.zeros(4), 2), np.zeros(4))
    np.testing.assert_array_equal(quantise(np.array([np.nan, np.inf, 1.0]), 4), [np.nan, np.inf, 1.0])


@pytest.mark.parametrize("bits", [1, 17])
def test_quantise_names_its_limits(bits):
    with pytest.raises(ValueError, match=f"{bits} bits; choose from 2 to 16"):
        quantise(np.ones(3), bits)
