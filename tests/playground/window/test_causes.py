"""Finding a cause and seeing what would have been, by mouse, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from nn.network import NetworkSpec
from playground.widgets.fields.quiet_fields import ChoiceBox
from playground.window.causes.suspect_row import SuspectRow
from playground.window.causes.what_if import WhatIfDialog
from playground.window.causes.window import CauseWindow


@pytest.fixture
def window(open_window, qtbot):
    """Give a window whose network has just been spoilt by a learning rate of 10."""
    window = open_window()
    session = window.session
    session.editing.choose_dataset("spiral")
    qtbot.waitUntil(lambda: session.library.data is not None and session.document.state.dataset.name == "spiral")
    session.editing.edit_spec("relus", NetworkSpec.mlp(2, (12, 8), 2))
    session.editing.edit_config("setup", optimizer="SGD", optimizer_options={}, lr=0.05, epochs=60)
    for rate in (0.05, 10.0):
        session.editing.edit_config("Set learning rate", lr=rate)
        session.control.train()
        qtbot.waitUntil(lambda: session.run.is_running)
        qtbot.waitUntil(lambda: not session.control.is_busy)
    return window


def press(qtbot, parent, name):
    button = parent.findChild(QPushButton, name)
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def bring_back(qtbot, window, dialog):
    name = f"buttonBackTo_{dialog.objectName()}"
    back = window.findChild(QToolButton, name)
    assert back.text() == f"Back to: {dialog.windowTitle()}"
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: window.findChild(QToolButton, name) is None)


def test_from_the_trouble_to_the_guilty_update_and_to_a_branch_by_mouse(qtbot, window):
    session = window.session
    changed = session.document.state.history[-1].first_iteration - 1
    session.health.ask()
    qtbot.waitUntil(lambda: window.findChild(QWidget, "troubleBar").isVisible())
    press(qtbot, window, "buttonTryCauses")
    qtbot.waitUntil(lambda: window.findChild(CauseWindow) is not None and session.causes.finding.state == "found")
    told = window.findChild(CauseWindow)
    assert f"It began with update {changed + 1:,}" in told.explanation.text()
    assert "learning rate 0.05 → 10" in told.explanation.text()
    assert f"{session.causes.finding.updates:,} updates" in told.findChild(QLabel, "causeCost").text()
    press(qtbot, told, "buttonTrySuspects")
    qtbot.waitUntil(lambda: session.causes.finding.state == "tried")
    assert "The change (learning rate 0.05 → 10) was the cause" in told.findChild(QLabel, "causeVerdict").text()
    assert told.findChild(QLabel, "score_edit").text() == "5 of 5 streams went well"
    assert told.findChild(QLabel, "score_as_it_was").text() == "0 of 5 streams went well"
    assert [row.suspect.kind for row in told.findChildren(SuspectRow)] == [
        score.suspect.kind for score in session.causes.finding.verdict.scores
    ]
    before = session.document.state
    press(qtbot, told, "buttonLookAtCause")
    qtbot.waitUntil(lambda: session.past.playhead.shown == changed)
    assert session.document.state is before
    assert told.isHidden()  # it lay over what it led to
    bring_back(qtbot, window, told)
    press(qtbot, told, "buttonDebugCause")
    qtbot.waitUntil(lambda: session.debugger.is_open and session.debugger.stepped.iteration == changed + 1)
    assert (session.debugger.stepped.past.checkpoint.iteration, session.debugger.cursor) == (changed, 0)
    assert session.document.state is before
    bring_back(qtbot, window, told)
    assert told.findChild(QLabel, "score_edit").text() == "5 of 5 streams went well"
    press(qtbot, told, "branch_edit")
    qtbot.waitUntil(lambda: session.document.state.config.lr == 0.05)
    assert session.document.state.run_label.name == "Without the change: learning rate 0.05 → 10"
    assert session.document.state.runs[-1].history is before.history


def test_another_activation_from_some_iteration_on_in_one_gesture(qtbot, window):
    session = window.session
    last = session.document.state.checkpoint.iteration
    session.causes.what_if_requested.emit(101)
    asked = window.findChild(WhatIfDialog)
    what = asked.findChild(ChoiceBox, "whatIfSetting")
    place = [what.itemText(number) for number in range(what.count())].index("Activation Relu1")
    what.setCurrentIndex(place)
    what.activated.emit(place)
    assert not asked.findChild(QPushButton, "buttonSeeWhatIf").isEnabled()  # ReLU it was
    value = asked.findChild(ChoiceBox, "activation")
    value.setCurrentIndex(value.findData("Tanh"))
    value.activated.emit(value.currentIndex())
    press(qtbot, asked, "buttonSeeWhatIf")
    qtbot.waitUntil(lambda: session.document.state.run_label.fork is not None)
    qtbot.waitUntil(lambda: not session.control.is_busy and session.document.state.checkpoint.iteration == last)
    state = session.document.state
    assert (state.spec.layers[1].kind, state.run_label.fork.iteration) == ("Tanh", 101)
    assert state.run_label.name == "Activation Relu1: tanh"


def test_an_untrained_network_has_no_cause_and_no_past(qtbot, open_window):
    window = open_window()
    window.session.causes.requested.emit(None)
    assert "no past" in window.findChild(CauseWindow).explanation.text()
    window.session.causes.what_if_requested.emit(None)
    asked = window.findChild(WhatIfDialog)
    assert "no past" in asked.explanation.text()
    assert not asked.findChild(QPushButton, "buttonSeeWhatIf").isEnabled()
