"""The digit in a picture, whatever it is drawn with and on."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from playground.widgets.picture.ink import INK_SIDE, digit_ink
from playground.widgets.picture.picture_file import PictureError


def picture(paper, ink, width=400, height=300, pen=12):
    """A one: an upright stroke of 24 x 160 px or so."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(paper))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink), pen))
        painter.drawLine(QLineF(width * 0.7, height * 0.25, width * 0.7, height * 0.75))
    return image


def levels(image):
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(int)


def assert_upright_stroke_in_the_middle(ink):
    grey = levels(ink)
    rows, columns = np.nonzero(grey > 128)
    assert grey.shape == (INK_SIDE, INK_SIDE)
    assert 190 <= np.ptp(rows) + 1 <= 202
    assert np.ptp(columns) + 1 < 40
    assert abs(rows.mean() - INK_SIDE / 2) < 2
    assert abs(columns.mean() - INK_SIDE / 2) < 2
    assert grey[:30].max() == 0


@pytest.mark.parametrize(
    ("paper", "ink"),
    [
        ("white", "black"),
        ("black", "white"),
        ("#f4ecd8", "#2040a0"),
        ("#102030", "#ffd060"),
        ("transparent", "black"),
        ("transparent", "white"),
    ],
)
def test_the_digit_is_found_in_any_colour_on_any_paper(paper, ink):
    assert_upright_stroke_in_the_middle(digit_ink(picture(paper, ink), "one.png"))


@pytest.mark.parametrize("size", [(28, 28), (60, 900), (3000, 2500)])
def test_the_digit_is_found_in_a_picture_of_any_size(size):
    width, height = size
    ink = digit_ink(picture("white", "black", width, height, pen=max(2, height // 20)), "one.png")

    rows, _ = np.nonzero(levels(ink) > 128)
    assert 185 <= np.ptp(rows) + 1 <= 202


def test_grain_and_uneven_light_are_not_taken_for_ink():
    rng = np.random.default_rng(3)
    grey = levels(picture("white", "#303030").convertToFormat(QImage.Format.Format_Grayscale8))
    shade = np.linspace(0, 90, grey.shape[1])[np.newaxis, :]
    photo = np.clip(grey - shade - 15 + rng.normal(0, 3, grey.shape), 0, 255).astype(np.uint8)
    image = QImage(photo.tobytes(), photo.shape[1], photo.shape[0], photo.shape[1], QImage.Format.Format_Grayscale8)

    assert_upright_stroke_in_the_middle(digit_ink(image, "photo.jpg"))


@pytest.mark.parametrize("paper", ["white", "black", "#808080", "transparent"])
def test_a_blank_sheet_has_no_digit_and_is_named(paper):
    with pytest.raises(PictureError, match=r"No digit found in blank\.png"):
        digit_ink(picture(paper, paper), "blank.png")


def test_a_single_pixel_has_no_digit():
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))

    with pytest.raises(PictureError, match="No digit"):
        digit_ink(image, "dot.png")
