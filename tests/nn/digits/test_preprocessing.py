"""A drawing becomes what MNIST's digits are, whatever its place, size and proportions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nn.datasets.mnist import read_mnist
from nn.digits.preprocessing import centre, digit_stages, fit


def letter_l(top: int, left: int, scale: int = 1) -> np.ndarray:
    """Return a canvas with an L of 120 x 80 px, times `scale`, at a place."""
    ink = np.zeros((280, 280), np.uint8)
    ink[top : top + 120 * scale, left : left + 20 * scale] = 255
    ink[top + 100 * scale : top + 120 * scale, left : left + 80 * scale] = 255
    return ink


def centre_of_mass(picture: np.ndarray) -> tuple[float, float]:
    mass = picture.sum(dtype=float)
    places = np.arange(picture.shape[0])
    return picture.sum(axis=1) @ places / mass, picture.sum(axis=0) @ places / mass


def test_an_empty_canvas_is_none():
    assert digit_stages(np.zeros((280, 280), np.uint8)) is None


def test_more_than_one_channel_is_refused_by_its_shape():
    with pytest.raises(ValueError, match=r"\(28, 28, 3\)"):
        digit_stages(np.ones((28, 28, 3)))


def test_every_stage_is_there_to_be_seen():
    stages = digit_stages(letter_l(50, 70))
    assert stages.box == (50, 70, 170, 150)
    assert stages.crop.shape == (120, 80)
    assert stages.scaled.shape == (20, 13)
    assert stages.centred.shape == (28, 28)
    assert stages.pixels.shape == (784,)
    for picture in (stages.crop, stages.scaled, stages.centred, stages.pixels):
        assert picture.dtype == np.uint8
        assert not picture.flags.writeable


@given(top=st.integers(0, 160), left=st.integers(0, 200))
def test_the_place_on_the_canvas_does_not_matter(top, left):
    assert (digit_stages(letter_l(top, left)).pixels == digit_stages(letter_l(0, 0)).pixels).all()


def test_the_size_on_the_canvas_does_not_matter():
    assert (digit_stages(letter_l(0, 0, 2)).pixels == digit_stages(letter_l(30, 40)).pixels).all()


@given(
    boxes=st.lists(
        st.tuples(st.integers(0, 270), st.integers(0, 270), st.integers(4, 200), st.integers(4, 200)),
        min_size=1,
        max_size=4,
    ),
    level=st.integers(100, 255),
)
def test_ink_of_any_form_fits_the_box_and_lies_in_the_middle(boxes, level):
    ink = np.zeros((280, 280), np.uint8)
    for top, left, height, width in boxes:
        ink[top : top + height, left : left + width] = level
    stages = digit_stages(ink)
    assert max(stages.scaled.shape) == 20
    shift = np.array(centre_of_mass(stages.centred)) - 14
    # whole px and whole levels allow a little over half a px; the edge of the field
    # stops a digit whose mass lies at one end
    rows, columns = np.flatnonzero(stages.centred.any(axis=1)), np.flatnonzero(stages.centred.any(axis=0))
    for off, edge in ((shift[0], rows), (shift[1], columns)):
        assert abs(off) <= 0.55 or edge[0] == 0 or edge[-1] == 27


def test_proportions_are_kept():
    tall = np.zeros((280, 280), np.uint8)
    tall[20:260, 100:160] = 255
    assert digit_stages(tall).scaled.shape == (20, 5)
    assert digit_stages(tall.T).scaled.shape == (5, 20)


def test_scaling_keeps_the_mean_of_the_ink():
    picture = np.random.default_rng(0).integers(0, 256, (173, 173)).astype(np.uint8)
    assert fit(picture, 20).mean() == pytest.approx(picture.mean(), rel=1e-5)


def test_a_small_picture_grows():
    assert fit(np.array([[0, 255]], np.uint8), 20).shape == (10, 20)


def test_ink_at_one_end_stays_within_the_field():
    club = np.ones((20, 3), np.float32)
    club[17:] = 100
    assert centre(club, 28).sum() == pytest.approx(club.sum())


def test_mnist_digits_drawn_large_come_back_as_they_were():
    _, _, test_x, _ = read_mnist()
    large = np.ones((10, 10), np.uint8)
    for pixels in test_x[:500]:
        stages = digit_stages(np.kron(pixels.reshape(28, 28), large))
        assert (stages.pixels == pixels).all()


def test_mnist_digits_moved_and_blown_up_unevenly_come_back_nearly():
    _, _, test_x, _ = read_mnist()
    for pixels in test_x[:100]:
        ink = np.zeros((280, 280), np.uint8)
        ink[3:199, 70:266] = np.kron(pixels.reshape(28, 28), np.ones((7, 7), np.uint8))
        assert np.abs(digit_stages(ink).pixels.astype(int) - pixels).mean() < 1


def test_other_dtypes_give_the_same_bytes():
    ink = letter_l(10, 10) // 3
    for dtype in (np.int64, np.float32, np.float64):
        assert (digit_stages(ink.astype(dtype)).pixels == digit_stages(ink).pixels).all()
