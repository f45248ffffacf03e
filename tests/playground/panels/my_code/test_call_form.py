"""A number typed into what goes in: the code runs again, in its process, and everything shows what came of it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QTableView

from playground.widgets.matrix.model import Block
from tests.playground.panels.my_code.stepped import stepped
from tests.playground.session.own_code.test_call_inputs import RELU


@pytest.fixture
def view(window, qtbot):
    """Give the dock's content while a class is stepped through, with its call in sight."""
    view = stepped(window, qtbot, RELU)
    QTest.mouseClick(view.findChild(QPushButton, "codeShowCall"), Qt.MouseButton.LeftButton)
    return view


def test_typed_numbers_go_into_the_code_and_the_place_stays(view, window, qtbot):
    stepping = window.session.own_code.stepping
    stepping.go_to(2)
    table = view.findChild(QTableView, "codeInputTable")
    assert view.findChild(QComboBox, "codeInput").currentText() == "x"
    before = stepping.result
    table.block_edited.emit(Block(0, 1, 0, 2), np.array([[70.0, -0.5]]))
    qtbot.waitUntil(lambda: stepping.result is not before and not stepping.is_busy)
    lines = view.findChild(QPlainTextEdit, "codeCall").toPlainText().split("\n")
    assert lines[0] == "x = np.array([[1.0, 70.0, -0.5], [-4.0, 5.0, -6.0]])"
    assert stepping.place == 2
    stepping.step_over()
    view.catch_up()
    assert view.editor.values[4] == "out = (2, 3) [1 70 -0.5 -4 5 -6]"
    assert table.matrix.parts[0].values.tolist() == [[1, 70, -0.5], [-4, 5, -6]]
