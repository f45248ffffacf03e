"""A gesture at what a view still shows, though an edit has just taken it away: the view follows at the next frame.

No test here lets the event loop turn between the edit and the gesture. An error in a slot fails the test by itself.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QLineEdit

from nn.network import NetworkSpec
from playground.panels.input.table.feature_form import FeatureForm
from playground.panels.network.diagram.diagram import NetworkDiagram
from playground.panels.network.diagram.edge_at import Edge
from playground.panels.network.neuron.card import NeuronCard
from playground.panels.variables.watches.table import WatchTable
from playground.panels.weights.histogram_grid import HistogramGrid
from playground.panels.weights.table import WeightTable
from playground.session.looking.selection import Neuron
from playground.widgets.refreshing import bring_up_to_date

DEEP, SHALLOW = NetworkSpec.mlp(784, (20, 12), 10), NetworkSpec.mlp(784, (), 10)


@pytest.fixture
def deep(window):
    """Show a network of three layers, of which the next edit leaves one."""
    session = window.session
    session.looking.choose("mine")
    session.editing.edit_spec("deep", DEEP)
    session.looking.show_row(0)
    bring_up_to_date(window)
    return window


def shallow(window):
    window.session.editing.edit_spec("shallow", SHALLOW)


def raise_(window, name):
    window.session.panel_requested.emit(name)
    bring_up_to_date(window)
    assert not window.findChild(QDockWidget, f"{name}Dock").visibleRegion().isEmpty()


def unchanged(window):
    state = window.session.document.state
    bring_up_to_date(window)
    return window.session.document.state is state and state.spec == SHALLOW


def test_an_edge_is_neither_dragged_nor_typed(deep):
    diagram = deep.findChild(NetworkDiagram)
    edge = Edge(2, 3, 4)
    diagram.edge_pointed.emit(edge)
    diagram.edge_dragged.emit(edge, 0)
    diagram.edge_typed.emit(edge, "")
    shallow(deep)
    before = deep.session.document.state
    diagram.edge_dragged.emit(edge, 7)
    field = deep.findChild(QLineEdit, "edgeWeight")
    field.setText("0.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    diagram.edge_typed.emit(edge, "5")
    diagram.edge_pointed.emit(edge)
    assert deep.session.document.state is before
    assert unchanged(deep)


def test_a_term_on_a_card_is_not_edited(deep):
    diagram, card = deep.findChild(NetworkDiagram), deep.findChild(NeuronCard)
    deep.session.selection.select(Neuron(4, 9))
    bring_up_to_date(deep)
    diagram.setFocus()
    QTest.keyClick(diagram, Qt.Key.Key_Left)
    QTest.keyClick(diagram, Qt.Key.Key_Right)
    QTest.keyClick(diagram, Qt.Key.Key_Return)
    assert card.isVisible()
    shallow(deep)
    before = deep.session.document.state
    card.weight_edited.emit(11, 0.5)
    QTest.keyClick(diagram, Qt.Key.Key_Right)
    QTest.keyClick(diagram, Qt.Key.Key_Return)
    QTest.keyClick(diagram, Qt.Key.Key_Delete)
    assert deep.session.document.state is before
    assert unchanged(deep)


def test_a_watch_that_was_taken_back_is_not_removed_moved_or_edited(deep, qtbot):
    watching, table = deep.session.watching, deep.findChild(WatchTable)
    raise_(deep, "variables")
    for text in ("norm(W1)", "W2", "b1"):
        watching.add(text)
    bring_up_to_date(deep)
    for gesture in (
        lambda: table.removal_requested.emit(2),
        lambda: table.move_requested.emit(2, 1),
        lambda: table.text_edited.emit(2, "b2"),
    ):
        deep.session.document.undo()
        before = deep.session.document.state
        gesture()
        assert deep.session.document.state is before
        deep.session.document.redo()
        bring_up_to_date(deep)
    watching.move(0, 2)  # now another one stands where the table still shows the first
    table.removal_requested.emit(0)
    assert watching.all == ("W2", "b1")


def test_weights_that_are_gone_are_not_edited(deep):
    raise_(deep, "weights")
    table = deep.findChild(WeightTable)
    deep.session.selection.select(Neuron(4, 9))
    bring_up_to_date(deep)
    index = table.model().index(11, 9)
    table.setCurrentIndex(index)
    shallow(deep)
    before = deep.session.document.state
    table.setFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_5, Qt.Key.Key_Return):
        QTest.keyClick(table, key)
    deep.findChild(HistogramGrid).chosen.emit("W3")
    assert deep.session.document.state is before
    assert unchanged(deep)


def test_numbers_that_the_network_takes_no_more_are_not_typed(deep, qtbot):
    session = deep.session
    session.editing.edit_spec("of a table", NetworkSpec.mlp(5, (3,), 2))
    raise_(deep, "draw")
    bring_up_to_date(deep)
    qtbot.waitUntil(lambda: deep.findChild(FeatureForm) is not None and deep.findChild(FeatureForm).isVisible())
    session.looking.type_sample([1.0, 2.0, 3.0, 4.0, 5.0])
    session.editing.edit_spec("narrow", NetworkSpec.mlp(4, (3,), 2))
    before = session.looking.sample
    deep.findChild(FeatureForm).inputs_edited.emit(4, (6.0,))
    assert session.looking.sample is before
    bring_up_to_date(deep)
