"""Layers, losses and functions of `nn` in a learner's program: they open, and gradients flow through them."""

from __future__ import annotations

import numpy as np
import pytest

import nn
from nn.own_code.gradients import gradients
from nn.own_code.recording import LayerNode, Recorder
from tests.nn.own_code.recorded import by_differences, leaf, loaded, recorded

NET = """\
import numpy as np
from common.layers import *
from collections import OrderedDict

class TwoLayerNet:
    def __init__(self, W1, b1, W2, b2):
        self.params = {'W1': W1, 'b1': b1, 'W2': W2, 'b2': b2}
        self.layers = OrderedDict()
        self.layers['Affine1'] = Affine(W1, b1)
        self.layers['Relu1'] = Relu()
        self.layers['Affine2'] = Affine(W2, b2)
        self.lastLayer = SoftmaxWithLoss()

    def loss(self, x, t):
        for layer in self.layers.values():
            x = layer.forward(x)
        return self.lastLayer.forward(x, t)

    def gradient(self, x, t):
        loss = self.loss(x, t)
        dout = self.lastLayer.backward(1)
        for layer in reversed(list(self.layers.values())):
            dout = layer.backward(dout)
        grads = {'W1': self.layers['Affine1'].dW, 'b2': self.layers['Affine2'].db}
        return grads
"""


@pytest.fixture
def arrays():
    rng = np.random.default_rng(3)
    return {
        "x": rng.normal(size=(5, 4)),
        "W1": rng.normal(size=(4, 3)),
        "b1": rng.normal(size=3),
        "W2": rng.normal(size=(3, 3)),
        "b2": rng.normal(size=3),
    }


@pytest.mark.parametrize("t", [np.array([0, 1, 2, 1, 0]), np.eye(3)[[0, 1, 2, 1, 0]]], ids=["labels", "one-hot"])
def test_gradients_flow_through_the_layers_of_a_network(arrays, t):
    recorder = Recorder()
    own = loaded(NET, recorder).namespace
    x = arrays["x"]
    net = own["TwoLayerNet"](*(arrays[key] for key in ("W1", "b1", "W2", "b2")))
    with recorder.recording():
        for name, value in arrays.items():
            recorder.name(value, name)
        grads = net.gradient(x, t)
    recording = recorder.last
    [loss] = set(recording.named("loss"))
    found = gradients(recording, loss, strict=True)
    for name in ("W1", "b2"):
        np.testing.assert_allclose(found[leaf(recording, name)], grads[name], rtol=1e-9, atol=1e-12)
        assert recorder.node_of(grads[name]).operation == "Affine.backward"
    expected = by_differences(lambda value: net.loss(value, t), x, 1.0)
    np.testing.assert_allclose(found[leaf(recording, "x")], expected, rtol=1e-6, atol=1e-7)


def test_a_layer_is_recorded_as_its_own_graph(arrays):
    recorder = Recorder()
    own = loaded(NET, recorder).namespace
    net = own["TwoLayerNet"](*(arrays[key] for key in ("W1", "b1", "W2", "b2")))
    recording, _ = recorded(
        lambda: net.loss(arrays["x"], np.array([0, 1, 2, 1, 0])), ("x", arrays["x"]), recorder=recorder
    )
    inner = [node for node in recording.nodes if isinstance(node, LayerNode)]
    assert [node.operation for node in inner[:6]] == ["dot", "add", "less_equal", "where", "dot", "add"]
    assert {"exp", "log", "sum"} <= {node.operation for node in inner[6:]}
    [dot, add, _, relu] = inner[:4]
    assert (dot.inputs[0], add.inputs[0]) == (leaf(recording, "x"), dot)
    np.testing.assert_allclose(add.value, arrays["x"] @ arrays["W1"] + arrays["b1"])
    assert relu.inputs[-1] is add
    assert {recording.text(node.site) for node in inner} == {"layer.forward(x)", "self.lastLayer.forward(x, t)"}
    assert add.name == "x"  # as the program calls it from here on


@pytest.mark.parametrize("name", sorted(nn.LAYERS))
def test_every_layer_of_the_library_is_differentiated(name):
    rng = np.random.default_rng(0)
    kind = nn.LAYERS[name]
    shape = (1, 4, 4) if kind.takes_images else (4,)
    layer = kind.build(shape, rng, np.float64, **{option.name: option.default for option in kind.options})
    recorder = Recorder()
    f = loaded("def f(layer, x):\n    return layer.forward(x) * 2\n", recorder).namespace["f"]
    x, dout = rng.normal(size=(3, *shape)), None
    recording, node = recorded(lambda: f(layer, x), ("x", x), recorder=recorder)
    dout = rng.normal(size=node.shape)
    found = gradients(recording, node, dout, strict=True).get(leaf(recording, "x"), np.zeros(x.shape))
    expected = by_differences(lambda value: layer.forward(value) * 2, x, dout)
    np.testing.assert_allclose(found, expected, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("name", nn.functions.__all__)
def test_every_function_of_the_library_is_differentiated(name):
    rng = np.random.default_rng(4)
    takes_targets = "error" in name or "loss" in name
    call = f"{name}(x, t)" if takes_targets else f"{name}(x)"
    recorder = Recorder()
    f = loaded(f"def f(x, t):\n    return 2 * {call}\n", recorder).namespace["f"]
    x = nn.softmax(rng.normal(size=(3, 4))) if takes_targets else rng.normal(size=(3, 4))
    for t in (np.eye(4)[[1, 0, 3]], np.array([1, 0, 3])):
        if "squared" in name and t.ndim == 1:
            continue
        recording, node = recorded(lambda: f(x, t), ("x", x), recorder=recorder)  # noqa: B023 - called at once
        dout = rng.normal(size=node.shape)
        found = gradients(recording, node, dout, strict=True).get(leaf(recording, "x"), np.zeros(x.shape))
        expected = by_differences(lambda value: f(value, t), x, dout)  # noqa: B023
        np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-6)


def test_an_optimizer_of_the_library_changes_what_the_program_holds():
    text = """
    from common.optimizer import SGD
    def f(W, g):
        params = {'W': W}
        SGD(lr=0.5).update(params, {'W': g})
        return params['W']
    """
    recorder = Recorder()
    f = loaded(text, recorder).namespace["f"]
    W = np.ones(2)
    recording, node = recorded(lambda: f(W, np.array([1.0, 2.0])), ("W", W), recorder=recorder)
    assert node.value.tolist() == [0.5, 0]
    assert node.operation == "update"
    assert leaf(recording, "W").value.tolist() == [1, 1]
