"""A share is written as nothing or all only where it is that."""

from __future__ import annotations

import math

import pytest

from playground.widgets.text.share_text import probability_text, share_text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0.0%"),
        (1e-9, "< 0.1%"),
        (0.0006, "0.1%"),
        (0.5, "50.0%"),
        (0.9994, "99.9%"),
        (0.9999999, "> 99.9%"),
        (1.0, "100.0%"),
        (math.nan, "NaN"),
    ],
)
def test_only_nothing_is_nothing_and_only_all_is_all(share, text):
    assert share_text(share) == text
    assert share_text(share, "") == text.removesuffix("%")


@pytest.mark.parametrize(("probability", "text"), [(0.0, "< 0.1%"), (1.0, "> 99.9%"), (0.25, "25.0%"), (1.3, "130.0%")])
def test_a_class_among_others_is_never_all_or_nothing(probability, text):
    assert probability_text(probability) == text
