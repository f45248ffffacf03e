"""The worksheet: lines that compute, lines that name, and lines that change an array in place."""

from __future__ import annotations

import numpy as np
import pytest

from playground.lessons.asking.sheet import Sheet, gives_the_same


def nothing(name):
    raise LookupError(f"there is no {name}")


def written(*lines, lookup=nothing):
    sheet = Sheet(lookup)
    for line in lines:
        sheet.write(line)
    return sheet


def test_the_books_mask():
    sheet = written("x = [1, -2, 3, -4, 5]", "mask = x <= 0", "x[mask] = 0", "x")
    values = [line.value for line in sheet.lines]
    np.testing.assert_array_equal(values[1], [False, True, False, True, False])
    assert values[1].dtype == bool
    np.testing.assert_array_equal(values[2], [1, 0, 3, 0, 5])
    np.testing.assert_array_equal(values[0], [1, -2, 3, -4, 5], "a line keeps what it gave then")
    assert [line.name for line in sheet.lines] == ["x", "mask", "x", ""]


def test_two_names_for_one_array_see_the_same_change():
    """What a `backward` that writes into its argument does to whoever called it."""
    sheet = written("dout = [[1.0, 1.0], [1.0, 1.0]]", "dx = dout", "dx[0, 1] = 0", "dout")
    np.testing.assert_array_equal(sheet.lines[-1].value, [[1, 0], [1, 1]])


def test_a_line_that_cannot_be_computed_says_why_and_changes_nothing():
    sheet = written("x = [1, 2]", "x[5] = 1", "y[0] = 1", "x = import os", "w + 1", "x[0] = [1, 2, 3]")
    assert [line.value is None for line in sheet.lines] == [False, True, True, True, True, True]
    assert "y has no value yet" in sheet.lines[2].trouble
    assert "there is no w" in sheet.lines[4].trouble
    np.testing.assert_array_equal(sheet.names["x"], [1, 2])


def test_names_of_the_network_can_be_read_and_are_not_written_into():
    weights = np.ones(2)
    weights.flags.writeable = False
    sheet = written("W1 * 2", "w = W1", "w[0] = 5", lookup={"W1": weights}.__getitem__)
    np.testing.assert_array_equal(sheet.lines[2].value, [5, 1])
    np.testing.assert_array_equal(weights, [1, 1])


def test_trying_a_line_keeps_nothing_of_it():
    sheet = written("x = [1, 2]")
    np.testing.assert_array_equal(sheet.would_give("x[0] = 7"), [7, 2])
    np.testing.assert_array_equal(sheet.names["x"], [1, 2])
    assert len(sheet.lines) == 1


@pytest.mark.parametrize(
    ("value", "same"),
    [([True, False], True), ([1, 0], False), ([True], False), ([[True, False]], False), ([True, True], False)],
)
def test_numbers_shape_and_kind_have_to_be_the_same(value, same):
    assert gives_the_same(np.array(value), np.array([True, False])) is same
