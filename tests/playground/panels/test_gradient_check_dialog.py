"""All gradients checked, from the menu to the table."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QTableWidget

from nn.network import NetworkSpec
from playground.panels.gradient_check_dialog import GradientCheckDialog


@pytest.fixture
def small(window, qtbot):
    with qtbot.waitSignal(window.session.library.data_changed):
        window.session.editing.choose_dataset("circle")
    window.session.editing.edit_spec("Layers", NetworkSpec.mlp(2, (3,), 2, activation="Tanh"))
    return window


def opened(window):
    window.findChild(QAction, "actionCheckGradients").trigger()
    dialog = window.findChild(GradientCheckDialog)
    assert dialog.isVisible()
    return dialog


def texts(table, column):
    return [table.item(row, column).text() for row in range(table.rowCount())]


def test_every_parameter_of_the_pass_has_a_row_that_agrees(small, qtbot):
    small.session.debugger.open()
    dialog = opened(small)
    table = dialog.findChild(QTableWidget, "gradientCheckTable")
    qtbot.waitUntil(lambda: table.rowCount() == 4)
    assert texts(table, 0) == ["W1", "b1", "W2", "b2"]
    assert texts(table, 7) == ["They agree"] * 4
    assert dialog.headline.text() == "Backpropagation and small differences agree"
    assert "20 samples" in dialog.explanation.text()
    exact = table.item(0, 3).toolTip().split(": ")[1]
    gradients = small.session.debugger.trace
    assert np.isfinite(float(exact))
    assert gradients
    table.sortByColumn(6, Qt.SortOrder.DescendingOrder)
    errors = [table.item(row, 6).data(Qt.ItemDataRole.UserRole) for row in range(4)]
    assert errors == sorted(errors, reverse=True)
    dialog.close()


def test_without_a_loss_it_says_so(small):
    small.session.looking.type_sample([0.5, 1.0])
    dialog = opened(small)
    assert dialog.headline.text() == "There is no loss to check the gradients of"
    dialog.close()


def test_cancel_gives_the_check_up(small, qtbot):
    small.session.debugger.open()
    told = []
    small.session.gradient_checking.checked.connect(told.append)
    dialog = opened(small)
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close).click()
    qtbot.wait(50)
    assert not any(told)
