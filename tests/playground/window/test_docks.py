"""Docks behind each other, and how a panel that was asked for comes to the front."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget

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
    place = window.session.lesson_place
    window.session.panel_requested.emit("lessons")
    qtbot.waitUntil(lambda: in_front(dock("lessons")))
    window.session.panel_requested.emit("draw")
    assert not in_front(dock("lessons")), "the list of lessons may be covered"
    window.session.panel_requested.emit("lessons")
    place.open(next(iter(place.shelf)))
    qtbot.waitUntil(lambda: bool(place.name))
    window.session.panel_requested.emit("draw")
    qtbot.waitUntil(lambda: in_front(dock("draw")) and in_front(dock("lessons")))
    assert in_front(dock("training")), "settings are never hidden by the program"


def test_the_first_arrangement_can_be_had_back(window, dock, qtbot):
    window.session.panel_requested.emit("weights")
    dock("network").setFloating(True)
    window.findChild(QAction, "actionResetLayout").trigger()
    qtbot.waitUntil(lambda: in_front(dock("network")))
    assert dock("weights") in window.tabifiedDockWidgets(dock("network"))
