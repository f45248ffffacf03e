"""What became better and worse, counted by hand; principal components, held against NumPy's own decomposition."""

from __future__ import annotations

from itertools import product
from math import comb

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.evaluation.answers import Answers
from nn.evaluation.changes import changes, sign_test
from nn.evaluation.component_map import MOST_SAMPLES, component_map, mapped
from nn.network import Network, NetworkSpec


def of(shares, t):
    shares, t = np.asarray(shares, float), np.asarray(t)
    return Answers(("a", "b"), t, shares, -np.log(shares[range(len(t)), t]))


def test_samples_are_sorted_by_what_became_of_them():
    t = [0, 0, 1, 1, 0, 1]
    before = of([[0.9, 0.1], [0.4, 0.6], [0.8, 0.2], [0.3, 0.7], [0.2, 0.8], [0.9, 0.1]], t)
    now = of([[0.8, 0.2], [0.7, 0.3], [0.1, 0.9], [0.6, 0.4], [0.1, 0.9], [np.nan, np.nan]], t)
    found = changes(before, now)
    assert found.stayed_right.tolist() == [0]
    assert found.better.tolist() == [2, 1]  # the loss of 2 falls from 1.6 to 0.1
    assert found.worse.tolist() == [3]
    assert found.stayed_wrong.tolist() == [4, 5]
    assert found.chance == 1.0
    with pytest.raises(ValueError, match="6 and 2"):
        changes(before, of([[1, 0], [1, 0]], [0, 0]))


def test_values_are_better_where_they_are_less_far_off():
    t = np.array([[1.0], [2.0], [3.0], [4.0]])
    before = Answers((), t, np.array([[1.5], [2.5], [3.0], [np.nan]]), np.zeros(4))
    now = Answers((), t, np.array([[0.9], [3.0], [3.0], [9.0]]), np.zeros(4))
    found = changes(before, now)
    assert (found.better.tolist(), found.worse.tolist(), found.stayed_right.tolist()) == ([3, 0], [1], [2])


@pytest.mark.parametrize(("ups", "downs"), [(0, 0), (1, 0), (5, 5), (9, 2), (0, 12), (70, 43)])
def test_the_sign_test_counts_all_outcomes(ups, downs):
    count, few = ups + downs, min(ups, downs)
    tail = sum(comb(count, each) for each in range(few + 1)) / 2**count
    assert sign_test(ups, downs) == pytest.approx(min(1.0, 2 * tail), rel=1e-9)
    assert sign_test(5_000, 5_400) < 1e-4 < sign_test(5_000, 5_100)


@pytest.mark.parametrize("shape", [(60, 8), (12, 90), (20, 3, 5, 5)])
def test_the_components_are_those_of_the_singular_value_decomposition(shape):
    x = np.random.default_rng(1).normal(size=shape) * np.linspace(1, 4, shape[-1]) + 7
    flat = x.reshape(len(x), -1)
    centred = flat - flat.mean(axis=0)
    u, s, v = np.linalg.svd(centred, full_matrices=False)
    signs = np.sign(v[range(2), np.abs(v[:2]).argmax(axis=1)])
    found = component_map(x.astype(np.float32))
    np.testing.assert_allclose(found.points, u[:, :2] * s[:2] * signs, atol=1e-3)
    np.testing.assert_allclose(found.shares, (s**2 / (s**2).sum())[:2], rtol=1e-4)


def test_points_of_a_line_have_one_direction_and_equal_ones_none():
    line = component_map(np.array([[3.0, 0], [0, -4], [-3, -8]]))
    np.testing.assert_allclose(line.points, [[5, 0], [0, 0], [-5, 0]], atol=1e-9)
    assert line.shares[0] == pytest.approx(1)
    assert np.isnan(component_map(np.ones((4, 3))).shares).all()
    one = component_map(np.array([[1.0], [3.0]]))
    np.testing.assert_allclose(one.points, [[-1, 0], [1, 0]])
    assert component_map(np.empty((0, 1))).points.shape == (0, 2)


def test_what_is_no_number_is_left_out_and_an_earlier_map_decides_the_sign():
    x = np.random.default_rng(2).normal(size=(30, 4)) * [5, 3, 1, 1]
    x[4, 2] = np.inf
    found = component_map(x)
    assert 4 not in found.rows
    assert len(found.rows) == len(found.points) == 29
    for flips in product((1, -1), repeat=2):
        earlier = component_map(x)
        object.__setattr__(earlier, "points", earlier.points * flips)
        np.testing.assert_allclose(component_map(x, earlier).points, earlier.points)


def test_a_map_is_of_what_the_layer_puts_out():
    data = DATASETS["spiral"]()
    network = Network(NetworkSpec.mlp(2, (8,), 2), 4)
    for layer, values in ((0, data.x_test), (3, network.predict(data.x_test))):
        found = [each for each in mapped(network, data, "test", layer) if each is not None]
        assert len(found) == 1
        np.testing.assert_allclose(found[0].points, component_map(values[:MOST_SAMPLES]).points, atol=1e-4)
