"""Layers stand in the column of the neurons they work on."""

from __future__ import annotations

import pytest

from nn.inspection.columns import INPUT, NetworkColumn, Place, columns_of, place_of
from nn.layers import LAYERS
from nn.network.spec import LayerSpec, NetworkSpec
from tests.kinds import OF_PICTURES, network_with

of = LayerSpec.of


def test_an_activation_belongs_to_its_affine():
    columns = columns_of(NetworkSpec.mlp(2, (3, 2), 1, activation="Sigmoid"))
    assert [column.layers for column in columns] == [(INPUT,), (0, 1), (2, 3), (4,)]
    assert [column.count for column in columns] == [2, 3, 2, 1]
    assert [column.weights for column in columns] == ["", "W1", "W2", "W3"]
    assert [column.has_activation for column in columns] == [False, True, True, False]


def test_windows_make_new_neurons_even_where_they_are_as_many():
    """Four maps of 14x14 are as many numbers as a picture of 28x28, which was drawn with them in it."""
    layers = (of("Convolution", filters=4, stride=2, pad=1), of("Relu"), of("Pooling", size=3, stride=1, pad=1))
    columns = columns_of(NetworkSpec((1, 28, 28), (*layers, of("Affine", units=10))))
    assert [column.layers for column in columns] == [(INPUT,), (0, 1), (2,), (3,)]
    assert [column.shape for column in columns[:3]] == [(1, 28, 28), (4, 14, 14), (4, 14, 14)]


def test_every_kind_of_layer_finds_a_column():
    layers = (
        of("Flatten"),
        of("Affine", units=50),
        of("BatchNormalization"),
        of("Relu"),
        of("Dropout"),
        of("Affine", units=10),
        of("Softmax"),
    )
    columns = columns_of(NetworkSpec((1, 28, 28), layers))
    assert [column.layers for column in columns] == [(INPUT, 0), (1, 2, 3, 4), (5, 6)]
    assert columns[0].picture == (28, 28)
    assert [column.has_activation for column in columns] == [False, True, True]


@pytest.mark.parametrize("kind", LAYERS)
def test_any_layer_may_stand_anywhere(kind):
    if kind in OF_PICTURES:
        layers = network_with(kind).layers
        columns = columns_of(network_with(kind))
        assert sum(len(column.layers) for column in columns) == len(layers) + 1
        return
    columns = columns_of(NetworkSpec((4,), (of(kind), of("Affine", units=3), of(kind))))
    assert sum(len(column.layers) for column in columns) == 4
    assert columns[0].layers[0] == INPUT


@pytest.mark.parametrize(
    ("shape", "picture"),
    [((784,), (28, 28)), ((28, 28), (28, 28)), ((1, 8, 12), (8, 12)), ((2,), None), ((100,), (10, 10)), ((90,), None)],
)
def test_a_picture_is_seen_in_the_shape(shape, picture):
    columns = columns_of(NetworkSpec(shape, (of("Flatten"), of("Affine", units=2))))
    assert columns[0].picture == picture


def test_a_neuron_is_found_by_any_of_its_layers():
    columns = columns_of(NetworkSpec.mlp(2, (3,), 1))
    assert place_of(columns, 1, 2) == Place(1, 2) == place_of(columns, 0, 2)
    assert place_of(columns, INPUT, 1) == Place(0, 1)
    assert place_of(columns, 0, 3) is None


def test_columns_are_made_once_for_a_network():
    spec = NetworkSpec.mlp(2, (3,), 1)
    assert columns_of(spec) is columns_of(NetworkSpec.mlp(2, (3,), 1))


def test_a_number_in_a_feature_map_is_named_as_numpy_names_it():
    maps, row = NetworkColumn((0,), 16 * 28 * 28, (16, 28, 28)), NetworkColumn((1,), 100, (100,))
    assert maps.place_text(28 * 28 + 28 * 21 + 20) == "[1, 21, 20]"
    assert row.place_text(42) == "[42]"
