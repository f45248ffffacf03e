"""Settings by name, and what each changes of a network and its training."""

from __future__ import annotations

import pytest

from nn.network import LayerSpec, NetworkSpec
from nn.runs.settings import changed
from nn.training import TrainingConfig

MLP = NetworkSpec.mlp(4, (6, 5), 3)
RICH = NetworkSpec(
    (4,),
    (
        LayerSpec.of("Affine", units=6),
        LayerSpec.of("BatchNormalization"),
        LayerSpec.of("Relu"),
        LayerSpec.of("Dropout"),
        LayerSpec.of("Affine", units=3),
    ),
)


def kinds(spec):
    return [layer.kind for layer in spec.layers]


def units(spec):
    return [layer.options["units"] for layer in spec.layers if layer.kind == "Affine"]


def network(settings, spec=MLP):
    return changed(spec, TrainingConfig(), settings)[0]


def training(settings, config=None):
    return changed(MLP, config or TrainingConfig(), settings)[1]


def test_hidden_layers_are_as_many_as_named_and_the_output_stays():
    assert units(network({"hidden": "9"})) == [9, 3]
    assert units(network({"hidden": "9x8x7"})) == [9, 8, 7, 3]
    assert kinds(network({"hidden": "0"})) == ["Affine"]


def test_new_hidden_layers_are_followed_by_what_follows_the_first():
    made = network({"hidden": "7x7"}, RICH)
    block = ["Affine", "BatchNormalization", "Relu", "Dropout"]
    assert kinds(made) == [*block, *block, "Affine"]


def test_an_activation_is_exchanged_in_every_place():
    assert kinds(network({"activation": "Tanh"})) == ["Affine", "Tanh", "Affine", "Tanh", "Affine"]


def test_an_option_of_a_layer_is_set_by_its_name():
    assert network({"Dropout.ratio": 0.25}, RICH).layers[3].options["ratio"] == 0.25
    made = network({"initializer": "Xavier"})
    assert {layer.options["initializer"] for layer in made.layers if layer.kind == "Affine"} == {"Xavier"}


def test_training_and_its_optimizer_are_set():
    config = training({"lr": 0.5, "optimizer": "Momentum", "optimizer.momentum": 0.8, "weight_decay": 0.01})
    assert (config.lr, config.optimizer, config.weight_decay) == (0.5, "Momentum", 0.01)
    assert config.optimizer_options["momentum"] == 0.8


def test_what_an_optimizer_does_not_have_is_left_out_for_it():
    config = training({"optimizer": "SGD", "optimizer.momentum": 0.8})
    assert config.optimizer == "SGD"
    assert "momentum" not in config.optimizer_options


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"learning_rate": 1.0}, "no setting 'learning_rate'"),
        ({"Affine.units": 4}, "no setting 'Affine.units'"),
        ({"seed": 4}, "no setting 'seed'"),
        ({"Dropout.ratio": 0.5}, "no Dropout layer, so Dropout.ratio changes nothing"),
        ({"hidden": "10x"}, "hidden is '10x'"),
        ({"hidden": "-4"}, "hidden is '-4'"),
        ({"lr": -1.0}, "lr is -1.0"),
        ({"activation": "Rellu"}, "Rellu"),
    ],
)
def test_what_changes_nothing_is_refused_by_its_name(settings, said):
    with pytest.raises((ValueError, KeyError)) as caught:
        changed(MLP, TrainingConfig(), settings)
    assert said in str(caught.value)
