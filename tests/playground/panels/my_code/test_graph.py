"""The graph beside the code: what is pointed at in one is lit in the other, and what is wrong is red."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from playground.widgets.graph.picture import Part, Role
from playground.widgets.refreshing import bring_up_to_date
from tests.playground.panels.my_code.stepped import stepped

WRONG = """import numpy as np
class Sigmoid:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout):
        dx = dout * (1.0 - self.out)
        return dx
"""
PLACES = {"forward": 0, "backward": 2}


@pytest.fixture
def view(window, qtbot):
    """Give the dock's content, with a class that is stepped through."""
    view = stepped(window, qtbot, WRONG)
    stepping = window.session.own_code.stepping
    stepping.go_to(stepping.walk.end)
    bring_up_to_date(view)
    return view


def parts(view, name):
    """Give the circles whose value got a name."""
    nodes = view._session.own_code.stepping.walk.recorded.nodes
    found = []
    for number, box in enumerate(view.graph.graph.boxes):
        if box.kind.value == "operation" and nodes[box.node].name == name:
            found.append(Part(Role.NODE, number))
    return found


def lit_text(view):
    stretches = [each.cursor.selectedText() for each in view.editor.extraSelections()]
    return next((text for text in stretches if text), "")


def test_a_circle_that_is_pointed_at_lights_its_expression_and_an_expression_its_circle(view):
    view.graph.view.show()
    QApplication.processEvents()  # it is laid out beside the code now, and the circles with it
    bring_up_to_date(view)
    (dx,) = parts(view, "dx")
    point = view.graph.view.rect_of(dx).center().toPoint()
    QTest.mouseMove(view.graph.view, point - QPoint(1, 0))
    QTest.mouseMove(view.graph.view, point)
    assert view.graph.view.at == dx
    assert lit_text(view) == "dout * (1.0 - self.out)"
    assert any("true gradient by x" in line for line in view.graph.view.accessibleDescription().split("\n"))
    cursor = view.editor.textCursor()
    cursor.setPosition(view.editor.toPlainText().index("exp"))
    view.editor.setTextCursor(cursor)
    lit = view.graph.view.lit
    box = view.graph.graph.boxes[lit.at]
    assert view._session.own_code.stepping.walk.recorded.nodes[box.node].operation == "exp"


def test_the_first_wrong_value_is_red_and_nothing_else(view):
    picture, graph = view.graph.view.picture, view.graph.graph
    assert {graph.boxes[link.target].name for link in picture.wrong} == {"dx"}


def test_what_is_not_computed_yet_is_dashed_and_the_last_one_is_marked(view):
    stepping = view._session.own_code.stepping
    stepping.go_to(next(p for p, m in enumerate(stepping.walk.moments) if m.function == "Sigmoid.backward"))
    bring_up_to_date(view)
    (dx,) = parts(view, "dx")
    assert view.graph.view.picture.nodes[dx.at].state.value == "not yet"
    assert not view.graph.view.picture.wrong, "it is not computed yet"
    stepping.step_over()
    bring_up_to_date(view)
    assert view.graph.view.picture.nodes[dx.at].state.value == "current"


def test_it_can_be_hidden_and_costs_nothing_then(view):
    QTest.mouseClick(view.findChild(QPushButton, "codeShowGraph"), Qt.MouseButton.LeftButton)
    assert not view.graph.isVisible()
    shown, now = view.graph.view.picture, view.editor.gutter.now
    view._session.own_code.stepping.step_back()
    assert view.graph.view.picture is shown
    view.window().session.panel_requested.emit("network")  # the code itself is behind another tab
    view._session.own_code.stepping.step_back()
    QTest.qWait(100)
    assert view.editor.gutter.now == now


def test_a_click_on_a_call_shows_what_it_computes_in_its_place(window, qtbot, view):
    text = "import numpy as np\ndef inner(x):\n    return np.exp(-x)\ndef outer(x):\n    return 1 + inner(x)\n"
    session = window.session
    session.own_code.source.begin(text)
    session.own_code.source.allow()
    session.own_code.stepping.open("y = outer(np.array([1.0, 2.0]))")
    qtbot.waitUntil(lambda: session.own_code.stepping.is_open and not session.own_code.stepping.is_busy)
    session.own_code.stepping.go_to(0)
    bring_up_to_date(view)
    folded = next(Part(Role.NODE, n) for n, box in enumerate(view.graph.graph.boxes) if box.name == "inner")
    QTest.mouseClick(view.graph.view, Qt.MouseButton.LeftButton, pos=view.graph.view.rect_of(folded).center().toPoint())
    bring_up_to_date(view)
    assert "inner" not in [box.name for box in view.graph.graph.boxes]
    assert {"exp", "×(-1)"} <= {node.sign for node in view.graph.view.picture.nodes}
    QTest.mouseClick(view.findChild(QPushButton, "codeGraphFold"), Qt.MouseButton.LeftButton)
    bring_up_to_date(view)
    assert "inner" in [box.name for box in view.graph.graph.boxes]
