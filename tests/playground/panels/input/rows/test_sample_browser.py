"""Leafing through samples."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QToolButton

from playground.panels.input.rows.sample_browser import SampleBrowser

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def browser(qtbot):
    widget = SampleBrowser()
    qtbot.addWidget(widget)
    widget.set_count(50)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def asked(browser):
    numbers = []
    browser.sample_requested.connect(lambda number: numbers.append(number))
    return numbers


def press(qtbot, browser, name: str) -> None:
    found = next(button for button in browser.findChildren(QToolButton) if button.accessibleName() == name)
    qtbot.mouseClick(found, LEFT)


def test_next_and_previous_go_round(qtbot, browser, asked):
    press(qtbot, browser, "Previous test digit")
    press(qtbot, browser, "Next test digit")
    press(qtbot, browser, "Next test digit")

    assert asked == [49, 0, 1]


def test_a_typed_number_is_asked_for_once_and_whole(qtbot, browser, asked):
    number = browser.findChild(QSpinBox)
    number.selectAll()
    qtbot.keyClicks(number, "37")
    qtbot.keyClick(number, Qt.Key.Key_Return)

    assert asked == [37]


def test_the_arrow_keys_of_the_number_ask(qtbot, browser, asked):
    qtbot.keyClick(browser.findChild(QSpinBox), Qt.Key.Key_Up)

    assert asked == [1]


def test_showing_a_number_asks_for_nothing(browser, asked):
    browser.show_number(12)

    assert browser.number == 12
    assert asked == []


def test_fewer_samples_ask_for_nothing(browser, asked):
    browser.show_number(40)
    browser.set_count(20)

    assert browser.number == 19
    assert asked == []


def test_without_samples_nothing_can_be_asked(browser):
    browser.set_count(0)

    assert not browser.isEnabled()


def test_the_next_mistake_is_asked_for(qtbot, browser):
    with qtbot.waitSignal(browser.mistake_requested):
        press(qtbot, browser, "Next mistake")
