from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from playground.widgets.fields.log_slider import LogSlider


@pytest.fixture
def rate(qtbot):
    made = LogSlider(1e-5, 10.0, (0.0, 1e6))
    qtbot.addWidget(made)
    made.resize(300, 30)
    made.show()
    made.show_value(0.001)
    made.edits, made.drags, made.refusals = [], [], []
    made.value_edited.connect(made.edits.append)
    made.value_dragged.connect(lambda value, gesture: made.drags.append((value, gesture)))
    made.refused.connect(made.refusals.append)
    return made


def handle(slider):
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    return (
        slider.style()
        .subControlRect(QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider)
        .center()
    )


def drag(slider, distance):
    start = handle(slider)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        point = start.toPointF()
        point.setX(start.x() + distance * step / 5)
        QTest.mouseMove(slider, point.toPoint())
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=point.toPoint())


@pytest.mark.parametrize("value", [0.001, 0.0123456789, 1e-9, 12345.678])
def test_showing_keeps_every_digit_and_reports_nothing(rate, value):
    rate.show_value(value)
    assert rate.value() == float(rate.entry.text()) == value
    assert rate.edits == rate.drags == []


def test_equal_distances_are_equal_factors(rate):
    places = []
    for value in (0.001, 0.01, 0.1, 1.0):
        rate.show_value(value)
        places.append(rate.slider.value())
    assert len({after - before for before, after in pairwise(places)}) == 1


def test_a_drag_reports_readable_values_of_one_gesture(rate):
    drag(rate.slider, 60)
    values, gestures = zip(*rate.drags, strict=True)
    assert len(values) > 1
    assert list(values) == sorted(values)
    assert values[-1] > 0.01
    assert all(value == float(f"{value:.1e}") for value in values)
    assert len(set(gestures)) == 1
    assert rate.value() == values[-1]
    assert rate.edits == []


def test_two_drags_are_two_gestures(rate):
    drag(rate.slider, 40)
    drag(rate.slider, -40)
    assert len({gesture for _, gesture in rate.drags}) == 2


def test_a_typed_value_moves_the_handle(qtbot, rate):
    before = rate.slider.value()
    rate.entry.selectAll()
    qtbot.keyClicks(rate.entry, "0,25")
    qtbot.keyClick(rate.entry, Qt.Key.Key_Return)
    assert rate.edits == [0.25]
    assert rate.slider.value() > before
    assert rate.drags == []


def test_arrow_keys_move_by_a_tenth_of_a_decade(qtbot, rate):
    for _ in range(10):
        qtbot.keyClick(rate.slider, Qt.Key.Key_Right)
    assert rate.drags[-1][0] == 0.01


def test_a_value_that_is_no_learning_rate_is_refused(qtbot, rate):
    rate.set_texts("Learning rate", "")
    rate.entry.selectAll()
    qtbot.keyClicks(rate.entry, "-1")
    qtbot.keyClick(rate.entry, Qt.Key.Key_Return)
    assert rate.refusals == ["Learning rate takes a number from 0 to 1,000,000, not “-1”."]
    assert rate.value() == 0.001


def test_both_parts_are_named(rate):
    rate.set_texts("Learning rate", "How far each update goes.")
    assert rate.entry.accessibleName() == "Learning rate"
    assert rate.slider.accessibleName() == "Learning rate, slider"
    assert rate.slider.toolTip() == rate.entry.toolTip() == "How far each update goes."
