"""The book's functions: their values, their derivatives, and what no finite input may do to them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from nn import functions
from nn.functions import (
    cross_entropy_error,
    identity_function,
    mean_squared_error,
    relu,
    relu_grad,
    sigmoid,
    softmax,
    softmax_loss,
    step_function,
    sum_squared_error,
)

# function: its derivative
ACTIVATIONS = {
    "identity_function": "identity_grad",
    "step_function": "step_grad",
    "sigmoid": "sigmoid_grad",
    "relu": "relu_grad",
    "tanh": "tanh_grad",
    "leaky_relu": "leaky_relu_grad",
    "elu": "elu_grad",
    "softplus": "softplus_grad",
    "gelu": "gelu_grad",
    "swish": "swish_grad",
}
OF_ARRAYS = [*ACTIVATIONS, *ACTIVATIONS.values(), "softmax", "softmax_grad"]
ERRORS = ["sum_squared_error", "cross_entropy_error"]


def function(name):
    return getattr(functions, name)


def any_finite(dtype):
    width = np.dtype(dtype).itemsize * 8
    floats = st.floats(allow_nan=False, allow_infinity=False, width=width)
    return hnp.arrays(dtype, hnp.array_shapes(max_dims=2, max_side=4), elements=floats)


@pytest.mark.parametrize("name", OF_ARRAYS)
@settings(max_examples=25)
@given(data=st.data(), dtype=st.sampled_from(["float32", "float64"]))
def test_any_finite_input_gives_finite_numbers_without_a_warning(name, data, dtype):
    """Warnings are errors in these tests."""
    x = data.draw(any_finite(dtype))
    y = function(name)(x)
    assert np.isfinite(y).all()
    assert y.shape == x.shape
    assert y.dtype == (np.int64 if name == "step_function" else dtype)


@pytest.mark.parametrize("name", ERRORS)
@settings(max_examples=25)
@given(data=st.data(), dtype=st.sampled_from(["float32", "float64"]))
def test_errors_of_any_finite_input_never_warn(name, data, dtype):
    y = data.draw(any_finite(dtype))
    if name == "cross_entropy_error":
        y = np.atleast_2d(softmax(y))
        error = cross_entropy_error(y, np.zeros(len(y), int))
        assert 0 <= error + 1e-6 <= 17
    else:
        assert sum_squared_error(y, -y) >= 0


@pytest.mark.parametrize(("name", "derivative"), ACTIVATIONS.items())
def test_derivatives_agree_with_central_differences(name, derivative):
    x = np.concatenate((np.linspace(-6, -0.01, 60), np.linspace(0.01, 6, 60)))
    f, h = function(name), 1e-5
    np.testing.assert_allclose(function(derivative)(x), (f(x + h) - f(x - h)) / (2 * h), atol=1e-9)


def test_softmax_grad_is_the_diagonal_of_the_jacobian():
    x, h = np.array([0.3, 2.9, 4.0]), 1e-5
    for i in range(3):
        step = h * np.eye(3)[i]
        numeric = (softmax(x + step) - softmax(x - step))[i] / (2 * h)
        assert functions.softmax_grad(x)[i] == pytest.approx(numeric, rel=1e-8)


@pytest.mark.parametrize("name", OF_ARRAYS)
@pytest.mark.parametrize("dtype", ["bool", "uint8", "int64", "float16", ">f8", "longdouble"])
def test_any_real_numbers_are_computed_as_floats(name, dtype):
    x = np.array([[0, 1, 200], [3, 5, 100]]).astype(dtype)
    before = x.copy()
    wide = np.float32 if dtype == "float16" else np.float64
    y = function(name)(x)
    np.testing.assert_array_equal(y, function(name)(x.astype(wide)))
    assert y.dtype.isnative
    assert y.dtype in (wide, np.int64)
    np.testing.assert_array_equal(x, before)
    assert not np.shares_memory(x, y)


@pytest.mark.parametrize("name", [*OF_ARRAYS, "softmax_loss", *ERRORS])
@pytest.mark.parametrize("x", [np.ones((2, 3), complex), np.ones((2, 3), object), np.full((2, 3), "1")], ids=str)
def test_what_is_no_real_number_is_refused(name, x):
    with pytest.raises(TypeError, match=f"must hold real numbers, got dtype {x.dtype}"):
        function(name)(*(x, np.ones((2, 3)))[: 1 + (name not in OF_ARRAYS)])


@pytest.mark.parametrize("name", OF_ARRAYS)
def test_results_are_fresh_and_arguments_untouched(name):
    x = np.random.default_rng(0).standard_normal((3, 4))
    before = x.copy()
    x.flags.writeable = False
    y = function(name)(x)
    np.testing.assert_array_equal(x, before)
    assert y.flags.writeable
    assert not np.shares_memory(x, y)


@pytest.mark.parametrize("name", [name for name in ACTIVATIONS if name != "step_function"])
def test_a_number_is_taken_as_in_the_book(name):
    assert float(function(name)(0.5)) == function(name)(np.array([0.5]))[0]
    assert math.isfinite(function(name)(-3))


@pytest.mark.parametrize("name", ["sigmoid", "relu", "tanh"])
def test_the_result_goes_where_it_is_wanted(name):
    x, out = np.linspace(-2, 2, 6).reshape(2, 3), np.full((2, 3), np.nan)
    assert function(name)(x, out=out) is out
    np.testing.assert_array_equal(out, function(name)(x))


@pytest.mark.parametrize("name", ["identity_function", "sigmoid", "relu", "tanh", "leaky_relu", "elu", "softplus"])
def test_infinity_is_the_limit(name):
    """Without a warning; what times infinity is not a number warns, as anywhere in NumPy."""
    limits = {
        "identity_function": (-math.inf, math.inf),
        "sigmoid": (0, 1),
        "relu": (0, math.inf),
        "tanh": (-1, 1),
        "leaky_relu": (-math.inf, math.inf),
        "elu": (-1, math.inf),
        "softplus": (0, math.inf),
    }
    np.testing.assert_array_equal(function(name)(np.array([-math.inf, math.inf])), limits[name])


@pytest.mark.parametrize("name", [name for name in ACTIVATIONS if name != "step_function"])
def test_nan_stays_nan(name):
    assert math.isnan(function(name)(math.nan))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_sigmoid_saturates_where_its_dtype_says(dtype):
    one = np.dtype(dtype).type(1)
    np.testing.assert_array_equal(sigmoid(np.array([-1000, 1000], dtype)), [0, 1])
    saturated = {"float32": 17, "float64": 37}[dtype]
    assert sigmoid(np.array([saturated], dtype))[0] == one
    assert sigmoid(np.array([saturated - 1], dtype))[0] < one


def test_relu_and_its_derivative_at_the_edge():
    np.testing.assert_array_equal(relu([-0.0, 0.0, -math.inf, 1.0]), [0, 0, 0, 1])
    np.testing.assert_array_equal(relu_grad([-0.0, 0.0, 1e-300]), [0, 0, 1])


def test_step_is_a_whole_number():
    y = step_function(np.array([-1.0, 0.0, 2.0]))
    np.testing.assert_array_equal(y, [0, 0, 1])
    assert y.dtype == np.int64
    assert step_function(3) == 1


@given(x=any_finite("float64"))
def test_softmax_rows_are_probabilities(x):
    y = softmax(x)
    assert ((y >= 0) & (y <= 1)).all()
    np.testing.assert_allclose(y.sum(axis=-1), 1, rtol=1e-14)


@given(x=hnp.arrays(np.float64, (3, 4), elements=st.floats(-50, 50)), shift=st.floats(-1e3, 1e3))
def test_softmax_ignores_a_shift_and_other_rows(x, shift):
    np.testing.assert_allclose(softmax(x + shift), softmax(x), atol=1e-12)
    np.testing.assert_array_equal(np.stack([softmax(row) for row in x]), softmax(x))


@given(x=hnp.arrays(np.float64, (3, 4), elements=st.floats(-50, 50)))
def test_softmax_keeps_the_order_so_inference_needs_none(x):
    order = np.argsort(x, axis=1)
    assert (np.diff(np.take_along_axis(softmax(x), order, axis=1), axis=1) >= 0).all()


def test_softmax_goes_along_the_last_axis_of_any_shape():
    x = np.random.default_rng(0).standard_normal((2, 3, 4))
    y = softmax(x)
    assert y.shape == x.shape
    np.testing.assert_allclose(y.sum(axis=-1), 1)
    np.testing.assert_array_equal(y[1, 2], softmax(x[1, 2]))


@pytest.mark.parametrize("row", [[math.inf, 0], [-math.inf, -math.inf], [math.nan, 0]])
def test_softmax_of_what_is_not_finite_is_nan_in_that_row_alone(row):
    y = softmax([row, [0, 0]])
    assert np.isnan(y[0]).all()
    np.testing.assert_array_equal(y[1], [0.5, 0.5])


def test_sum_squared_error_of_the_book():
    assert sum_squared_error([1, 2], [1, 4]) == 2
    assert mean_squared_error is sum_squared_error
    assert sum_squared_error(np.full(3, 1e200), np.zeros(3)) == math.inf


def test_sum_squared_error_refuses_shapes_that_only_broadcast():
    with pytest.raises(ValueError, match=r"y has shape \(3, 1\), but t has shape \(3,\)"):
        sum_squared_error(np.zeros((3, 1)), np.ones(3))


def test_sum_squared_error_of_bytes_does_not_wrap_around():
    assert sum_squared_error(np.array([3], np.uint8), np.array([5], np.uint8)) == 2


def test_cross_entropy_error_takes_every_form_of_target():
    y = np.array([[0.1, 0.9], [0.8, 0.2]])
    wanted = -(np.log(0.9 + 1e-7) + np.log(0.8 + 1e-7)) / 2
    for t in ([1, 0], [1.0, 0.0], [[1], [0]], [[0, 1], [1, 0]], np.array([1, 0], np.uint8)):
        assert cross_entropy_error(y, t) == pytest.approx(wanted, rel=1e-15)
    single = -np.log(0.9 + 1e-7)
    for t in (1, [1], [0, 1], [[0, 1]]):
        assert cross_entropy_error(y[0], t) == pytest.approx(single, rel=1e-15)
    assert cross_entropy_error(y[:1], [0, 1]) == pytest.approx(single, rel=1e-15)


def test_with_one_class_the_shape_tells_labels_from_one_hot():
    """`t.size == y.size` cannot: the labels 0, 0 would be read as rows of nothing and cost nothing."""
    y = np.array([[0.5], [0.5]])
    assert cross_entropy_error(y, [0, 0]) == pytest.approx(-np.log(0.5 + 1e-7))
    assert cross_entropy_error(y, [[1], [1]]) == pytest.approx(-np.log(0.5 + 1e-7))


def test_cross_entropy_error_of_certain_failure_is_the_book_s_largest():
    assert cross_entropy_error([[1.0, 0.0]], [1]) == pytest.approx(16.118, abs=1e-3)


@pytest.mark.parametrize(
    ("y", "t", "message"),
    [
        (np.full((2, 3), 1 / 3), [0, 3], r"Row 1: label 3, but the network has 3 outputs \(0–2\)"),
        (np.full((2, 3), 1 / 3), [-1, 0], "Row 0: label -1"),
        (np.full((2, 3), 1 / 3), [0, 1.5], "Row 1: label 1.5"),
        (np.full((2, 3), 1 / 3), [0, 1, 2], "2 rows of probabilities but 3 targets"),
        (np.empty((0, 3)), [], "the batch is empty; give at least one sample"),
    ],
)
def test_cross_entropy_error_refuses_targets_that_do_not_fit(y, t, message):
    with pytest.raises(ValueError, match=message):
        cross_entropy_error(y, t)


def test_softmax_loss_is_the_book_s_shortcut():
    x = np.array([[0.3, 2.9, 4.0]])
    assert softmax_loss(x, [2]) == cross_entropy_error(softmax(x), [2])


def test_every_listed_function_is_tested_here():
    helpers = {"mean_squared_error", "softmax_loss", *ERRORS}
    assert set(functions.__all__) == {*OF_ARRAYS, *helpers}


def test_identity_function_can_be_changed_without_changing_its_input():
    x = np.zeros(2)
    y = identity_function(x)
    y += 1
    assert not x.any()
