"""One set of commands: they never move, take turns with those that step, and say why they are grey."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QToolBar, QToolButton, QWidget

FIXED = ("actionTrain", "actionPause", "actionStop")
TRAINING = ("toolStepIteration", "toolStepEpoch", "toolResetWeights")
STEPPING = ("toolStepBack", "toolStepOver", "toolStepInto", "toolStepOut", "toolToggleBreakpoint", "toolMoreSteps")


@pytest.fixture
def bar(window):
    return window.findChild(QToolBar, "runToolbar")


@pytest.fixture
def action(window):
    return lambda name: window.findChild(QAction, name)


def shown(bar, names):
    return [name for name in names if bar.findChild(QToolButton, name).isVisible()]


def test_the_steps_through_a_pass_take_the_place_of_those_of_training_and_give_it_back(window, bar, action, qtbot):
    places = [bar.widgetForAction(action(name)).geometry() for name in FIXED]
    assert shown(bar, TRAINING) == list(TRAINING)
    assert shown(bar, STEPPING) == []
    action("actionStepOver").trigger()
    qtbot.waitUntil(lambda: shown(bar, STEPPING) == list(STEPPING))
    assert shown(bar, TRAINING) == []
    assert [bar.widgetForAction(action(name)).geometry() for name in FIXED] == places
    rare = {entry.objectName() for entry in bar.findChild(QToolButton, "toolMoreSteps").menu().actions()}
    assert rare >= {"actionRunToHere", "actionReverseContinue", "actionRestartPass", "actionFindFirstBad"}
    action("actionStop").trigger()
    qtbot.waitUntil(lambda: shown(bar, TRAINING) == list(TRAINING))
    assert not action("actionStop").isEnabled()


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("width", [900, 1199, 1366])
def test_no_command_is_out_of_reach_and_words_need_room(bar, window, action, qtbot, language, width):
    action(f"actionLanguage{language.capitalize()}").trigger()
    window.resize(width, 700)
    qtbot.waitUntil(lambda: bar.width() == window.width())
    for is_stepping in (False, True):
        if is_stepping:
            action("actionStepOver").trigger()
            qtbot.waitUntil(lambda: shown(bar, STEPPING) != [])
        qtbot.waitUntil(lambda: not bar.findChild(QToolButton, "qt_toolbar_ext_button").isVisible())
        assert bar.sizeHint().width() <= bar.width()
    assert (bar.toolButtonStyle().name == "ToolButtonTextBesideIcon") == (window.width() >= 1200)


def test_the_steps_have_their_words_in_a_window_that_comes_up_wide(open_window, qtbot):
    before = open_window()
    before.resize(1366, 700)
    before.close()
    window = open_window()
    assert window.width() > 1300
    window.findChild(QAction, "actionStepOver").trigger()
    bar = window.findChild(QToolBar, "runToolbar")
    qtbot.waitUntil(lambda: shown(bar, STEPPING) == list(STEPPING))
    styles = {bar.findChild(QToolButton, name).toolButtonStyle().name for name in STEPPING}
    assert styles == {"ToolButtonTextBesideIcon"}


def test_what_cannot_be_done_now_is_grey_and_says_why(action, qtbot):
    assert "Nothing is being trained." in action("actionPause").toolTip()
    assert "There is no run to end." in action("actionStop").toolTip()
    assert "There is no edit to take back." in action("actionUndo").toolTip()
    action("actionTrain").trigger()
    qtbot.waitUntil(action("actionPause").isEnabled)
    assert "Nothing is being trained." not in action("actionPause").toolTip()
    assert not action("actionTrain").isEnabled()
    assert "Training runs already." in action("actionTrain").toolTip()


def in_front(window):
    return {dock.objectName() for dock in window.findChildren(QDockWidget) if not dock.visibleRegion().isEmpty()}


def test_pause_moves_nothing_and_offers_to_step_through_the_iteration(window, action, qtbot):
    action("actionTrain").trigger()
    qtbot.waitUntil(lambda: window.session.run.iteration > 0)
    before = in_front(window)
    offer = window.findChild(QToolButton, "buttonStepThrough")
    assert not offer.isVisible()
    action("actionPause").trigger()
    qtbot.waitUntil(offer.isVisible)
    assert in_front(window) == before
    assert not window.session.debugger.is_open
    offer.click()
    qtbot.waitUntil(lambda: {"debuggerDock", "variablesDock"} <= in_front(window))
    assert window.session.debugger.stepped.kind == "batch"
    assert not offer.isVisible()
    action("actionStop").trigger()
    qtbot.waitUntil(lambda: in_front(window) == before)


def test_a_tab_chosen_while_stepping_stays_at_its_end(window, action, qtbot):
    action("actionStepOver").trigger()
    qtbot.waitUntil(lambda: "debuggerDock" in in_front(window))
    window.session.panel_requested.emit("weights")
    qtbot.waitUntil(lambda: "weightsDock" in in_front(window))
    action("actionStop").trigger()
    qtbot.waitUntil(lambda: "trainingDock" in in_front(window))
    assert "weightsDock" in in_front(window)


def test_who_draws_keeps_the_canvas_when_stepping_begins(window, action, qtbot):
    window.findChild(QWidget, "digitCanvas").setFocus()
    action("actionStepOver").trigger()
    qtbot.waitUntil(lambda: {"debuggerDock", "variablesDock", "drawDock"} <= in_front(window))
