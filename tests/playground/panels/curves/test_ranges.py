"""Ranges hold what is wanted, are not much larger, and change rarely while a curve grows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.panels.curves import ranges as plot_ranges

positive = st.floats(1e-30, 1e30)


@given(positive)
def test_rounding_up_goes_a_third_too_far_at_most(value):
    assert value * (1 - 1e-9) <= plot_ranges.round_up(value) <= value * 1.34


@given(st.integers(0, 10**12))
def test_every_iteration_has_its_place(last):
    left, right = plot_ranges.iteration_range(last)
    assert left == 0
    assert 1.01 * last <= right <= max(51, 1.36 * last), "the last mark is cut in half"


def test_a_million_iterations_move_the_axis_a_few_dozen_times():
    ranges = {plot_ranges.iteration_range(last) for last in range(1, 1_000_001, 37)}
    assert len(ranges) < 50


@given(positive, positive)
def test_losses_stand_above_zero_and_below_the_top(one, other):
    low, high = sorted((one, other))
    bottom, top = plot_ranges.loss_range(low, high)
    assert bottom == 0
    assert high < top < 1.5 * high


@pytest.mark.parametrize(("low", "high"), [(-3.0, 5.0), (-2.0, -2.0), (0.0, 0.0)])
def test_losses_below_zero_or_all_the_same_have_room(low, high):
    bottom, top = plot_ranges.loss_range(low, high)
    assert bottom <= low <= high <= top
    assert bottom < top


@given(st.floats(-40, 30), st.floats(-40, 30))
def test_the_logarithmic_range_ends_where_losses_have_no_logarithm_any_more(one, other):
    low, high = sorted((one, other))
    bottom, top = plot_ranges.log_loss_range(low, high)
    assert bottom < top
    assert bottom >= -13 - 0.04 * (high - low)
    assert high < top


@pytest.mark.parametrize(("low", "floor"), [(3, 0), (50, 50), (94.1, 90), (98.7, 98), (99.5, 99), (100, 50)])
def test_accuracies_stand_between_a_round_floor_and_a_hundred(low, floor):
    bottom, top = plot_ranges.accuracy_range(low, 99.9)
    assert bottom == pytest.approx(floor, abs=0.06 * (100 - floor))
    assert bottom < floor
    assert top > 100


def test_a_range_stays_until_the_data_leave_it_or_shrink_to_half():
    wanted = plot_ranges.loss_range(0.1, 2.0)
    assert plot_ranges.still_good(wanted, (0.1, 2.0), wanted)
    assert not plot_ranges.still_good(wanted, (0.1, 2.6), plot_ranges.loss_range(0.1, 2.6))
    assert plot_ranges.still_good(wanted, (0.1, 1.3), plot_ranges.loss_range(0.1, 1.3))
    assert not plot_ranges.still_good(wanted, (0.1, 0.5), plot_ranges.loss_range(0.1, 0.5))


def test_a_fall_from_guessing_to_nothing_is_seen_whole():
    assert plot_ranges.top_of(np.array([2.3] + [1e-4] * 99)) >= 2.3
    assert plot_ranges.top_of(np.array([300.0] + [1e-4] * 99)) < 10
