"""Weights as pictures: where they are, what they show, how they are chosen."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from playground.widgets.look.colors import chart_colors
from playground.widgets.picture.weight_images import WeightImages


@pytest.fixture
def weights():
    """Nine pictures of 2 by 3; each has its own number, but picture 4 has one pixel of each sign."""
    values = np.zeros((6, 9), np.float32)
    values[0, 4], values[5, 4] = 1, -1
    return values


@pytest.fixture
def images(qtbot, weights):
    images = WeightImages()
    qtbot.addWidget(images)
    images.resize(320, 200)
    images.show_weights(weights, (2, 3), "neuron {}".format)
    images.show()
    QApplication.processEvents()
    return images


def test_each_pixel_has_the_colour_of_its_weight(images):
    picture, area = images.viewport().grab().toImage(), images.area_of(4)
    colors = chart_colors(images.palette())
    wide, high = area.width() // 3, area.height() // 2
    at = {
        QPoint(wide // 2, high // 2): colors.positive,
        QPoint(5 * wide // 2, 3 * high // 2): colors.negative,
        QPoint(3 * wide // 2, high // 2): colors.background,
    }
    for place, color in at.items():
        assert picture.pixelColor(area.topLeft() + place).name() == color.name()


def test_every_picture_is_found_where_it_is_painted(images):
    for column in range(images.count):
        assert images.column_at(images.area_of(column).center()) == column
    assert images.column_at(QPoint(319, 199)) == -1


def test_a_click_and_the_arrows_choose(images, qtbot):
    with qtbot.waitSignal(images.image_selected) as chosen:
        QTest.mousePress(images.viewport(), Qt.MouseButton.LeftButton, pos=images.area_of(4).center())
    assert chosen.args == [4]
    for key, column in ((Qt.Key.Key_Right, 5), (Qt.Key.Key_Left, 4)):
        QTest.keyClick(images, key)
        assert images.selected == column
    for _ in range(9):
        QTest.keyClick(images, Qt.Key.Key_Down)
    assert images.selected == images.count - 1


def test_a_choice_made_elsewhere_is_brought_into_sight_and_not_reported(qtbot):
    images = WeightImages()
    qtbot.addWidget(images)
    images.resize(150, 120)
    images.show_weights(np.ones((784, 100), np.float32), (28, 28), str)
    images.show()
    QApplication.processEvents()
    with qtbot.assertNotEmitted(images.image_selected):
        images.select(99)
    assert images.viewport().rect().contains(images.area_of(99))
    images.select(0)
    assert images.viewport().rect().contains(images.area_of(0))


def test_hover_names_the_neuron(images):
    place = images.area_of(4).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, images.viewport().mapToGlobal(place))
    QApplication.sendEvent(images.viewport(), event)
    assert QToolTip.text() == "neuron 4"
    QToolTip.hideText()


def test_nothing_and_no_numbers_are_painted_too(images):
    for values in (np.zeros((6, 0), np.float32), np.full((6, 3), np.nan, np.float32)):
        images.show_weights(values, (2, 3), str)
        assert not images.grab().isNull()


def test_pictures_grow_with_the_window_until_all_are_seen(images):
    small = images.area_of(0).width()
    images.resize(900, 700)
    QApplication.processEvents()
    assert images.area_of(0).width() > small
    assert images.viewport().rect().contains(images.area_of(8))


def test_no_picture_is_cut_off_where_all_have_room(images):
    images.show_weights(np.zeros((9, 7)), (3, 3), str)
    for width in range(300, 460, 7):
        images.resize(width, 260)
        QApplication.processEvents()
        assert images.viewport().rect().contains(images.area_of(6)), width


@pytest.mark.parametrize("width", [60, 130, 200, 330, 500])
def test_what_belongs_together_stands_side_by_side(images, width):
    """Filters before and after training: in rows of three every second pair was torn apart."""
    images.show_weights(np.zeros((6, 10), np.float32), (2, 3), str, together=2)
    images.resize(width, 240)
    for first in range(0, 10, 2):
        before, after = images.area_of(first), images.area_of(first + 1)
        assert (before.top(), after.left() - before.right()) == (after.top(), 2)
        assert images.column_at(after.center()) == first + 1
