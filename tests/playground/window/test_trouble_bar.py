"""The line that says that training cannot work any more, in the real window: the story of learning rate 10."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QLabel, QPushButton, QToolBar, QToolButton

from nn.network import NetworkSpec
from playground.window.announcer import Announcer


@pytest.fixture
def dying(open_window, qtbot):
    """Give a window whose network has just died of a learning rate of 10, and what a screen reader heard."""
    QAccessible.setActive(True)
    window = open_window()
    words = []
    window.findChild(Announcer).announced.connect(words.append)
    session = window.session
    session.editing.choose_dataset("spiral")
    qtbot.waitUntil(lambda: session.library.data is not None and session.document.state.dataset.name == "spiral")
    session.editing.edit_spec("relus", NetworkSpec.mlp(2, (12, 8), 2))
    session.editing.edit_config("setup", optimizer="SGD", optimizer_options={}, lr=0.05, epochs=30)
    assert not bar(window).isVisible()
    session.control.train()  # to the end, of three iterations an epoch: always the same weights die, or none
    qtbot.waitUntil(lambda: not session.run.is_running and session.document.state.checkpoint.iteration == 90)
    session.editing.edit_config("Set learning rate", lr=10.0, epochs=100_000)
    session.control.train()
    qtbot.waitUntil(lambda: bar(window).isVisible() and "are dead" in window.findChild(QLabel, "troubleText").text())
    yield window, words
    QAccessible.setActive(False)


def bar(window):
    return window.findChild(QToolBar, "troubleBar")


def press(qtbot, window, name):
    qtbot.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_a_dead_network_is_told_once_and_undone_with_one_button(qtbot, dying):
    window, words = dying
    session = window.session
    sentence = window.findChild(QLabel, "troubleText")
    assert sentence.text() == sentence.accessibleName()
    qtbot.waitUntil(lambda: words.count(sentence.text()) == 1)
    undo = window.findChild(QPushButton, "buttonUndoCause")
    assert undo.text() == "Undo the change"
    assert "Set learning rate" in undo.toolTip()
    press(qtbot, window, "buttonUndoCause")
    qtbot.waitUntil(lambda: session.document.state.config.lr == 0.05)
    assert session.document.state.checkpoint.iteration > 50
    assert not bar(window).isVisible()
    assert words.count(sentence.text()) == 1


def test_the_other_button_finds_where_it_went_wrong(qtbot, dying):
    window, _ = dying
    session = window.session
    changed, dead = session.run.setups[-1][0], session.trouble.trouble.iteration
    stops = []
    session.debugger.stopped.connect(stops.append)
    press(qtbot, window, "buttonFindCause")
    qtbot.waitUntil(lambda: len(stops) == 1)
    assert session.trouble.trouble is None or session.trouble.began == changed - 1
    assert changed <= stops[0].iteration <= dead + 1
    assert session.debugger.is_open
    assert session.debugger.cursor > 0
    assert bar(window).isVisible()
    assert window.findChild(QPushButton, "buttonUndoCause").text() == "Undo the change"


def test_the_change_can_be_undone_from_before_the_trouble_and_the_journey_too(qtbot, dying):
    window, _ = dying
    session = window.session
    changed = session.run.setups[-1][0]
    sentence = window.findChild(QLabel, "troubleText")
    session.control.stop()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    session.debugger.travel.go(changed)
    qtbot.waitUntil(lambda: session.document.state.checkpoint.iteration == changed - 1)
    assert bar(window).isVisible()
    assert "Set learning rate" in sentence.text()
    assert not window.findChild(QPushButton, "buttonFindCause").isVisible()
    session.document.undo()
    qtbot.waitUntil(lambda: bar(window).isVisible() and "are dead" in sentence.text())
    session.document.redo()
    qtbot.waitUntil(lambda: "Set learning rate" in sentence.text())
    press(qtbot, window, "buttonUndoCause")
    qtbot.waitUntil(lambda: session.document.state.config.lr == 0.05)
    assert session.document.state.checkpoint.iteration == changed - 1
    assert not bar(window).isVisible()
    session.document.undo()
    session.editing.reset_weights()
    assert not bar(window).isVisible()


def test_it_is_looked_for_from_the_change_on(qtbot, dying, monkeypatch):
    window, _ = dying
    asked = []
    debugger = window.session.debugger
    monkeypatch.setattr(debugger, "find_first_bad", asked.append)
    changed = window.session.run.setups[-1][0]
    press(qtbot, window, "buttonFindCause")
    window.findChild(QAction, "actionFindFirstBad").trigger()
    assert asked == [changed - 1] * 2


def test_the_message_can_be_closed(qtbot, dying):
    window, _ = dying
    qtbot.mouseClick(window.findChild(QToolButton, "buttonDismissTrouble"), Qt.MouseButton.LeftButton)
    assert not bar(window).isVisible()
