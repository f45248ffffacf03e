"""The small curve beside an activation's name."""

from __future__ import annotations

import numpy as np
import pytest

from nn.inspection.activation_curve import activation_curve
from nn.layers import LAYERS


def test_the_curve_is_that_of_the_function_in_shares_of_its_height():
    x, y = np.array(activation_curve("Sigmoid", {})).T
    exact = 1 / (1 + np.exp(-6 * (x - 0.5)))
    np.testing.assert_allclose(y, (exact - exact[0]) / (exact[-1] - exact[0]), atol=1e-12)


@pytest.mark.parametrize("kind", [name for name, layer in LAYERS.items() if layer.elementwise])
def test_every_activation_has_a_curve_within_its_sign(kind):
    points = np.array(activation_curve(kind, {}))
    assert points.shape == (25, 2)
    assert points.min() >= 0
    assert points.max() <= 1


def test_options_change_the_curve_and_other_layers_have_none():
    steep = [name for name, layer in LAYERS.items() if layer.elementwise and layer.options]
    option = LAYERS[steep[0]].options[0]
    assert activation_curve(steep[0], {option.name: 0.5}) != activation_curve(steep[0], {option.name: 0.01})
    assert activation_curve("BatchNormalization", {}) == ()
    assert activation_curve("Affine", {"units": 3}) == ()
