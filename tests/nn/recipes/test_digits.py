"""The recipe of the digit network is repeatable, and the network that ships with the program reads."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.files.storage import load_network
from nn.network import Network
from nn.recipes.digits import SHIPPED, Recipe, augmented, cook, rounded, without_held_back
from nn.recipes.folding import folded


@pytest.fixture(scope="module")
def mnist():
    return DATASETS["mnist"]()


def test_augmented_pictures_depend_on_seed_and_epoch_alone(mnist):
    few = dataclasses.replace(mnist, x=mnist.x[:700], t=mnist.t[:700])
    recipe = Recipe()
    first = augmented(few, recipe, 3)
    assert first.dtype == np.uint8
    assert first.shape == (700, 784)
    assert (augmented(few, recipe, 3) == first).all()
    assert not (augmented(few, recipe, 4) == first).all()
    assert not (augmented(few, dataclasses.replace(recipe, seed=1), 3) == first).all()


@pytest.fixture(scope="module")
def small_recipe():
    return Recipe(filters=(4, 4), units=16, held_back=1000, epochs=3, batch_size=50)


@pytest.fixture(scope="module")
def cooked(mnist, small_recipe):
    few = without_held_back(dataclasses.replace(mnist, x=mnist.x[:3000], t=mnist.t[:3000]), small_recipe)
    network = Network(small_recipe.spec)
    return network, list(cook(small_recipe, few, network)), few


def test_what_is_held_back_is_not_learned_from(mnist):
    kept = without_held_back(mnist, Recipe())
    assert (len(kept.x), len(kept.x_test)) == (55_000, 5_000)
    assert (kept.x_test == mnist.x[55_000:]).all()
    assert (kept.t_test == mnist.t[55_000:]).all()


def test_the_recipe_learns(cooked):
    _, progress, _ = cooked
    assert [report.epoch for report in progress] == [1, 2, 3]
    assert progress[-1].loss < progress[0].loss
    assert progress[-1].accuracy > 0.7


def test_the_recipe_is_repeatable_bit_for_bit(cooked, small_recipe):
    network, _, few = cooked
    again = Network(small_recipe.spec)
    for _ in cook(small_recipe, few, again):
        pass
    assert (again.flat_params == network.flat_params).all()
    assert (again.flat_state == network.flat_state).all()


def test_folding_batch_normalization_changes_no_answer(cooked):
    network, _, few = cooked
    x = few.x_test * np.float32(few.scale)
    small = folded(network)
    assert [layer.kind for layer in small.spec.layers] == [
        *("Convolution", "Pooling", "Relu", "Convolution", "Relu", "Affine", "Relu", "Affine")
    ]
    assert small.predict(x) == pytest.approx(network.predict(x), abs=1e-4)


def test_rounding_keeps_three_digits(cooked):
    network, _, _ = cooked
    coarse = rounded(folded(network))
    assert coarse.flat_params == pytest.approx(folded(network).flat_params, rel=5e-4, abs=1e-7)
    assert (coarse.flat_params == coarse.flat_params.astype(np.float16)).all()


def test_the_shipped_network_reads_the_test_images(mnist):
    network, notes = load_network(SHIPPED)
    accuracy = network.accuracy(mnist.x_test * np.float32(mnist.scale), mnist.t_test)
    assert accuracy >= 0.994
    assert notes["mnist_test_accuracy"] == pytest.approx(accuracy, abs=2e-4)


def test_the_shipped_network_was_made_by_the_recipe_as_it_stands():
    network, notes = load_network(SHIPPED)
    recipe = Recipe()
    assert notes["recipe"] == json.loads(json.dumps(dataclasses.asdict(recipe)))
    assert network.spec == folded(Network(recipe.spec)).spec


def test_the_shipped_network_is_small_on_the_disk():
    assert SHIPPED.stat().st_size < 3_000_000
