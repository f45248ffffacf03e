"""The dock of a person's own code in the real window: typed, opened, allowed, run, stopped."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QToolButton

from playground.panels.my_code.panel import MyCodePanel
from playground.session.document.code import Code
from playground.widgets.refreshing import bring_up_to_date
from tests.patience import PROCESS_S


@pytest.fixture
def view(window, qtbot):
    """Give the dock's content, in sight."""
    window.session.panel_requested.emit("my_code")
    panel = window.findChild(MyCodePanel)
    qtbot.waitUntil(lambda: not panel.visibleRegion().isEmpty())
    return panel.view


STARTED = """
import sys
from playground.app import create
app, window = create(["nn-playground"])
while not window.is_ready:
    app.processEvents()
window.close()
print([name for name in sys.modules if name.startswith(("nn.own_code", "playground.confined.child"))])
"""


def test_who_has_no_code_loads_nothing_of_it(tmp_path):
    environment = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        [sys.executable, "-c", STARTED], env=environment, capture_output=True, text=True, timeout=PROCESS_S, check=True
    )
    assert done.stdout.strip().splitlines()[-1] == "[]"


def press(view, name, kind=QPushButton):
    QTest.mouseClick(view.findChild(kind, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def verdict(view):
    return view.findChild(QLabel, "codeVerdict").text()


def test_what_was_copied_is_pasted_with_a_click(view, qtbot):
    QApplication.clipboard().setText("class Relu:\n    pass\n")
    press(view, "codePaste")
    qtbot.waitUntil(lambda: view._session.own_code.source.code.text.startswith("class Relu"))


def run(view, qtbot, text):
    """Type a text anew, let it run, and wait for what comes of it."""
    view._session.own_code.source.begin(text)
    view.check()
    if view.consent.isVisible():
        press(view, "codeAllow")
    qtbot.waitUntil(lambda: view._session.own_code.checking.is_current)


def test_who_has_no_code_is_told_what_this_is_for_and_can_begin(view, window):
    press(view, "skeleton_Relu", QToolButton)
    assert view.editor.toPlainText() == window.session.own_code.source.code.text
    assert "class Relu" in view.editor.toPlainText()
    assert view.editor.hasFocus()
    window.session.document.undo()
    assert window.session.own_code.source.code is None
    assert view.beginnings.isVisible()


def test_each_key_is_in_the_document_at_once_and_one_step_takes_them_back(view, window):
    press(view, "codeNew")
    QTest.keyClicks(view.editor, "x = 1")
    document = window.session.document
    assert document.state.code.text == "x = 1"
    assert document.undo_text == "Edit own.py"
    document.undo()
    assert view.editor.toPlainText() == ""
    document.redo()
    assert view.editor.toPlainText() == "x = 1"


def test_nothing_runs_before_it_is_allowed_and_then_it_tells_its_line(view, window, qtbot):
    press(view, "codeNew")
    view.editor.insertPlainText("print('<b>가')")
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    QTest.keyClicks(view.editor, "x = [1][2]")
    checking = window.session.own_code.checking
    QTest.keyClick(view.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.consent.isVisible()
    assert not checking.is_busy
    press(view, "codeAllow")
    qtbot.waitUntil(lambda: checking.outcome is not None)
    assert "Line 2" in verdict(view)
    assert "IndexError" in verdict(view)
    bring_up_to_date(view)  # what was printed is shown by the window's clock
    assert view.prints.text.toPlainText() == "<b>가\n"
    assert list(view.editor.gutter.marks) == [2]
    press(view, "codeTellLine")
    assert view.editor.line == 2


def test_a_change_of_allowed_code_is_checked_by_itself(view, window, qtbot, tmp_path):
    path = tmp_path / "a.py"
    path.write_text("print(1)\n", encoding="utf-8")
    window.session.own_code.source.open(path)
    qtbot.waitUntil(lambda: view.editor.toPlainText() == "print(1)\n")
    view.check()
    press(view, "codeAllow")
    qtbot.waitUntil(lambda: view.prints.text.toPlainText() == "1\n")
    path.write_text("print(2)\n", encoding="utf-8")
    qtbot.waitUntil(lambda: view.prints.text.toPlainText() == "2\n")


def test_what_never_ends_is_cancelled_and_not_begun_again(view, window, qtbot):
    checking = window.session.own_code.checking
    window.session.own_code.source.begin("while True: pass\n")
    view.check()
    press(view, "codeAllow")
    qtbot.waitUntil(lambda: checking.is_busy)
    press(view, "codeCancel")
    assert not checking.is_busy
    QTest.keyClicks(view.editor, "#")
    assert not checking.is_following


def test_code_of_a_document_is_asked_for_again_when_it_is_another(view, window, qtbot):
    document = window.session.document
    document.edit("As if opened", code=Code("print('first')", is_foreign=True))
    view.check()
    assert view.consent.isVisible()
    document.edit("As if opened", code=Code("print('second')", is_foreign=True))
    assert not view.consent.isVisible(), "the question was about another text"
    view.check()
    press(view, "codeRefuse")
    assert window.session.own_code.checking.outcome is None


RELU = """class Relu:
    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dout[self.mask] = 0
        dx = dout
        return dx
"""


def allowed(view, window, text):
    window.session.own_code.source.begin(text)
    window.session.own_code.source.allow()


def test_a_wrong_line_is_told_bit_by_bit_and_its_change_can_be_taken_back(view, window, qtbot):
    checking = window.session.own_code.checking
    allowed(view, window, RELU)
    view.check()
    qtbot.waitUntil(lambda: checking.is_current)
    assert "Relu is not right yet" in verdict(view)
    reasons = view.findChild(QLabel, "codeReasons")
    assert not reasons.isVisible()
    assert view.editor.gutter.marks == {}, "which line it is has not been asked"
    press(view, "codeTellNumbers")
    assert "dout" in reasons.text()
    assert "`" not in reasons.text(), "code looks like code"
    press(view, "codeTellLine")
    assert view.editor.gutter.marks[9].name == "WRONG"
    assert view.editor.line == 9
    press(view, "codeTellHow")
    assert not view.findChild(QPushButton, "codeApply").isVisible(), "never the change first"
    press(view, "codeTellChange")
    press(view, "codeApply")
    assert view.editor.hasFocus(), "the button is gone, and the keyboard is where the change is"
    qtbot.waitUntil(lambda: checking.is_current)
    assert "Relu is right" in verdict(view)
    assert view.editor.gutter.marks == {}
    QTest.keyClick(view.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.editor.toPlainText() == RELU


def test_what_was_asked_for_last_is_in_sight_also_where_there_is_little_room(view, window, qtbot):
    window.resize(1000, 560)
    allowed(view, window, SOFTMAX)
    view.check()
    qtbot.waitUntil(lambda: window.session.own_code.checking.is_current)
    for button in ("codeTellNumbers", "codeTellHow", "codeTellChange"):
        press(view, button)
    reasons = view.findChild(QLabel, "codeReasons")
    qtbot.waitUntil(lambda: reasons.height() >= reasons.heightForWidth(reasons.width()))
    lowest = reasons.mapTo(view.verdict.more.viewport(), reasons.rect().bottomLeft()).y()
    assert lowest < view.verdict.more.viewport().height()


def test_the_keyboard_is_where_it_was_once_consent_is_given(view, window, qtbot):
    window.session.own_code.source.begin(RELU)
    window.activateWindow()
    view.editor.setFocus()
    view.check()
    qtbot.waitUntil(lambda: view.findChild(QPushButton, "codeAllow").hasFocus())
    QTest.keyClick(view.findChild(QPushButton, "codeAllow"), Qt.Key.Key_Return)
    qtbot.waitUntil(view.editor.hasFocus)
    assert window.session.own_code.source.may_run, "Enter presses what has the ring"


SOFTMAX = """import numpy as np
def softmax(a):
    c = np.max(a)
    exp_a = np.exp(a - c)
    sum_exp_a = np.sum(exp_a)
    return exp_a / sum_exp_a
"""


def test_of_a_change_over_several_lines_those_are_shown_that_change(view, window, qtbot):
    allowed(view, window, SOFTMAX)
    view.check()
    qtbot.waitUntil(lambda: window.session.own_code.checking.is_current)
    press(view, "codeTellChange")
    *_, old, another, new, one_more = view.findChild(QLabel, "codeReasons").accessibleName().split("\n")
    assert (old, another) == ("−  c = np.max(a)", "−  sum_exp_a = np.sum(exp_a)")
    assert new == "+  c = np.max(a, axis=-1, keepdims=True)"
    assert one_more == "+  sum_exp_a = np.sum(exp_a, axis=-1, keepdims=True)"


def test_the_debuggers_keys_go_through_it_both_ways_while_the_keyboard_is_here(view, window, qtbot):
    stepping = window.session.own_code.stepping
    window.session.own_code.source.begin(RELU)
    view.editor.setFocus()
    window.findChild(QAction, "actionStepInto").trigger()
    press(view, "codeAllow")  # and what was asked for is done
    qtbot.waitUntil(lambda: stepping.is_open)
    assert not window.session.debugger.is_open
    lines = []
    for _ in range(3):
        lines.append(stepping.moment.line)
        window.findChild(QAction, "actionStepOver").trigger()
    assert lines == [3, 4, 5]
    view.catch_up()
    assert view.editor.values[4] == "out = (2, 3) [1 -2 3 -4 5 -6]"
    window.findChild(QAction, "actionStepBack").trigger()
    assert stepping.moment.line == 5
    window.findChild(QAction, "actionStepOut").trigger()
    assert stepping.moment.line == 9
    stepping.go_to(stepping.walk.end - 1)
    view.catch_up()
    assert view.editor.values[9].endswith("⟷ dout"), "who writes into dout is seen"
    QTest.keyClicks(view.editor, "#")
    assert not stepping.is_open, "the lines are others now"


def test_a_text_that_lost_its_indentation_gets_one_proposed_and_undo_takes_it_back(view, qtbot, window):
    whole = "class Relu:\n    def forward(self, x):\n        self.mask = x <= 0\n        return x * (x > 0)\n\n"
    whole += "    def backward(self, dout):\n        return dout * ~self.mask"
    flat = "\n".join(line.strip() for line in whole.split("\n"))
    run(view, qtbot, flat)
    difference = view.findChild(QPlainTextEdit, "codeDifference")
    assert not difference.isVisible()
    press(view, "codeTellChange")
    assert difference.isVisible()
    assert "+     def forward(self, x):" in difference.toPlainText()
    press(view, "codeApply")
    assert view.editor.toPlainText() == whole
    qtbot.waitUntil(lambda: "Relu is right" in verdict(view), timeout=PROCESS_S * 1000)
    assert not difference.isVisible()
    window.session.document.undo()
    assert view.editor.toPlainText() == flat


def recorded(view, window, qtbot, text):
    """Let a text run, recorded, and wait for what comes of it."""
    allowed(view, window, text)
    stepping = window.session.own_code.stepping
    stepping.open()
    qtbot.waitUntil(lambda: not stepping.is_busy, timeout=1000 * PROCESS_S)
    bring_up_to_date(view)
    return stepping


def test_why_code_could_not_be_recorded_is_told_as_long_as_it_is_that_code(view, window, qtbot):
    recorded(view, window, qtbot, "def f(:\n")
    trouble = view.findChild(QLabel, "codeTrouble")
    assert trouble.isVisible()
    assert "Line 1 is not Python" in trouble.text()
    view.editor.setPlainText("x = 1\n")
    QApplication.processEvents()
    assert not trouble.isVisible()


def test_at_the_end_of_a_full_recording_nobody_is_told_that_all_has_run(view, window, qtbot):
    stepping = recorded(view, window, qtbot, "x = 0\nwhile True:\n    x = x + 1\n")
    stepping.go_to(stepping.walk.end)
    bring_up_to_date(view)
    assert view.walk_bar.text.text().startswith("The recording is full")


def test_a_function_keeps_its_name_and_the_others_are_named_where_they_are_wrong(view, window, qtbot):
    checking = window.session.own_code.checking
    allowed(view, window, "import numpy as np\ndef step_function(x):\n    return (x > 0).astype(int)\n")
    view.check()
    qtbot.waitUntil(lambda: checking.is_current)
    assert verdict(view).startswith("step_function is right")
    allowed(view, window, RELU + SOFTMAX)
    view.check()
    qtbot.waitUntil(lambda: checking.is_current)
    assert verdict(view) == "Relu is not right yet. Not right yet either: softmax."


def test_the_lines_have_the_room_of_the_reasons_while_they_are_stepped_through_in_a_low_panel(view, window, qtbot):
    checking, stepping = window.session.own_code.checking, window.session.own_code.stepping
    window.resize(1100, 620)
    allowed(view, window, RELU)
    view.check()
    qtbot.waitUntil(lambda: checking.is_current)
    press(view, "codeTellHow")
    assert view.verdict.more.isVisible()
    marks = dict(view.verdict.marks)
    stepping.step_into()
    qtbot.waitUntil(lambda: stepping.is_open)
    qtbot.waitUntil(view.verdict.more.isHidden)
    assert "Relu is not right yet" in verdict(view)
    assert view.verdict.marks == marks, "the wrong line keeps its mark"
    stepping.stop()
    assert not view.verdict.more.isHidden()


def test_nothing_is_said_of_the_program_before_after_another_one_was_begun(view, window, qtbot):
    checking, own = window.session.own_code.checking, window.session.own_code.source
    own.begin("def relu(x):\n    return x\n")
    view.check()
    press(view, "codeAllow")
    qtbot.waitUntil(lambda: checking.outcome is not None and not checking.is_busy, timeout=PROCESS_S * 1000)
    own.begin("while True: pass\n")
    view.check()
    press(view, "codeCancel")
    assert checking.outcome is None
    assert not view.findChild(QLabel, "codeVerdict").isVisible()
