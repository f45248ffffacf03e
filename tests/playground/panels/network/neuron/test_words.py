"""The card of a neuron says every step of its arithmetic."""

from __future__ import annotations

import numpy as np

from nn.inspection.account import account_of
from nn.inspection.columns import Place, columns_of
from nn.network import Network
from nn.network.spec import LayerSpec, NetworkSpec
from playground.panels.network.neuron.words import NeuronWords
from playground.session.looking.difference import named
from playground.session.looking.observation import observe
from playground.session.looking.sample import Sample


def account(network, x, place):
    observation = observe(network, Sample(np.array(x, network.flat_params.dtype)))
    return account_of(columns_of(network.spec), network.spec, named(observation), network.params, place)


def test_every_layer_says_its_step(qapp):
    of = LayerSpec.of
    layers = (of("Flatten"), of("Affine", units=4), of("BatchNormalization"), of("Relu"), of("Dropout"))
    network = Network(NetworkSpec((1, 3, 3), (*layers, of("Affine", units=2))), 0)
    found = account(network, np.ones((1, 1, 3, 3)), Place(1, 2))
    assert [step.layer for step in found.steps] == ["BatchNormalization1", "Relu1", "Dropout1"]
    card = NeuronWords().card(found, "float32")
    assert len(card.terms) == 9
    assert card.lines[0] == "a1[2] = Σ x_Flatten[i]·W1[i, 2] + b1[2]"
    assert any("Relu1(a1_BatchNormalization[2])" in line for line in card.lines)


def test_a_softmax_looks_at_the_whole_row(qapp):
    network = Network(NetworkSpec.mlp(2, (), 3), 0)
    lines = NeuronWords().card(account(network, [[1.0, 0.5]], Place(1, 2)), "float32").lines
    assert lines[-1].startswith("y[2] = SoftmaxWithLoss(a1)[2] = ")
