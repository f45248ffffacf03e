"""Samples made harder, held against moving pixels by hand; and how right a network stays on them."""

from __future__ import annotations

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.datasets.base import Dataset
from nn.evaluation.answers import asked
from nn.evaluation.disturbing import Disturber, turned
from nn.evaluation.robustness import swept
from nn.network import Network, NetworkSpec

SIDE = 12
ROWS = np.arange(40)


def pictures():
    rng = np.random.default_rng(3)
    x = rng.integers(0, 256, (40, SIDE, SIDE)).astype(np.uint8)
    t = np.arange(40) % 3
    return Dataset("pictures", x, t, x[::-1], t[::-1], 1 / 255, ("a", "b", "c"))


def points():
    return DATASETS["spiral"]()


def test_a_quarter_turn_is_that_of_numpy_and_half_a_pixel_is_the_mean_of_two():
    x = pictures().x[:5, np.newaxis].astype(np.float64)
    np.testing.assert_allclose(turned(x, 90), np.rot90(x, axes=(2, 3)), atol=1e-9)
    np.testing.assert_allclose(turned(x, -90), np.rot90(x, -1, axes=(2, 3)), atol=1e-9)
    line = np.zeros((1, 1, 3, 3))
    line[0, 0, 1] = [3, 5, 7]  # turned by 45 degrees, its ends come to lie between the corner and its neighbours
    got = turned(line, 45)[0, 0]
    assert got[1, 1] == 5
    near = 1 - (np.sqrt(2) - 1)  # the corner is 1.41 pixels from the middle: outside; its share inside is taken
    assert got[0, 2] == pytest.approx(7 * near)
    assert got[2, 0] == pytest.approx(3 * near)


def test_a_shift_moves_each_picture_whole_by_so_many_pixels_and_leaves_what_comes_in_empty():
    data = pictures()
    moved = Disturber(data, "train").made(ROWS, "shift", 2)
    seen = set()
    for row, picture in zip(data.x / 255, moved, strict=True):
        wanted = {}
        for name, (down, right) in {"down": (2, 0), "up": (-2, 0), "right": (0, 2), "left": (0, -2)}.items():
            rolled = np.roll(row, (down, right), (0, 1))
            if down:
                rolled[slice(2) if down > 0 else slice(-2, None)] = data.x.min() / 255
            else:
                rolled[:, slice(2) if right > 0 else slice(-2, None)] = data.x.min() / 255
            wanted[name] = rolled
        found = [name for name, rolled in wanted.items() if np.allclose(rolled, picture, atol=1e-6)]
        assert len(found) == 1
        seen.update(found)
    assert seen == {"down", "up", "right", "left"}


def test_noise_is_the_same_each_time_grows_with_its_strength_and_stays_in_the_range_of_a_picture():
    one = Disturber(pictures(), "test")
    some = one.made(ROWS[5:9], "noise", 0.3)
    np.testing.assert_array_equal(some, Disturber(pictures(), "test").made(ROWS, "noise", 0.3)[5:9])
    assert some.min() >= 0
    assert some.max() <= 1
    assert np.abs(some - one.made(ROWS[5:9], "noise", 0)).mean() > 0.1
    data = points()
    plain = Disturber(data)
    rows = np.arange(len(data.x_test))
    clean, weak, strong = (plain.made(rows, "noise", strength) for strength in (0.0, 0.5, 1.0))
    np.testing.assert_allclose(strong - clean, 2 * (weak - clean), atol=1e-5)
    spread = (strong - clean).std(axis=0) / data.x.std(axis=0)
    np.testing.assert_allclose(spread, 1, atol=0.15)
    np.testing.assert_array_equal(clean, data.x_test.astype(np.float32))


def test_points_can_not_be_turned_and_the_message_says_what_can_be_done():
    assert Disturber(points()).kinds == ("noise",)
    with pytest.raises(ValueError, match=r"'rotation'.*noise"):
        Disturber(points()).strengths("rotation")


def test_the_mildest_come_first_and_without_disturbance_the_answers_are_the_usual_ones():
    data = pictures()
    network = Network(NetworkSpec.mlp(SIDE * SIDE, (6,), 3), 1)
    sweeps = [each for each in swept(network, data, "test", "rotation") if each is not None]
    assert [len(each.answers) for each in sweeps] == list(range(1, 10))
    assert not sweeps[0].lost(0.0).size
    usual = next(each for each in asked(network, data) if each is not None)
    whole = sweeps[-1]
    np.testing.assert_array_equal(whole.answers[0.0].shares, usual.shares)
    strengths, accuracies = whole.course()
    assert strengths.tolist() == [-60, -45, -30, -15, 0, 15, 30, 45, 60]
    assert accuracies[4] == usual.accuracy
    lost = whole.lost(45.0)
    assert set(lost) == set(np.flatnonzero(usual.is_right & ~whole.answers[45.0].is_right))
    sure = whole.answers[45.0].certainty[lost]
    assert (np.diff(sure) <= 0).all()


def test_values_have_a_loss_at_each_strength():
    x = np.linspace(-1, 1, 50)[:, np.newaxis]
    data = Dataset("line", x, 2 * x, x, 2 * x)
    network = Network(NetworkSpec.mlp(1, (4,), 1, loss="IdentityWithLoss"), 1)
    sweep = [each for each in swept(network, data, "test", "noise") if each is not None][-1]
    _, losses = sweep.course()
    assert losses[0] == pytest.approx(network.loss(data.x_test, data.t_test), rel=1e-5)
    assert len(sweep.lost(1.0)) == len(data.x_test)
