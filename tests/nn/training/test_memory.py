"""What a run takes is told beforehand, and kept."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from nn import OPTIMIZERS
from nn.datasets.base import Dataset
from nn.network import Network
from nn.network.presets import PRESETS
from nn.network.spec import LayerSpec, NetworkSpec
from nn.training import Iteration, TrainingConfig, iterations_per_epoch, memory_of_run, train

SAMPLES = 400


@pytest.fixture(scope="module")
def digits():
    rng = np.random.default_rng(0)
    x = rng.integers(0, 256, (SAMPLES, 1, 28, 28), dtype=np.uint8)
    t = rng.integers(0, 10, SAMPLES)
    return Dataset("digits", x, t, x[:200], t[:200], scale=1 / 255)


def dense(*hidden, between=()):
    layers = []
    for units in hidden:
        layers += [LayerSpec.of("Affine", units=units), *map(LayerSpec.of, between), LayerSpec.of("Relu")]
    return NetworkSpec((784,), (*layers, LayerSpec.of("Affine", units=10)))


NETWORKS = {
    **{name: preset() for name, preset in PRESETS.items()},
    "784-50-10": dense(50),
    "784-512-256-10": dense(512, 256),
    "784-100x4-10": dense(100, 100, 100, 100),
    "with dropout": dense(512, 512, between=("Dropout",)),
    "normalized": dense(100, 100, between=("BatchNormalization",)),
}


@pytest.mark.parametrize("optimizer", ["SGD", "Adam"])
@pytest.mark.parametrize("batch_size", [32, 100, 300])
@pytest.mark.parametrize("name", NETWORKS)
def test_the_memory_of_a_run_is_told_beforehand_and_kept(name, batch_size, optimizer, digits):
    """With its measurements: of small networks, and in small batches, they take more than the steps."""
    spec = NETWORKS[name]
    config = TrainingConfig(batch_size=batch_size, optimizer=optimizer)
    tracemalloc.start()
    network, rule = Network(spec), config.build_optimizer()
    until = iterations_per_epoch(digits, config) + 1  # a short batch, a measurement, and a whole batch again
    done = sum(isinstance(item, Iteration) for item in train(network, rule, digits, config, 0, until))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    no_checkpoint = 4 * spec.parameters * (1 + len(OPTIMIZERS[optimizer].slots))
    told = memory_of_run(spec, config, digits) - no_checkpoint
    assert done == until
    assert 0.95 * told < peak < 1.05 * told


def test_steps_alone_are_told_without_a_measurement():
    spec, config = PRESETS["SmallConvNet"](), TrainingConfig(batch_size=32, optimizer="SGD")
    assert memory_of_run(spec, config) == spec.memory(32, slots=0)


def test_a_batch_beyond_the_memory_is_refused_before_its_buffers_are_made(monkeypatch, digits):
    """The command line met the system's end of the memory, or a sentence of NumPy's about one array."""
    spec = PRESETS["SmallConvNet"]()
    network, config = Network(spec), TrainingConfig(batch_size=SAMPLES)
    monkeypatch.setattr("nn.network.spec.free_memory", lambda: spec.memory(SAMPLES))
    tracemalloc.start()
    with pytest.raises(ValueError, match=r"This network needs 0\.1 GB; 0\.1 GB are free.* or a smaller batch"):
        next(train(network, config.build_optimizer(), digits, config))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**23
