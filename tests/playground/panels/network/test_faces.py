"""While somebody compares, the network is drawn as this one, the other one, or how far they are apart."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from playground.panels.network.diagram.diagram import NetworkDiagram
from playground.panels.network.heads.head import LayerHead
from playground.panels.network.neuron.card import NeuronCard
from playground.panels.training.apart_table import ApartTable
from playground.widgets.refreshing import bring_up_to_date


@pytest.fixture
def compared(window, qtbot):
    """Compare, in the window, a network for points after other updates with what the run before had made."""
    session = window.session
    session.editing.choose_with_recipe("xor")
    qtbot.waitUntil(lambda: session.library.data.name == "xor")
    for options in ({"epochs": 5}, {"lr": 0.5, "optimizer": "RMSprop"}):
        session.editing.reset_weights()
        session.editing.edit_config("settings", **options)
        session.control.train()
        qtbot.waitUntil(lambda: not session.control.is_busy)
    window.findChild(QAction, "actionArrangementCompare").trigger()
    bring_up_to_date(window)
    return window


@pytest.fixture
def choose(compared):
    def choose(face):
        QTest.mouseClick(compared.findChild(QToolButton, f"networkFace{face}"), Qt.MouseButton.LeftButton)
        bring_up_to_date(compared)

    return choose


def test_the_switch_draws_the_other_network_and_the_difference(compared, choose):
    session, diagram = compared.session, compared.findChild(NetworkDiagram)
    here, there = session.looking.network, session.comparison.rival.network
    np.testing.assert_array_equal(diagram.edges.weights[0], here.params["W1"])
    choose("Other")
    np.testing.assert_array_equal(diagram.edges.weights[0], there.params["W1"])
    np.testing.assert_array_equal(diagram.shown[-1].after, session.comparison.rival.observation.output[0])
    choose("Difference")
    np.testing.assert_array_equal(diagram.edges.weights[0], here.params["W1"] - there.params["W1"])
    apart = session.looking.observation.output - session.comparison.rival.observation.output
    np.testing.assert_array_equal(diagram.shown[-1].after, apart[0])
    choose("This")
    np.testing.assert_array_equal(diagram.edges.weights[0], here.params["W1"])
    choose("Difference")
    compared.findChild(QAction, "actionArrangementDraw").trigger()
    bring_up_to_date(compared)
    assert not compared.findChild(QWidget, "networkFaces").isVisible()
    np.testing.assert_array_equal(diagram.edges.weights[0], here.params["W1"])


def test_a_neuron_says_both_numbers_and_is_laid_open_in_either_network_alone(compared, choose):
    session, diagram, card = compared.session, compared.findChild(NetworkDiagram), compared.findChild(NeuronCard)
    choose("Difference")
    diagram.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(diagram, key)
    here, there = (float(each.values[1][0, 1]) for each in observations(session))
    said = diagram.accessibleDescription()
    assert said.splitlines()[1].startswith("a1[1]: ")
    for number in (here, there, here - there):
        assert f"{number:.4g}" in said
    assert card.isHidden()
    choose("Other")
    diagram.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(diagram, key)
    assert card.isVisible()


def observations(session):
    return session.looking.observation, session.comparison.rival.observation


def test_a_comparison_is_not_edited(compared, choose):
    session, diagram = compared.session, compared.findChild(NetworkDiagram)
    told = []
    session.status.connect(told.append)
    choose("Difference")
    before = session.document.state
    diagram.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        QTest.keyClick(diagram, key)
    QTest.keyClick(diagram, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(diagram, Qt.Key.Key_5)
    assert session.document.state is before
    assert told
    assert all("This one" in each for each in told)
    assert not any(head.content().is_movable for head in compared.findChildren(LayerHead) if head.isVisible())


def test_why_two_networks_have_no_difference_is_said(compared, choose):
    compared.session.architecture.add_neuron(0)
    bring_up_to_date(compared)
    words = compared.findChild(QWidget, "networkFacesWords")
    assert "their layers differ" in words.text()
    assert not compared.findChild(QToolButton, "networkFaceDifference").isEnabled()


def test_a_pass_that_is_stepped_through_is_this_networks_alone(compared, choose):
    session, diagram = compared.session, compared.findChild(NetworkDiagram)
    choose("Difference")
    compared.findChild(QToolButton, "buttonFlowStep").click()
    bring_up_to_date(compared)
    np.testing.assert_array_equal(diagram.edges.weights[0], session.looking.network.params["W1"])
    compared.findChild(QToolButton, "buttonCloseFlow").click()
    bring_up_to_date(compared)
    assert not np.array_equal(diagram.edges.weights[0], session.looking.network.params["W1"])


def test_the_settings_that_differ_stand_above_the_form(compared):
    table = compared.findChild(ApartTable)
    texts = [label.text() for label in table.findChildren(QLabel) if label.isVisible()]
    row = texts.index("Learning rate")
    assert texts[row + 1] == "0.5"
    assert "Optimizer; RMSprop; " in table.accessibleDescription()
    compared.session.comparison.choose("")
    bring_up_to_date(compared)
    assert not table.isVisible()
