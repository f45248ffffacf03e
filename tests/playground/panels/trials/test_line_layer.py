"""Lines painted a few at a time: what comes first lies on top, and an earlier picture may stay until all is there."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from playground.panels.trials.line_layer import LineLayer, Strokes

RED, BLUE = QColor("red"), QColor("blue")
ACROSS = np.tile([0.0, 10.0, 39.0, 10.0], (150, 1))
DOWN = np.tile([20.0, 0.0, 20.0, 39.0], (150, 1))
SIZE = QSize(40, 40)


@pytest.fixture
def layer(qapp):
    return LineLayer()


def seen(layer, x, y):
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        layer.draw(painter)
    return image.pixelColor(x, y)


def finish(layer):
    while layer.paint_more(0.0):
        pass


def test_the_first_lines_are_there_first_and_stay_on_top(layer):
    layer.show([Strokes(ACROSS, RED), Strokes(DOWN, BLUE)], SIZE, 1.0)
    assert layer.paint_more(0.0)
    assert seen(layer, 20, 10) == RED
    assert seen(layer, 20, 30) == QColor("white")
    finish(layer)
    assert seen(layer, 20, 10) == RED
    assert seen(layer, 20, 30) == BLUE


def test_the_picture_before_stays_until_the_new_one_is_whole(layer):
    layer.show([Strokes(ACROSS, RED)], SIZE, 1.0)
    finish(layer)
    layer.show([Strokes(DOWN, BLUE)], SIZE, 1.0, keeps=True)
    assert layer.paint_more(0.0)
    assert seen(layer, 5, 10) == RED
    layer.show([Strokes(DOWN, BLUE)], SIZE, 1.0, keeps=True)  # more trials came before it was whole
    assert layer.paint_more(0.0)
    assert seen(layer, 5, 10) == RED
    finish(layer)
    assert seen(layer, 5, 10) == QColor("white")
    assert seen(layer, 20, 30) == BLUE


def test_without_lines_there_is_nothing_to_do(layer):
    layer.show([Strokes(np.empty((0, 4)), RED)], SIZE, 1.0)
    assert not layer.paint_more(0.0)
    assert layer.fits(SIZE, 1.0)
    assert not layer.fits(SIZE, 2.0)
