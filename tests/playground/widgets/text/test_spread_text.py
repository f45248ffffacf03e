"""Means with their deviations."""

from __future__ import annotations

import math

import pytest

from playground.widgets.text.spread_text import spread_text


@pytest.mark.parametrize(
    ("mean", "deviation", "text"),
    [
        (0.28041, 0.0101, "0.280 ± 0.010"),
        (0.03014, 0.00021, "0.03014 ± 0.00021"),
        (12.34, 4.56, "12.3 ± 4.6"),
        (0.3, 0.0996, "0.30 ± 0.10"),
        (1.2e-6, 3e-8, "(1.200 ± 0.030)e-6"),
        (3.2e6, 1.5e5, "(3.20 ± 0.15)e6"),
        (2.3026, 0.0, "2.303 ± 0"),
        (0.5, 1e-9, "0.5 ± 1e-09"),
        (0.5, math.nan, "0.5"),
    ],
)
def test_mean_and_deviation_end_with_the_same_decimal(mean, deviation, text):
    assert spread_text(mean, deviation) == text
