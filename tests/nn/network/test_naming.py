"""The names of the book, and unique ones where the book has none."""

from __future__ import annotations

import numpy as np
import pytest

from nn.layers.base import LAYERS
from nn.network import LayerSpec, Network, NetworkSpec
from nn.network.naming import layer_names, named_views, param_names, value_names
from tests.kinds import OF_ROWS, network_with


def spec_of(*kinds: str) -> NetworkSpec:
    layers = [LayerSpec.of(kind, units=3) if kind == "Affine" else LayerSpec(kind) for kind in kinds]
    return NetworkSpec((2,), (*layers, LayerSpec.of("Affine", units=2)))


def test_three_layers_have_the_books_names():
    spec = NetworkSpec.mlp(2, (3, 2), 2, activation="Sigmoid")
    assert value_names(spec) == ("x", "a1", "z1", "a2", "z2", "a3")


@pytest.mark.parametrize("kind", LAYERS)
def test_names_are_those_of_the_network(kind):
    spec = spec_of("Affine", kind, "Affine", kind) if kind in OF_ROWS else network_with(kind, repeat=2)
    network = Network(spec)
    assert layer_names(spec) == tuple(network.layers)
    named = {
        name: network.layers[layer].params[key]
        for layer, names in zip(layer_names(spec), param_names(spec), strict=True)
        for key, name in names.items()
    }
    assert named.keys() == network.params.keys()
    assert all(named[name] is network.params[name] for name in named)


def test_normalization_between_sum_and_activation_leaves_the_activation_its_name():
    assert value_names(spec_of("Affine", "BatchNormalization", "Relu", "Dropout")) == (
        "x",
        "a1",
        "a1_BatchNormalization",
        "z1",
        "z1_Dropout",
        "a2",
    )


@pytest.mark.parametrize("kind", LAYERS)
def test_every_value_has_a_name_of_its_own(kind):
    spec = network_with(kind, repeat=3)
    names = value_names(spec)
    assert len(set(names)) == len(names) == len(spec.layers) + 1


@pytest.mark.parametrize("kind", LAYERS)
def test_views_are_where_the_network_keeps_its_parameters(kind):
    network = Network(network_with(kind), 3)
    views = named_views(network.spec, network.flat_params)
    assert views.keys() == network.params.keys()
    for name, view in views.items():
        assert np.array_equal(view, network.params[name])
        assert np.shares_memory(view, network.params[name])
    with pytest.raises(ValueError, match="but the network has"):
        named_views(network.spec, network.flat_params[1:])


def test_the_first_sum_of_a_convolutional_network_is_that_of_its_filters():
    """As the book's SimpleConvNet: W1 are filters, W2 and W3 matrices."""
    layers = (
        LayerSpec.of("Convolution", filters=2),
        LayerSpec("Relu"),
        LayerSpec("Pooling"),
        LayerSpec.of("Affine", units=3),
    )
    spec = NetworkSpec((1, 6, 6), layers)
    assert value_names(spec) == ("x", "a1", "z1", "z1_Pooling", "a2")
    assert list(Network(spec).params) == ["W1", "b1", "W2", "b2"]
