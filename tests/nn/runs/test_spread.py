"""Is the difference more than the seed?"""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn.runs.spread import contrast, spread


def test_mean_and_deviation_are_of_what_is_a_number() -> None:
    found = spread([1.0, 2.0, math.nan, 3.0, math.inf])
    assert (found.mean, found.deviation, found.count) == (2.0, 1.0, 3)
    assert math.isnan(spread([1.0]).deviation)
    assert math.isnan(spread([]).mean)


def test_two_groups_that_do_not_overlap_are_told_apart() -> None:
    found = contrast([0.97, 0.971, 0.972, 0.973, 0.974], [0.96, 0.961, 0.962, 0.963, 0.964])
    assert found.share == pytest.approx(2 / 252)  # only this deal and the one the other way round
    assert found.difference == pytest.approx(0.01)
    assert found.is_more_than_chance


def test_groups_that_overlap_are_not() -> None:
    found = contrast([0.97, 0.95, 0.96, 0.98, 0.94], [0.965, 0.955, 0.945, 0.975, 0.95])
    assert found.can_be_told
    assert not found.is_more_than_chance


@pytest.mark.parametrize("counts", [(1, 1), (1, 5), (3, 3)])
def test_few_seeds_tell_nothing(counts: tuple[int, int]) -> None:
    found = contrast(list(np.arange(counts[0]) + 100.0), list(np.arange(counts[1]) + 0.0))
    assert found.share >= found.least
    assert not found.is_more_than_chance
    assert not found.can_be_told


def test_of_equal_settings_one_in_twenty_seems_different() -> None:
    rng = np.random.default_rng(3)
    told = sum(contrast(*rng.normal(size=(2, 5))).is_more_than_chance for _ in range(400))
    assert 5 <= told <= 35


def test_many_results_are_drawn_from_all_deals() -> None:
    rng = np.random.default_rng(4)
    assert contrast(rng.normal(size=20), rng.normal(size=20) + 3).is_more_than_chance
