from __future__ import annotations

import numpy as np
import pytest

from nn.expressions import Expression, Unavailable
from playground.lessons.readings import Reading, read
from playground.lessons.task import Number


class Given:
    """Facts that are known beforehand."""

    def __init__(self, **values):
        self.values = values

    def value(self, name):
        if name not in self.values:
            raise Unavailable(name)
        return self.values[name]


def reading(value, expected=None, **limits):
    wanted = None if expected is None else np.array(expected, float)
    return read(Number(Expression.parse("x"), wanted, **limits), Given(x=value))


@pytest.mark.parametrize(
    ("value", "expected", "decimals", "is_right"),
    [
        (0.316827076, 0.31682708, 8, True),
        (0.316827086, 0.31682708, 8, False),
        (0.5, 0.5, None, True),
        (np.nextafter(0.5, 1), 0.5, None, False),
        (0.25, 0.3, 1, True),
        (np.array([1.0, 2.0]), [1, 2], 2, True),
        (np.array([1.0, 2.1]), [1, 2], 2, False),
        (np.array([[1.0, 2.0]]), [1, 2], 2, False),
        (np.array([np.inf, np.nan]), [np.inf, np.nan], 2, True),
        (np.array([np.nan, np.inf]), [np.inf, np.nan], 2, False),
        (np.array([True, False]), [1, 0], None, True),
        ((2, 3), [2, 3], None, True),
        ((2, 3), [3, 2], None, False),
        ((1,), [1], None, True),
        (7, 7, None, True),
        (np.int64(7), 8, None, False),
    ],
)
def test_numbers_agree_in_the_digits_that_count(value, expected, decimals, is_right):
    assert reading(value, expected, decimals=decimals).is_right is is_right


@pytest.mark.parametrize(
    ("value", "expected", "is_right"),
    [
        ([1.0, 4.539992976e-05, 2.0611536e-09], [1, 4.53999e-05, 2.06115e-09], True),
        ([1.0, 4.539984e-05, 2.0611536e-09], [1, 4.53999e-05, 2.06115e-09], False),
        ([999999.6], [1e6], True),
        ([0.0], [0], True),
        ([1e-300], [0], False),
        ([np.inf], [np.inf], True),
    ],
)
def test_significant_digits_count_from_the_first_that_is_not_zero(value, expected, is_right):
    assert reading(np.array(value), expected, digits=6).is_right is is_right


@pytest.mark.parametrize(
    ("value", "limits", "is_right"),
    [
        (0.97, {"at_least": 0.97}, True),
        (0.96, {"at_least": 0.97}, False),
        (0.1, {"at_least": 0.0, "at_most": 0.2}, True),
        (0.3, {"at_least": 0.0, "at_most": 0.2}, False),
        (np.nan, {"at_most": 1.0}, False),
        (np.array([]), {"at_most": 1.0}, False),
    ],
)
def test_limits_include_their_ends(value, limits, is_right):
    assert reading(value, **limits).is_right is is_right


def test_what_is_only_watched_is_neither_right_nor_wrong():
    assert reading(0.123456789) == Reading("x", ("0.123457",), (), None)


def test_what_is_not_there_is_wrong_only_where_something_is_expected():
    wanted = Number(Expression.parse("loss"), np.array(1.0))
    watched = Number(Expression.parse("loss"))
    assert read(wanted, Given()) == Reading("loss", (), ("1",), False)
    assert read(watched, Given()) == Reading("loss", (), (), None)


@pytest.mark.parametrize(
    ("value", "decimals", "lines"),
    [
        (0.74614674, 8, ("0.74614674",)),
        (1.0, 2, ("1.00",)),
        (5.92e-11, None, ("5.92e-11",)),
        (12000, None, ("12000",)),
        ((1, 3), None, ("(1, 3)",)),
        ((3,), None, ("(3,)",)),
        (np.array([[70.0, 80.0], [158.0, 184.0]]), 0, ("[70, 80]", "[158, 184]")),
        (np.arange(8.0), 0, ("[0, 1, 2, 3, 4, 5, …]",)),
        (np.zeros((9, 1)), 0, ("[0]", "[0]", "[0]", "[0]", "…")),
        (np.array([np.inf, np.nan]), None, ("[inf, nan]",)),
        (np.array([True]), None, ("[True]",)),
    ],
)
def test_values_are_written_in_lines_that_fit(value, decimals, lines):
    assert reading(value, decimals=decimals).now == lines


def test_expected_shapes_are_written_as_python_writes_them():
    assert reading((2, 4), [2, 4]).expected == ("(2, 4)",)


def test_limits_are_written_with_their_signs():
    assert reading(1.0, at_least=0.5, decimals=2).expected == ("≥ 0.50",)
    assert reading(1.0, at_least=0.5, at_most=2.0).expected == ("≥ 0.5 ≤ 2",)
