"""The course and the gallery of bugs in the real window: chosen, tried, helped, mended, remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTreeWidget

from playground.lessons.finished import EXERCISES, Finished
from playground.lessons.own_code.build_it_yourself import milestone
from playground.lessons.own_code.gallery import exercise
from playground.panels.my_code.panel import MyCodePanel

SOLUTIONS = Path(__file__).parents[2] / "lessons" / "own_code" / "solutions"
NUMPY_ALONE = "333-one-or-ten"


@pytest.fixture
def view(window, qtbot):
    """Give the dock's content, in sight."""
    window.session.panel_requested.emit("my_code")
    panel = window.findChild(MyCodePanel)
    qtbot.waitUntil(lambda: not panel.visibleRegion().isEmpty())
    return panel.view


def button(view, name):
    return view.findChild(QPushButton, name)


def press(view, name):
    assert button(view, name).isVisible(), name
    QTest.mouseClick(button(view, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def shelf_of(view, qtbot):
    press(view, "codePractice")
    tree = view.findChild(QTreeWidget, "practiceTree")
    qtbot.waitUntil(lambda: tree.topLevelItem(1).childCount() >= 46)
    return tree


def item_of(tree, name):
    headings = (tree.topLevelItem(place) for place in range(2))
    items = (heading.child(place) for heading in headings for place in range(heading.childCount()))
    return next(item for item in items if item.data(0, Qt.ItemDataRole.UserRole) == name)


def begin(view, qtbot, name):
    tree = shelf_of(view, qtbot)
    tree.setCurrentItem(item_of(tree, name))
    press(view, "practiceOpen")


def trial(view, window, qtbot):
    """Try what is there, allow it where that is asked, and wait for the sentence."""
    press(view, "practiceTry")
    if view.consent.isVisible():
        press(view, "codeAllow")
    measuring = window.session.own_code.measuring
    qtbot.waitUntil(lambda: measuring.measured is not None and not measuring.is_busy)
    return view.findChild(QLabel, "practiceResult").text()


def test_a_bug_is_found_with_hints_and_the_answer_last(view, window, qtbot):
    asked = exercise(NUMPY_ALONE)
    begin(view, qtbot, NUMPY_ALONE)
    own = window.session.own_code.source
    assert own.code.text == asked.program
    assert not own.may_run
    assert "fault still shows: difference = 0" in trial(view, window, qtbot)
    said = []
    while button(view, "practiceHelp").isVisible():
        assert not button(view, "practiceApply").isVisible()
        said.append(button(view, "practiceHelp").text())
        press(view, "practiceHelp")
    count = len(asked.places) + len(asked.hints)
    assert said == [*(f"Hint {number} of {count}" for number in range(1, count + 1)), "Answer"]
    assert view.editor.line == asked.lines[0]
    press(view, "practiceApply")
    assert own.code.text == asked.mended == view.editor.toPlainText()
    assert NUMPY_ALONE not in Finished(EXERCISES)
    assert "fault is gone: difference = 36" in trial(view, window, qtbot)
    assert NUMPY_ALONE in Finished(EXERCISES)
    window.session.document.undo()
    assert own.code.text == asked.program


def test_what_is_done_has_a_tick_and_the_list_leads_back_to_the_code(view, window, qtbot):
    Finished(EXERCISES).add(NUMPY_ALONE)
    tree = shelf_of(view, qtbot)
    state = Qt.ItemDataRole.AccessibleDescriptionRole
    assert item_of(tree, NUMPY_ALONE).data(0, state) == "done"
    assert item_of(tree, "05-relu").data(0, state) == "not done"
    press(view, "practiceBack")
    assert view.beginnings.isVisible()
    begin(view, qtbot, "05-relu")
    press(view, "practiceList")
    press(view, "practiceBack")
    assert view.editor.isVisible()
    assert window.session.own_code.source.code.text == milestone("05-relu").skeleton.en


def test_a_milestone_is_reached_when_it_is_right_and_a_network_learns_with_it(view, window, qtbot):
    begin(view, qtbot, "05-relu")
    assert button(view, "practiceTry").text() == "Train with it"
    assert "Not right yet: Relu" in trial(view, window, qtbot)
    assert "05-relu" not in Finished(EXERCISES)
    window.session.own_code.source.write((SOLUTIONS / "Relu.txt").read_text(encoding="utf-8"))
    assert "It learns: 90" in trial(view, window, qtbot)
    assert "05-relu" in Finished(EXERCISES)


def test_a_persons_own_file_has_no_sheet_even_by_the_name_of_an_exercise(view, window, qtbot, tmp_path):
    begin(view, qtbot, NUMPY_ALONE)
    assert view.sheet.isVisible()
    path = tmp_path / f"{NUMPY_ALONE}.py"
    path.write_text("x = 1\n", encoding="utf-8")
    window.session.own_code.source.open(path)
    qtbot.waitUntil(lambda: view.editor.toPlainText() == "x = 1\n")
    assert not view.sheet.isVisible()
