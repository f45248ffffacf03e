"""Figures of a variable in few signs."""

from __future__ import annotations

import math

import pytest

from playground.panels.variables.values.model import figure_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (0.13312, "0.133"),
        (-24.21, "-24.2"),
        (-1720.0, "-1.72e3"),
        (4.2e-4, "4.2e-4"),
        (math.inf, "inf"),
        (math.nan, "–"),
    ],
)
def test_a_figure_takes_few_signs(number, text):
    assert figure_text(number) == text
