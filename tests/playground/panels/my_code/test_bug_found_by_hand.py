"""A bug of the gallery found as a learner would: mouse and keys alone, from the shelf to the green tick."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTreeWidget, QWidget

from playground.lessons.finished import EXERCISES, Finished
from playground.lessons.own_code.gallery import exercise
from playground.panels.my_code.editor.code_editor import CodeEditor
from playground.panels.my_code.panel import MyCodePanel
from playground.widgets.fields.quiet_fields import ChoiceBox
from playground.widgets.refreshing import bring_up_to_date
from tests.patience import PROCESS_S

BUG = "562-never-moved"
SUSPECT = "self.db = np.sum(dout)"
WAIT_MS = 1000 * PROCESS_S


@pytest.fixture
def view(window, qtbot):
    window.resize(1500, 1000)
    window.session.panel_requested.emit("my_code")
    panel = window.findChild(MyCodePanel)
    qtbot.waitUntil(lambda: panel.view is not None and not panel.visibleRegion().isEmpty())
    return panel.view


def click(view, name):
    button = view.findChild(QPushButton, name)
    assert button.isVisible(), name
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def said(view, name):
    bring_up_to_date(view)
    return view.findChild(QLabel, name).text()


def line_of(editor, text):
    lines = editor.toPlainText().split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def choose(view, qtbot, name):
    """Take an exercise from the shelf with the mouse."""
    click(view, "codePractice")
    tree = view.findChild(QTreeWidget, "practiceTree")
    qtbot.waitUntil(lambda: tree.topLevelItem(1).childCount() >= 46)
    headings = (tree.topLevelItem(place) for place in range(2))
    items = [heading.child(place) for heading in headings for place in range(heading.childCount())]
    item = next(item for item in items if item.data(0, Qt.ItemDataRole.UserRole) == name)
    tree.scrollToItem(item)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(item).center())
    click(view, "practiceOpen")


def set_breakpoint(editor, line):
    """Click beside the line."""
    editor.bring_into_sight(line)
    QApplication.processEvents()
    area = next(area for number, area in editor.lines_in_sight() if number == line)
    QTest.mouseClick(editor.gutter, Qt.MouseButton.LeftButton, pos=QPoint(4, round(area.center().y())))


def test_a_bias_that_never_moved_is_found_with_a_breakpoint(view, window, qtbot):
    editor, session = view.findChild(CodeEditor, "codeEditor"), window.session
    choose(view, qtbot, BUG)
    texts = [each.text() for each in view.findChild(QWidget, "practiceSheet").findChildren(QLabel)]
    assert any("But I looked at the biases" in text for text in texts), "the question is there to be read"

    line = line_of(editor, SUSPECT)
    set_breakpoint(editor, line)
    assert set(editor.breakpoints) == {line}
    click(view, "codeStep")
    click(view, "codeAllow")
    stepping = session.own_code.stepping
    qtbot.waitUntil(lambda: stepping.is_open, timeout=WAIT_MS)
    QTest.keyClick(editor, Qt.Key.Key_F5)
    assert (stepping.moment.line, stepping.moment.function) == (line, "Affine.backward")
    assert f"Before line {line} of Affine.backward" in said(view, "codePlace")
    QTest.keyClick(editor, Qt.Key.Key_F10)
    bring_up_to_date(view)  # the window's clock would show the values in its next frame
    assert "self.dW = (50, 10)" in editor.values[line - 1]
    assert "self.db =" in editor.values[line]
    assert "(10,)" not in editor.values[line], "one number for ten biases: that is the fault"

    while view.findChild(QPushButton, "practiceHelp").isVisible():
        click(view, "practiceHelp")
    click(view, "practiceApply")
    assert "np.sum(dout, axis=0)" in editor.toPlainText().split("\n")[line - 1]
    click(view, "codeCheck")
    checking = session.own_code.checking
    qtbot.waitUntil(lambda: checking.is_current and not checking.is_busy, timeout=WAIT_MS)
    judged = view.findChild(ChoiceBox, "codeJudged")
    signs = {judged.itemText(place)[2:]: judged.itemText(place)[0] for place in range(judged.count())}
    assert set(signs) >= {"Affine", "Relu", "SoftmaxWithLoss", "TwoLayerNet"}
    assert set(signs.values()) == {"✓"}, signs
    click(view, "practiceTry")
    measuring = session.own_code.measuring
    qtbot.waitUntil(lambda: measuring.measured is not None and not measuring.is_busy, timeout=WAIT_MS)
    assert "fault is gone" in said(view, "practiceResult")
    assert BUG in Finished(EXERCISES)
    assert editor.toPlainText() == exercise(BUG).mended
