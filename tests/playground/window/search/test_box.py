"""The search box: what it finds, in both languages, and what Enter does."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDockWidget, QTreeWidget, QWidget

from playground.widgets.refreshing import bring_up_to_date
from playground.window.search.box import SearchBox
from playground.window.search.other_language import in_other_language


@pytest.fixture
def box(window, qtbot):
    """Give the box, opened by its key, in a window that shows one's own network: only that has neurons to change."""
    window.session.looking.choose("mine")
    bring_up_to_date(window)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    opened = window.findChild(SearchBox)
    assert opened.isVisible()
    yield opened
    if shiboken6.isValid(opened):
        opened.close()


def found(box):
    rows = box.findChild(QTreeWidget)
    return [(rows.topLevelItem(row).text(0), rows.topLevelItem(row).text(1)) for row in range(rows.topLevelItemCount())]


@pytest.mark.parametrize(
    ("typed", "name", "place"),
    [
        ("save as", "Save as", "File"),
        ("+1 it", "+1 iteration", "Run"),
        ("debugger", "Debugger", "View"),
        ("learning rate", "Learning rate", "Training"),
        ("affine2", "Neurons of Affine2", "Network"),
        ("dark", "Dark", "View › Theme"),
        ("학습률", "Learning rate", "Training"),
        ("lr", "Learning rate", "Training"),
        ("batch_size", "Batch size", "Training"),
        ("실행 취소", "Undo", "Edit"),
    ],
)
def test_commands_panels_settings_and_layers_are_found_by_their_names_in_both_languages(box, typed, name, place):
    box.line.setText(typed)  # QTest types no Hangul
    assert (name, place) in found(box)


def test_lessons_are_found_by_both_titles(box, window):
    english, korean = next(iter(window.session.lesson_place.shelf.values()))
    for title in (english, korean):
        box.line.setText(title)
        assert (english, "Lesson") in found(box)


def test_enter_does_the_first_and_the_arrows_choose_another(box, window, qtbot):
    QTest.keyClicks(box.line, "step")
    rows = box.findChild(QTreeWidget)
    assert rows.indexOfTopLevelItem(rows.currentItem()) == 0
    QTest.keyClick(box.line, Qt.Key.Key_Down)
    assert rows.indexOfTopLevelItem(rows.currentItem()) == 1
    box.line.setText("+1 iteration")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert not box.isVisible()
    qtbot.waitUntil(lambda: window.session.document.state.checkpoint.iteration == 1)


def test_a_setting_is_gone_to_in_its_panel(box, window):
    window.findChild(QDockWidget, "trainingDock").hide()
    QTest.keyClicks(box.line, "learning rate slider")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    focus = window.focusWidget()
    assert window.findChild(QDockWidget, "trainingDock").isVisible()
    assert focus.accessibleName() == "Learning rate, slider"
    assert window.findChild(QWidget, "trainingDock").isAncestorOf(focus)


def test_a_lesson_is_opened_at_its_beginning(box, window, qtbot):
    name, (title, _) = list(window.session.lesson_place.shelf.items())[2]
    box.line.setText(title)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.lesson_place.name == name)


def test_what_cannot_be_done_now_says_why_and_does_nothing(box):
    QTest.keyClicks(box.line, "pause")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert box.isVisible()
    assert "Nothing is being trained." in box.line.accessibleDescription()


def test_what_is_called_nothing_says_so_and_escape_closes(box):
    QTest.keyClicks(box.line, "qqqq")
    assert found(box) == []
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert box.isVisible()
    QTest.keyClick(box.line, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_texts_lead_to_each_other():
    assert in_other_language("Learning rate") == "학습률"
    assert in_other_language("학습률").lower() == "learning rate"
    assert in_other_language("no text of the program") == ""


def test_before_anything_is_typed_the_commands_stand_as_in_the_menus(box):
    assert [name for name, place in found(box)[:5] if place == "File"][:2] == ["New", "Open"]


def test_what_a_list_offers_is_found_by_its_name_and_leads_to_the_list(box, window, qtbot):
    box.line.setText("adagrad")
    row = next(
        row for row, (name, place) in enumerate(found(box)) if (name, place) == ("AdaGrad", "Training › Optimizer")
    )
    for _ in range(row):
        QTest.keyClick(box.line, Qt.Key.Key_Down)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    optimizer = window.findChild(QComboBox, "optimizer")
    qtbot.waitUntil(optimizer.view().isVisible)
    assert optimizer.view().currentIndex().data() == "AdaGrad"
    optimizer.hidePopup()
