"""What a drawing is brought to: read off from pictures that differ in size, paper and how they were made."""

from __future__ import annotations

import numpy as np
import pytest

from nn.datasets import DATASETS, Dataset
from nn.digits.preprocessing import digit_stages
from nn.digits.sheets import Sheet, picture_side, sheet_of


def data_of(pictures, classes=("circle", "square")):
    x = np.asarray(pictures, np.uint8).reshape(len(pictures), -1)
    t = np.arange(len(x)) % max(len(classes), 1)
    return Dataset("file", x, t, x[:1], t[:1], 1 / 255, classes)


def boxes(side, centred):
    """Return hollow boxes: as MNIST would have them, or anywhere on the sheet."""
    rng, pictures = np.random.default_rng(0), []
    for _ in range(40):
        sheet = np.zeros((280, 280), np.uint8)
        top, left = rng.integers(5, 120, 2)
        sheet[top : top + 110, left : left + 90] = 255
        sheet[top + 15 : top + 95, left + 15 : left + 75] = 0
        stages = digit_stages(sheet, side) if centred else Sheet(side, is_centred=False).stages(sheet)
        pictures.append(stages.centred)
    return np.array(pictures)


def test_mnist_is_drawn_as_ever():
    assert sheet_of(DATASETS["mnist"]()) == Sheet(28, is_centred=True, is_dark=False)


@pytest.mark.parametrize("side", [16, 28, 40])
@pytest.mark.parametrize("centred", [True, False])
@pytest.mark.parametrize("dark", [True, False])
def test_size_place_and_paper_are_read_off(side, centred, dark):
    pictures = boxes(side, centred)
    assert sheet_of(data_of(255 - pictures if dark else pictures)) == Sheet(side, centred, dark)


def test_a_drawing_becomes_like_the_pictures_of_the_data():
    ink = np.zeros((280, 280), np.uint8)
    ink[40:120, 20:60] = 255
    whole, centred = Sheet(14, is_centred=False, is_dark=True), Sheet(14)
    assert whole.turned(whole.stages(ink).centred)[3, 2] == 0
    assert whole.turned(whole.stages(ink).centred)[13, 13] == 255
    assert centred.stages(ink).centred[7, 7] == 255
    assert whole.stages(ink * 0) is None


def test_what_is_no_square_grey_picture_with_classes_is_none():
    assert picture_side(data_of(np.zeros((4, 12, 10)))) is None
    assert picture_side(data_of(np.zeros((4, 5, 5)))) is None
    assert picture_side(DATASETS["spiral"]()) is None
    x = np.zeros((4, 64), np.uint8)
    assert picture_side(Dataset("file", x, np.zeros((4, 1)), x, np.zeros((4, 1)))) is None
