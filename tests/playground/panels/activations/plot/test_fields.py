import math

import numpy as np
import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionFrame

from playground.panels.activations.plot.fields import FunctionFields

Y, SLOPE = 1 / (1 + math.exp(1.3728)), 0.16129599123456788


def fields(qtbot, width):
    widget = FunctionFields()
    qtbot.addWidget(widget)
    widget.retranslate()
    widget.show_point(-1.3728, Y, SLOPE)
    widget.resize(width, widget.sizeHint().height())
    widget.show()
    return widget


def test_all_the_digits_of_the_book_are_written_where_there_is_room(qtbot):
    assert fields(qtbot, 900).readout.text() == f"f(x) = {Y:.8f}    f′(x) = {SLOPE:.8f}"


def test_what_the_computer_adds_far_behind_the_point_is_not_written(qtbot):
    widget = fields(qtbot, 900)
    widget.show_point(0.3, 0.1 + 0.2, 1.0)
    assert widget.readout.text() == "f(x) = 0.3    f′(x) = 1"
    widget.show_point(-10.0, np.float32(4.5397872e-05), np.nan)
    assert widget.readout.text() == "f(x) = 4.54e-5    f′(x) = NaN"


def test_numbers_are_rounded_and_said_to_be_where_they_would_be_cut(qtbot):
    widget = fields(qtbot, 190)
    widget.show_point(-1.3728, 123456.20216784, -123456.16129599)
    text = widget.readout.text()
    assert "f(x) ≈ 123456" in text
    assert "f′(x) ≈ -123456" in text
    assert widget.fontMetrics().horizontalAdvance(text) <= widget.readout.width()


def test_the_digits_come_back_with_the_room(qtbot):
    widget = fields(qtbot, 190)
    widget.show_point(-1.3728, 123456.20216784, SLOPE)
    assert f"{SLOPE:.8f}" not in widget.readout.text()
    widget.resize(900, widget.height())
    assert f"{SLOPE:.8f}" in widget.readout.text()


@pytest.mark.parametrize("x", [-0.0107744, -1.234e-5, 123.4])
def test_the_place_of_a_neuron_is_written_whole(qtbot, x):
    widget = fields(qtbot, 230)
    widget.show_point(x, Y, SLOPE)
    entry = widget.x
    option = QStyleOptionFrame()
    entry.initStyleOption(option)
    room = entry.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, entry).width()
    beside = 4  # px that a QLineEdit leaves free beside its text
    assert entry.fontMetrics().horizontalAdvance(entry.text()) + beside <= room
