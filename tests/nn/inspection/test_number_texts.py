from __future__ import annotations

import math

import numpy as np
import pytest

from nn.inspection.number_texts import figure_texts, number_texts, range_texts


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (0.5, "0.5"),
        (-0.25, "-0.25"),
        (1.0, "1"),
        (2.0, "2"),
        (1 / 3, "0.33333333"),
        (math.exp(-1), "0.36787944"),
        (math.exp(-5), "0.00673795"),
        (3.775134544e-11, "3.775e-11"),
        (1e9, "1e9"),
        (math.nan, "NaN"),
        (math.inf, "∞"),
        (-math.inf, "-∞"),
    ],
)
def test_writes_a_number_in_the_digits_of_the_book(value, text):
    assert number_texts(value)[0] == text


@pytest.mark.parametrize("value", [0.5, -0.25, 1 / 3, -0.0433, 0.00669285, 123456.789, 12.5, 7e-7])
def test_shorter_texts_are_shorter_and_still_near(value):
    texts = number_texts(value)
    assert [len(text) for text in texts] == sorted({len(text) for text in texts}, reverse=True)
    assert all(abs(float(text) - value) <= abs(value) / 2 for text in texts)


def test_only_a_zero_is_written_as_zero():
    assert "0" not in number_texts(1e-30)
    assert "0" not in number_texts(0.004)


def test_a_range_comes_with_the_mean_where_there_is_room():
    assert range_texts(-1.25, 2.0, 0.5) == ("-1.25 … 2, μ 0.5", "-1.25 … 2")


@pytest.mark.parametrize(
    ("array", "first", "last"),
    [
        ([[0.5, -1.0, 2.0]], "0.5, -1, 2", "1×3"),
        ([0.1, 0.2], "0.1, 0.2", "(2)"),
        ([[1.0, 2.0], [3.0, 4.0]], "1, 2; 3, 4", "2×2"),
        ([[1 / 3, 2.0]], "0.33333334, 2", "1×2"),
        ([[1.0, 2.0, 3.0, 4.0, 5.0]], "1×5   1 … 5, μ 3", "1×5"),
    ],
)
def test_a_few_numbers_are_written_one_by_one(array, first, last):
    texts = figure_texts(np.array(array, np.float32), None)
    assert (texts[0], texts[-1]) == (first, last)
