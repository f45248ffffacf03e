"""A value behind a line, clicked: all its numbers, the true gradient beside them, and who shares its memory."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QTreeView

from playground.panels.my_code.value_text import line_values
from playground.panels.my_code.values.table import TitledTable
from playground.panels.variables.panel import VariablesPanel
from playground.session.document.code import Code
from playground.session.own_code.recording_job import RecordingJob
from playground.widgets.refreshing import bring_up_to_date
from tests.painted import on_screen, painted_whole
from tests.playground.panels.my_code.stepped import stepped

RELU = """class Relu:
    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dout[self.mask] = 0
        dx = 2 * dout
        return dx
"""


@pytest.fixture
def view(window, qtbot):
    """Give the dock's content at the end of backward, large enough for everything."""
    window.resize(1800, 1000)
    view = stepped(window, qtbot, RELU)
    stepping = window.session.own_code.stepping
    stepping.go_to(stepping.walk.end - 1)
    bring_up_to_date(view)
    return view


def choose(view, line, name):
    view.editor.viewport().grab()  # values know their places once they are painted
    area = view.editor.behind.area_of(line, name)
    QTest.mouseClick(view.editor.viewport(), Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    QApplication.processEvents()  # it gets its room
    bring_up_to_date(view)


def numbers(table):
    (part,) = table.view.matrix.parts
    return part.values


def test_a_click_on_a_value_shows_it_whole_with_the_gradient_that_belongs_there(view):
    choose(view, 10, "dx")
    assert numbers(view.value.value).tolist() == [[2, 0, 6], [0, 10, 0]]
    assert numbers(view.value.truth).tolist() == [[1, 0, 3], [0, 5, 0]]
    assert "10 instead of 5" in view.value.truth.title.text()
    QTest.mouseClick(view.findChild(QToolButton, "codeValueClose"), Qt.MouseButton.LeftButton)
    assert not view.value.isVisible()


def test_it_follows_the_stepping_and_says_who_sees_a_write(view):
    choose(view, 8, "dout")
    assert "dout[self.mask]" in view.findChild(QLabel, "codeValueTies").text()
    assert numbers(view.value.value).tolist() == [[1, 2, 3], [4, 5, 6]], "as it came in"
    choose(view, 9, "dout[self.mask]")
    assert numbers(view.value.value).tolist() == [[1, 0, 3], [0, 5, 0]]
    view._session.own_code.stepping.step_back()
    view._session.own_code.stepping.step_back()
    bring_up_to_date(view)
    assert "not computed yet" in view.value.value.title.text()
    view._session.own_code.stepping.stop()
    assert not view.value.isVisible()


def test_the_keyboard_opens_a_value_too(view):
    view.editor.go_to(10)
    QTest.keyClick(view.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    bring_up_to_date(view)
    assert numbers(view.value.value).shape == (2, 3)
    assert view.editor.toPlainText() == RELU


def test_what_shares_memory_under_several_names_is_tied_and_nothing_else():
    text = "import numpy as np\na = np.arange(3.0)\nb = a\nc = a[1:]\nd = a.copy()\nd += 1\ne = 2 * d\n"
    result = RecordingJob(Code(text), "").run()
    values = line_values(result.walk, result.walk.end)
    groups = {value.name: value.group for line in values.values() for value in line}
    assert groups["a"] == groups["b"] == groups["c"] == 0
    assert {groups["d"], groups["e"]} == {-1}
    np.testing.assert_array_equal(result.recorded.values[result.recorded.events[values[4][0].event].node], [1, 2])


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((0, 3)),
        np.zeros(0),
        np.asarray(2.5),
        np.ones((2, 3, 4, 1)),
        np.arange(3, dtype=np.uint8),
        np.ones(2, bool),
    ],
    ids=lambda array: f"{array.dtype} {array.shape}",
)
def test_a_table_shows_arrays_of_every_kind_and_none_of_nothing(qtbot, array):
    table = TitledTable("table")
    qtbot.addWidget(table)
    table.show_array("title", "a", array)
    assert table.title.text() == "title"
    shown = [part.values.size for part in table.view.matrix.parts]
    assert shown == ([array.size] if array.size else [])


def test_each_step_leaves_code_gutter_and_variables_as_if_all_were_painted_anew(window, view, qtbot):
    stepping = window.session.own_code.stepping
    window.session.panel_requested.emit("variables")
    qtbot.waitUntil(lambda: not window.findChild(VariablesPanel).visibleRegion().isEmpty())
    rows = window.findChild(QTreeView, "codeVariableTable").viewport()
    choose(view, 10, "dx")
    view.editor.setCursorWidth(0)  # it blinks
    seen = [view.editor.viewport(), view.editor.gutter, rows, view.graph.view]
    end = stepping.walk.end
    for place in (*range(end + 1), *range(end, -1, -1), 3, 0, 2):  # by steps, and by jumps over some
        stepping.go_to(place)
        bring_up_to_date(window)
        for widget in seen:
            assert on_screen(widget) == painted_whole(widget), (place, seen.index(widget))
