"""The strongest edges are chosen exactly."""

from __future__ import annotations

import numpy as np
import pytest

from nn.inspection.edges import incoming, outgoing, shares, strongest


@pytest.mark.parametrize("shape", [(2, 3), (784, 100), (784, 512), (1024, 512)])
@pytest.mark.parametrize("count", [1, 5, 80])
def test_the_strongest_are_those_a_full_sort_gives(shape, count):
    weights = np.random.default_rng(3).normal(size=shape).astype(np.float32)
    edges = strongest(weights, count)
    expected = np.sort(np.abs(weights).reshape(-1))[-count:]
    np.testing.assert_array_equal(np.abs(edges.weights), expected)
    np.testing.assert_array_equal(edges.weights, weights[edges.sources, edges.targets])


def test_the_strongest_are_found_however_they_are_spread():
    weights = np.zeros((1024, 512), np.float32)
    weights[7, :300] = np.arange(1, 301)  # all in one row, where a sample hardly looks
    np.testing.assert_array_equal(strongest(weights, 50).weights, np.arange(251, 301))


def test_the_strongest_are_found_where_a_sample_would_mislead():
    weights = np.zeros((1024, 512), np.float32)
    every = weights.size // 5_000  # what a sample sees is large, and all the rest is not
    weights.reshape(-1)[::every] = np.arange(1, len(weights.reshape(-1)[::every]) + 1)
    np.testing.assert_array_equal(strongest(weights, 80).weights, weights.max() - np.arange(79, -1, -1))


def test_nan_is_never_hidden():
    weights = np.ones((300, 300))
    weights[4, 5] = np.nan
    edges = strongest(weights, 3)
    assert (4, 5) in set(zip(edges.sources.tolist(), edges.targets.tolist(), strict=True))


def test_a_neuron_has_its_own_edges():
    weights = np.random.default_rng(1).normal(size=(20, 30))
    into, out = incoming(weights, 7, 5), outgoing(weights, 4, 40)
    assert set(into.targets.tolist()) == {7}
    np.testing.assert_array_equal(np.sort(np.abs(weights[:, 7]))[-5:], np.abs(into.weights))
    assert set(out.sources.tolist()) == {4}
    assert sorted(out.targets.tolist()) == list(range(30))


@pytest.mark.parametrize(
    ("totals", "budget", "given"),
    [([10, 10], 8, [4, 4]), ([2, 100, 100], 50, [2, 24, 24]), ([3, 4], 100, [3, 4]), ([], 10, [])],
)
def test_edges_are_shared_out_among_the_gaps(totals, budget, given):
    assert shares(totals, budget) == given
