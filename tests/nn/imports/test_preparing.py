"""Targets far from 0 are brought to a unit in which a network learns them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.imports import BadFile
from nn.imports.preparing import TargetScale, needs_scale, prepare, target_scale
from nn.imports.samples import Samples
from nn.network import Network
from nn.network.spec import LayerSpec, NetworkSpec
from nn.optimizers import OPTIMIZERS
from nn.training import Iteration, TrainingConfig, train


def prices(count=200):
    rng = np.random.default_rng(0)
    x = rng.normal(size=(count, 3))
    return Samples(x, (250_000 + x @ [[60_000.0], [30_000.0], [-20_000.0]]).reshape(-1, 1))


@pytest.mark.parametrize(
    ("mean", "spread", "scale"),
    [
        (284_123.0, 81_237.0, (284_000.0, 81_200.0)),
        (0.123456, 0.0123456, (0.123, 0.0123)),
        (-5.0, 1234.0, (0.0, 1230.0)),
        (1e9, 2.0, (1e9, 2.0)),
        (7.0, 0.0, (7.0, 1.0)),
    ],
)
def test_zero_and_unit_are_round_and_fine_enough(mean, spread, scale):
    t = np.array([[mean - spread], [mean + spread]])
    found = target_scale(t)
    assert found == pytest.approx(scale)
    scaled = (t - found.zero) / found.unit
    assert np.abs(scaled).max() < 1.2


@pytest.mark.parametrize(
    ("values", "needed"), [((0, 1), False), ((-3, 4), False), ((0, 90_000), True), ((5, 5.001), True), ((5, 5), False)]
)
def test_only_what_is_hardly_learned_is_brought_to_a_unit(values, needed):
    assert needs_scale(np.array(values, float)) is needed


def test_both_parts_are_in_the_unit_and_a_shared_one_stays_shared():
    samples, scale = prices(), TargetScale(250_000.0, 1000.0)
    raw, data = prepare(samples, "file", seed=2), prepare(samples, "file", seed=2, scale=scale)
    np.testing.assert_allclose(data.t * 1000 + 250_000, raw.t)
    np.testing.assert_allclose(data.t_test * 1000 + 250_000, raw.t_test)
    shared = prepare(samples, "file", test_share=0, scale=scale)
    assert np.shares_memory(shared.t, shared.t_test)
    assert np.shares_memory(shared.x, shared.x_test)


def test_classes_have_no_unit():
    samples = Samples(np.ones((4, 2)), np.array([0, 1, 0, 1]), ("a", "b"))
    assert prepare(samples, "file", test_share=0, scale=TargetScale(9.0, 2.0)).t.tolist() == [0, 1, 0, 1]


def test_targets_too_large_to_be_squared_are_refused():
    with pytest.raises(BadFile, match="numbers of 1e\\+100 and more"):
        prepare(Samples(np.ones((4, 2)), np.full((4, 1), 1e200)), "file")


def test_the_dataset_takes_zero_and_unit_as_numbers(tmp_path):
    path = tmp_path / "f.csv"
    path.write_text("a,b\n" + "\n".join(f"{i},{1000 * i + 0.5}" for i in range(40)))
    plain = DATASETS["file"](path=str(path))
    data = DATASETS["file"](path=str(path), target_zero=500.0, target_unit=2000.0)
    np.testing.assert_allclose(data.t * 2000 + 500, plain.t)
    with pytest.raises(ValueError, match="target_unit"):
        DATASETS["file"](path=str(path), target_unit=0.0)


def last_loss(scale):
    spec = NetworkSpec((3,), (LayerSpec("Affine", {"units": 20}), LayerSpec("Relu"), LayerSpec("Affine", {"units": 1})))
    data = prepare(prices(), "file", scale=scale)
    network = Network(spec := NetworkSpec(spec.input_shape, spec.layers, "IdentityWithLoss"), 0)
    steps = train(network, OPTIMIZERS["Adam"](0.01), data, TrainingConfig(epochs=30, batch_size=20))
    losses = [step.loss for step in steps if isinstance(step, Iteration)]
    return losses[-1] / losses[0]


def test_prices_are_learned_in_their_unit_and_hardly_without():
    assert last_loss(TargetScale(250_000.0, 70_000.0)) < 0.05
    assert last_loss(TargetScale()) > 0.5
    assert not math.isnan(last_loss(TargetScale()))
