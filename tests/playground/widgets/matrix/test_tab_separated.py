"""What comes from a spreadsheet, from Python or from people, and what goes back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from playground.widgets.matrix.tab_separated import LONGEST_TEXT, BadTableError, numbers_text, read_numbers

TABLE = [[0.5, -1.25], [3.0, 1e-7]]


@pytest.mark.parametrize(
    "text",
    [
        "0.5\t-1.25\n3\t1e-7",
        "0.5\t-1.25\r\n3\t1e-7\r\n",
        "0,5\t-1,25\r\n3\t1e-7\n",
        "\ufeff0.5\t−1.25\n3.0\t0.0000001\n\n",
        "0.5;-1.25\n3;1e-7",
        "0,5;-1,25\n3;1e-7",
        " 0.5 -1.25\n 3 1e-7",
        "0.5, -1.25\n3, 1e-7",
        "[[0.5, -1.25], [3.0, 1e-7]]",
        "array([[ 5.00e-01, -1.25e+00],\n       [ 3.00e+00,  1.00e-07]])",
        '"0.5"\t"-1,25"\n3\t1e-7\n',
    ],
)
def test_every_usual_way_to_write_a_table_is_read(text):
    np.testing.assert_array_equal(read_numbers(text), TABLE)


@pytest.mark.parametrize(("text", "number"), [("0,01", 0.01), ("1,234.5", 1234.5), ("60,000,000", 6e7), ("7", 7)])
def test_one_number_is_a_table_too(text, number):
    assert read_numbers(text).tolist() == [[number]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1\t2\n3\tabc", "Row 2, column 2 of the clipboard is “abc”: a finite number"),
        ("1\tnan", "Row 1, column 2 of the clipboard is “nan”"),
        ("inf", "Row 1, column 1 of the clipboard is “inf”"),
        ("1e999", "“1e999”"),
        ("1\t\t3", "Row 1, column 2 of the clipboard is empty: write 0 there"),
        ("1\t2\n3", "Row 2 of the clipboard has 1 cells and row 1 has 2"),
        ("", "holds no numbers"),
        (" \r\n", "holds no numbers"),
        ("[]", "holds no numbers"),
        ("x" * 1000, "“xxxxxxxxxxxxxxxxxxxxxxxx”"),
        ("1" * (LONGEST_TEXT + 1), "too much for a matrix"),
    ],
    ids=range(11),
)
def test_what_is_no_table_is_refused_with_its_place(text, message):
    with pytest.raises(BadTableError) as caught:
        read_numbers(text)
    assert message in str(caught.value)


@given(hnp.arrays(np.float32, (2, 3), elements=st.floats(width=32, allow_nan=False, allow_infinity=False)))
def test_numbers_come_back_exactly(values):
    np.testing.assert_array_equal(read_numbers(numbers_text(values)).astype(np.float32), values)


def test_no_digit_is_written_that_the_number_does_not_have():
    assert numbers_text(np.float32([[0.1, -2.5]])) == "0.1\t-2.5"
    assert numbers_text(np.float64([[0.1], [1 / 3]])) == "0.1\n0.3333333333333333"


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        values = read_numbers(text)
    except BadTableError:
        return
    assert values.ndim == 2
    assert np.isfinite(values).all()
