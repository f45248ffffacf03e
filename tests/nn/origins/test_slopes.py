"""The parts of the samples of a batch in its gradient: those of single samples, and together the whole."""

from __future__ import annotations

import numpy as np
import pytest

from nn.layers.base import LAYERS
from nn.network import LayerSpec, Network, NetworkSpec
from nn.origins import SampleSlopes
from tests.walks import some_data

AFFINE = LayerSpec.of("Affine", units=6)
LAST = LayerSpec.of("Affine", units=3)
CONVOLUTION = LayerSpec.of("Convolution", filters=4, size=3)
DENSE = NetworkSpec((5,), (AFFINE, LayerSpec("Sigmoid"), LAST), dtype="float64")
PICTURES = NetworkSpec(
    (2, 7, 6),
    (CONVOLUTION, LayerSpec("Relu"), LayerSpec.of("Pooling"), LayerSpec("Dropout"), AFFINE, LAST),
    dtype="float64",
)
OWN = NetworkSpec((5,), (LayerSpec("OwnAffine"), LayerSpec("OwnLayer"), LAST), dtype="float64")
NORMALIZED = NetworkSpec(
    (2, 7, 6),
    (CONVOLUTION, LayerSpec("BatchNormalization"), LayerSpec("Relu"), AFFINE, LayerSpec("BatchNormalization"), LAST),
    dtype="float64",
)


def passed(spec, samples=8):
    network, data = Network(spec, 1), some_data(shape=spec.input_shape, samples=samples)
    targets = network.loss_layer.encode(data.t, samples, 3).astype("float64")
    direction = np.random.default_rng(5).normal(size=network.flat_params.size)
    slopes = SampleSlopes(spec).along(
        direction, network.flat_params, network.flat_state, data.x, targets, np.random.default_rng(7)
    )
    return network, data, targets, direction, slopes


@pytest.mark.parametrize("spec", [DENSE, PICTURES, OWN, NORMALIZED], ids=["dense", "pictures", "own", "normalized"])
def test_together_they_are_the_gradient_of_the_batch(spec):
    network, data, _, direction, slopes = passed(spec)
    network.gradient(data.x, data.t, rng=np.random.default_rng(7))
    assert slopes.sum() == pytest.approx(direction @ network.flat_grads, rel=1e-10)


@pytest.mark.parametrize("spec", [DENSE, OWN], ids=["dense", "own"])
def test_each_is_that_of_a_pass_of_this_sample_alone(spec):
    network, data, _, direction, slopes = passed(spec)
    for sample, slope in enumerate(slopes):
        network.gradient(data.x[sample : sample + 1], data.t[sample : sample + 1])
        assert slope * len(slopes) == pytest.approx(direction @ network.flat_grads, rel=1e-10)


def test_of_pictures_each_is_that_of_the_whole_batch_without_the_others():
    network, data, targets, direction, slopes = passed(PICTURES)
    for sample, slope in enumerate(slopes):
        scores = network._forward(data.x, True, np.random.default_rng(7))
        network.loss_layer.measure(scores, targets)
        dout = network.loss_layer.backward(1)
        dout[np.arange(len(dout)) != sample] = 0
        for layer in reversed(network.layers.values()):
            dout = layer.backward(dout)
        assert slope == pytest.approx(direction @ network.flat_grads, rel=1e-9)


@pytest.mark.parametrize("kind", [kind for kind, layer in LAYERS.items() if layer.is_linear])
def test_a_layer_that_says_so_is_linear_in_its_parameters(kind):
    shape = (2, 7, 6) if LAYERS[kind].takes_images else (5,)
    spec = NetworkSpec(shape, (LayerSpec(kind), LayerSpec("Flatten"), LAST), dtype="float64")
    x, rng = some_data(shape=shape, samples=4).x, np.random.default_rng(2)
    layers = [next(iter(Network(spec, None).layers.values())) for _ in range(3)]
    for layer in layers[:2]:
        for param in layer.params.values():
            param[...] = rng.normal(size=param.shape)
    for key, param in layers[2].params.items():
        param[...] = layers[0].params[key] + layers[1].params[key]
    one, other, both = (layer.forward(x, True) for layer in layers)
    np.testing.assert_allclose(one + other, both, rtol=1e-9, atol=1e-12)
