"""What a person may type for numbers, in the ways of the book and of NumPy."""

from __future__ import annotations

import numpy as np
import pytest

from playground.lessons.asking.typed_numbers import typed_numbers


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("0.25", 0.25),
        (" -1/4 ", -0.25),
        ("−.5", -0.5),
        ("０．２５", 0.25),
        ("1e-3", 0.001),
        ("74%", 0.74),
        ("74 %", 0.74),
        ("inf", np.inf),
        ("nan", np.nan),
        ("[14, 140]", [14, 140]),
        ("14, 140", [14, 140]),
        ("[ 14 140]", [14, 140]),
        ("[2.1 2.4 1.9]", [2.1, 2.4, 1.9]),
        ("(2, 3)", [2, 3]),
        ("(3,)", [3]),
        ("[[1, -1/2], [0 3]]", [[1, -0.5], [0, 3]]),
        ("[1 0] [0 1]", [[1, 0], [0, 1]]),
        ("[True False]", [1, 0]),
    ],
)
def test_it_is_read_as_it_is_written(text, wanted):
    np.testing.assert_array_equal(typed_numbers(text), np.array(wanted, float))


@pytest.mark.parametrize("text", ["", "x", "[1, 2", "1]", "[[1], [1, 2]]", "1//2", "1/0", "[" * 9, "1 " * 300, "[]"])
def test_what_is_no_number_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match=r"type for example 0\.25, -1/4 or \[14, 140\]"):
        typed_numbers(text)
