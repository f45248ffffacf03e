"""What ails a layer: how many of its neurons are dead, saturated, without gradient, or no numbers any more."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn.breakpoints import Condition, Facts
from nn.datasets import Dataset
from nn.inspection.layer_health import SAMPLES, Ailment, Probe, felt_rate, fits
from nn.network import LayerSpec, Network, NetworkSpec
from nn.training import TrainingConfig

AFFINE = "Affine"


def made(*layers: LayerSpec, inputs: int = 2, **options: object) -> Network:
    return Network(NetworkSpec((inputs,), layers, **options), 0)


def data(x: list[list[float]], t: list[int], classes: int = 2) -> Dataset:
    rows, labels = np.array(x, float), np.array(t)
    return Dataset("made", rows, labels, rows, labels, classes=tuple("abcdefghij"[:classes]))


def look(network: Network, given: Dataset):
    return Probe(network.spec, given).look(network.flat_params, network.flat_state, 7)


@pytest.fixture
def relus() -> Network:
    network = made(LayerSpec.of(AFFINE, units=3), LayerSpec.of("Relu"), LayerSpec.of(AFFINE, units=2))
    network.params["W1"][...] = [[1, -1, 0], [0, 0, 0]]
    network.params["b1"][...] = [0, 0, -1]
    return network


def test_what_is_off_for_all_samples_is_dead(relus):
    apart = look(relus, data([[-1, 0], [2, 0]], [0, 1]))
    assert apart.dead == {1: 1}  # the last, by its bias
    assert apart.layers[1].counts["dead"] == 1
    assert look(relus, data([[1, 0], [2, 0]], [0, 1])).dead == {1: 2}  # the second sees positive numbers only


def test_rows_are_taken_from_everywhere_for_they_may_be_sorted(relus):
    sorted_rows = data([[1, 0]] * 500 + [[-1, 0]] * 500, [0] * 500 + [1] * 500)
    assert look(relus, sorted_rows).dead == {1: 1}
    assert look(relus, sorted_rows).samples == SAMPLES


def test_a_step_that_always_puts_out_one_is_not_dead():
    network = made(LayerSpec.of(AFFINE, units=3), LayerSpec.of("Step"), LayerSpec.of(AFFINE, units=2))
    network.params["b1"][...] = [99, -99, 99]
    assert look(network, data([[1, 0]], [0])).dead == {1: 1}


def test_a_layer_without_a_living_neuron_is_hopeless_and_the_breakpoint_sees_the_same(relus):
    relus.params["b1"][...] = -99
    found = look(relus, data([[1, 0], [0, 1]], [0, 1]))
    assert found.layers[1].ailment == Ailment("dead", 3, 3)
    assert found.hopeless is found.layers[1]
    z1 = np.maximum(np.array([[1, 0], [0, 1]]) @ relus.params["W1"] + relus.params["b1"], 0)
    finding = Condition.of("dead", share=1.0).look(Facts(relus.spec, {"z1": z1}))
    assert finding is not None
    assert finding.numbers["share"] == 1


def test_a_layer_behind_zeros_is_not_blamed(relus):
    relus.params["b1"][...] = -99
    last = look(relus, data([[1, 0], [0, 1]], [0, 1])).layers[2]
    assert last.ailment is None
    assert last.gradient == 0


def test_a_few_dead_neurons_are_not_worth_telling():
    network = made(LayerSpec.of(AFFINE, units=10), LayerSpec.of("Relu"), LayerSpec.of(AFFINE, units=2))
    network.params["b1"][...] = 1
    network.params["W1"][...] = 0
    network.params["b1"][:2] = -1
    layer = look(network, data([[1, 0]], [0])).layers[1]
    assert layer.counts["dead"] == 2
    assert layer.ailment is None
    assert layer.stuck == pytest.approx(0.2)


def test_a_neuron_at_an_end_for_nearly_all_samples_is_saturated():
    network = made(LayerSpec.of(AFFINE, units=2), LayerSpec.of("Sigmoid"), LayerSpec.of(AFFINE, units=2))
    network.params["W1"][...] = [[50, 0.1], [0, 0]]
    found = look(network, data([[1, 0], [-1, 0], [2, 0]], [0, 1, 0]))
    assert found.layers[1].ailment == Ailment("saturated", 1, 2)
    assert found.hopeless is None  # it learns badly, but it learns
    assert found.layers[1].activity == pytest.approx((2 / 3 + 0.517) / 2, abs=0.02)


def test_the_gradient_of_many_sigmoids_in_a_row_vanishes():
    layers = [each for _ in range(7) for each in (LayerSpec.of(AFFINE, units=20), LayerSpec.of("Sigmoid"))]
    network = made(*layers, LayerSpec.of(AFFINE, units=2))
    found = look(network, data([[1, 0], [0, 1], [1, 1]], [0, 1, 0]))
    first = found.layers[1]
    assert first.ailment is not None
    assert first.ailment.kind == "vanished"
    assert found.layers[-1].ailment is None
    names = Facts(
        network.spec,
        {
            "W1": network.params["W1"],
            "dW1": network.gradient([[1, 0], [0, 1], [1, 1]], [0, 1, 0], training=False)["W1"],
        },
    )
    assert first.gradient == pytest.approx(names.statistic("dW1", "norm") / names.statistic("W1", "norm"), rel=1e-5)


def test_small_gradients_of_what_has_learned_are_no_ailment():
    network = made(LayerSpec.of(AFFINE, units=2))
    network.params["W1"][...] = [[40, -40], [-40, 40]]
    layer = look(network, data([[1, 0], [0, 1]], [0, 1])).layers[1]
    assert layer.gradient < 1e-9
    assert layer.ailment is None


def test_a_gradient_that_dwarfs_the_weights_has_exploded():
    network = made(LayerSpec.of(AFFINE, units=2), inputs=1, loss="IdentityWithLoss")
    x = np.array([[100.0], [-100.0]])
    given = Dataset("line", x, np.array([[1.0, 0], [0, 1]]), x, np.array([[1.0, 0], [0, 1]]))
    assert look(network, given).layers[1].ailment.kind == "exploded"


@pytest.mark.parametrize("config", [TrainingConfig(optimizer="Adam", lr=0.1), TrainingConfig(optimizer="SGD", lr=1e-6)])
def test_what_an_update_makes_nothing_of_has_not_exploded(config):
    """A head said "1 of 10 explode" while Adam trained SimpleConvNet well, whose weights begin at 0.01."""
    network = made(LayerSpec.of(AFFINE, units=2), inputs=1, loss="IdentityWithLoss")
    x = np.array([[100.0], [-100.0]])
    given = Dataset("line", x, np.array([[1.0, 0], [0, 1]]), x, np.array([[1.0, 0], [0, 1]]))
    probe = Probe(network.spec, given, felt_rate(config))
    assert probe.look(network.flat_params, network.flat_state, 7).layers[1].ailment is None


def test_numbers_that_are_none_come_first():
    network = made(LayerSpec.of(AFFINE, units=4), LayerSpec.of("Relu"), LayerSpec.of(AFFINE, units=2))
    network.params["W1"][0, 1] = math.nan
    found = look(network, data([[1, 0], [0, 1]], [0, 1]))
    assert found.layers[1].ailment == Ailment("not_finite", 1, 4)
    assert found.hopeless is found.layers[1]


@pytest.mark.parametrize(("classes", "inputs"), [(3, 2), (2, 3)])
def test_other_data_do_not_fit(classes, inputs):
    other = data([[0.0] * inputs], [0], classes)
    assert not fits(made(LayerSpec.of(AFFINE, units=2)).spec, other)


def test_a_filter_is_dead_where_its_whole_picture_is_also_before_a_pooling():
    layers = (LayerSpec.of("Convolution", filters=2, size=3), LayerSpec.of("Relu"), LayerSpec.of("Pooling"))
    spec = NetworkSpec((1, 6, 6), (*layers, LayerSpec.of("Affine", units=2)), "SoftmaxWithLoss")
    network = Network(spec, seed=0)
    network.params["W1"][...] = 1
    network.params["b1"][...] = [-1e3, -4]  # the second answers where four pixels and more are on
    corner = np.zeros((6, 6))
    corner[:3, :2] = 1
    health = look(network, data([corner.ravel().tolist()] * 4, [0, 1, 0, 1])).layers[1]
    assert (health.counts["dead"], health.units) == (1, 2)  # pixels that nobody lights do not make a filter dead
    assert health.ailment == Ailment("dead", 1, 2, of_filters=True)
    network.params["b1"][...] = -1e3
    assert look(network, data([corner.ravel().tolist()] * 4, [0, 1, 0, 1])).layers[1].counts["dead"] == 2


def test_of_a_convolution_the_filters_are_measured():
    layers = (LayerSpec.of("Convolution", filters=5, size=3), LayerSpec.of("Relu"), LayerSpec.of("Affine", units=2))
    network = Network(NetworkSpec((2, 6, 6), layers, "SoftmaxWithLoss"), seed=3)
    network.params["W1"][1] *= 1e-6  # its gradient stays as it is: by its weights it explodes
    network.params["W1"][4] *= 1e-6
    network.params["b1"][...] = 1  # no ReLU is off
    rows = np.random.default_rng(1).normal(size=(8, 72))
    given = data(rows.tolist(), [0, 1] * 4)
    health = look(network, given).layers[1]
    W, dW = network.params["W1"], network.gradient(rows.reshape(8, 2, 6, 6), given.t)["W1"]
    ratios = np.sqrt((dW**2).sum(axis=(1, 2, 3))) / np.sqrt((W**2).sum(axis=(1, 2, 3)))
    assert int((ratios > 10).sum()) == 2
    assert health.counts["exploded"] == 2
    assert (health.are_filters, health.units) == (True, 5)
    assert health.ailment == Ailment("exploded", 2, 5, of_filters=True)


def test_a_layer_at_the_loss_that_can_do_no_better_has_no_vanished_gradient():
    network = made(LayerSpec.of(AFFINE, units=2))  # no straight line parts XOR: 0.5 each is the least loss
    network.params["W1"][...] = [[0.7, 0.7], [-0.3, -0.3]]
    network.params["b1"][...] = 0
    found = look(network, data([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]))
    assert found.layers[-1].gradient < 1e-6
    assert found.layers[-1].ailment is None
