"""Activations change in a network without any weight losing its place."""

from __future__ import annotations

import pytest

from nn.network import LayerSpec, NetworkSpec
from playground.panels.activations.places import places, shared_key, with_activation, with_all_hidden
from playground.session.editing.adapting import same_parameters


def network(*kinds: str) -> NetworkSpec:
    layers = [LayerSpec.of("Affine", units=3) if kind == "Affine" else LayerSpec.of(kind) for kind in kinds]
    return NetworkSpec((4,), tuple(layers))


def kinds(spec: NetworkSpec) -> list[str]:
    return [layer.kind for layer in spec.layers]


def test_every_elementwise_layer_is_a_place():
    found = places(NetworkSpec.mlp(4, (5, 6), 2, activation="Tanh"))
    assert [(p.index, p.after, p.kind, p.is_hidden) for p in found] == [
        (1, "Affine1", "Tanh", True),
        (3, "Affine2", "Tanh", True),
    ]


def test_two_affine_layers_in_a_row_leave_a_gap():
    (gap,) = places(network("Affine", "Affine"))
    assert (gap.index, gap.after, gap.kind, gap.is_hidden) == (1, "Affine1", None, True)
    assert kinds(with_activation(network("Affine", "Affine"), gap, "Relu")) == ["Affine", "Relu", "Affine"]


def test_an_activation_goes_behind_batch_normalization_and_before_dropout():
    spec = network("Affine", "BatchNormalization", "Dropout", "Affine")
    assert [p.index for p in places(spec)] == [2]
    assert kinds(with_all_hidden(spec, "Elu")) == ["Affine", "BatchNormalization", "Elu", "Dropout", "Affine"]


def test_normalization_behind_an_activation_leaves_no_gap():
    assert [p.kind for p in places(network("Affine", "Relu", "BatchNormalization", "Affine"))] == ["Relu"]


def test_what_stands_behind_the_last_sum_is_a_place_but_not_hidden():
    before, behind = places(network("Affine", "Relu", "Affine", "Sigmoid"))
    assert (before.is_hidden, behind.is_hidden, behind.kind) == (True, False, "Sigmoid")


def test_a_network_without_sums_has_no_hidden_place():
    assert [p.is_hidden for p in places(network("Relu"))] == [False]
    assert places(network("Relu"))[0].after == "x"


def test_all_hidden_places_change_at_once_and_the_output_stays():
    spec = network("Affine", "Affine", "Relu", "Affine", "Sigmoid")
    new = with_all_hidden(spec, "LeakyRelu", {"slope": 0.2})
    assert kinds(new) == ["Affine", "LeakyRelu", "Affine", "LeakyRelu", "Affine", "Sigmoid"]
    assert new.layers[1].options["slope"] == new.layers[3].options["slope"] == 0.2
    assert kinds(with_all_hidden(new, None)) == ["Affine", "Affine", "Affine", "Sigmoid"]


@pytest.mark.parametrize("kind", ["Tanh", None])
def test_weights_keep_their_places(kind):
    spec = network("Affine", "BatchNormalization", "Relu", "Affine", "Affine")
    for place in places(spec):
        assert same_parameters(spec, with_activation(spec, place, kind))
    assert same_parameters(spec, with_all_hidden(spec, kind))


def test_the_shared_activation_is_none_when_places_differ():
    assert shared_key(NetworkSpec.mlp(4, (5, 6), 2)) == "Relu"
    assert shared_key(network("Affine", "Relu", "Affine", "Affine")) is None
    assert shared_key(network("Affine")) is None


def test_options_come_back_with_the_place():
    spec = NetworkSpec((4,), (LayerSpec.of("Affine", units=3), LayerSpec.of("Elu", alpha=2.0), LayerSpec.of("Affine")))
    assert places(spec)[0].options == {"alpha": 2.0}
