"""What makes training fast, proved without a clock."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc

import numpy as np
import pytest

from nn import DATASETS, OPTIMIZERS, LayerSpec, Network, NetworkSpec, TrainingConfig, train
from nn.arrays import Array
from nn.network import Workspace
from nn.training import BatchFeed

SPECS = {
    "relu": NetworkSpec.mlp(784, (100, 100), 10),
    "sigmoid": NetworkSpec.mlp(784, (50,), 10, activation="Sigmoid"),
    "tanh": NetworkSpec.mlp(784, (64, 32), 10, activation="Tanh"),
}


@pytest.fixture(scope="module")
def mnist():
    return DATASETS["mnist"]()


@pytest.mark.parametrize("optimizer_name", OPTIMIZERS)
@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
def test_a_step_allocates_at_most_64_kilobytes(mnist, spec, optimizer_name):
    network, config = Network(spec), TrainingConfig()
    optimizer = OPTIMIZERS[optimizer_name](lr=0.001)
    feed, workspace = BatchFeed(network, mnist, config), Workspace(network, 100)

    def step(iteration: int) -> None:
        workspace.gradient(*feed.batch(iteration))
        optimizer.step(network.flat_params, network.flat_grads, iteration)

    for iteration in (1, 2, 64):  # 64 flushes the optimizer's memory for the first time
        step(iteration)
    tracemalloc.start()
    for iteration in range(65, 129):
        step(iteration)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak <= 64 * 1024


def test_the_first_layer_computes_no_gradient_by_its_input(monkeypatch):
    network = Network(SPECS["relu"])
    backward = type(network.layers["Affine1"]).backward
    asked: list[str] = []

    def spy(layer, dout, out=None):
        asked.append(layer.name)
        return backward(layer, dout, out)

    monkeypatch.setattr(type(network.layers["Affine1"]), "backward", spy)
    workspace = Workspace(network, 3)
    workspace.gradient(np.ones((3, 784), np.float32), np.eye(10, dtype=np.float32)[:3])
    assert asked == ["Affine3", "Affine2"]
    assert np.any(network.grads["W1"])


def test_every_parameter_and_gradient_is_a_view_of_one_flat_vector():
    spec = NetworkSpec(
        (784,),
        (LayerSpec.of("Affine", units=20), LayerSpec("BatchNormalization"), LayerSpec("Relu"), LayerSpec("Affine")),
    )
    network = Network(spec)
    workspace = Workspace(network, 4)
    workspace.gradient(np.ones((4, 784), np.float32), np.eye(10, dtype=np.float32)[:4])
    for flat, views in ((network.flat_params, network.params), (network.flat_grads, network.grads)):
        assert flat.dtype == np.float32
        assert sum(view.size for view in views.values()) == flat.size
        flat[:] = np.arange(flat.size)
        firsts = [view.flat[0] for view in views.values()]
        assert firsts == list(np.cumsum([0] + [view.size for view in views.values()])[:-1])
    for layer in network.layers.values():
        for key, param in layer.params.items():
            assert np.shares_memory(param, network.flat_params)
            assert np.shares_memory(layer.grads[key], network.flat_grads)


@pytest.mark.parametrize("optimizer_name", ["Momentum", "Adam"])
def test_nothing_is_subnormal_after_two_epochs(mnist, optimizer_name):
    spec = NetworkSpec.mlp(784, (64, 32), 10)
    config = TrainingConfig(optimizer=optimizer_name, lr=0.01 if optimizer_name == "Momentum" else 0.001, batch_size=32)
    network, optimizer = Network(spec), config.build_optimizer()
    for _ in train(network, optimizer, mnist, config, until=2 * 1875):
        pass
    assert subnormals(network.flat_params) == 0
    for vector in optimizer.memory.values():
        assert subnormals(vector) == 0


def test_a_network_that_is_sure_sends_nothing_subnormal_back():
    spec = NetworkSpec.mlp(784, (64, 32), 10)
    network = Network(spec)
    network.flat_params[...] *= 6  # scores lie as far from each other as after a hundred epochs
    x = np.random.default_rng(0).random((100, 784), np.float32)
    workspace = Workspace(network, 100)
    workspace.gradient(x, np.eye(10, dtype=np.float32)[network.predict(x).argmax(axis=1)])
    assert subnormals(workspace.dscores) == 0
    assert subnormals(network.flat_grads) == 0


def subnormals(values: Array) -> int:
    return int(np.count_nonzero((values != 0) & (np.abs(values) < np.finfo(values.dtype).tiny)))


def test_the_library_loads_no_qt():
    code = "import sys, nn; print([m for m in sys.modules if m.startswith(('PySide6', 'pyqtgraph', 'playground'))])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
