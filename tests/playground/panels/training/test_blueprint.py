from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nn.layers import LAYERS
from nn.network import LayerSpec, NetworkSpec
from playground.panels.training.blueprint import Blueprint

ACTIVATIONS = [name for name, layer in LAYERS.items() if layer.elementwise]
BLUEPRINTS = st.builds(
    Blueprint,
    hidden=st.lists(
        st.tuples(
            st.integers(1, 300),
            st.sampled_from(ACTIVATIONS),
            st.just({}),
        ),
        max_size=4,
    ).map(tuple),
    outputs=st.integers(1, 20),
    weights=st.sampled_from([{"initializer": "He", "scale": 0.01}, {"initializer": "std", "scale": 1.0}]),
    dropout=st.sampled_from([0.0, 0.25, 0.5]),
    normalization=st.sampled_from([None, {}, {"momentum": 0.5}]),
    flatten=st.booleans(),
)


@given(BLUEPRINTS)
def test_what_is_built_is_read_again(blueprint):
    layers = blueprint.layers()
    read = Blueprint.of(NetworkSpec((12,), layers))
    assert read is not None
    assert read.layers() == layers
    assert [hidden[:2] for hidden in read.hidden] == [hidden[:2] for hidden in blueprint.hidden]


def test_the_layers_stand_in_the_order_of_the_book():
    blueprint = Blueprint(((50, "Relu", {}),), 10, dropout=0.5, normalization={})
    kinds = [layer.kind for layer in blueprint.layers()]
    assert kinds == ["Affine", "BatchNormalization", "Relu", "Dropout", "Affine"]


def test_the_network_of_the_start_is_plain():
    blueprint = Blueprint.of(NetworkSpec.mlp(784, (100, 50), 10, activation="Sigmoid", initializer="std"))
    assert [(units, name) for units, name, _ in blueprint.hidden] == [(100, "Sigmoid"), (50, "Sigmoid")]
    assert blueprint.weights == {"initializer": "std", "scale": 0.01}
    assert (blueprint.outputs, blueprint.dropout, blueprint.normalization) == (10, 0.0, None)


def test_options_of_activations_survive():
    layers = Blueprint(((5, "LeakyRelu", {"slope": 0.2}),), 2).layers()
    assert Blueprint.of(NetworkSpec((3,), layers)).hidden == ((5, "LeakyRelu", {"slope": 0.2}),)


@pytest.mark.parametrize(
    "layers",
    [
        [("Affine", {"units": 5}), ("Affine", {"units": 2})],
        [
            ("Affine", {"units": 5}),
            ("Relu", {}),
            ("Dropout", {}),
            ("Affine", {"units": 4}),
            ("Relu", {}),
            ("Affine", {"units": 2}),
        ],
        [
            ("Affine", {"units": 5, "initializer": "He"}),
            ("Relu", {}),
            ("Affine", {"units": 2, "initializer": "Xavier"}),
        ],
        [("Affine", {"units": 5}), ("Relu", {}), ("BatchNormalization", {}), ("Affine", {"units": 2})],
        [("Relu", {})],
    ],
)
def test_a_network_that_the_choices_cannot_say_has_no_blueprint(layers):
    assert Blueprint.of(NetworkSpec((3,), tuple(LayerSpec(*layer) for layer in layers))) is None


def test_a_choice_changes_its_part_only():
    plain = Blueprint(((5, "Relu", {}),), 2, {"initializer": "He", "scale": 0.01})
    assert plain.with_choice("dropout", 0.3) == replace(plain, dropout=0.3)
    assert plain.with_choice("normalization", True) == replace(plain, normalization={})
    assert plain.with_choice("normalization", True).with_choice("normalization", False) == plain
    scaled = plain.with_choice("initializer", "std").with_choice("scale", 1.0)
    assert scaled == replace(plain, weights={"initializer": "std", "scale": 1.0})
