from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QPalette

from playground.widgets.look.colors import chart_colors
from playground.widgets.look.heat import heat_colors, heat_limit, typical_limit


@pytest.fixture(params=["#ffffff", "#202225"])
def palette(request, qapp):
    palette = QPalette(QColor(request.param))
    palette.setColor(QPalette.ColorRole.Base, QColor(request.param))
    return palette


def test_sign_and_size_give_the_colour(palette):
    colors = chart_colors(palette)

    heat = heat_colors(np.array([-2.0, 0.0, 2.0, 9.0, -9.0]), 2.0, palette)

    expected = [colors.negative, colors.background, colors.positive, colors.positive, colors.negative]
    assert heat.tolist() == [color.rgb() for color in expected]


def test_equal_sizes_are_equally_far_from_the_middle(palette):
    colors = chart_colors(palette)
    half_up, half_down = heat_colors(np.float32([0.5, -0.5]), 1.0, palette)

    assert QColor(int(half_up)).red() == pytest.approx((colors.background.red() + colors.positive.red()) / 2, abs=1)
    assert QColor(int(half_down)).red() == pytest.approx((colors.background.red() + colors.negative.red()) / 2, abs=1)


def test_what_is_not_finite_looks_like_no_number(palette):
    heat = heat_colors(np.array([np.nan, np.inf, -np.inf]), 1.0, palette)

    assert set(heat.tolist()) == {chart_colors(palette).diverged.rgb()}


@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.int64])
def test_zeros_have_no_scale_and_need_none(palette, dtype):
    values = np.zeros((2, 3), dtype)

    heat = heat_colors(values, heat_limit(values), palette)

    assert heat.shape == (2, 3)
    assert heat.dtype == np.uint32
    assert set(heat.ravel().tolist()) == {chart_colors(palette).background.rgb()}


def test_limit_is_the_largest_finite_size():
    assert heat_limit(np.array([0.5, -3.0, np.inf, np.nan])) == 3.0
    assert heat_limit(np.array([np.nan])) == 0.0
    assert heat_limit(np.empty((0, 4))) == 0.0


def test_one_huge_number_does_not_leave_the_others_pale():
    values = np.full(10_000, 0.1, np.float32)
    values[0] = 5

    assert heat_limit(values) == 5
    assert 0.3 <= typical_limit(values) < 0.4
    assert typical_limit(np.float32([0.5, -0.5])) == 0.5
    assert typical_limit(np.zeros(3)) == 0.0
    assert typical_limit(np.float32([1, np.nan])) == 1.0
    assert np.isfinite(typical_limit(np.float32([1e30, 1])))
