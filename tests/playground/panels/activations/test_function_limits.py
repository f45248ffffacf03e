"""Where float32 and float64 end before a function does."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn.functions import sigmoid
from nn.layers import LAYERS
from playground.panels.activations.function_limits import limits

EXP_OVERFLOW = {"float32": 88.7228394, "float64": 709.782713}


def at(kind, dtype, what, side):
    found = [limit for limit in limits(kind, {}, dtype) if limit.kind == what and math.copysign(1, limit.x) == side]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(("dtype", "before", "one"), [("float32", 16, 17), ("float64", 36, 37)])
def test_sigmoid_becomes_exactly_one(dtype, before, one):
    limit = at("Sigmoid", dtype, "constant", 1)
    assert before < limit.x < one
    assert limit.value == 1
    assert sigmoid(np.asarray(one, dtype)) == 1
    assert sigmoid(np.asarray(before, dtype)) < 1
    assert at("Sigmoid", dtype, "no slope", 1).x == limit.x


@pytest.mark.parametrize("dtype", EXP_OVERFLOW)
def test_sigmoid_overflows_on_the_way_far_below_0(dtype):
    assert at("Sigmoid", dtype, "overflow", -1).x == pytest.approx(-EXP_OVERFLOW[dtype], rel=1e-8)
    assert at("Sigmoid", dtype, "constant", -1).value == 0
    assert at("Sigmoid", dtype, "overflow", 1) is None


@pytest.mark.parametrize(("dtype", "digits"), [("float32", 24), ("float64", 53)])
def test_softplus_is_its_input_once_the_rest_is_smaller_than_a_digit(dtype, digits):
    limit = at("Softplus", dtype, "straight", 1)
    assert limit.value == limit.x
    assert limit.x < digits * math.log(2)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("kind", ["Step", "Relu", "Identity", "LeakyRelu"])
def test_what_is_made_of_straight_lines_has_no_limits(kind, dtype):
    assert limits(kind, {}, dtype) == ()


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("kind", [name for name, layer in LAYERS.items() if layer.elementwise])
def test_a_limit_is_the_first_number_of_its_kind(kind, dtype):
    for limit in limits(kind, {}, dtype):
        if limit.kind != "constant":
            continue
        layer = LAYERS[kind].build((1,), np.random.default_rng(0), dtype)
        inside = np.array([limit.x], dtype)
        nearer = np.nextafter(inside, np.zeros_like(inside))
        assert layer.forward(inside)[0] == limit.value
        assert layer.forward(nearer)[0] != limit.value


def test_tanh_saturates_on_both_sides_alike():
    left, right = at("Tanh", "float64", "constant", -1), at("Tanh", "float64", "constant", 1)
    assert left.x == -right.x
    assert 18 < right.x < 20


def test_options_move_the_limits():
    assert limits("Elu", {"alpha": 1e-3}, "float32") != limits("Elu", {"alpha": 1.0}, "float32")
