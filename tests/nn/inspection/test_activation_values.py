"""What is plotted is what runs: numbers of functions come out of the layers, and are the documents'."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn import functions
from nn.inspection.activation_values import parts, steepest, values
from nn.layers import LAYERS
from playground.panels.activations.ready_plots import READY_PLOTS, ready_plot
from playground.session.looking.selection import FunctionPlot

X = np.linspace(-9, 9, 1801)
ELEMENTWISE = [name for name, layer in LAYERS.items() if layer.elementwise]
# One number at a time, by Python's own mathematics. Of every other activation the graph is a reference: a contract
# of all layers.
REFERENCES = {
    "Step": lambda x: float(x > 0),
    "Sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "Relu": lambda x: x if x > 0 else 0,
    "Identity": lambda x: x,
    "Tanh": math.tanh,
    "LeakyRelu": lambda x: x if x > 0 else 0.01 * x,
    "Elu": lambda x: x if x > 0 else math.expm1(x),
    "Softplus": lambda x: math.log1p(math.exp(x)),
    "Swish": lambda x: x / (1 + math.exp(-x)),
    "Gelu": lambda x: x * (1 + math.erf(x / math.sqrt(2))) / 2,
}


@pytest.mark.parametrize("kind", REFERENCES)
def test_values_are_those_of_a_reference(kind):
    tolerance = 5e-4 if kind == "Gelu" else 1e-12  # its tanh form is an approximation
    expected = [REFERENCES[kind](x) for x in X.tolist()]
    np.testing.assert_allclose(values(kind, {}, X).y, expected, atol=tolerance)


@pytest.mark.parametrize("kind", ELEMENTWISE)
def test_slopes_are_central_differences(kind):
    h = 1e-6
    before, at, after = (values(kind, {}, X + step).y for step in (-h, 0, h))
    has_slope = np.abs(after - 2 * at + before) < 0.01 * h  # corners and jumps have none
    assert np.count_nonzero(~has_slope) <= 2
    differences = (after - before)[has_slope] / (2 * h)
    np.testing.assert_allclose(values(kind, {}, X).slope[has_slope], differences, atol=h)


@pytest.mark.parametrize(("kind", "name"), [("Sigmoid", "sigmoid"), ("Relu", "relu"), ("Gelu", "gelu")])
def test_values_are_those_of_the_books_functions(kind, name):
    np.testing.assert_array_equal(values(kind, {}, X).y, getattr(functions, name)(X))
    np.testing.assert_allclose(values(kind, {}, X).slope, getattr(functions, f"{name}_grad")(X), rtol=1e-12, atol=1e-15)


def test_options_and_shapes_are_kept():
    found = values("LeakyRelu", {"slope": 0.5}, [[-2.0, 4.0]], "float32")
    assert found.y.tolist() == [[-1.0, 4.0]]
    assert found.slope.tolist() == [[0.5, 1.0]]
    assert found.y.dtype == np.float32


def ready(*names, reach):
    return next(r for r in READY_PLOTS if r.plot.functions == names and r.plot.high == reach)


def test_step_from_minus_8_to_8_is_81_zeros_and_79_ones():
    y = values("Step", {}, ready("Step", reach=8).points()).y
    assert (len(y), int((y == 0).sum()), int((y == 1).sum())) == (160, 81, 79)


def test_sigmoid_has_the_documents_ends():
    wide = values("Sigmoid", {}, ready("Sigmoid", reach=8).points()).y
    near = values("Sigmoid", {}, ready("Sigmoid", reach=5).points()).y
    np.testing.assert_allclose([wide[0], wide[-1]], [0.00033535, 0.99962939], atol=5e-9)
    np.testing.assert_allclose([near[0], near[-1]], [0.00669285, 0.99260846], atol=5e-9)


def test_relu_is_51_zeros_then_a_tenth_to_4_9():
    x = ready("Relu", reach=5).points()
    y = values("Relu", {}, x).y
    assert len(y) == 100
    assert not y[:51].any()
    np.testing.assert_allclose(y[51:], np.arange(1, 50) / 10, atol=1e-12)


def test_a_ready_plot_is_known_until_something_is_changed():
    assert ready_plot(FunctionPlot(("Sigmoid", "Step"), -8.0, 8.0, False)).top == 2.0
    assert ready_plot(FunctionPlot(("Sigmoid", "Step"), -8.0, 8.1, False)) is None
    assert ready_plot(FunctionPlot(("Sigmoid", "Step"), -8.0, 8.0, True)) is None


def test_steepest_slope_of_the_sigmoid_is_a_quarter():
    assert steepest("Sigmoid", {}) == pytest.approx(0.25)
    assert steepest("Step", {}) == 0


def counts(kind, x):
    return [int(np.count_nonzero(part)) for part in parts(kind, {}, np.asarray(x))]


def test_parts_tell_what_is_off_saturated_and_nearly_straight():
    assert counts("Relu", [-3.0, -1.0, 2.0, 4.0]) == [2, 0, 2, 0]
    assert counts("Sigmoid", [[-10.0, 0.0], [10.0, 2.0]]) == [0, 2, 1, 0]
    assert counts("Sigmoid", [3.0, 4.0]) == [0, 1, 0, 0]  # 18 % and 7 % of the steepest slope
    assert counts("Sigmoid", [0.6, 0.8]) == [0, 0, 1, 0]  # 92 % and 86 %
    assert counts("Sigmoid", [40.0, 20.0, -1000.0]) == [1, 2, 0, 0]  # a neuron that puts out 1 is not off
    assert counts("Sigmoid", np.array([20.0], np.float32)) == [0, 1, 0, 0]  # where its slope is 0, too


def test_through_a_step_nothing_is_learned_yet_only_its_zeros_are_off():
    assert counts("Step", [-1.0, 1.0]) == [1, 1, 0, 0]


def test_numbers_that_are_none_are_told():
    assert parts("Relu", {}, np.array([np.nan, np.inf, 1.0])).broken.tolist() == [True, True, False]
