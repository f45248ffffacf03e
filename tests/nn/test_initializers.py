from __future__ import annotations

import math

import numpy as np
import pytest

from nn import INITIALIZERS

SHAPE = (400, 300)


def draw(name, scale=0.01, seed=0, shape=SHAPE):
    return INITIALIZERS[name](np.random.default_rng(seed), shape, scale)


@pytest.mark.parametrize("name", INITIALIZERS)
def test_a_matrix_of_the_shape_and_the_same_for_the_same_seed(name):
    W = draw(name)
    assert W.shape == SHAPE
    assert W.dtype == np.float64
    np.testing.assert_array_equal(W, draw(name))
    assert INITIALIZERS[name].__doc__


@pytest.mark.parametrize(
    ("name", "scale", "deviation"),
    [
        ("std", 0.01, 0.01),
        ("std", 1.0, 1.0),
        ("Xavier", 0.01, 1 / math.sqrt(400)),
        ("He", 0.01, math.sqrt(2 / 400)),
    ],
)
def test_normal_with_the_deviation_of_the_book(name, scale, deviation):
    W = draw(name, scale)
    assert W.std() == pytest.approx(deviation, rel=0.01)
    assert abs(W.mean()) < 5 * deviation / math.sqrt(W.size)
    within = np.mean(abs(W) < deviation)
    assert within == pytest.approx(0.6827, abs=0.005)
    assert (draw(name, scale, seed=1) != W).all()


@pytest.mark.parametrize(("name", "value"), [("zeros", 0.0), ("constant", 0.25)])
def test_every_weight_alike(name, value):
    assert (draw(name, 0.25) == value).all()
