"""What the tests of `nn` share: layers and inputs that are nowhere special."""

from __future__ import annotations

import numpy as np
import pytest

from nn import LAYERS, LayerSpec

MODES = ("prediction", "training")
SHAPES = {"rows": (6,), "images": (2, 3, 4)}
PICTURE = (1, 4, 3)
"""Stands for a row where a layer takes pictures alone."""


@pytest.fixture
def rng():
    return np.random.default_rng(7)


@pytest.fixture(params=MODES)
def training(request):
    """Give both modes of a layer, one after the other."""
    return request.param == "training"


def row_for(kind):
    return PICTURE if kind is not None and LAYERS[kind].takes_images else (6,)


@pytest.fixture
def row_shape(request):
    """Give the shape of a row, or of a small picture for layers that take nothing else."""
    return row_for(request.node.callspec.params.get("kind"))


@pytest.fixture(params=SHAPES)
def sample_shape(request, row_shape):
    """Give the shape of a row, then that of an image."""
    return row_shape if request.param == "rows" else SHAPES[request.param]


@pytest.fixture
def build_layer():
    """Return a function that builds a layer whose parameters and state are no ones and zeros."""

    def build(kind, input_shape=None, dtype="float64", **options):
        rng = np.random.default_rng(11)
        input_shape = row_for(kind) if input_shape is None else input_shape
        chosen = LayerSpec(kind, options).options
        layer = LAYERS[kind].build(input_shape, rng, dtype, **chosen)
        for array in layer.params.values():
            array[...] = rng.uniform(0.5, 1.5, array.shape) * rng.choice([-1, 1], array.shape)
        for array in layer.state.values():
            array[...] = rng.uniform(0.5, 1.5, array.shape)
        return layer

    return build


@pytest.fixture
def away_from_kinks(rng):
    """Return a function that draws inputs at least 0.05 away from 0, where ReLU and its kind have no derivative."""

    def draw(*shape):
        return rng.uniform(0.05, 3.0, shape) * rng.choice([-1.0, 1.0], shape)

    return draw
