from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.session.editing.weight_targets import Target, places, step


def stepped(value, amount):
    return step(amount, np.array([value]))[0]


@given(st.floats(-10, 10, width=32), st.sampled_from([0.01, 0.1, 1.0]), st.integers(1, 9))
def test_as_many_steps_back_lead_to_the_same_number(value, amount, count):
    number = np.float64(np.float32(value))
    for each in [amount] * count + [-amount] * count:
        number = stepped(number, each)
    assert number == pytest.approx(np.float32(value), abs=1e-14)


def test_a_step_keeps_numbers_round():
    assert stepped(np.float32(0.1), 0.01) == np.float32(0.11)
    assert stepped(np.float32(0.3), -0.1) == np.float32(0.2)
    assert np.isnan(stepped(np.float32(np.nan), 0.1))


def test_a_place_is_named_as_numpy_would():
    one = Target("W1", (slice(3, 4), slice(17, 18)))
    assert places([one]) == "W1[3, 17]"
    assert places([Target("W1", (slice(0, 28), slice(4, 5)))]) == "W1[0:28, 4]"
    assert places([Target("W1"), Target("W2")]) == "W1, W2"
