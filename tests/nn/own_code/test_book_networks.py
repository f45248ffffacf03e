"""Networks as the book has its readers type them: recorded, and differentiated by all of their parameters."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nn.own_code.gradients import gradients
from nn.own_code.recording import Recorder
from tests.nn.own_code.recorded import leaf, loaded

RETYPED = Path(__file__).parent / "retyped"
NETWORKS = {
    "functions_net": lambda own: own["TwoLayerNet"](6, 5, 3, weight_init_std=0.4),
    "layers_net": lambda own: own["TwoLayerNet"](6, 5, 3, weight_init_std=0.4),
    "convolution_net": lambda own: own["ConvNet"](),
}


@pytest.mark.parametrize("name", NETWORKS)
def test_the_gradient_by_every_parameter_is_that_of_central_differences(name):
    np.random.seed(7)  # noqa: NPY002 - the book draws from it
    recorder = Recorder()
    net = NETWORKS[name](loaded((RETYPED / f"{name}.txt").read_text("utf-8"), recorder).namespace)
    rng = np.random.default_rng(1)
    x = rng.normal(size=(4, 1, 6, 6)) if name == "convolution_net" else rng.normal(size=(4, 6))
    t = np.eye(3)[[0, 2, 1, 0]] if name == "functions_net" else np.array([0, 2, 1, 0])

    def loss():
        np.random.seed(3)  # noqa: NPY002 - the same neurons are dropped each time
        return net.loss(x, t)

    with recorder.recording():
        for key, value in net.params.items():
            recorder.name(value, key)
        value = loss()
    found = gradients(recorder.last, recorder.node_of(value), strict=True)
    np.random.seed(3)  # noqa: NPY002
    backward = net.gradient(x, t)
    for key, array in net.params.items():
        own = found[leaf(recorder.last, key)]
        np.testing.assert_allclose(own, measured(loss, array), rtol=1e-5, atol=1e-8)
        np.testing.assert_allclose(own, backward[key], rtol=1e-4, atol=1e-6)  # which forgets the book's 1e-7


def measured(loss, array, h=1e-5):
    slopes = np.zeros_like(array)
    for index in np.ndindex(array.shape):
        before = array[index]
        array[index] = before + h
        above = loss()
        array[index] = before - h
        slopes[index] = (above - loss()) / (2 * h)
        array[index] = before
    return slopes
