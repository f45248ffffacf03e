"""Convolution and pooling: the numbers of the book, every shape of window, what is refused before anything is made."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from nn import (
    BatchNormalization,
    Convolution,
    LayerSpec,
    Network,
    NetworkSpec,
    Pooling,
    check_layer,
    col2im,
    im2col,
)
from nn.datasets import Dataset
from nn.editing.architecture import check_chain
from nn.graph import backpropagate, evaluate, variable
from nn.network import Workspace
from nn.network.presets import PRESETS
from nn.network.spec import free_memory
from nn.optimizers import Adam
from nn.training import TrainingConfig, train

FIG_7_3 = np.array([[1, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1]], float)[None, None]
FILTER = np.array([[2, 0, 1], [0, 1, 2], [1, 0, 2]], float)[None, None]


def test_im2col_has_a_row_for_each_place():
    rows = im2col(np.arange(16).reshape(1, 1, 4, 4), 3, 3)
    assert rows.tolist() == [
        [0, 1, 2, 4, 5, 6, 8, 9, 10],
        [1, 2, 3, 5, 6, 7, 9, 10, 11],
        [4, 5, 6, 8, 9, 10, 12, 13, 14],
        [5, 6, 7, 9, 10, 11, 13, 14, 15],
    ]
    assert im2col(np.zeros((1, 3, 7, 7)), 5, 5).shape == (9, 75)
    assert im2col(np.zeros((10, 3, 7, 7), np.float32), 5, 5).shape == (90, 75)
    assert im2col(np.zeros((10, 3, 7, 7), np.float32), 5, 5).dtype == np.float32


def test_col2im_adds_as_often_as_a_pixel_is_seen():
    rows = im2col(np.ones((1, 1, 4, 4)), 3, 3)
    seen = [[1, 2, 2, 1], [2, 4, 4, 2], [2, 4, 4, 2], [1, 2, 2, 1]]
    assert col2im(rows, (1, 1, 4, 4), 3, 3)[0, 0].tolist() == seen


@pytest.mark.parametrize(
    ("bias", "pad", "result"),
    [
        (0, 0, [[15, 16], [6, 15]]),
        (3, 0, [[18, 19], [9, 18]]),
        (0, 1, [[7, 12, 10, 2], [4, 15, 16, 10], [10, 6, 15, 6], [8, 10, 4, 3]]),
    ],
)
def test_the_figure_of_the_book(bias, pad, result):
    assert Convolution(FILTER, np.array([float(bias)]), 1, pad).forward(FIG_7_3)[0, 0].tolist() == result


def test_the_sizes_of_the_book():
    layer = Convolution(np.zeros((1, 1, 3, 3)), np.zeros(1), 2)
    assert layer.forward(np.zeros((1, 1, 7, 7))).shape == (1, 1, 3, 3)
    layer = Convolution(np.zeros((1, 1, 5, 5)), np.zeros(1), 3, 2)
    assert layer.forward(np.zeros((1, 1, 28, 31))).shape == (1, 1, 10, 11)


WINDOWS = [
    ((3, 3), 1, 0, (1, 6, 6)),
    ((3, 3), 1, 1, (2, 5, 6)),
    ((2, 2), 2, 0, (2, 6, 5)),
    ((1, 1), 1, 0, (3, 4, 4)),
    ((2, 3), 1, (0, 1), (2, 5, 6)),
    ((2, 2), 3, 0, (1, 7, 8)),  # a stride beyond the filter
    ((3, 2), 2, 1, (2, 6, 6)),
    ((5, 5), 1, 2, (2, 6, 6)),
    ((3, 3), (2, 1), (1, 0), (1, 6, 5)),
    ((4, 4), 1, 0, (1, 4, 4)),  # one place
    ((1, 3), 1, 4, (2, 3, 3)),  # padding beyond the filter
]


def assert_agreement(layer, shape, rng, samples=3):
    """Demand 1e-12 between graph and layer, and gradients as central differences have them; no two inputs are equal."""
    x = rng.permutation(samples * int(np.prod(shape))).reshape(samples, *shape) * 0.1 - 3
    y = layer.forward(x)
    dout = rng.standard_normal(y.shape)
    dx = layer.backward(dout)
    nodes = {name: variable(name) for name in ("x", *layer.params)}
    output = layer.graph(nodes["x"], {key: nodes[key] for key in layer.params})
    values = evaluate(output, {"x": x, **layer.params})
    gradients = backpropagate(output, values, dout)
    np.testing.assert_allclose(values[output], y, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(gradients[nodes["x"]], dx, rtol=1e-12, atol=1e-12)
    for key in layer.params:
        np.testing.assert_allclose(gradients[nodes[key]], layer.grads[key], rtol=1e-12, atol=1e-12)
    assert max(difference.error for difference in check_layer(layer, x).values()) < 1e-7


@pytest.mark.parametrize(("size", "stride", "pad", "shape"), WINDOWS)
def test_any_convolution_is_its_graph_and_its_differences(size, stride, pad, shape, rng):
    assert_agreement(
        Convolution(rng.standard_normal((2, shape[0], *size)), rng.standard_normal(2), stride, pad), shape, rng
    )


@pytest.mark.parametrize("method", ["max", "average"])
@pytest.mark.parametrize(("size", "stride", "pad", "shape"), WINDOWS[:8])
def test_any_pooling_is_its_graph_and_its_differences(size, stride, pad, shape, method, rng):
    pad = tuple(min(p, s // 2) for p, s in zip(np.broadcast_to(pad, 2).tolist(), size, strict=True))
    assert_agreement(Pooling(*size, stride, pad, method), shape, rng)


def test_of_equal_numbers_the_first_is_the_maximum():
    layer = Pooling(2, 2, 2)
    x = np.array([[1, 5, 7, 7], [5, 5, 7, 7]], float)[None, None]
    assert layer.forward(x)[0, 0].tolist() == [[5, 7]]
    assert layer.backward(np.array([[[[1.0, 2.0]]]]))[0, 0].tolist() == [[0, 1, 2, 0], [0, 0, 0, 0]]


def test_what_no_window_reaches_gets_no_gradient_and_is_said():
    layer = Pooling(2, 2, 2)
    layer.forward(np.arange(25.0).reshape(1, 1, 5, 5))
    dx = layer.backward(np.ones((1, 1, 2, 2)))[0, 0]
    assert not dx[4].any()
    assert not dx[:, 4].any()
    plan = LayerSpec.of("Pooling").plan((1, 5, 5))
    assert plan.output == (1, 2, 2)
    assert "1 rows at the bottom and 1 columns at the right are left out" in plan.note
    with pytest.raises(ValueError, match="does not reach 1 rows and 1 columns"):
        LayerSpec.of("Pooling", remainder="refuse").plan((1, 5, 5))
    assert LayerSpec.of("Pooling", remainder="refuse").plan((1, 4, 6)).note is None


def test_same_keeps_the_size():
    for size, width in ((1, 0), (3, 0), (5, 3)):
        layer = LayerSpec.of("Convolution", filters=2, size=size, width=width, same=True)
        assert layer.plan((3, 7, 9)).output == (2, 7, 9)


def test_pictures_are_normalized_by_channel(rng):
    layer = BatchNormalization(np.ones(3), np.zeros(3))
    y = layer.forward(5 * rng.standard_normal((8, 3, 4, 4)) + 2, training=True)
    np.testing.assert_allclose(y.mean(axis=(0, 2, 3)), 0, atol=1e-12)
    np.testing.assert_allclose(y.std(axis=(0, 2, 3)), 1, atol=1e-6)
    assert layer.state["running_mean"].shape == (3,)


# ---- refused with the numbers, before anything is made


def convolution(**options):
    return LayerSpec.of("Convolution", **options)


@pytest.mark.parametrize(
    ("shape", "make", "message"),
    [
        ((1, 4, 4), lambda: convolution(size=5), r"the filter is 5x5 pixels and does not fit into a picture of 4x4"),
        ((1, 4, 4), lambda: convolution(size=7, pad=1), r"picture of 4x4 \(6x6 with padding\)"),
        ((1, 4, 4), lambda: convolution(pad=10**6), r"pad is 1000000; give a whole number from 0 to 1,000"),
        ((1, 4, 4), lambda: convolution(filters=0), r"filters is 0; give a whole number from 1"),
        ((1, 4, 4), lambda: convolution(stride=0), r"stride is 0; give a whole number from 1"),
        ((1, 4, 4), lambda: convolution(size=2, same=True), r"a filter of 2x2 has no pixel in its middle"),
        ((784,), convolution, r"pictures of shape \(channels, height, width\), got \(784,\).*\(1, 28, 28\)"),
        ((1, 4, 4), lambda: LayerSpec.of("Pooling", pad=2), r"padding of 2 around a window of 2x2 is too much"),
    ],
)
def test_bad_choices(shape, make, message):
    with pytest.raises(ValueError, match=message):
        check_chain(shape, (make(), LayerSpec.of("Affine", units=2)), "SoftmaxWithLoss")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Convolution(np.zeros((1, 1, 3, 3)), np.zeros(1), 0),
            "the stride is 0; give whole numbers of at least 1",
        ),
        (lambda: Convolution(np.zeros((1, 1, 3, 3)), np.zeros(1), 1, -1), "the padding is -1; give"),
        (lambda: Convolution(np.zeros((1, 1, 3, 3)), np.zeros(1), 1, 10**6), "padding of 1000000 is more"),
        (lambda: Convolution(np.zeros((1, 1, 3, 3)), np.zeros(1), 1, (0, -1)), "the padding is 0x-1; give"),
        (lambda: Pooling(3, 2, 2, (1, 2)), "padding of 1x2 around a window of 3x2 is too much"),
        (lambda: Pooling(0, 2), "the size of the filter is 0x2"),
        (lambda: Pooling(2, 2, method="median"), "method is 'median'; choose one of max, average"),
        (lambda: im2col(np.zeros((2, 3)), 2, 2), r"pictures have shape \(N, C, H, W\), got \(2, 3\)"),
        (lambda: col2im(np.zeros((4, 8)), (1, 1, 4, 4), 3, 3), r"make \(4, 9\)"),
        (
            lambda: Convolution(np.zeros((1, 3, 3, 3)), np.zeros(1)).forward(np.zeros((2, 1, 8, 8))),
            r"pictures of shape \(N, 3, H, W\), got \(2, 1, 8, 8\)",
        ),
        (lambda: Pooling(2, 2).forward(np.zeros((8, 8))), r"pictures of shape \(N, C, H, W\), got \(8, 8\)"),
    ],
)
def test_bad_use_of_the_classes(make, message):
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.skipif(free_memory() is None, reason="the system does not tell how much memory is free")
def test_a_network_beyond_the_memory_is_refused_before_it_is_made():
    layers = (convolution(filters=1000, size=1, pad=1000), LayerSpec.of("Affine", units=1_000_000))
    spec = NetworkSpec((1, 28, 28), layers)
    tracemalloc.start()
    with pytest.raises(ValueError, match=r"This network needs .* GB; .* GB are free"):
        Network(spec)
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


# ---- the networks of the book


def test_the_presets_have_the_books_shapes():
    assert {name: make().parameters for name, make in PRESETS.items()} == {
        "SmallConvNet": 9_098,
        "SimpleConvNet": 433_890,
        "DeepConvNet": 123_552,
    }
    sides = [plan.output[1] for plan in PRESETS["DeepConvNet"]().plans if len(plan.output) == 3]
    assert sides == [28, 28, 28, 28, 14, 14, 14, 16, 16, 8, 8, 8, 8, 8, 4]
    simple = PRESETS["SimpleConvNet"]()
    assert [plan.output for plan in simple.plans] == [(30, 24, 24), (30, 24, 24), (30, 12, 12), (100,), (100,), (10,)]
    assert list(Network(simple).params) == ["W1", "b1", "W2", "b2", "W3", "b3"]


@pytest.mark.parametrize("name", PRESETS)
def test_a_step_allocates_next_to_nothing(name):
    network = Network(PRESETS[name]())
    workspace, optimizer = Workspace(network, 20), Adam()
    x, t = np.ones((20, 1, 28, 28), np.float32), np.eye(10, dtype=np.float32)[np.arange(20) % 10]

    def step(number):
        workspace.gradient(x, t, np.random.default_rng(0))
        optimizer.step(network.flat_params, network.flat_grads, number)

    step(1)
    step(2)
    tracemalloc.start()
    step(3)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak <= 64 * 1024


@pytest.mark.parametrize(
    ("W", "b", "told"),
    [
        (np.ones((0, 1, 3, 3)), np.zeros(0), r"filters W have the shape .*, each at least 1, got \(0, 1, 3, 3\)"),
        (np.ones((3, 3)), np.zeros(3), r"filters W have the shape .* got \(3, 3\)"),
        (np.ones((2, 1, 3, 3)), np.zeros(3), r"2 filters need a bias each, b of shape \(2,\), got \(3,\)"),
    ],
)
def test_what_are_no_filters_is_refused_in_a_sentence(W, b, told):
    with pytest.raises(ValueError, match=told):
        Convolution(W, b)


def test_one_bias_may_stand_for_all_filters(rng):
    """As in the book's apply_filter.py, which looks at filters without their biases."""
    W, x = rng.normal(size=(2, 1, 3, 3)), rng.random((3, 1, 8, 8))
    assert np.array_equal(Convolution(W, 0).forward(x), Convolution(W, np.zeros(2)).forward(x))


@pytest.mark.parametrize("name", PRESETS)
def test_memory_is_told_beforehand(name):
    spec, batch = PRESETS[name](), 100
    tracemalloc.start()
    network = Network(spec)
    workspace = Workspace(network, batch)
    x, t = np.ones((batch, 1, 28, 28), np.float32), np.eye(10, dtype=np.float32)[np.arange(batch) % 10]
    workspace.gradient(x, t, np.random.default_rng(0))
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    told = spec.memory(batch, slots=0) - 4 * spec.parameters  # no checkpoint was taken
    assert 0.95 * told < taken < 1.05 * told


def test_many_pictures_are_predicted_in_pieces_with_the_same_result(rng):
    network = Network(PRESETS["SmallConvNet"]())
    x = rng.random((network.spec.at_once + 7, 1, 28, 28), dtype=np.float32)
    np.testing.assert_allclose(network.predict(x)[-7:], network.predict(x[-7:]), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("name", PRESETS)
def test_a_measurement_goes_in_pieces_cut_by_cost(name, monkeypatch, rng):
    """A piece is at most about 10 ms of work: of these, fewer samples the more each costs."""
    spec, asked = PRESETS[name](), []
    outputs = sum(int(np.prod(plan.output)) for plan in spec.plans)
    products = sum(plan.products for plan in spec.plans)
    assert 1 <= spec.at_once * (products + 30 * outputs) <= 100_000_000
    network, predict = Network(spec), Network.predict

    def noted(network, x):
        asked.append(len(x))
        return predict(network, x)

    monkeypatch.setattr(Network, "predict", noted)
    x, t = rng.random((2 * spec.at_once + 3, 784), dtype=np.float32), rng.integers(0, 10, 2 * spec.at_once + 3)
    data = Dataset("few", x, t, x[:5], t[:5], classes=tuple("0123456789"))
    config = TrainingConfig(batch_size=10, evaluate_every=1)
    items = list(train(network, config.build_optimizer(), data, config, until=1))
    assert asked == [spec.at_once, spec.at_once, 3, 5]
    assert items.count(None) == len(asked)  # after each piece whoever trains may look at its clock


@pytest.mark.parametrize("kind", ["Convolution", "Pooling"])
def test_the_size_of_a_window_may_be_a_pair(kind):
    assert LayerSpec.of(kind, size=(3, 5)) == LayerSpec.of(kind, size=3, width=5)
    with pytest.raises(TypeError, match=r"size is \(3, 5, 7\) \(tuple\); give a whole number"):
        LayerSpec.of(kind, size=(3, 5, 7))
    with pytest.raises(TypeError, match=r"size is \(3, 5\) \(tuple\)"):  # the width is said twice
        LayerSpec.of(kind, size=(3, 5), width=5)
