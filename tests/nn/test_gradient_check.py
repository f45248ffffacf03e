from __future__ import annotations

import math

import numpy as np
import pytest

from nn import (
    LAYERS,
    LOSSES,
    Affine,
    LayerSpec,
    Network,
    NetworkSpec,
    Relu,
    Sigmoid,
    check_gradients,
    check_layer,
    numerical_gradient,
)
from nn.gradient_check import difference
from nn.layers import Layer


def test_numerical_gradient_of_the_book():
    """Book 4.4: the gradient of x0² + x1²."""
    for x, wanted in (([3.0, 4.0], [6, 8]), ([0.0, 2.0], [0, 4]), ([3.0, 0.0], [6, 0])):
        np.testing.assert_allclose(numerical_gradient(lambda x: np.sum(x**2), np.array(x)), wanted, atol=1e-9)


def test_numerical_gradient_restores_x_and_may_be_read_elsewhere():
    W = np.arange(6.0).reshape(2, 3)
    before = W.copy()
    gradient = numerical_gradient(lambda _: float(np.sum(W**3)), W)
    np.testing.assert_array_equal(W, before)
    np.testing.assert_allclose(gradient, 3 * before**2, atol=1e-7)


def test_numerical_gradient_restores_x_when_f_raises():
    x = np.array([1.0, 2.0])

    def f(x):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        numerical_gradient(f, x)
    np.testing.assert_array_equal(x, [1, 2])


@pytest.mark.parametrize(
    ("x", "error", "message"),
    [
        (np.array([1, 2]), TypeError, "x must be a float64 array to be changed by h, got dtype int64"),
        (np.ones(2, np.float32), TypeError, "x must be a float64 array to be changed by h, got dtype float32"),
        ([1.0, 2.0], TypeError, "got list"),
        (np.broadcast_to(1.0, 3), ValueError, "x is read-only"),
    ],
)
def test_numerical_gradient_refuses_what_it_cannot_change(x, error, message):
    with pytest.raises(error, match=message):
        numerical_gradient(np.sum, x)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("activation", [kind for kind in LAYERS if LAYERS[kind].elementwise and kind != "Step"])
def test_check_gradients_passes_for_every_activation_and_loss(activation, loss):
    spec = NetworkSpec.mlp(3, (4,), 2, activation=activation, initializer="std", scale=1, loss=loss, dtype="float64")
    rng = np.random.default_rng(5)
    found = check_gradients(Network(spec, 1), rng.standard_normal((5, 3)), rng.integers(0, 2, 5))
    assert found.keys() == {"W1", "b1", "W2", "b2"}
    for gap in found.values():
        assert gap.error < 1e-7, str(gap)


def test_check_gradients_goes_through_every_other_layer():
    layers = (LayerSpec("BatchNormalization"), LayerSpec("Flatten"), LayerSpec.of("Affine", units=4))
    layers += (LayerSpec("Dropout"), LayerSpec("Softmax"), LayerSpec.of("Affine", units=2))
    network = Network(NetworkSpec((2, 2), layers, dtype="float64"), 1)
    rng = np.random.default_rng(5)
    found = check_gradients(network, rng.standard_normal((5, 2, 2)), rng.integers(0, 2, 5))
    assert found.keys() == {"gamma1", "beta1", "W1", "b1", "W2", "b2"}
    assert all(gap.passed for gap in found.values()), list(map(str, found.values()))


def test_check_gradients_refuses_float32():
    network = Network(NetworkSpec.mlp(2, (), 2))
    with pytest.raises(ValueError, match="gradients are checked in float64"):
        check_gradients(network, np.ones((1, 2)), [0])


class HalfSigmoid(Sigmoid):
    """Forgets one factor, as a learner may."""

    def derivative(self, x, y, out):
        return np.multiply(y, 1, out=out)


class ForgetfulAffine(Affine):
    """Gives the bias the gradient of the first sample alone."""

    def backward_params(self, dout):
        super().backward_params(dout)
        self.grads["b"] = dout[0]


def test_check_layer_finds_what_is_wrong_and_where():
    x = np.random.default_rng(0).standard_normal((3, 2))
    found = check_layer(HalfSigmoid(), x)["x"]
    assert not found.passed
    assert found.error > 0.1
    assert str(found).startswith(f"x{list(found.index)}: backward says {found.analytic:.10g}, the numerical gradient ")

    found = check_layer(ForgetfulAffine(np.ones((2, 3)), np.zeros(3)), x)
    assert {name: gap.passed for name, gap in found.items()} == {"x": True, "W": True, "b": False}


def test_check_layer_leaves_its_argument_alone():
    x = np.array([[1, 2], [3, 4]])
    x.flags.writeable = False
    assert check_layer(Relu(), x)["x"].passed


def test_a_gradient_of_the_wrong_shape_is_named():
    class Turned(Relu):
        def backward(self, dout, out=None):
            return super().backward(dout).T

    with pytest.raises(ValueError, match=r"x: backward gives shape \(2, 3\), expected \(3, 2\)"):
        check_layer(Turned(), np.ones((3, 2)))


def test_gradients_too_small_to_be_measured_are_no_failure():
    """A saturated sigmoid: the gradient is 1e-11, and the differences of numbers near 1 are rounding."""
    found = check_layer(Sigmoid(), np.array([[30.0, 33.0, -30.0]]))["x"]
    assert found.passed, str(found)


def test_nan_does_not_pass():
    gap = difference("W1", np.array([1.0, math.nan]), np.array([1.0, 1.0]))
    assert not gap.passed
    assert gap.index == (1,)


def test_equal_gradients_of_0_pass():
    assert check_layer(LAYERS["Step"](), np.array([[1.0, -2.0]]))["x"].error == 0


def test_a_layer_of_one_s_own_is_checked_too():
    class Square(Layer):
        def forward(self, x, training=False, rng=None, out=None):
            self.x = x
            return x * x

        def backward(self, dout, out=None):
            return 2 * self.x * dout

        def graph(self, x, params):
            raise NotImplementedError

    assert check_layer(Square(), np.array([[1.0, -2.0]]))["x"].error < 1e-8


class ReadersAffine:
    """An Affine as a reader of the book types it, with the slip of choice."""

    def __init__(self, W, b, slip=1.0):
        self.W, self.b, self.slip = W, b, slip
        self.x = self.dW = self.db = None

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout) * self.slip
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T)


@pytest.mark.parametrize(("slip", "wrong"), [(1.0, set()), (0.5, {"W"})])
def test_a_class_typed_from_the_book_is_checked_by_the_names_of_its_gradients(slip, wrong):
    rng = np.random.default_rng(0)
    found = check_layer(ReadersAffine(rng.standard_normal((2, 3)), np.zeros(3), slip), rng.standard_normal((4, 2)))
    assert found.keys() == {"x", "W", "b"}
    assert {name for name, gap in found.items() if not gap.passed} == wrong
