"""ONNX files are run by onnxruntime and must say what the network says."""

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np
import pytest

from nn.exports import EXPORTS, Run, Unfit
from nn.layers.base import LAYERS
from nn.losses.base import LOSSES
from nn.network import LayerSpec, Network, NetworkSpec
from tests.kinds import OF_ROWS, network_with


def said(path, x):
    runtime = pytest.importorskip("onnxruntime")
    session = runtime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return session.run(["scores", "y"], {"x": x.astype(np.float32)})


def written(network, tmp_path):
    pytest.importorskip("onnx")
    path = tmp_path / "network.onnx"
    EXPORTS["onnx"].write(path, Run(network))
    return path


def filled(spec, seed=1):
    """Return a network none of whose numbers are their first ones."""
    network, rng = Network(spec, seed), np.random.default_rng(seed)
    network.flat_params += rng.normal(0, 0.3, network.flat_params.shape)
    network.flat_state += rng.uniform(0, 1, network.flat_state.shape)
    return network


@pytest.mark.parametrize("loss", sorted(LOSSES))
@pytest.mark.parametrize("kind", sorted(LAYERS))
def test_every_layer_and_loss_gives_the_same_outputs(kind, loss, tmp_path):
    layers = (
        LayerSpec.of("Affine", units=7),
        LayerSpec(kind) if kind in OF_ROWS else LayerSpec("Relu"),
        LayerSpec.of("Affine", units=3),
    )
    spec = NetworkSpec((5,), layers, loss) if kind in OF_ROWS else replace(network_with(kind, outputs=3), loss=loss)
    network = filled(spec)
    x = np.random.default_rng(0).normal(size=(11, *spec.input_shape)).astype(np.float32)
    scores, y = said(written(network, tmp_path), x)
    np.testing.assert_allclose(scores, network.predict(x), rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(y, network.output(x), rtol=1e-4, atol=1e-5)


def test_the_books_dropout_shrinks_what_is_predicted(tmp_path):
    layers = (LayerSpec.of("Affine", units=7), LayerSpec.of("Dropout", inverted=False), LayerSpec.of("Affine", units=3))
    network = filled(NetworkSpec((5,), layers))
    x = np.random.default_rng(0).normal(size=(6, 5)).astype(np.float32)
    scores, _ = said(written(network, tmp_path), x)
    np.testing.assert_allclose(scores, network.predict(x), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("first", ["Flatten", "BatchNormalization", "Affine"])
def test_shaped_samples(first, tmp_path):
    network = filled(NetworkSpec((1, 4, 4), (LayerSpec(first), LayerSpec.of("Affine", units=3))))
    x = np.random.default_rng(0).normal(size=(6, 1, 4, 4)).astype(np.float32)
    scores, _ = said(written(network, tmp_path), x)
    np.testing.assert_allclose(scores, network.predict(x), rtol=1e-4, atol=1e-5)


def test_without_the_package_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(Unfit, match=r"pip install nn-playground\[onnx\]"):
        EXPORTS["onnx"].write(tmp_path / "network.onnx", Run(Network(NetworkSpec.mlp(2, (), 2))))


def test_a_network_of_pictures_gives_the_same_outputs(tmp_path):
    layers = (
        LayerSpec.of("Convolution", filters=3, size=3, width=2, stride=2, pad=1),
        LayerSpec("BatchNormalization"),
        LayerSpec("Relu"),
        LayerSpec.of("Pooling", size=2, stride=1, pad=1, method="average"),
        LayerSpec.of("Convolution", filters=4, size=1),
        LayerSpec.of("Pooling", size=3, stride=2, pad=1),
        LayerSpec("GlobalAveragePooling"),
        LayerSpec.of("Affine", units=3),
    )
    network = filled(NetworkSpec((2, 11, 10), layers))
    x = np.random.default_rng(0).normal(size=(6, 2, 11, 10)).astype(np.float32)
    scores, y = said(written(network, tmp_path), x)
    np.testing.assert_allclose(scores, network.predict(x), rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(y, network.output(x), rtol=1e-4, atol=1e-5)
