"""Filters that come and go: what is left of a convolutional network computes what it did."""

from __future__ import annotations

import numpy as np
import pytest

from nn.editing import architecture as edits
from nn.editing.surgery import silence
from nn.editing.transplant import transplant
from nn.network import LayerSpec, Network, NetworkSpec
from nn.training import Checkpoint

LAYERS = (
    LayerSpec.of("Convolution", filters=4, size=3),
    LayerSpec.of("BatchNormalization"),
    LayerSpec.of("Relu"),
    LayerSpec.of("Pooling"),
    LayerSpec.of("Convolution", filters=3, size=2),
    LayerSpec.of("Tanh"),
    LayerSpec.of("Affine", units=2),
)
SPEC = NetworkSpec((2, 10, 8), LAYERS, dtype="float64")
FILTERS = pytest.mark.parametrize("layer", [0, 4])


@pytest.fixture
def learned(rng):
    network = Network(SPEC, 3)
    network.flat_params += 0.1 * rng.standard_normal(network.flat_params.shape)
    network.flat_state[...] = rng.uniform(0.5, 1.5, network.flat_state.shape)
    memory = {"v": rng.standard_normal(network.flat_params.shape)}
    return Checkpoint(7, network.flat_params.copy(), network.flat_state.copy(), memory, "Momentum")


@pytest.fixture
def x(rng):
    return rng.standard_normal((5, *SPEC.input_shape))


def after(edit, checkpoint, seed=9):
    network = Network(edit.spec, None)
    kept = transplant(edit, checkpoint, seed)
    network.load(kept.params, kept.state)
    return network, kept


def loaded(checkpoint):
    network = Network(SPEC, None)
    network.load(checkpoint.params, checkpoint.state)
    return network


@FILTERS
def test_a_filter_taken_out_is_one_that_nobody_hears(layer, learned, x):
    removed, kept = after(edits.remove_neuron(SPEC, layer, 1), learned)
    silenced = loaded(learned)
    place = 1 * int(np.prod(SPEC.plans[layer].output[1:])) + 5  # any of its places
    for name, values in silence(SPEC, silenced.params, layer, place).items():
        silenced.params[name][...] = values
    np.testing.assert_allclose(removed.predict(x), silenced.predict(x), rtol=1e-12)
    assert removed.spec.layers[layer].options["filters"] == SPEC.layers[layer].options["filters"] - 1
    assert len(kept.memory["v"]) == removed.spec.parameters
    assert kept.iteration == 7


@FILTERS
def test_a_filter_in_another_place_changes_nothing(layer, learned, x):
    moved, _ = after(edits.move_neuron(SPEC, layer, 0, 2), learned)
    np.testing.assert_allclose(moved.predict(x), loaded(learned).predict(x), rtol=1e-12)


@FILTERS
def test_a_filter_that_was_added_and_taken_out_leaves_every_number(layer, learned):
    grown = edits.add_neuron(SPEC, layer, 1)
    _, between = after(grown, learned)
    _, back = after(edits.remove_neuron(grown.spec, layer, 1), between)
    np.testing.assert_array_equal(back.params, learned.params)
    np.testing.assert_array_equal(back.state, learned.state)
    np.testing.assert_array_equal(back.memory["v"], learned.memory["v"])


def test_a_larger_filter_keeps_the_smaller_one_in_its_corner(learned):
    larger = LayerSpec.of("Convolution", filters=4, size=5, pad=1)
    network, _ = after(edits.change_layer(SPEC, 0, larger), learned)
    np.testing.assert_array_equal(network.params["W1"][:, :, :3, :3], loaded(learned).params["W1"])


def test_a_convolution_on_a_row_takes_it_as_a_picture():
    spec = NetworkSpec.mlp(784, (20,), 10)
    edit = edits.insert_layers(spec, 0, [LayerSpec.of("Convolution", filters=2, same=True)])
    assert edit.spec.input_shape == (1, 28, 28)
    assert edit.spec.plans[1].params["W"] == (2 * 784, 20)
    with pytest.raises(ValueError, match=r"Convolution1 gets samples of shape \(20,\) from Affine1"):
        edits.insert_layers(spec, 1, [LayerSpec.of("Convolution")])


def test_a_network_of_the_book_is_built_in_the_place_of_another():
    edit = edits.build(NetworkSpec.mlp(784, (100,), 26), "SimpleConvNet")
    assert edit.spec.outputs == 26
    assert [layer.kind for layer in edit.spec.layers][:3] == ["Convolution", "Relu", "Pooling"]
