"""The window as a screen reader has it: what its painted widgets are, and what is told without being asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from playground.panels.curves.view import CurveView
from playground.panels.input.drawing.canvas import DigitCanvas
from playground.window.announcer import Announcer


@pytest.fixture
def heard(open_window):
    """Give a window to which a screen reader listens, and what it hears."""
    QAccessible.setActive(True)
    window = open_window()
    words = []
    window.findChild(Announcer).announced.connect(words.append)
    yield window, words
    QAccessible.setActive(False)


def role_of(widget):
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("digitCanvas", QAccessible.Role.Canvas),
        ("lossCurve", QAccessible.Role.Chart),
        ("networkDiagram", QAccessible.Role.Graphic),
        ("eventGraphView", QAccessible.Role.Graphic),
        ("scrubber", QAccessible.Role.Slider),
    ],
)
def test_what_paints_itself_has_a_role_and_a_name(window, name, role):
    widget = window.findChild(QWidget, name)
    if name == "lossCurve":
        widget = window.findChild(CurveView)
    assert role_of(widget) == role
    assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) or name in (
        "digitCanvas",
        "scrubber",
    )


def test_the_scrubber_says_where_it_stands_and_can_be_moved(window, qtbot):
    window.session.panel_requested.emit("debugger")
    window.session.debugger.open("sample")
    scrubber = window.findChild(QWidget, "scrubber")
    value = QAccessible.queryAccessibleInterface(scrubber).valueInterface()
    qtbot.waitUntil(lambda: value.maximumValue() == len(window.session.debugger.trace) > 3)
    value.setCurrentValue(3)
    assert window.session.debugger.cursor == 3
    qtbot.waitUntil(lambda: value.currentValue() == 3)


def test_a_drawn_digit_is_told_once_when_the_pen_rests(heard, qtbot):
    window, words = heard
    canvas = window.findChild(DigitCanvas)
    rows = [QPoint(canvas.width() // 2, canvas.height() * n // 12) for n in range(3, 10)]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=rows[0])
    for row in rows[1:]:
        QTest.mouseMove(canvas, row)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=rows[-1])
    qtbot.waitUntil(lambda: bool(words))
    answers = [text for text in words if text.startswith("Recognised")]
    assert answers == [f"Recognised: {window.session.looking.prediction.digit}, {answers[0].rpartition(', ')[2]}"]


def test_the_end_of_a_run_and_a_step_of_the_debugger_are_told(heard, qtbot):
    window, words = heard
    window.session.control.step_iteration()
    qtbot.waitUntil(lambda: any("iteration 1," in text for text in words))
    window.session.debugger.open("sample")
    window.session.debugger.go(2)
    qtbot.waitUntil(lambda: any(text.startswith("Step 2 of") for text in words))


def test_nothing_is_prepared_where_nobody_listens(window, qtbot):
    words = []
    window.findChild(Announcer).announced.connect(words.append)
    window.session.control.step_iteration()
    qtbot.waitUntil(lambda: window.session.document.state.checkpoint.iteration == 1)
    qtbot.wait(1)
    assert words == []
