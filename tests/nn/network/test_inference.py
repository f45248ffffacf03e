"""Who only asks is answered by another way through the network, with the same scores."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from nn import LayerSpec, Network, NetworkSpec
from nn.layers.activations import Identity
from nn.layers.base import LAYERS, offered
from nn.network.presets import PRESETS

PICTURE = (2, 9, 7)
C, R, P = LayerSpec.of("Convolution", filters=3, size=3), LayerSpec("Relu"), LayerSpec.of("Pooling")
ORDERS = {
    "pooling behind ReLU": (C, R, P),
    "pooling before ReLU": (C, P, R),
    "two of each": (LayerSpec.of("Convolution", filters=4, same=True), R, P, LayerSpec.of("Convolution", filters=3), R),
    "several functions": (C, R, R, P, P),
    "another function between": (C, LayerSpec("Tanh"), P),
    "nothing behind": (C,),
    "a stride, and padding": (LayerSpec.of("Convolution", filters=3, size=2, width=3, stride=2, pad=1), P),
    "pooling alone": (P,),
    "pooling of three": (C, LayerSpec.of("Pooling", size=3, stride=3)),
    "pooling that shares pixels": (C, R, LayerSpec.of("Pooling", size=3, stride=2)),
    "pooling with gaps": (C, R, LayerSpec.of("Pooling", size=1, stride=2)),
    "pooling with padding": (C, LayerSpec.of("Pooling", size=2, pad=1)),
    "a mean": (C, LayerSpec.of("Pooling", method="average"), R),
    "normalization between": (C, LayerSpec("BatchNormalization"), R, P),
    "the mean of a channel": (C, R, LayerSpec("GlobalAveragePooling")),
    "rows": (C, LayerSpec("Flatten"), R, LayerSpec.of("Affine", units=5)),
    "the book's dropout": (C, R, LayerSpec.of("Dropout", inverted=False), P),
}


def network_of(*layers: LayerSpec) -> Network:
    made = Network(NetworkSpec(PICTURE, (*layers, LayerSpec.of("Affine", units=4)), dtype="float64"), 3)
    made.flat_params[:] = np.random.default_rng(5).standard_normal(made.flat_params.size)
    return made


def through(network: Network, x):
    for layer in network.layers.values():
        x = layer.forward(x)
    return x


@pytest.mark.parametrize("layers", ORDERS.values(), ids=ORDERS)
def test_the_scores_are_those_of_the_layers_one_after_the_other(layers, rng):
    network = network_of(*layers)
    for _ in range(3):  # the second time nothing may be left of the first
        batch = rng.standard_normal((2, *PICTURE))
        wanted = through(network, batch)
        for x, scores in zip(batch, wanted, strict=True):
            kept = x.copy()
            np.testing.assert_allclose(network.answer(x[np.newaxis]), scores[np.newaxis], rtol=1e-12, atol=1e-12)
            np.testing.assert_allclose(network.answer(x), scores, rtol=1e-12, atol=1e-12)
            np.testing.assert_array_equal(x, kept)


@pytest.mark.parametrize("kind", [kind for kind in offered() if kind != "GlobalAveragePooling"])
def test_every_layer_can_be_on_the_way(kind, rng):
    network = network_of(C, LayerSpec(kind), R)
    network.flat_state[:] = rng.random(network.flat_state.size) + 0.5
    x = rng.standard_normal((1, *PICTURE))
    for _ in range(2):
        np.testing.assert_allclose(network.answer(x), through(network, x), rtol=1e-12, atol=1e-12)
    assert kind in LAYERS


def test_the_numbers_are_those_of_the_moment(rng):
    network, x = network_of(C, R, P), rng.standard_normal((1, *PICTURE))
    before = network.answer(x)
    kept = before.copy()
    network.load(network.flat_params * 2)
    network.layers["Convolution1"].W = np.ones_like(network.params["W1"])
    np.testing.assert_allclose(network.answer(x), through(network, x), rtol=1e-12)
    np.testing.assert_array_equal(before, kept)


def test_who_asks_while_another_asks_gets_answers_of_their_own(rng):
    x, other = rng.standard_normal((2, 1, *PICTURE))
    network = network_of(C, R, LayerSpec("Identity"), P)
    wanted = through(network, x), through(network, other)
    heard: list[np.ndarray] = []

    class Asking(Identity):
        asks = False

        def function(self, values, out):
            if self.asks:
                self.asks = False
                heard.append(network.answer(other))
            return super().function(values, out)

    network.layers["Identity1"] = asking = Asking()
    network.answer(x)
    asking.asks = True
    np.testing.assert_allclose(network.answer(x), wanted[0], rtol=1e-12)
    np.testing.assert_allclose(heard[0], wanted[1], rtol=1e-12)


@pytest.mark.parametrize("name", ["SimpleConvNet", "SmallConvNet"])
def test_what_is_laid_down_is_used_again(name):
    """Columns and outputs of the first convolution would take 57 and 67 KB, and 28 and 24."""
    network = Network(PRESETS[name]())
    x = np.ones((1, 1, 28, 28), np.float32)
    network.answer(x)
    tracemalloc.start()
    network.answer(x)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak <= 20 * 1024
