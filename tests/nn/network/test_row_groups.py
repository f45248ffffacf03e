"""Layers that go through rows together give what they give one after the other."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from nn import LayerSpec, Network, NetworkSpec
from nn.network import Workspace
from nn.network.presets import PRESETS
from nn.network.row_groups import row_groups, split_outputs

SHAPES = ((1, 8, 8), (2, 9, 7), (1, 6, 10))
ORDERS = ("crp", "cpr", "ccp", "cbp", "crpcrp", "ct")
"""Convolution, ReLU, pooling, batch normalization, tanh."""
WINDOWS = tuple(itertools.product((2, 3), (1, 2), (0, 1), (2, 3), (2, 3)))
"""Size, stride and padding of the convolution, size and stride of the pooling."""


def network(shape, order, window):
    size, stride, pad, pool, pool_stride = window
    kinds = {
        "c": LayerSpec.of("Convolution", filters=3, size=size, stride=stride, pad=pad),
        "r": LayerSpec("Relu"),
        "p": LayerSpec.of("Pooling", size=pool, stride=pool_stride),
        "b": LayerSpec("BatchNormalization"),
        "t": LayerSpec("Tanh"),
    }
    layers = (*(kinds[letter] for letter in order), LayerSpec.of("Affine", units=4))
    return Network(NetworkSpec(shape, layers, dtype="float64"), 3)


def cases():
    """Yield a seventh of all combinations that fit, with batches of 1, 2 and 5."""
    every = itertools.product(SHAPES, ORDERS, WINDOWS)
    for number, (shape, order, window) in enumerate(every):
        if number % 7 == 0:
            yield shape, order, window, (2, 5)[number % 2] if "b" in order else (1, 2, 5)[number % 3]


@pytest.mark.parametrize(("shape", "order", "window", "samples"), list(cases()))
def test_values_and_gradients_are_those_of_one_layer_after_the_other(shape, order, window, samples, rng):
    try:
        made = network(shape, order, window)
    except ValueError:
        pytest.skip("such a window does not fit")
    x, t = rng.standard_normal((samples, *shape)), np.eye(4)[rng.integers(0, 4, samples)]
    wanted, workspace = made.gradient(x, t), Workspace(made, samples)
    for _ in range(2):  # the second time with buffers that are not empty any more
        workspace.gradient(x, t)
    for name, gradient in wanted.items():
        np.testing.assert_allclose(made.grads[name], gradient, rtol=1e-11, atol=1e-13)
    value = x
    for layer, kept in zip(made.layers.values(), workspace.values[1:], strict=True):
        value = layer.forward(value, True)
        np.testing.assert_allclose(kept, value, rtol=1e-11, atol=1e-13)


def test_the_networks_of_the_book_go_in_groups_and_split_before_a_pooling():
    spec = PRESETS["DeepConvNet"]()
    layers, shapes = list(Network(spec).layers.values()), [plan.output for plan in spec.plans]
    groups = list(row_groups(layers, shapes))
    assert [(group.start, group.stop) for group in groups] == [(0, 2), (2, 5), (5, 7), (7, 10), (10, 12), (12, 15)]
    assert split_outputs(layers, shapes) == {2, 3, 7, 8, 12, 13}
