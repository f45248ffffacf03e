"""The window of who taught the network, and the places from which a person comes to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QListView, QMenu

from playground.widgets.plot.probability_bars import ProbabilityBars
from playground.widgets.refreshing import bring_up_to_date
from tests.playground.sessions import choose, train


@pytest.fixture
def trained(window, qtbot):
    session = window.session
    choose(qtbot, session, "xor2d")
    session.looking.choose("mine")
    train(qtbot, session, epochs=20)
    session.looking.show_row(3, "test")
    bring_up_to_date(window)
    return window


def answering(window):
    return [each for each in window.findChildren(ProbabilityBars) if each.isVisible() and each.probabilities]


def answered(window, qtbot):
    qtbot.waitUntil(lambda: not window.session.past.teachers.is_busy)
    return window.findChild(QDialog, "teachers")


def test_a_bar_of_the_answer_leads_to_strips_that_are_refined_and_lead_to_an_update(trained, qtbot):
    qtbot.waitUntil(lambda: bring_up_to_date(trained) or bool(answering(trained)))
    (bars,) = answering(trained)
    place = QPoint(5, int(bars.height() * 0.6))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, bars.mapToGlobal(place))
    QApplication.sendEvent(bars, event)
    (menu,) = bars.findChildren(QMenu, "barMenu")
    assert menu.actions()[0].text().endswith("who taught you that?")
    menu.actions()[0].trigger()
    teachers = answered(trained, qtbot)
    assert teachers.isVisible()
    assert trained.session.past.teachers.inquiry.label == 1
    assert teachers.outputs.value() == "1"
    assert "that is exact" in teachers.told.text()
    assert "an estimate from" in teachers.told.text()
    assert (teachers.raised.count(), teachers.lowered.count()) == (12, 12)
    teachers.work.button.click()
    answered(trained, qtbot)
    assert "Every update was done again" in teachers.told.text()
    assert not teachers.work.isEnabled()
    item = teachers.lowered.item(2)
    at = teachers.lowered.visualItemRect(item).center()
    qtbot.mouseClick(teachers.lowered.viewport(), Qt.MouseButton.LeftButton, pos=at)
    teacher = trained.session.past.teachers.inquiry.exact.lowered(3)[2]
    qtbot.waitUntil(lambda: trained.session.past.playhead.is_exact)
    assert trained.session.looking.sample.origin == f"train {teacher.row}"
    assert trained.session.past.playhead.shown == teacher.iteration - 1
    assert teachers.step.isEnabled()


def test_the_menu_asks_about_what_the_network_says(trained, qtbot):
    trained.findChild(QAction, "actionWhoTaught").trigger()
    teachers = answered(trained, qtbot)
    said = int(trained.session.looking.observation.output[0].argmax())
    assert teachers.outputs.value() == str(said)
    teachers.outputs.show_value(str(1 - said))
    teachers.outputs.value_edited.emit(str(1 - said))
    answered(trained, qtbot)
    assert trained.session.past.teachers.inquiry.label == 1 - said


def test_a_mistake_of_the_evaluation_leads_there(trained, qtbot):
    session = trained.session
    session.panel_requested.emit("evaluation")
    samples = trained.findChild(QListView, "evaluatedSamples")
    bring_up_to_date(trained)
    qtbot.waitUntil(lambda: bring_up_to_date(trained) or samples.model().rowCount() > 0)
    samples.setCurrentIndex(samples.model().index(0, 0))
    row = samples.samples.row_of(samples.currentIndex())
    samples.findChild(QAction, "whoTaughtSample").trigger()
    answered(trained, qtbot)
    assert session.past.teachers.inquiry.sample.origin == f"test {row}"
    assert session.past.teachers.inquiry.label == int(session.looking.observation.output[0].argmax())


def test_what_cannot_be_answered_is_said_and_opens_no_window(window, qtbot):
    said = []
    window.session.status.connect(said.append)
    window.findChild(QAction, "actionWhoTaught").trigger()
    assert "cannot be shown" in said[-1]
    assert window.findChild(QDialog, "teachers") is None
