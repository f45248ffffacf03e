"""Numbers of a matrix in few signs, in all their digits, and as people type them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from playground.widgets.matrix.numbers import (
    BadNumberError,
    NumberFormat,
    exact_text,
    read_exact,
    step_for,
)

FLOAT32 = np.dtype(np.float32)
floats = st.floats(width=32, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("limit", "value", "text"),
    [
        (0.2, 0.123456, "0.1235"),
        (0.2, -0.05, "-0.0500"),
        (0.2, 0.0, "0"),
        (0.2, 1e-7, "1.0e-07"),
        (3.0, 0.123456, "0.123"),
        (60.0, 12.3456, "12.35"),
        (1e-5, 1.234e-6, "1.2e-06"),
        (1e9, -2.5e8, "-2.5e+08"),
        (1500.0, -27.0634, "-27.06"),
        (1500.0, 999.96, "1.0e+03"),
        (1e9, 0.0123456, "0.01235"),
        (0.0, 0.0, "0"),
        (0.2, np.nan, "nan"),
        (0.2, -np.inf, "-inf"),
    ],
)
def test_numbers_of_a_table_have_as_many_decimals_as_its_large_ones_need(limit, value, text):
    assert NumberFormat(limit)(value) == text


@pytest.mark.parametrize("limit", [1e-6, 0.2, 3.0, 60.0, 177.5, 900.0, 1e4, 1e9])
def test_the_widest_text_has_room_for_the_largest_number(limit):
    form = NumberFormat(limit)
    assert len(form(-limit)) <= len(form.widest())


@given(floats)
def test_what_is_not_zero_is_never_shown_as_zero(value):
    text = NumberFormat(0.2)(value)
    assert (float(text) == 0) == (value == 0)


@example(float(np.finfo(np.float32).max))
@given(floats)
def test_the_exact_text_brings_the_number_back_bit_for_bit(value):
    number = np.float32(value)
    assert np.float32(read_exact(exact_text(number), FLOAT32, "W1[0, 0]")).tobytes() == number.tobytes()


def test_the_exact_text_has_no_digit_that_the_number_has_not():
    assert exact_text(np.float32(0.1)) == "0.1"
    assert exact_text(np.float64(0.1)) == "0.1"
    assert exact_text(np.float32(3)) == "3"


@pytest.mark.parametrize(
    ("text", "value"), [("0,5", 0.5), (" -0.25 ", -0.25), ("1e-3", 0.001), ("−2", -2.0), ("1,234.5", 1234.5)]
)
def test_points_commas_and_printed_minus_signs_are_understood(text, value):
    assert read_exact(text, FLOAT32, "W1[0, 0]") == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("abc", "b1[3] takes a number such as -0.25 or 1e-3, not “abc”."),
        ("", "b1[3] needs a number"),
        ("nan", "b1[3] does not take “nan”: from it every output would become NaN"),
        ("-inf", "does not take “-inf”"),
        ("1e999", "does not take “1e999”"),
        ("1e300", "b1[3] cannot hold 1e300: the largest number of float32 is 3.4e+38"),
        ("x" * 99, "not “xxxxxxxxxxxxxxxxxxxxxxxx…”"),
    ],
)
def test_nonsense_is_quoted_and_what_is_expected_is_said(text, message):
    with pytest.raises(BadNumberError) as caught:
        read_exact(text, FLOAT32, "b1[3]")
    assert message in str(caught.value)


def test_float64_holds_what_float32_does_not():
    assert read_exact("1e300", np.dtype(np.float64), "W1[0, 0]") == 1e300


@pytest.mark.parametrize(("limit", "step"), [(0.2, 0.01), (3.0, 0.1), (0.0, 0.1), (4e-5, 1e-6)])
def test_a_step_is_small_beside_the_numbers(limit, step):
    assert step_for(limit) == step
