"""Gradient clipping and samples that are left out: exact, and nothing else than what they say."""

from __future__ import annotations

import numpy as np
import pytest

from nn.datasets import Dataset
from nn.network import LayerSpec, Network, NetworkSpec
from nn.training import Pending, TrainingConfig, train
from nn.training.batch_feed import batch_rows
from nn.training.clipping import clipping_factor, norm_of

SPEC = NetworkSpec((4,), (LayerSpec.of("Affine", units=5), LayerSpec("Relu"), LayerSpec.of("Affine", units=3)))
RNG = np.random.default_rng(0)
DATA = Dataset(
    "some", RNG.normal(size=(20, 4)), np.arange(20) % 3, np.ones((1, 4)), np.zeros(1, np.int64), classes=tuple("abc")
)


def first_gradient(config: TrainingConfig) -> np.ndarray:
    network = Network(SPEC, 1)
    item = next(iter(train(network, config.build_optimizer(), DATA, config, pending=True)))
    assert isinstance(item, Pending)
    return network.flat_grads.copy()


def test_a_gradient_that_is_too_long_keeps_its_direction_and_gets_the_norm():
    plain = first_gradient(TrainingConfig(optimizer="SGD", batch_size=5))
    clipped = first_gradient(TrainingConfig(optimizer="SGD", batch_size=5, clip_norm=0.1))
    assert norm_of(plain) > 0.1
    assert norm_of(clipped) == pytest.approx(0.1)
    np.testing.assert_allclose(clipped / 0.1, plain / norm_of(plain), rtol=1e-5)
    longer = norm_of(plain) * 1.01
    np.testing.assert_array_equal(
        first_gradient(TrainingConfig(optimizer="SGD", batch_size=5, clip_norm=longer)), plain
    )


def test_weight_decay_is_clipped_with_the_gradient():
    config = TrainingConfig(optimizer="SGD", batch_size=5, clip_norm=0.1, weight_decay=1.0)
    assert norm_of(first_gradient(config)) == pytest.approx(0.1)


def test_a_norm_too_large_for_float32_is_one_still():
    gradient = np.full(4, 1e25, np.float32)
    assert norm_of(gradient) == pytest.approx(2e25)
    assert clipping_factor(gradient, 1.0) == pytest.approx(5e-26)


def test_batches_stay_as_they_are_but_for_what_is_left_out():
    plain, without = (TrainingConfig(batch_size=5, left_out=text) for text in ("", "3 17"))
    for iteration in range(1, 9):
        rows = batch_rows(DATA, plain, iteration)
        kept = [row for row in rows.tolist() if row not in (3, 17)]
        assert batch_rows(DATA, without, iteration).tolist() == kept
    network = Network(SPEC, 1)
    for item in train(network, without.build_optimizer(), DATA, without, until=8, pending=True):
        if isinstance(item, Pending):
            rows = batch_rows(DATA, without, item.iteration)
            np.testing.assert_array_equal(item.workspace.x, DATA.x[rows].astype(np.float32))


@pytest.mark.parametrize("text", ["x", "-1", "1.5", "1,2", "9" * 12, " ".join(map(str, range(1001)))])
def test_what_names_no_samples_is_refused(text):
    with pytest.raises(ValueError, match="left_out"):
        TrainingConfig(left_out=text)


def test_a_batch_that_held_nothing_else_gets_the_first_samples_that_are_left():
    config = TrainingConfig(batch_size=1, left_out="3")
    plain = [batch_rows(DATA, TrainingConfig(batch_size=1), iteration).tolist() for iteration in range(1, 21)]
    first = next(rows for rows in plain if rows != [3])
    rows = [batch_rows(DATA, config, iteration).tolist() for iteration in range(1, 21)]
    assert rows == [first if each == [3] else each for each in plain]


def test_what_leaves_a_layer_too_few_samples_is_refused_before_the_first_update():
    spec = NetworkSpec((4,), (LayerSpec.of("Affine", units=5), LayerSpec("BatchNormalization"), LayerSpec.of("Affine")))
    for layers, config in (
        (spec, TrainingConfig(batch_size=2, left_out="3")),
        (SPEC, TrainingConfig(left_out=" ".join(map(str, range(20))))),
    ):
        with pytest.raises(ValueError, match="may be left out"):
            next(iter(train(Network(layers, 1), config.build_optimizer(), DATA, config)))
