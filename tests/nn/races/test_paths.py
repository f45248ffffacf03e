"""The ways of 6.1 to four digits, the spreads of 6.2, and the slopes of all surfaces."""

from __future__ import annotations

import numpy as np
import pytest

from nn import OPTIMIZERS
from nn.races.cards import cards
from nn.races.judging import Attempt
from nn.races.paths import VALLEYS, Walker, way
from nn.races.spread import spread_of


@pytest.mark.parametrize("name", ["6.1-paths", "6.2-histograms"])
def test_what_the_card_expects_comes_out(name):
    card = cards()[name]
    for seed in range(card.seeds):
        attempt = Attempt(card.experiment(seed=seed), None, seed)
        while attempt.advance():
            pass
        told = attempt.told()
        assert [feature.says["en"] for feature in card.features if not feature.holds(told)] == []


def test_every_optimizer_walks():
    assert {walker.optimizer for walker in cards()["6.1-paths"].fair.walkers} == set(OPTIMIZERS)


@pytest.mark.parametrize("valley", VALLEYS.values(), ids=VALLEYS)
def test_the_slope_is_that_of_the_height(valley):
    rng, h = np.random.default_rng(0), 1e-5
    x, y = rng.uniform(-9, 9, (2, 50))
    by_x = (valley.height(x + h, y) - valley.height(x - h, y)) / (2 * h)
    by_y = (valley.height(x, y + h) - valley.height(x, y - h)) / (2 * h)
    dx, dy = valley.slope(x, y)
    np.testing.assert_allclose(dx, by_x, rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(dy, by_y, rtol=1e-5, atol=1e-5)


def test_a_way_that_leaves_all_numbers_behind_ends():
    points = way(VALLEYS["bowl"], Walker("SGD", 1e200), (1.0, 1.0), 100)
    assert len(points) < 10


def test_a_start_that_is_no_point_is_told():
    with pytest.raises(ValueError, match="two finite numbers"):
        way(VALLEYS["book"], Walker("SGD", 0.1), (np.nan, 0.0), 5)


def test_a_spread_tells_what_lies_outside_of_the_books_range():
    spread = spread_of(np.array([-1.0, 0.0, 0.5, 2.0, np.nan]))
    assert (spread.low, spread.high, spread.outside, spread.zero) == (-1.0, 2.0, 0.5, 0.25)
    assert spread.counts.sum() == 4
