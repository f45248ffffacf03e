"""Docks behind each other, and how a panel that was asked for comes to the front."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget

from playground.window.dock_room import DockRoom
from playground.window.docks import Docks


@pytest.fixture
def dock(window):
    return lambda name: window.findChild(QDockWidget, f"{name}Dock")


@pytest.fixture
def docks(window):
    """Give what tells and takes arrangements."""
    return window.findChild(Docks)


def in_front(dock):
    return not dock.visibleRegion().isEmpty()


def test_first_the_canvas_the_network_the_curves_and_the_training_are_seen(dock, qtbot):
    for name in ("draw", "network", "curves", "training"):
        qtbot.waitUntil(lambda name=name: in_front(dock(name)))
    assert not any(in_front(dock(name)) for name in ("lessons", "activations", "weights"))


def test_a_panel_that_is_asked_for_comes_to_the_front(window, dock, qtbot):
    window.session.panel_requested.emit("weights")
    qtbot.waitUntil(lambda: in_front(dock("weights")))
    assert not in_front(dock("network"))
    assert in_front(dock("draw"))


def test_a_closed_panel_that_is_asked_for_comes_back(window, dock, qtbot):
    dock("curves").close()
    window.session.panel_requested.emit("curves")
    qtbot.waitUntil(lambda: in_front(dock("curves")))


def test_a_lesson_stays_in_sight_when_the_canvas_is_asked_for(window, dock, qtbot):
    window.session.panel_requested.emit("lessons")
    qtbot.waitUntil(lambda: in_front(dock("lessons")))
    window.session.panel_requested.emit("draw")
    qtbot.waitUntil(lambda: in_front(dock("draw")) and in_front(dock("lessons")))
    assert dock("training") in window.tabifiedDockWidgets(dock("lessons"))


def test_the_first_arrangement_can_be_had_back(window, dock, qtbot):
    window.session.panel_requested.emit("weights")
    dock("network").setFloating(True)
    window.findChild(QAction, "actionResetLayout").trigger()
    qtbot.waitUntil(lambda: in_front(dock("network")))
    assert dock("weights") in window.tabifiedDockWidgets(dock("network"))


def test_panels_behind_come_to_life_after_those_in_front(open_window):
    window = open_window()
    assert window.is_ready
    panels = {panel.name: panel for panel in window.findChild(Docks).panels}
    assert all(panel.behind in panels for panel in panels.values() if panel.behind)


def test_the_curves_give_way_to_the_debugger_in_a_low_window_and_come_back(window, dock, qtbot, docks):
    window.resize(1366, 700)
    window.session.panel_requested.emit("debugger")
    qtbot.waitUntil(lambda: in_front(dock("debugger")))
    assert in_front(dock("curves"))
    window.session.debugger.open()
    qtbot.waitUntil(dock("curves").isHidden)
    saved = docks.save()
    assert dock("curves").isHidden()
    assert "curves" in docks.layout().shown
    window.session.panel_requested.emit("network")
    qtbot.waitUntil(lambda: in_front(dock("curves")))
    dock("curves").close()
    docks.restore(saved)
    assert not dock("curves").isHidden()


def test_the_curves_stay_beside_the_debugger_in_a_high_window(window, dock, qtbot):
    window.resize(1366, 1800)
    window.session.panel_requested.emit("debugger")
    window.session.debugger.open()
    qtbot.waitUntil(lambda: in_front(dock("debugger")) and window.session.debugger.trace != ())
    rooms = window.findChildren(DockRoom)
    assert rooms
    qtbot.waitUntil(lambda: not any(room.findChild(QTimer).isActive() for room in rooms))
    assert in_front(dock("curves"))
