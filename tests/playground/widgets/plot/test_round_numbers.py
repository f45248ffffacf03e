"""Round numbers for the scale of a chart."""

from __future__ import annotations

import math

import pytest

from playground.widgets.plot.round_numbers import round_ticks


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (0.0, 2.32, ["0.0", "0.5", "1.0", "1.5", "2.0"]),
        (0.0, 0.1, ["0.00", "0.02", "0.04", "0.06", "0.08", "0.10"]),
        (40.0, 100.0, ["40", "60", "80", "100"]),
        (0.0, 12_000.0, ["0", "5,000", "10,000"]),
        (1.0, 1.0, []),
        (0.0, math.inf, []),
    ],
)
def test_a_scale_has_round_numbers(low, high, texts):
    assert [text for _, text in round_ticks(low, high, 5)] == texts
    assert all(low <= value <= high for value, _ in round_ticks(low, high, 5))
