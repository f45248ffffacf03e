"""Augmented digits are other writings of the same digits."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from nn.datasets.mnist import read_mnist
from nn.digits.augmentation import Inking, Warp, blurred, centres_of_mass

STILL = Warp(rotation=0, slant=0, stretch=0, elastic=0, size=(1, 1), shift=0)


@pytest.fixture(scope="module")
def digits():
    train_x, _, _, _ = read_mnist()
    x = train_x[:400].astype(np.float32) / 255
    x.flags.writeable = False
    return x


def generator() -> np.random.Generator:
    return np.random.default_rng(5)


def test_a_warp_of_nothing_leaves_the_digits_nearly_as_they_are(digits):
    assert np.abs(STILL(digits, generator()) - digits).mean() < 0.03


def test_warped_digits_stay_in_the_box_and_in_the_middle(digits):
    warped = Warp(size=(1, 1), shift=0, elastic=0)(digits, generator())
    ink = warped.reshape(-1, 28, 28) > 0.4
    heights, widths = ink.any(axis=2).sum(axis=1), ink.any(axis=1).sum(axis=1)
    longer = np.maximum(heights, widths)
    assert np.median(longer) == 20
    assert longer.max() <= 22
    assert np.abs(centres_of_mass(warped) - 14).max() < 0.5


def test_a_rotation_turns(digits):
    bar = np.zeros((1, 28, 28), np.float32)
    bar[0, 4:24, 12:16] = 1
    turned = dataclasses.replace(STILL, rotation=0.8)(np.repeat(bar.reshape(1, -1), 50, axis=0), generator())
    picture = turned.reshape(-1, 28, 28)
    mass = picture.sum(axis=2)
    rows = np.arange(28)
    middle = picture @ rows / np.maximum(mass, 1e-6)
    slopes = [np.polyfit(rows[m > 1], c[m > 1], 1)[0] for m, c in zip(mass, middle, strict=True)]
    angles = np.arctan(slopes)
    assert np.abs(angles).max() <= 0.85
    assert np.abs(angles).max() > 0.6
    assert angles.min() < 0 < angles.max()


def test_a_low_level_thickens_and_a_high_one_thins(digits):
    thick = Inking(1, (0.15, 0.15), (4, 4))(digits, generator())
    thin = Inking(1, (0.6, 0.6), (4, 4))(digits, generator())
    assert thin.mean() < 0.9 * digits.mean()
    assert thick.mean() > 1.3 * digits.mean()


def test_no_ink_is_lost(digits):
    inked = Inking(1)(0.5 * digits, generator())
    assert (inked.sum(axis=1) > 10).all()


def test_blurring_keeps_the_ink():
    dot = np.zeros((1, 784), np.float32)
    dot[0, 14 * 28 + 14] = 16
    assert blurred(dot).reshape(28, 28)[13:16, 13:16].tolist() == [[1, 2, 1], [2, 4, 2], [1, 2, 1]]
    assert blurred(dot).sum() == 16
