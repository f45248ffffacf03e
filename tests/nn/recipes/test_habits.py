"""Habits of writing add a stroke to the digits that some people write so."""

from __future__ import annotations

import numpy as np
import pytest

from nn.datasets.mnist import read_mnist
from nn.recipes.habits import Habits


@pytest.fixture(scope="module")
def digits():
    train_x, train_t, _, _ = read_mnist()
    x = train_x[:400].astype(np.float32) / 255
    x.flags.writeable = False
    return x, train_t[:400]


def generator() -> np.random.Generator:
    return np.random.default_rng(5)


@pytest.mark.parametrize(
    ("digit", "habits"),
    [
        (0, Habits(1, 0, 0, 0, 0)),
        (7, Habits(0, 1, 0, 0, 0)),
        (1, Habits(0, 0, 1, 0, 0)),
        (1, Habits(0, 0, 0, 1, 0)),
        (9, Habits(0, 0, 0, 0, 1)),
    ],
)
def test_a_habit_adds_ink_to_its_digit_and_to_no_other(digits, digit, habits):
    x, t = digits
    written = habits(x, t, generator())
    added = (written - x).sum(axis=1)
    assert (written >= x).all()
    assert (added[t == digit] > 3).mean() > 0.9
    assert (added[t != digit] == 0).all()


def test_a_slash_goes_through_the_hole_of_the_zero(digits):
    x, t = digits
    middle = (slice(None), slice(12, 16), slice(12, 16))
    zeros = x[t == 0].reshape(-1, 28, 28)
    slashed = Habits(1, 0, 0, 0, 0)(x, t, generator())[t == 0].reshape(-1, 28, 28)
    assert zeros[middle].mean() < 0.15
    assert slashed[middle].mean() > 0.3
