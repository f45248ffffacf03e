"""Inputs that break libraries: extremes, NaN, odd dtypes, odd layouts, odd sizes; each over every layer it applies to.

What other tests prove row by row for losses, networks and training is not repeated here.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from nn import (
    LAYERS,
    LOSSES,
    Affine,
    BatchNormalization,
    Checkpoint,
    Dropout,
    LayerSpec,
    Network,
    NetworkSpec,
    Relu,
    Sigmoid,
    Softmax,
    TrainingConfig,
    check_layer,
    train,
)
from nn.datasets.base import Dataset
from nn.training import Divergence, Iteration
from tests.kinds import OF_ROWS

KINDS = pytest.mark.parametrize("kind", OF_ROWS)
ELEMENTWISE = pytest.mark.parametrize("kind", [kind for kind in LAYERS if LAYERS[kind].elementwise])
FLOATS = pytest.mark.parametrize("dtype", ["float32", "float64"])
NORMALIZES = {"BatchNormalization"}


def drawn():
    return np.random.default_rng(3)


def finite(dtype, **limits):
    return st.floats(allow_nan=False, allow_infinity=False, width=np.dtype(dtype).itemsize * 8, **limits)


@FLOATS
def test_saturated_sigmoids_are_0_and_1(dtype):
    layer = Sigmoid()
    x = np.array([-math.inf, -1000, 1000, math.inf], dtype)
    np.testing.assert_array_equal(layer.forward(x), [0, 0, 1, 1])
    np.testing.assert_array_equal(layer.backward(np.ones(4, dtype)), np.zeros(4))


@FLOATS
def test_softmax_of_far_scores(dtype):
    layer = Softmax()
    np.testing.assert_array_equal(layer.forward(np.array([[1000, 0], [0, 1000]], dtype)), np.eye(2))
    np.testing.assert_array_equal(layer.backward(np.ones((2, 2), dtype)), np.zeros((2, 2)))


@ELEMENTWISE
@FLOATS
@settings(max_examples=25)
@given(data=st.data())
def test_activations_of_any_finite_input_are_finite_both_ways(kind, dtype, data):
    """Warnings are errors in these tests."""
    layer = LAYERS[kind]()
    x = data.draw(hnp.arrays(dtype, (2, 3), elements=finite(dtype)))
    assert np.isfinite(layer.forward(x)).all()
    assert np.isfinite(layer.backward(np.ones_like(x))).all()


@pytest.mark.parametrize("kind", ["Dropout", "Flatten", "Softmax"])
@FLOATS
@settings(max_examples=25)
@given(data=st.data())
def test_other_layers_without_weights_too(kind, dtype, data):
    layer = LAYERS[kind]()
    largest = float(np.finfo(dtype).max) / 4  # what is kept by dropout grows
    x = data.draw(hnp.arrays(dtype, (2, 3), elements=finite(dtype, min_value=-largest, max_value=largest)))
    assert np.isfinite(layer.forward(x, True, drawn())).all()
    assert np.isfinite(layer.backward(np.ones_like(x))).all()


@KINDS
@settings(max_examples=25)
@given(data=st.data())
def test_any_layout_gives_the_numbers_of_its_contiguous_copy(kind, data):
    dtype = data.draw(st.sampled_from(["float32", "float64", ">f4", "int16", "uint8", "bool", "float16"]))
    rows, steps = data.draw(st.integers(1, 4)), data.draw(st.tuples(*[st.sampled_from([-2, -1, 1, 2])] * 2))
    stored = drawn().integers(0, 100, (2 * rows, 12)).astype(dtype)
    x = stored[:: steps[0], :: steps[1]][:rows, :6]
    if data.draw(st.booleans()):
        x = np.asfortranarray(x)
    x.flags.writeable = False
    layer = LAYERS[kind].build((6,), drawn(), "float64", **LayerSpec(kind).options)
    y = layer.forward(x)
    wanted = layer.forward(np.array(x, order="C"))
    if LAYERS[kind].elementwise:
        np.testing.assert_array_equal(y, wanted)
    else:
        np.testing.assert_allclose(y, wanted, rtol=1e-6)


@KINDS
@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_goes_through_and_spoils_its_own_row_alone(kind, bad, build_layer):
    layer = build_layer(kind)
    x = np.ones((3, 6))
    clean = layer.forward(x)
    x[1, 2] = bad
    with np.errstate(all="ignore"):
        y = layer.forward(x)
        layer.backward(np.ones_like(y))
    np.testing.assert_array_equal(y[[0, 2]], clean[[0, 2]])
    if math.isnan(bad) and kind != "Step":
        assert np.isnan(y[1]).any()


def test_relu_at_its_edges():
    layer = Relu()
    y = layer.forward(np.array([-math.inf, -0.0, 0.0, math.nan, math.inf]))
    np.testing.assert_array_equal(y, [0, 0, 0, math.nan, math.inf])
    np.testing.assert_array_equal(layer.backward(np.ones(5)), [0, 0, 0, 0, 1])


@KINDS
def test_a_batch_of_one_works_but_has_no_variance(kind, training, build_layer):
    layer, x = build_layer(kind), np.ones((1, 6))
    if training and kind in NORMALIZES:
        with pytest.raises(ValueError, match=r"BatchNormalization needs at least 2 samples .*use a larger batch"):
            layer.forward(x, True)
    else:
        y = layer.forward(x, training, drawn())
        assert layer.backward(np.ones_like(y)).shape == x.shape


@pytest.mark.parametrize("kind", ["Affine", "BatchNormalization"])
@pytest.mark.parametrize("shape", [(4, 5), (5,), (2, 7, 1)])
def test_wrong_widths_are_refused_by_the_layer_s_name(kind, shape, build_layer, training):
    layer = build_layer(kind)
    layer.name = f"{kind}3"
    width = 7 if len(shape) == 3 else 5
    with pytest.raises(ValueError, match=rf"{kind}3 expects 6 inputs, got {width} \(input shape "):
        layer.forward(np.ones(shape), training)


def test_a_number_is_no_sample_of_an_affine_layer():
    """`numpy.dot` would multiply the weights by it and return a matrix."""
    with pytest.raises(ValueError, match=r"Affine expects 2 inputs, got a single number \(input shape \(\)\)"):
        Affine(np.ones((2, 3)), np.zeros(3)).forward(3.0)


@KINDS
def test_samples_without_numbers_survive_both_ways(kind, training):
    """No spec allows them; the code between must not fall over them all the same."""
    layer = LAYERS[kind].build((0,), drawn(), "float64", **LayerSpec(kind).options)
    y = layer.forward(np.empty((2, 0)), training, drawn())
    assert len(y) == 2
    assert layer.backward(np.ones_like(y)).shape == (2, 0)


def test_bytes_do_not_wrap_around():
    layer = Affine(np.ones((2, 1), np.float32), np.zeros(1, np.float32))
    np.testing.assert_array_equal(layer.forward(np.array([[200, 100]], np.uint8)), [[300]])
    np.testing.assert_array_equal(LAYERS["Identity"]().forward(np.array([3], np.uint8)) - 5, [-2])


def test_float16_is_computed_in_float32():
    """exp(12) and a sum of 70,000 ones are infinite in float16."""
    assert np.isfinite(LAYERS["Softplus"]().forward(np.array([12, -12], np.float16))).all()
    ones = np.ones((1, 70_000), np.float16)
    layer = Affine(np.ones((70_000, 1), np.float32), np.zeros(1, np.float32))
    assert layer.forward(ones)[0, 0] == 70_000
    assert layer.backward(np.ones((1, 1), np.float32)).dtype == np.float32


def test_gradients_in_bytes_do_not_wrap_around():
    layer = Affine(np.ones((2, 1)), np.zeros(1))
    layer.forward(np.ones((2, 2)))
    layer.backward(np.array([[200], [100]], np.uint8))
    assert layer.db == [300]
    np.testing.assert_array_equal(layer.dW, [[300], [300]])


@FLOATS
def test_a_constant_feature_is_normalized_to_the_shift(dtype):
    layer = BatchNormalization(np.ones(2, dtype), np.array([0, 5], dtype))
    x = np.array([[3.5, 1.0], [3.5, 2.0], [3.5, 3.0]], dtype)
    y = layer.forward(x, training=True)
    np.testing.assert_array_equal(y[:, 0], 0)
    dx = layer.backward(np.array([[1, 0], [2, 1], [3, 0]], dtype))
    assert np.isfinite(dx).all()
    np.testing.assert_allclose(dx.sum(axis=0), 0, atol=1e-3)


@pytest.mark.parametrize("ratio", [1, 1.5, -0.1, math.nan])
def test_dropout_of_everything_is_refused(ratio):
    with pytest.raises(ValueError, match=rf"the dropout ratio is {ratio}; give a number from 0 to below 1"):
        Dropout(ratio)


@pytest.mark.parametrize("ratio", [0.0, 0.25, 0.9])
def test_dropout_keeps_its_share_and_the_mean(ratio):
    layer, x = Dropout(ratio), np.ones((200, 500))
    y = layer.forward(x, True, drawn())
    assert np.mean(y == 0) == pytest.approx(ratio, abs=0.01)
    assert y.mean() == pytest.approx(1, abs=0.03)
    np.testing.assert_array_equal(layer.backward(x), y)
    np.testing.assert_array_equal(layer.forward(x), x)


def test_a_mask_that_somebody_keeps_is_not_overwritten():
    layer, x, rng = Dropout(), np.ones((20, 50)), drawn()
    layer.forward(x, True, rng)
    mask = layer.mask
    kept = mask.copy()
    layer.forward(x, True, rng)
    np.testing.assert_array_equal(mask, kept)
    assert (layer.mask != mask).any()


def test_the_books_dropout_keeps_in_training_and_shrinks_in_prediction():
    layer, x, dout = Dropout(0.2, inverted=False), np.full((200, 500), 3.0), np.full((200, 500), 2.0)
    y = layer.forward(x, True, drawn())
    assert set(np.unique(y)) == {0.0, 3.0}
    assert (y > 0).mean() == pytest.approx(0.8, abs=0.01)
    np.testing.assert_array_equal(layer.backward(dout), np.where(y > 0, 2.0, 0.0))
    np.testing.assert_array_equal(layer.forward(x), x * 0.8)
    np.testing.assert_array_equal(layer.backward(dout), dout * 0.8)


def test_the_books_running_variance_begins_at_0():
    layer, rng = BatchNormalization(np.ones(4), np.zeros(4), initial_variance=0.0), np.random.default_rng(0)
    x = rng.standard_normal((1000, 4))
    layer.forward(x, True)
    assert layer.forward(x).std() == pytest.approx(10**0.5, rel=1e-2)  # the facts: 3.162 after 1 step, 1.06 after 21
    for _ in range(20):
        layer.forward(x, True)
    assert layer.forward(x).std() == pytest.approx(1.06, abs=0.01)


@FLOATS
def test_normalization_gives_mean_0_and_variance_1_and_remembers(dtype, rng):
    layer = BatchNormalization(np.ones(3, dtype), np.zeros(3, dtype), momentum=0.75)
    x = (rng.standard_normal((50, 3)) * [1, 10, 0.1] + [0, 5, -3]).astype(dtype)
    y = layer.forward(x, training=True)
    np.testing.assert_allclose(y.mean(axis=0), 0, atol=1e-4)
    np.testing.assert_allclose(y.var(axis=0), 1, atol=1e-3)
    np.testing.assert_allclose(layer.state["running_mean"], 0.25 * x.mean(axis=0), rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(layer.state["running_var"], 0.75 + 0.25 * x.var(axis=0), rtol=1e-4)
    before = {key: values.copy() for key, values in layer.state.items()}
    layer.forward(x)
    for key, values in layer.state.items():
        np.testing.assert_array_equal(values, before[key])


def test_checking_gradients_is_always_float64():
    """In float32 the differences of x² are 1.967 where 2 is right."""
    found = check_layer(LAYERS["Swish"](), np.ones((2, 3), np.float32))
    assert found["x"].error < 1e-8


@pytest.mark.parametrize("loss", LOSSES)
def test_a_huge_learning_rate_ends_in_a_result(loss, rng):
    x = rng.standard_normal((20, 3))
    t = rng.integers(0, 2, 20) if loss != "IdentityWithLoss" else rng.standard_normal((20, 2))
    data = Dataset("any", x, t, x, t)
    network = Network(NetworkSpec.mlp(3, (5,), 2, loss=loss))
    config = TrainingConfig("SGD", lr=1e9, batch_size=20, epochs=50)
    with np.errstate(all="ignore"):
        reports = [r for r in train(network, config.build_optimizer(), data, config) if r is not None]
    losses = [report.loss for report in reports if isinstance(report, Iteration)]
    assert 1 <= len(losses) <= 50
    assert all(math.isfinite(loss) for loss in losses)
    assert isinstance(reports[-1], Divergence) == (len(losses) < 50)


def test_the_same_seed_gives_the_same_network_in_both_dtypes_but_for_rounding():
    wide, narrow = (Checkpoint.initial(NetworkSpec.mlp(5, (4,), 3, dtype=dtype), 2) for dtype in ("float64", "float32"))
    np.testing.assert_array_equal(wide.params.astype(np.float32), narrow.params)
