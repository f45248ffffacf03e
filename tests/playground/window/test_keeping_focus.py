"""What has the keyboard and goes away leaves it where the person works: the space bar must not train an iteration."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDockWidget, QPushButton, QToolBar, QToolButton, QWidget

from playground.startup.tour import THREE, stroke
from playground.widgets.refreshing import bring_up_to_date
from playground.window.focus_ring import FocusRing


def press(widget):
    """Press a control by the keyboard."""
    widget.setFocus()
    assert QApplication.focusWidget() is widget
    QTest.keyClick(widget, Qt.Key.Key_Space)


def test_the_keyboard_begins_at_the_sheet_not_at_a_button_of_the_tool_bar(window, qtbot):
    qtbot.waitActive(window)
    assert QApplication.focusWidget().objectName() == "digitCanvas"


def test_a_button_of_a_bar_that_goes_leaves_the_keyboard_in_its_bar(window, qtbot):
    qtbot.waitActive(window)
    button = window.findChild(QPushButton, "subjectToYours")
    qtbot.waitUntil(button.isVisible)  # once the shipped network is there to be looked at
    press(button)
    qtbot.waitUntil(lambda: not button.isVisible())
    assert window.findChild(QToolBar, "subjectBar").isAncestorOf(QApplication.focusWidget())


def test_an_answer_in_the_debugger_leaves_the_keyboard_at_the_place_in_the_pass(window, qtbot):
    qtbot.waitActive(window)
    stroke(window.findChild(QWidget, "digitCanvas"), THREE)
    debugger = window.session.debugger
    debugger.choose("sample")
    debugger.open()
    debugger.go(10**6)
    qtbot.waitUntil(lambda: window.findChild(QToolButton, "target3") is not None)
    bring_up_to_date(window)
    target = window.findChild(QToolButton, "target3")
    qtbot.waitUntil(target.isVisible)
    press(target)
    bring_up_to_date(window)
    assert QApplication.focusWidget().objectName() == "scrubber"


def test_a_field_that_training_makes_grey_leaves_the_keyboard_in_its_panel(window, qtbot):
    qtbot.waitActive(window)
    field = window.findChild(QComboBox, "dataset")
    field.setFocus()
    window.findChild(QAction, "actionTrain").trigger()
    qtbot.waitUntil(lambda: window.session.run.is_running)
    if not field.isEnabled():
        assert window.findChild(QDockWidget, "trainingDock").isAncestorOf(QApplication.focusWidget())
    window.session.control.stop()
    qtbot.waitUntil(lambda: not window.session.control.is_busy)


def test_another_arrangement_leaves_the_keyboard_where_it_was(window, qtbot):
    qtbot.waitActive(window)
    field = window.findChild(QComboBox, "dataset")
    qtbot.waitUntil(field.isVisible)
    field.setFocus()
    window.findChild(QAction, "actionArrangementPoints").trigger()
    qtbot.waitUntil(field.isVisible)
    assert QApplication.focusWidget() is field


def test_the_mouse_brings_no_ring_where_the_keyboard_is_taken_back(window, qtbot):
    qtbot.waitActive(window)
    button, ring = window.findChild(QPushButton, "subjectToYours"), window.findChild(FocusRing)
    qtbot.waitUntil(button.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not button.isVisible())
    assert window.findChild(QToolBar, "subjectBar").isAncestorOf(QApplication.focusWidget())
    assert ring.widget() is None


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("actionShowNetwork", "networkDiagram"),
        ("actionShowDebugger", "debugNoticeButton"),
        ("actionShowConvolution", "sketchPicture"),
        ("actionShowRaces", "raceCard"),
    ],
)
def test_a_panel_that_is_brought_to_the_front_has_the_keyboard_where_it_begins(window, qtbot, command, name):
    qtbot.waitActive(window)
    window.findChild(QAction, command).trigger()
    qtbot.waitUntil(lambda: QApplication.focusWidget().objectName() == name)


def test_a_pass_in_the_debugger_has_the_keyboard_in_its_graph(window, qtbot):
    qtbot.waitActive(window)
    window.session.debugger.open()
    bring_up_to_date(window)
    window.findChild(QAction, "actionShowDebugger").trigger()
    assert QApplication.focusWidget().objectName() == "eventGraphView"
