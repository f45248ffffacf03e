"""The debugger's views over a recording of a person's own code, and which of both recordings they show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTreeView,
    QTreeWidget,
    QWidget,
)

from playground.panels.my_code.panel import MyCodePanel
from playground.panels.variables.panel import VariablesPanel
from playground.widgets.refreshing import bring_up_to_date

CODE = """import numpy as np
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
    def forward(self, x):
        self.x = x
        out = np.dot(x, self.W) + self.b
        return out
    def backward(self, dout):
        dx = np.dot(dout, self.W.T)
        self.dW = np.dot(self.x.T, dout)
        return dx
"""


@pytest.fixture
def sidebar(window, qtbot):
    """Give the sidebar while a class is stepped through, before the end of backward."""
    session = window.session
    session.panel_requested.emit("my_code")
    session.panel_requested.emit("variables")
    code, variables = window.findChild(MyCodePanel), window.findChild(VariablesPanel)
    qtbot.waitUntil(lambda: not (code.visibleRegion().isEmpty() or variables.visibleRegion().isEmpty()))
    session.own_code.source.begin(CODE)
    session.own_code.source.allow()
    session.own_code.stepping.step_into()
    qtbot.waitUntil(lambda: session.own_code.stepping.is_open)
    session.own_code.stepping.go_to(session.own_code.stepping.walk.end - 1)
    bring_up_to_date(variables)
    return variables.view


def rows(table):
    model = table.model()
    found = {}
    for group in range(model.rowCount()):
        top = model.index(group, 0)
        for row in range(model.rowCount(top)):
            name = model.index(row, 0, top).data()
            found[name] = model.index(row, 1, top).data()
    return found


def test_variables_are_the_names_of_the_function_and_of_those_that_called_it(sidebar, window):
    table = sidebar.findChild(QTreeView, "codeVariableTable")
    assert table.isVisible()
    assert rows(table) | {"dx": "2×3", "self.dW": "3×4", "self.W": "3×4"} == rows(table)
    frame = sidebar.findChild(QComboBox, "codeFrame")
    assert [frame.itemText(i) for i in range(frame.count())] == [
        "Affine.backward, line 13",
        "the call, line 7",
    ]
    frame.setCurrentIndex(1)
    frame.activated.emit(1)
    bring_up_to_date(sidebar)
    assert {"x", "out", "dout"} <= rows(table).keys()
    assert "dx" not in rows(table)


def test_watches_and_the_line_to_compute_on_mean_the_names_there(sidebar, window):
    entry = sidebar.findChild(QLineEdit, "watchEntry")
    QTest.keyClicks(entry, "max(abs(dx))")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    QTest.keyClicks(entry, "x2")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    bring_up_to_date(sidebar)
    assert window.session.document.state.watches == ("max(abs(dx))",)
    table = sidebar.findChild(QTreeWidget, "watchTable")
    assert table.topLevelItem(0).text(1) == "25.2"
    window.session.own_code.stepping.step_back()
    window.session.own_code.stepping.step_back()
    bring_up_to_date(sidebar)
    assert table.topLevelItem(0).text(1) == "not yet"
    line = sidebar.findChild(QLineEdit, "scratchEntry")
    QTest.keyClicks(line, "sum(self.b) + dout[0, 3]")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sidebar.findChild(QPlainTextEdit, "scratchResult").toPlainText().startswith("4 ")


def test_what_was_stepped_last_is_shown_and_said(sidebar, window, qtbot):
    said = sidebar.findChild(QWidget, "steppedLast")
    assert "Your code" in said.accessibleDescription()
    window.session.debugger.open()
    bring_up_to_date(sidebar)
    assert "A pass of the network" in said.accessibleDescription()
    assert sidebar.findChild(QTreeView, "variableTable").isVisible()
    window.session.own_code.stepping.step_back()
    bring_up_to_date(sidebar)
    assert "Your code" in said.accessibleDescription()
    assert sidebar.findChild(QTreeView, "codeVariableTable").isVisible()
    sidebar.findChild(QTreeView, "codeVariableTable").setFocus()
    place = window.session.own_code.stepping.place
    window.findChild(QAction, "actionStepBack").trigger()
    assert window.session.own_code.stepping.place == place - 1, "the keys are meant for what is shown"
    window.session.own_code.stepping.stop()
    assert "A pass of the network" in said.accessibleDescription()


def test_a_breakpoint_gets_a_condition_and_stops_only_where_it_holds(sidebar, window):
    stepping, editor = window.session.own_code.stepping, window.findChild(MyCodePanel).view.editor
    editor.toggle_breakpoint(8)
    editor.toggle_breakpoint(12)
    listed = sidebar.findChild(QTreeWidget, "codeBreakpointList")
    assert [listed.topLevelItem(i).text(0).split()[0] for i in range(2)] == ["8", "12"]
    listed.topLevelItem(0).setText(1, "max(x) > 100")
    assert editor.breakpoints == {8: "max(x) > 100", 12: ""}
    stepping.restart()
    stepping.step_on()
    assert stepping.moment.line == 12
    listed.topLevelItem(0).setText(1, "max(x) > 1")
    stepping.restart()
    stepping.step_on()
    assert stepping.moment.line == 8
    listed.topLevelItem(0).setText(1, "max(x >")
    assert sidebar.findChild(QLabel, "codeConditionComplaint").text()
    assert editor.breakpoints[8] == "max(x) > 1"
    listed.setCurrentItem(listed.topLevelItem(0))
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    QApplication.processEvents()
    assert editor.breakpoints == {12: ""}


SCRIPT = """import numpy as np
def halved(value):
    value = value / 2
    return value
x = np.array([8.0, 4.0])
for i in range(3):
    x = halved(x)
y = x
"""


def test_watches_have_plots_over_the_call_and_over_the_calls_before(sidebar, window, qtbot):
    session = window.session
    session.watching.add("max(dx)")
    session.own_code.source.begin(SCRIPT)
    session.own_code.source.allow()
    session.own_code.stepping.open(call="")
    qtbot.waitUntil(lambda: session.own_code.stepping.is_open)
    stepping, watching = session.own_code.stepping, session.watching
    assert watching.series("max(dx)").iterations == ()
    stepping.go_to(stepping.walk.end)
    watching.add("max(x)")
    assert [step.reading.number for step in watching.steps("max(x)")] == [8, 4, 2, 1]
    assert watching.series("max(x)").iterations == ()
    window.findChild(MyCodePanel).view.editor.toggle_breakpoint(4)
    stepping.reverse_continue()
    assert stepping.moment.function == "halved"
    watching.add("value[0]")
    assert [step.reading.number for step in watching.steps("value[0]")] == [2, 1]
    assert watching.series("value[0]").iterations == (1, 2)
    assert [reading.number for reading in watching.series("value[0]").readings] == [4, 2]
    bring_up_to_date(sidebar)
    table = sidebar.findChild(QTreeWidget, "watchTable")
    assert table.topLevelItem(2).text(1) == "1"


LONG = """import numpy as np
x = np.zeros(2)
for i in range(8000):
    x = x + 1
"""


def test_a_condition_is_looked_at_as_often_as_it_takes_and_can_be_given_up(sidebar, window, qtbot):
    session = window.session
    session.own_code.source.begin(LONG)
    session.own_code.source.allow()
    session.own_code.stepping.open(call="")
    qtbot.waitUntil(lambda: session.own_code.stepping.is_open)
    stepping = session.own_code.stepping
    bar = window.findChild(MyCodePanel).view.walk_bar
    stepping.go_to(0)
    window.findChild(MyCodePanel).view.editor.set_breakpoint(4, "x[0] == 7000")
    stepping.step_on()
    assert stepping.search.is_going
    assert "Looking for a breakpoint" in bar.text.text()
    qtbot.waitUntil(lambda: not stepping.search.is_going)
    assert stepping.moment.line == 4
    assert session.own_code.scope.value("x")[0] == 7000
    stepping.go_to(0)
    stepping.step_on()
    QTest.mouseClick(bar.findChild(QWidget, "codeStopStepping"), Qt.MouseButton.LeftButton)
    assert not stepping.search.is_going
    assert (stepping.is_open, stepping.place) == (True, 0)
    assert "Before line 2" in bar.text.text()
