"""A neuron is dead when it is off for every sample, not for one."""

from __future__ import annotations

import numpy as np
import pytest

from nn.datasets import Dataset
from nn.network import LayerSpec, Network, NetworkSpec
from playground.panels.activations.dead_units import SAMPLES, dead_units
from playground.panels.activations.places import places


@pytest.fixture
def network() -> Network:
    layers = (LayerSpec.of("Affine", units=3), LayerSpec.of("Relu"), LayerSpec.of("Affine", units=2))
    made = Network(NetworkSpec((2,), layers), 0)
    made.params["W1"][...] = [[1, -1, 0], [0, 0, 0]]
    made.params["b1"][...] = [0, 0, -1]
    return made


def data(first: list[float]) -> Dataset:
    x = np.column_stack([first, np.zeros(len(first))])
    return Dataset("line", x, np.zeros(len(x), int), x, np.zeros(len(x), int), classes=("a", "b"))


def count(network: Network, first: list[float]) -> int | None:
    return dead_units(network, data(first), places(network.spec)[0], "Relu")


def test_what_is_off_for_all_samples_is_dead(network):
    assert count(network, [-1.0, 2.0]) == 1  # the last, by its bias
    assert count(network, [1.0, 2.0]) == 2  # the second sees positive numbers only


def test_the_first_samples_are_asked(network):
    assert count(network, [1.0] * SAMPLES + [-1.0]) == 2


def test_a_network_for_other_data_is_not_asked(network):
    other = Dataset("wide", np.zeros((1, 3)), np.zeros(1, int), np.zeros((1, 3)), np.zeros(1, int), classes=("a",))
    assert dead_units(network, other, places(network.spec)[0], "Relu") is None


def test_nothing_is_dead_behind_the_identity(network):
    assert dead_units(network, data([1.0]), places(network.spec)[0], "Identity") == 0


def test_a_step_that_always_puts_out_one_is_not_dead(network):
    assert dead_units(network, data([1.0, 2.0]), places(network.spec)[0], "Step") == 2
