"""The samples and places that excite a filter most, against the plain sum over all of them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn import LayerSpec, Network, NetworkSpec
from nn.inspection.convolution.exciting import most_exciting

of = LayerSpec.of


@pytest.fixture
def network():
    layers = (
        of("Convolution", filters=2, size=3, pad=1),
        of("Relu"),
        of("Pooling"),
        of("Convolution", filters=3, size=3),
        of("Affine", units=2),
    )
    return Network(NetworkSpec((2, 10, 10), layers, "SoftmaxWithLoss", dtype="float64"), seed=2)


def answers(network, x, filter_):
    """Compute the second convolution's answers, one product after the other."""
    first, relu, pool, *_ = network.layers.values()
    maps = pool.forward(relu.forward(first.forward(x)))
    W, b = network.params["W2"], network.params["b2"]
    sides = range(maps.shape[2] - 2)
    return np.array(
        [[[(m[:, r : r + 3, c : c + 3] * W[filter_]).sum() + b[filter_] for c in sides] for r in sides] for m in maps]
    )


def test_the_nine_largest_answers_are_found_with_their_places(network):
    x = np.random.default_rng(5).integers(0, 256, (130, 2, 10, 10)).astype(np.uint8)
    *_, last = most_exciting(network, 3, 1, x.reshape(130, -1), scale=1 / 255)
    every = answers(network, x / 255, 1)
    best = every.max(axis=(1, 2))
    assert [find.row for find in last.finds] == np.argsort(-best, kind="stable")[:9].tolist()
    assert last.done == 130
    for find in last.finds:
        assert math.isclose(find.value, best[find.row], rel_tol=1e-9)
        assert every[find.row][find.place] == best[find.row]
        row, column = find.place  # 3 of the pooled, each of 2 of those that a padded filter of 3 made
        top, left = max(2 * row - 1, 0), max(2 * column - 1, 0)
        bottom, right = min(2 * row + 6, 9), min(2 * column + 6, 9)
        assert find.field == (top, left, bottom - top + 1, right - left + 1)


def test_it_goes_in_blocks_and_nan_is_no_answer(network):
    x = np.zeros((60, 200))
    x[0] = math.nan
    seen = list(most_exciting(network, 0, 0, x))
    assert [progress.done for progress in seen] == [50, 60]
    assert [find.row for find in seen[-1].finds] == list(range(1, 10))  # of equal ones the first


@pytest.mark.parametrize(("layer", "filter_", "told"), [(1, 0, "no convolution"), (3, 3, "0 to 2")])
def test_what_is_no_filter_is_refused(network, layer, filter_, told):
    with pytest.raises(ValueError, match=told):
        next(most_exciting(network, layer, filter_, np.zeros((1, 200))))
