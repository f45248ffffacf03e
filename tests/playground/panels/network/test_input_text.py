"""Numbers as people type them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from playground.panels.network.input_text import NotNumbersError, numbers_text, parse_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1.0, 0.5", [1.0, 0.5]),
        ("1.0 0.5", [1.0, 0.5]),
        ("1.0; 0.5", [1.0, 0.5]),
        ("[1.0, 0.5]", [1.0, 0.5]),
        ("[[1.0, 0.5]]", [[1.0, 0.5]]),
        ("[[1, 2], [3, 4]]", [[1, 2], [3, 4]]),
        ("[[1 2]\n [3 4]]", [[1, 2], [3, 4]]),
        ("np.array([[1.0, 0.5]])", [[1.0, 0.5]]),
        ("x = np.array([1.0, 0.5])", [1.0, 0.5]),
        ("1, 2; 3, 4", [[1, 2], [3, 4]]),
        ("1,5; 0,5", [1.5, 0.5]),
        ("1,5 0,5", [1.5, 0.5]),
        ("1,0", [1, 0]),
        ("-1e-3, +2.", [-0.001, 2]),
        ("  7  ", [7]),
        ("", []),
    ],
)
def test_what_people_type(text, numbers):
    assert parse_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "piece"),
    [("1, abc", "abc"), ("[[1, 2]", ""), ("[1, 2", ""), ("1]", ""), ("[[1], x [2]]", ""), ("١, x", "x")],
)
def test_what_is_no_number_is_named(text, piece):
    with pytest.raises(NotNumbersError) as caught:
        parse_numbers(text)
    assert caught.value.piece == piece


finite = st.floats(allow_nan=False, allow_infinity=False, width=32)


@given(arrays.arrays(np.float32, st.integers(2, 6), elements=finite))
def test_a_row_that_is_written_is_read_as_the_same_numbers(row):
    np.testing.assert_array_equal(np.array(parse_numbers(numbers_text(row)), np.float32), row)


@given(arrays.arrays(np.float64, st.tuples(st.integers(1, 4), st.integers(1, 4)), elements=finite))
def test_a_batch_that_is_written_is_read_as_the_same_numbers(batch):
    np.testing.assert_array_equal(np.array(parse_numbers(numbers_text(batch))), batch)
