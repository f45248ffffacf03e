"""The scratch line as a person uses it: typed, answered, brought back and watched."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolButton

from playground.widgets.refreshing import bring_up_to_date


@pytest.fixture
def shown(window):
    """Give the real window with a digit of the data looked at."""
    window.session.looking.choose("mine")
    window.session.looking.show_row(3)
    window.session.panel_requested.emit("variables")
    return window


@pytest.fixture
def calculate(shown, qtbot):
    """Give a function that types an expression and tells what stands below it."""

    def type_in(text):
        entry = shown.findChild(QLineEdit, "scratchEntry")
        entry.setText(text)
        qtbot.keyClick(entry, Qt.Key.Key_Return)
        return result(shown)

    return type_in


def result(window):
    bring_up_to_date(window)
    return window.findChild(QPlainTextEdit, "scratchResult").toPlainText()


def test_arithmetic_is_answered_with_the_shapes_of_its_parts(calculate):
    assert calculate("dot([[1, 2, 3], [10, 20, 30]], [1, 2, 3])").split("\n") == [
        "[14, 140]    shape (2,), int64",
        "  [[1, 2, 3], [10, 20, 30]]: shape (2, 3)",
        "  [1, 2, 3]: shape (3,)",
    ]
    assert calculate("sigmoid([24, 32, 5])").startswith("[1, 1, 0.99330715]")


def test_without_a_pass_names_mean_the_network_and_the_sample_that_is_shown(shown, calculate):
    subject = shown.session.looking.subject
    assert float(calculate("L").split()[0]) == pytest.approx(subject.observation.loss, rel=1e-3)
    assert "x: shape (1, 784)" in calculate("x @ W1 + b1 - a1")
    assert calculate("sum(abs(x @ W1 + b1 - a1)) < 1e-3").startswith("True")
    assert calculate("sum(abs(da3 - (y - t))) < 1e-6").startswith("True")
    assert calculate("sum(abs(dW3 - z2.T @ da3)) < 1e-5").startswith("True")


def test_in_a_pass_names_mean_what_is_known_where_the_debugger_stands(shown, calculate):
    debugger = shown.session.debugger
    debugger.open()
    assert calculate("max(abs(dW1))") == "dW1 is computed later in this pass; step on to it."
    debugger.go(len(debugger.trace))
    wanted = np.abs(debugger.trace[-1].values["dW1"]).max()
    assert float(result(shown).split()[0]) == pytest.approx(float(wanted), rel=1e-3)
    debugger.close()
    assert float(result(shown).split()[0]) != pytest.approx(float(wanted), rel=1e-3), "of the sample, again"


def test_a_mistake_is_told_with_the_way_out_and_cannot_be_watched(shown, calculate):
    assert calculate("max(abs(dw1))") == "There is no dw1 here; did you mean dW1?"
    assert "with W1 it works" in calculate("x @ W1.T")
    watch = shown.findChild(QToolButton, "scratchWatch")
    assert not watch.isEnabled()
    calculate("1 + 1")
    assert not watch.isEnabled(), "it would never change"


def test_the_arrows_bring_back_what_was_typed(shown, calculate, qtbot):
    for text in ("1 + 1", "L", "1 + 1", "q"):
        calculate(text)
    entry = shown.findChild(QLineEdit, "scratchEntry")
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(entry, key)
        seen.append(entry.text())
    assert seen == ["q", "1 + 1", "L", "L", "1 + 1"]


def test_what_was_computed_becomes_a_watch(shown, calculate):
    calculate("norm(dW1) / norm(W1)")
    shown.findChild(QToolButton, "scratchWatch").click()
    assert shown.session.document.state.watches == ("norm(dW1)/norm(W1)",)


def test_names_are_completed_behind_what_stands_there(shown, qtbot):
    entry = shown.findChild(QLineEdit, "scratchEntry")
    entry.setFocus()
    qtbot.keyClicks(entry, "1")
    entry.setText("max(dW")
    completer = entry.completer()
    completer.setCompletionPrefix(entry.text())
    found = [completer.currentCompletion() for i in range(completer.completionCount()) if completer.setCurrentRow(i)]
    assert {"max(dW1", "max(dW2", "max(dW3"} <= set(found)
