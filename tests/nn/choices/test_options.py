from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest

from nn.choices.options import Option, complete

UNITS = Option("units", 10, minimum=1, maximum=100)
RATIO = Option("ratio", 0.5, minimum=0.0, maximum=0.99)
LOSSY = Option("lossy", False)
DRAW = Option("draw", "He", choices=("He", "std"))
SCALE = Option("scale", 0.01)


@pytest.mark.parametrize(
    ("option", "given", "wanted"),
    [
        (UNITS, 1, 1),
        (UNITS, 100.0, 100),
        (UNITS, np.int64(7), 7),
        (UNITS, np.float32(7), 7),
        (RATIO, 0, 0.0),
        (RATIO, 0.99, 0.99),
        (RATIO, np.float64(0.25), 0.25),
        (RATIO, np.float32(0.25), 0.25),
        (RATIO, Fraction(1, 4), 0.25),
        (LOSSY, True, True),
        (DRAW, "std", "std"),
        (SCALE, -1e300, -1e300),
    ],
)
def test_valid_values_come_back_in_the_type_of_the_default(option, given, wanted):
    value = option.check(given)
    assert value == wanted
    assert type(value) is type(option.default)


@pytest.mark.parametrize(
    ("option", "given", "message"),
    [
        (UNITS, 0, r"units is 0; give a whole number from 1 to 100"),
        (UNITS, 101, r"units is 101; give a whole number from 1 to 100"),
        (UNITS, 10**40, r"give a whole number from 1 to 100"),
        (RATIO, -0.1, r"ratio is -0.1; give a number from 0 to 0.99"),
        (RATIO, 1, r"ratio is 1; give a number from 0 to 0.99"),
        (RATIO, math.nan, r"ratio is nan; give a number from 0 to 0.99"),
        (SCALE, math.inf, r"scale is inf; give a number"),
        (SCALE, -math.inf, r"scale is -inf; give a number"),
        (SCALE, 10**400, r"scale is inf; give a number"),
        (DRAW, "he", r"draw is 'he'; choose one of He, std"),
        (Option("epochs", 1, minimum=1), -2, r"epochs is -2; give a whole number of at least 1"),
        (Option("depth", 1.0, maximum=2), 3, r"depth is 3; give a number of at most 2"),
    ],
)
def test_values_beyond_the_limits_are_refused(option, given, message):
    with pytest.raises(ValueError, match=message):
        option.check(given)


@pytest.mark.parametrize(
    ("option", "given", "message"),
    [
        (UNITS, "5", r"units is '5' \(str\); give a whole number"),
        (UNITS, 1.5, r"units is 1.5 \(float\); give a whole number"),
        (UNITS, True, r"units is True \(bool\); give a whole number"),
        (UNITS, math.inf, r"units is inf \(float\); give a whole number"),
        (UNITS, None, r"units is None \(NoneType\)"),
        (RATIO, "0.5", r"ratio is '0.5' \(str\); give a number"),
        (RATIO, False, r"ratio is False \(bool\); give a number"),
        (RATIO, 1j, r"ratio is 1j \(complex\); give a number"),
        (LOSSY, 1, r"lossy is 1 \(int\); give true or false"),
        (DRAW, 3, r"draw is 3 \(int\); give a text"),
    ],
)
def test_values_of_another_kind_are_refused(option, given, message):
    with pytest.raises(TypeError, match=message):
        option.check(given)


def test_complete_fills_in_defaults_and_cannot_be_changed():
    values = complete("Affine", (UNITS, DRAW), {"units": 5})
    assert dict(values) == {"units": 5, "draw": "He"}
    with pytest.raises(TypeError):
        values["units"] = 6


def test_complete_names_the_owner():
    with pytest.raises(ValueError, match=r"Affine has no option 'unit'; its options: units, draw"):
        complete("Affine", (UNITS, DRAW), {"unit": 5})
    with pytest.raises(ValueError, match=r"Relu has no option 'slope'; its options: none"):
        complete("Relu", (), {"slope": 5})
    with pytest.raises(ValueError, match=r"Affine: units is 0"):
        complete("Affine", (UNITS,), {"units": 0})
    with pytest.raises(TypeError, match=r"Affine: units is 'x'"):
        complete("Affine", (UNITS,), {"units": "x"})
