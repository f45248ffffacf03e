"""Keys that edit the chosen neuron."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nn.network import NetworkSpec
from playground.panels.network.neuron.keys import NeuronKeys
from playground.session.looking.selection import INPUT, Neuron

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def place(qtbot, session):
    widget = QWidget()
    qtbot.addWidget(widget)
    NeuronKeys(session, widget)
    session.editing.edit_spec("small", NetworkSpec.mlp(784, (6,), 10))
    session.told = []
    session.status.connect(session.told.append)
    with qtbot.waitActive(widget):
        widget.show()
    widget.setFocus()
    return widget


def test_delete_removes_the_chosen_neuron(qtbot, session, place):
    before = session.live.network.params["W1"].copy()
    session.selection.select(Neuron(1, 2))  # as its activation gives it
    qtbot.keyClick(place, Qt.Key.Key_Delete)
    np.testing.assert_array_equal(session.live.network.params["W1"], np.delete(before, 2, 1))


def test_insert_adds_a_neuron_behind_it(qtbot, session, place):
    before = session.live.network.params["W1"].copy()
    session.selection.select(Neuron(0, 2))
    qtbot.keyClick(place, Qt.Key.Key_Insert)
    np.testing.assert_array_equal(np.delete(session.live.network.params["W1"], 3, 1), before)


def test_alt_and_an_arrow_move_it_and_it_stays_chosen(qtbot, session, place):
    before = session.live.network.params["W1"].copy()
    session.selection.select(Neuron(0, 2))
    qtbot.keyClick(place, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(place, Qt.Key.Key_Up, ALT)
    assert session.selection.neuron == Neuron(0, 0)
    np.testing.assert_array_equal(session.live.network.params["W1"], before[:, [2, 0, 1, 3, 4, 5]])
    qtbot.keyClick(place, Qt.Key.Key_Up, ALT)
    assert session.selection.neuron == Neuron(0, 0)
    assert "cannot go to place -1" in session.told[-1]
    qtbot.keyClick(place, Qt.Key.Key_Down, ALT)
    np.testing.assert_array_equal(session.live.network.params["W1"], before[:, [0, 2, 1, 3, 4, 5]])


@pytest.mark.parametrize("neuron", [None, Neuron(INPUT, 3), Neuron(9, 0)])
def test_without_a_neuron_that_can_be_edited_nothing_happens(qtbot, session, place, neuron):
    before = session.document.state
    session.selection.select(neuron)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Insert):
        qtbot.keyClick(place, key)
    assert session.document.state is before
