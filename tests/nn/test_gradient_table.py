from __future__ import annotations

import numpy as np

from nn.gradient_table import MOST, places_to_check, row_of


def test_a_right_gradient_agrees_and_a_wrong_one_is_named_with_its_place():
    w = np.array([[1.0, -2.0], [0.5, 3.0]])
    right = 2 * w
    row = row_of("W1", w, right, lambda: float(np.sum(w * w)), 1e-5)
    assert (row.verdict, row.checked) == ("agree", 4)
    wrong = right.copy()
    wrong[1, 0] = 7.0
    row = row_of("W1", w, wrong, lambda: float(np.sum(w * w)), 1e-5)
    assert (row.verdict, row.index, row.analytic) == ("differ", (1, 0), 7.0)
    assert row.difference == abs(7.0 - row.numeric)
    np.testing.assert_array_equal(w, [[1.0, -2.0], [0.5, 3.0]])


def test_where_nothing_flows_back_both_are_0():
    w = np.zeros((2, 2))
    assert row_of("W1", w, np.zeros((2, 2)), lambda: 1.0, 1e-5).verdict == "zero"


def test_of_a_large_parameter_the_largest_gradients_are_checked_and_others_between():
    gradient = np.zeros((100, 100))
    gradient[37, 53] = -5.0
    places = places_to_check(gradient)
    assert (37, 53) in places
    assert MOST // 2 < len(places) <= MOST
    assert (0, 0) in places
    assert (99, 99) in places
