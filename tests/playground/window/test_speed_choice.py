"""The speed of training: chosen in the tool bar or the menu, live, and remembered."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from playground.window.settings import Settings


def test_the_speed_is_shown_live_and_remembered_and_is_no_edit(window, qtbot):
    session, button = window.session, window.findChild(QToolButton, "toolSpeed")
    assert button.text() == "Full speed"
    before = session.document.undo_text
    window.findChild(QAction, "actionSpeed1").trigger()
    assert (button.text(), button.accessibleName()) == ("1/s", "Speed: 1/s")
    assert Settings().speed == 1
    session.control.train()
    qtbot.waitUntil(lambda: session.run.iteration == 1)
    assert session.document.undo_text == before
    window.findChild(QAction, "actionSpeedFull").trigger()
    qtbot.waitUntil(lambda: session.run.iteration > 20)
    session.control.stop()
    qtbot.waitUntil(lambda: not session.run.is_running)
    assert {action.text() for action in button.menu().actions()} == {"1/s", "10/s", "100/s", "Full speed"}


def test_the_speed_of_the_last_time_is_there_at_the_start(open_window, own_settings):
    Settings().speed = 100
    window = open_window()
    assert window.findChild(QToolButton, "toolSpeed").text() == "100/s"
    assert window.findChild(QAction, "actionSpeed100").isChecked()
