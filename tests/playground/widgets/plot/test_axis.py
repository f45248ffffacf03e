"""Numbers on the axes: few, round, and short enough for their place."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.widgets.plot.axis import PlotAxis


@pytest.fixture(scope="module")
def axes(qapp):
    """Give a vertical axis and one that counts; with pytest-qt an item needs the application."""
    return PlotAxis("left"), PlotAxis("bottom", smallest_step=1)


def texts(axis, low, high, size, logarithmic=False):
    axis.logMode = logarithmic
    ((spacing, values),) = axis.tickValues(low, high, size)
    return axis.tickStrings(values, 1.0, spacing)


def test_linear_axes_are_marked_in_steps_of_one_two_or_five(axes):
    left, counting = axes
    assert texts(left, 0, 2.5, 200) == ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5"]
    assert texts(left, 90, 100, 80) == ["90", "95", "100"]
    assert texts(counting, 0, 1_000_000, 450) == ["0", "200,000", "400,000", "600,000", "800,000", "1,000,000"]


def test_iterations_are_whole_numbers_however_far_one_zooms_in(axes):
    assert texts(axes[1], 500, 504, 450) == ["500", "501", "502", "503", "504"]


def test_exploded_losses_and_tiny_ones_are_written_with_powers(axes):
    assert texts(axes[0], 0, 2e19, 200) == ["0", "5·10¹⁸", "10¹⁹", "1.5·10¹⁹", "2·10¹⁹"]
    assert texts(axes[0], 0, 2e-6, 80) == ["0", "10⁻⁶", "2·10⁻⁶"]


def test_logarithmic_axes_show_powers_of_ten_and_in_short_ranges_more(axes):
    left = axes[0]
    assert texts(left, -4.2, 2.1, 300, True) == ["10⁻⁴", "0.001", "0.01", "0.1", "1", "10", "100"]
    assert texts(left, -1.2, 0.5, 300, True) == ["0.1", "0.2", "0.5", "1", "2"]
    assert texts(left, -0.11, -0.04, 300, True) == ["0.8", "0.85", "0.9"]


def test_a_low_plot_has_two_numbers_at_least(axes):
    assert texts(axes[0], 0, 0.8, 40) == ["0.0", "0.5"]
    assert texts(axes[0], 0, 0.015, 33) == ["0.00", "0.01"]
    assert texts(axes[0], -3.2, 0.3, 40, True) == ["0.001", "1"]
    assert texts(axes[0], -7.2, -2.8, 40, True) == ["10⁻⁶", "0.001"]


@pytest.mark.parametrize("size", [60, 75, 110, 400])
def test_numbers_of_a_low_logarithmic_plot_do_not_touch(axes, size):
    """A loss that fell from 0.7 to 0.004 had eight numbers in 75 px, one over the other."""
    left, _ = axes
    left.logMode = True
    [(_, ticks)] = left.tickValues(-2.4, -0.15, size)
    pixels = [tick * size / 2.25 for tick in ticks]
    assert len(ticks) >= 2
    assert all(after - before >= 20 for before, after in pairwise(pixels))


@given(st.floats(-12, 38), st.floats(1e-6, 45), st.integers(40, 2000))
def test_no_range_leaves_a_logarithmic_axis_crowded_or_in_disorder(axes, low, span, size):
    left = axes[0]
    left.logMode = True
    ((_, values),) = left.tickValues(low, low + span, size)
    assert len(values) <= max(12, size / 16)
    assert (np.diff(values) > 0).all()
    assert all(low - 1e-9 <= value <= low + span + 1e-9 for value in values)
    assert len(left.tickStrings(values, 1.0, None)) == len(values)
