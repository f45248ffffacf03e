"""What holds for the trace of every layer, loss and optimizer, present or future: it is what the network computes."""

from __future__ import annotations

import numpy as np
import pytest

from nn import LAYERS, LOSSES, OPTIMIZERS, LayerSpec, Network, NetworkSpec
from nn.trace import Update, record
from nn.training.clipping import clipping_factor, norm_of

N = 4
SHAPES = {"rows": (6,), "images": (2, 3, 4)}
DTYPES = pytest.mark.parametrize("dtype", ["float64", "float32"])
FORMS = pytest.mark.parametrize("form", ["book", "elementary"])
ROUNDING = {"float64": 1e-10, "float32": 2e-4}


def network_with(kind, shape, dtype, loss="SoftmaxWithLoss"):
    """Return a network with a layer of each kind, its weights and state no ones and zeros."""
    layers = [LayerSpec(kind), LayerSpec("Flatten"), LayerSpec.of("Affine", units=3)]
    if len(shape) == 1:
        layers.insert(0, LayerSpec.of("Affine", units=5))
    network = Network(NetworkSpec(shape, tuple(layers), loss, dtype), seed=3)
    rng = np.random.default_rng(5)
    network.flat_params += 0.3 * rng.standard_normal(network.flat_params.shape).astype(dtype)
    network.flat_state[...] = rng.uniform(0.5, 1.5, network.flat_state.shape)
    return network


def agree(got, wanted, dtype):
    assert got.dtype == wanted.dtype
    np.testing.assert_allclose(got, wanted, rtol=ROUNDING[dtype], atol=ROUNDING[dtype])


def check_nodes(trace, dtype):
    """The nodes of each layer end in what the layer itself computes, forwards and backwards."""
    nodes = {}
    for event in trace:
        if event.depth == "node":
            nodes.update(event.outputs)
            continue
        for name, array in event.outputs.items():
            if name in nodes:
                np.testing.assert_allclose(
                    nodes[name], array, rtol=ROUNDING[dtype], atol=ROUNDING[dtype], err_msg=f"{event.name} {name}"
                )
                assert nodes[name].shape == array.shape
        nodes = {}


@DTYPES
@pytest.mark.parametrize("samples", [1, N])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("kind", LAYERS)
def test_layer(kind, shape, samples, training, dtype):
    if (training and samples < LAYERS[kind].smallest_batch) or (LAYERS[kind].takes_images and len(shape) == 1):
        return
    network = network_with(kind, shape, dtype)
    rng = np.random.default_rng(2)
    x, t = rng.standard_normal((samples, *shape)), rng.integers(0, 3, samples)
    trace = record(network, x, t, training=training, rng=np.random.default_rng(8))
    state = network.flat_state.copy()
    gradient = network.gradient(x, t, training=training, rng=np.random.default_rng(8))
    loss = next(event for event in trace if event.phase == "loss" and event.depth == "layer")
    network.flat_state[...] = state
    assert loss.outputs["L"] == network.loss(x, t, training=training, rng=np.random.default_rng(8))
    for name, array in gradient.items():
        np.testing.assert_array_equal(trace[-1].values[f"d{name}"], array, err_msg=name)
    check_nodes(trace, dtype)


@DTYPES
@FORMS
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("single", [True, False])
def test_loss(loss, single, form, dtype):
    network = Network(NetworkSpec((6,), (LayerSpec.of("Affine", units=3),), loss, dtype), seed=1)
    rng = np.random.default_rng(2)
    x, t = rng.standard_normal((N, 6)), np.eye(3)[[0, 2, 1, 2]]
    if single:
        x, t = x[0], t[0]
    trace = record(network, x, t, form=form)
    gradient = network.gradient(x, t)
    for name, array in gradient.items():
        np.testing.assert_array_equal(trace[-1].values[f"d{name}"], array)
    check_nodes(trace, dtype)


@FORMS
@pytest.mark.parametrize("loss", LOSSES)
def test_loss_of_extreme_scores_in_float32(loss, form):
    """Where a probability underflows the nodes still tell what the network computes."""
    network = Network(NetworkSpec((3,), (LayerSpec("Identity"),), loss), seed=1)
    scores, t = np.array([[-150.0, 0, 120], [90, -90, 95]]), np.array([[1.0, 0, 0], [0, 1, 0]])
    check_nodes(record(network, scores, t, form=form), "float32")


@DTYPES
@pytest.mark.parametrize(("weight_decay", "clip_norm"), [(0.0, 0.0), (0.01, 0.0), (0.01, 0.05)])
@pytest.mark.parametrize("iterations", [0, 3])
@FORMS
@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_update(kind, form, iterations, weight_decay, clip_norm, dtype):
    network = Network(NetworkSpec.mlp(6, (5,), 3, dtype=dtype), seed=1)
    rng = np.random.default_rng(2)
    x, t = rng.standard_normal((N, 6)), rng.integers(0, 3, N)
    optimizer = OPTIMIZERS[kind](lr=0.05)

    def step(iteration):
        network.gradient(x, t)
        for name, array in network.params.items():
            if name.startswith("W"):
                network.grads[name] += weight_decay * array
        if clip_norm:
            assert norm_of(network.flat_grads) > clip_norm
            network.flat_grads *= network.flat_grads.dtype.type(clipping_factor(network.flat_grads, clip_norm))
        optimizer.step(network.flat_params, network.flat_grads, iteration)

    for i in range(1, iterations + 1):
        step(i)
    before = network.flat_params.copy()
    trace = record(network, x, t, update=Update(optimizer, iterations + 1, weight_decay, clip_norm), form=form)
    np.testing.assert_array_equal(network.flat_params, before)
    updates = [event for event in trace if event.phase == "update" and event.depth == "layer"]
    check_nodes(trace, dtype)
    step(iterations + 1)
    slots = optimizer.book_slots() if form == "book" else {slot: (slot, 1) for slot in optimizer.slots}
    ends = np.cumsum([array.size for array in network.params.values()])
    place = {name: slice(e - a.size, e) for e, (name, a) in zip(ends, network.params.items(), strict=True)}
    for event, (name, array) in zip(updates, network.params.items(), strict=True):
        np.testing.assert_array_equal(event.outputs[name], array)
        assert (event.inputs[name] != array).any()
        told = {f"{slot}_{name}": optimizer.memory[held] * factor for held, (slot, factor) in slots.items()}
        assert event.outputs.keys() == {name, *told}
        for slot, whole in told.items():
            np.testing.assert_allclose(event.outputs[slot].ravel(), whole[place[name]], rtol=ROUNDING[dtype])
        for slot, whole in optimizer.memory.items():  # what it holds is known under its own name, too
            np.testing.assert_array_equal(event.values[f"{slot}_{name}"].ravel(), whole[place[name]])


def test_what_was_recorded_stays_though_it_was_not_looked_at():
    """Values that are computed late are those of the moment of recording."""
    network = Network(NetworkSpec.mlp(6, (5,), 3), seed=1)
    optimizer = OPTIMIZERS["Adam"]()
    x, t = np.random.default_rng(2).standard_normal((N, 6)), np.arange(N) % 3
    looked_at, later = (record(network, x, t, update=Update(optimizer)) for _ in range(2))
    kept = [{name: array.copy() for name, array in event.outputs.items()} for event in looked_at]
    network.gradient(x, t)
    optimizer.step(network.flat_params, network.flat_grads, 1)
    x[...] = 7
    for event, arrays in zip(later, kept, strict=True):
        for name, array in event.outputs.items():
            np.testing.assert_array_equal(array, arrays[name])
