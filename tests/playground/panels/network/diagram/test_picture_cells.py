"""A column of small pictures, joined to one, with each neuron's number as its frame."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from playground.panels.network.diagram.layout import ColumnShape, Rect, lay_out
from playground.panels.network.diagram.picture_cells import fitted, joined, paint_picture_cells

ORDER = (5, 2, 7)


@pytest.fixture
def block():
    shapes = [ColumnShape(784, (28, 28)), ColumnShape(9, has_surfaces=True, order=ORDER), ColumnShape(10)]
    return lay_out(shapes, Rect(0, 0, 600, 120))[1]


def picture(color):
    image = QImage(28, 28, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


def painted(block, ratio, frames):
    pictures = joined(block, {5: picture("red"), 7: picture("green")}, ratio)
    image = QImage(round(600 * ratio), round(120 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        paint_picture_cells(painter, block, pictures, frames, QPen(QColor("black"), 1))
    return image


def colours_at(image, block, index, ratio):
    """Return the colours on the left edge of a cell, in its middle and above it."""
    left, top, width, height = block.cell(index)
    middle = top + height / 2
    places = ((left + 1, middle), (left + width / 2, middle), (left + width / 2, top - 1.5))
    return [image.pixelColor(QPoint(int(x * ratio), int(y * ratio))).name() for x, y in places]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_each_picture_stands_in_a_frame_of_its_neurons_colour(block, ratio):
    frames = np.arange(9, dtype=np.uint32) * 0x10
    image = painted(block, ratio, frames)
    assert colours_at(image, block, 5, ratio)[:2] == ["#000050", "#ff0000"]
    assert colours_at(image, block, 7, ratio)[:2] == ["#000070", "#008000"]
    assert colours_at(image, block, 2, ratio)[:2] == ["#000020", "#ffffff"], "a neuron without a picture"
    assert colours_at(image, block, 5, ratio)[2] == "#ffffff", "nothing beyond the cell"


def test_without_numbers_an_outline_goes_around_each(block):
    edge, middle, _ = colours_at(painted(block, 1.0, None), block, 5, 1.0)
    assert (edge, middle) == ("#000000", "#ff0000")


def test_a_picture_is_shrunk_smoothly_and_never_enlarged(block):
    stripes = picture("white")
    for x in range(0, 28, 2):
        for y in range(28):
            stripes.setPixelColor(x, y, QColor("black"))
    small = fitted(stripes, QRectF(0, 0, 14, 14), 1.0)
    assert small.width() == 14
    assert 100 < small.pixelColor(7, 7).red() < 155
    assert fitted(stripes, QRectF(0, 0, 14, 14), 2.0).width() == 28
