"""Edges of the network: pointed at, read, dragged and typed, by mouse and by keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView, QToolButton

from nn.inspection.columns import Place
from nn.network.spec import NetworkSpec
from playground.panels.network.diagram.book_notation import bias_cell
from playground.panels.network.diagram.diagram import NetworkDiagram
from playground.panels.network.diagram.edge_at import Edge
from playground.panels.network.panel import NetworkPanel
from playground.session.looking.selection import INPUT, Neuron

SMALL = NetworkSpec.mlp(2, (3,), 2, activation="Sigmoid", loss="IdentityWithLoss", dtype="float64")
WEIGHTS = {"W1": [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], "b1": [0.1, 0.2, 0.3]}


@pytest.fixture
def diagram(qtbot, session):
    panel = NetworkPanel()
    qtbot.addWidget(panel)
    list(panel.attach(session))
    panel.resize(700, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    session.editing.edit_spec("Small", SMALL)
    qtbot.waitUntil(lambda: session.live.network.spec == SMALL)
    session.weights.set("Weights of the book", WEIGHTS)
    session.looking.type_sample([1.0, 0.5])
    made = panel.findChild(NetworkDiagram)
    made.panel, made.refused = panel, []
    session.status.connect(made.refused.append)
    return made


def point_at(diagram, edge):
    """Put the pointer where of all edges this one is nearest, as a person would."""
    x1, x2 = diagram.blocks[edge.gap].outline, diagram.blocks[edge.gap + 1].outline
    for x in range(round(x1.left + x1.width) + 4, round(x2.left), 3):
        for y in range(0, diagram.height(), 3):
            if diagram.edge_near(x, y) == edge:
                QTest.mouseMove(diagram, QPoint(x, y))
                return QPoint(x, y)
    pytest.fail(f"{edge} is nowhere the nearest")


@pytest.mark.parametrize("edge", [Edge(0, 0, 0), Edge(0, 1, 2), Edge(1, 2, 1)])
def test_any_edge_can_be_pointed_at_and_says_its_weight(diagram, session, edge):
    point_at(diagram, edge)
    assert diagram.edge == edge
    weight = session.live.network.params[f"W{edge.gap + 1}"][edge.source, edge.target]
    words = diagram.accessibleDescription()
    assert f"W{edge.gap + 1}[{edge.source}, {edge.target}] = {weight:.4g}" in words
    assert {0: "⁽¹⁾", 1: "⁽²⁾"}[edge.gap] in words


def test_what_an_edge_adds_is_told_with_the_numbers_of_the_sample(diagram):
    point_at(diagram, Edge(0, 1, 2))
    assert "w₃₂⁽¹⁾ = W1[1, 2] = 0.6" in diagram.accessibleDescription()
    assert "0.5 · 0.6 = 0.3" in diagram.accessibleDescription()


def test_dragging_an_edge_changes_its_weight_alone_in_one_step_of_undo(diagram, session):
    at = point_at(diagram, Edge(0, 1, 2))
    QTest.mousePress(diagram, Qt.MouseButton.LeftButton, pos=at)
    for up in (10, 20, 30):
        QTest.mouseMove(diagram, at - QPoint(0, up))
    QTest.mouseRelease(diagram, Qt.MouseButton.LeftButton, pos=at - QPoint(0, 30))
    w1 = session.live.network.params["W1"]
    assert w1[1, 2] == pytest.approx(0.63)
    assert np.array_equal(w1[0], WEIGHTS["W1"][0])
    QTest.mousePress(diagram, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(diagram, at - QPoint(0, 20))
    QTest.mouseRelease(diagram, Qt.MouseButton.LeftButton, pos=at - QPoint(0, 20))
    session.document.undo()
    assert session.live.network.params["W1"][1, 2] == pytest.approx(0.63), "the second drag is a step of its own"
    session.document.undo()
    assert session.live.network.params["W1"][1, 2] == 0.6


def test_a_weight_is_typed_where_the_edge_is(diagram, session):
    at = point_at(diagram, Edge(0, 0, 1))
    QTest.mouseDClick(diagram, Qt.MouseButton.LeftButton, pos=at)
    field = diagram.findChild(QLineEdit, "edgeWeight")
    assert field.isVisible()
    assert field.text() == "0.3"
    QTest.keyClicks(field, "-1.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not field.isVisible()
    assert session.live.network.params["W1"][0, 1] == -1.5
    assert session.document.undo_text == "Set W1[0, 1] to -1.5"


def test_what_is_no_number_is_refused_and_changes_nothing(diagram, session):
    at = point_at(diagram, Edge(0, 0, 1))
    QTest.mouseDClick(diagram, Qt.MouseButton.LeftButton, pos=at)
    field = diagram.findChild(QLineEdit, "edgeWeight")
    QTest.keyClicks(field, "much")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "W1[0, 1] takes a number, not “much”." in diagram.refused
    assert session.live.network.params["W1"][0, 1] == 0.3


def test_keys_walk_through_the_edges_of_a_neuron_and_type_a_weight(diagram, session):
    diagram.setFocus()
    session.selection.select(Neuron(0, 2))
    QTest.keyClick(diagram, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert diagram.edge == Edge(0, 1, 2), "the strongest one into it comes first"
    QTest.keyClick(diagram, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert diagram.edge == Edge(0, 0, 2)
    QTest.keyClicks(diagram, "2")
    field = diagram.findChild(QLineEdit, "edgeWeight")
    assert field.text() == "2"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert session.live.network.params["W1"][0, 2] == 2


def test_a_weight_is_typed_on_the_card_of_its_neuron(diagram, session):
    session.selection.select(Neuron(INPUT, 1))
    diagram.chosen.emit(Place(0, 1))
    table = diagram.window().findChild(QTableView)
    names = [table.model().index(row, 0).data() for row in range(3)]
    row = names.index("a1[2]")
    table.model().setData(table.model().index(row, 2), "0,25")
    assert session.live.network.params["W1"][1, 2] == 0.25


def test_gradients_cannot_be_dragged(diagram, session):
    session.looking.type_sample([1.0, 0.5], [0.0, 1.0])
    session.debugger.open("sample")
    session.debugger.go(len(session.debugger.trace))
    at = point_at(diagram, Edge(0, 1, 2))
    QTest.mouseDClick(diagram, Qt.MouseButton.LeftButton, pos=at)
    assert any("gradients" in text for text in diagram.refused)
    assert session.live.network.params["W1"][1, 2] == 0.6


def test_the_names_of_the_book_come_on_request_with_the_bias_as_a_neuron_that_says_1(diagram, session):
    button = diagram.panel.findChild(QToolButton, "buttonBookNames")
    before, cell = diagram.grab().toImage(), diagram.blocks[0].cell(1)
    assert diagram.bias_text(diagram.rect().center()) == ""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert diagram.grab().toImage() != before
    at = bias_cell(diagram.blocks[0]).center().toPoint()
    assert at.y() > diagram.blocks[0].cell(1).top + diagram.blocks[0].cell(1).height
    assert diagram.bias_text(at).endswith("b₁⁽¹⁾ = 0.1, b₂⁽¹⁾ = 0.2, b₃⁽¹⁾ = 0.3")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert diagram.blocks[0].cell(1) == cell


def test_no_weight_of_the_shipped_network_is_typed_into_ones_own(diagram, session, qtbot):
    session.editing.choose_dataset("mnist")
    session.looking.show_row(0)
    session.looking.choose("shipped")
    qtbot.waitUntil(lambda: session.looking.subject.name == "shipped")
    session.selection.select(Neuron(len(session.looking.network.spec.layers) - 1, 3))
    diagram.chosen.emit(Place(len(diagram.blocks) - 1, 3))
    table, before = diagram.window().findChild(QTableView), session.document.state
    table.model().setData(table.model().index(0, 2), "5")
    assert session.document.state is before
    assert any("The shipped network stays as it is" in text for text in diagram.refused)
