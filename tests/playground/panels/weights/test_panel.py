"""The weights dock in the real window: from a typed number to the recognised digit, and back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QButtonGroup, QLabel, QLineEdit, QPushButton, QWidget

from playground.panels.weights.panel import WeightsPanel
from playground.session.looking.example import Example
from playground.session.looking.selection import Neuron
from playground.widgets.matrix.model import Block


@pytest.fixture
def panel(window, qtbot):
    """Give the dock's content, in sight, while the document's own network reads a test digit."""
    session = window.session
    session.looking.choose("mine")
    session.looking.show_example(Example(np.float32(session.library.data.x_test[0].reshape(-1)) / 255, 7, "test 0"))
    session.panel_requested.emit("weights")
    panel = window.findChild(WeightsPanel)
    qtbot.waitUntil(lambda: is_in_front(panel) and panel.view.table.matrix.rowCount() > 0)
    return panel


def is_in_front(panel):
    return not panel.visibleRegion().isEmpty()  # Qt calls a dock behind another visible, too


def type_into(table, row, column, text):
    table.setFocus()
    table.select_block(Block(row, column, row, column))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def answer(window):
    return window.findChild(QLabel, "recognisedDigit").text()


def test_a_typed_bias_is_recognised_at_once_and_taken_back(window, panel, qtbot):
    before = answer(window)
    wanted = 3 if before != "3" else 5
    window.session.selection.select(Neuron(4, wanted))
    table = panel.view.table
    qtbot.waitUntil(lambda: table.matrix.name(table.matrix.rowCount() - 1, wanted) == f"b3[{wanted}]")

    type_into(table, table.matrix.rowCount() - 1, wanted, "1000")

    assert answer(window) == str(wanted)
    assert window.session.document.undo_text == f"Set b3[{wanted}] to 1000"
    window.session.document.undo()
    assert answer(window) == before


def test_the_numbers_follow_training_and_an_edit_pauses_it(window, panel, qtbot):
    session, table = window.session, panel.view.table
    first = table.matrix.numbers(Block(300, 0, 500, 20))
    session.control.train()
    qtbot.waitUntil(lambda: not np.array_equal(table.matrix.numbers(Block(300, 0, 500, 20)), first))
    type_into(table, 0, 0, "0.5")
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert table.matrix.value(0, 0) == 0.5
    assert session.document.undo_text == "Set W1[0, 0] to 0.5"
    assert session.document.state.checkpoint.iteration > 0


def test_both_docks_lead_to_each_other_and_the_hidden_one_rests(window, panel, qtbot):
    session = window.session
    panel.view.table.select_block(Block(0, 17, 784, 17))
    panel.findChild(QPushButton, "showInNetwork").click()
    qtbot.waitUntil(lambda: not is_in_front(panel))
    session.selection.select(Neuron(2, 5))
    assert panel.view.table.layer == 0
    session.panel_requested.emit("weights")
    qtbot.waitUntil(lambda: panel.view.table.layer == 2)
    assert panel.view.table.selected_blocks() == (Block(0, 5, 100, 5),)


def test_every_part_can_be_reached_with_the_tab_key(window, panel):
    window.activateWindow()
    panel.findChild(QWidget, "weightLayer").setFocus()
    reached = []
    while panel.view.table not in reached and len(reached) < 20:
        reached.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    for name in ("weightQuantity", "weightOperation", "showInNetwork"):
        assert panel.findChild(QWidget, name) in reached
    assert panel.view.table in reached


def looks(panel):
    return [button.text() for button in panel.findChild(QButtonGroup).buttons()]


def choose_language(window, code):
    window.findChild(QAction, f"actionLanguage{code.capitalize()}").trigger()
    QApplication.processEvents()


def test_it_follows_a_change_of_language(window, panel):
    texts = ["Numbers", "Colours", "Histograms", "Pictures"]
    assert looks(panel) == texts
    choose_language(window, "ko")
    assert not set(looks(panel)) & set(texts)
    assert panel.title() != "Weights"
    choose_language(window, "en")
    assert looks(panel) == texts
    assert panel.title() == "Weights"
