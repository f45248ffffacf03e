"""The editor by its keys: Python's indentation, Hangul, undo of its own, marks that keep to their lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from playground.panels.my_code.editor.code_editor import CodeEditor
from playground.panels.my_code.editor.find_bar import FindBar
from playground.panels.my_code.editor.marks import Mark
from playground.widgets.layouts import in_column

LONGEST = 2000
Key, Shift, Control = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(qtbot):
    widget = CodeEditor(LONGEST)
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    widget.show()
    widget.setFocus(Qt.FocusReason.MouseFocusReason)
    return widget


def shown(editor, text, line=1, column=0):
    editor.show_text(text, is_other=True)
    cursor = QTextCursor(editor.document().findBlockByNumber(line - 1))
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=column)
    editor.setTextCursor(cursor)


def choose(editor, first, last):
    editor.go_to(first)
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(last).position(), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def test_a_method_is_typed_without_a_space_for_its_indentation(editor):
    for text in ("class A:", "def f(self, x):  # a: b", "return x", "def g(self):", "pass"):
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Key.Key_Return)
    assert editor.toPlainText() == (
        "class A:\n    def f(self, x):  # a: b\n        return x\n    def g(self):\n        pass\n    "
    )
    QTest.keyClick(editor, Key.Key_Backspace)
    assert editor.textCursor().positionInBlock() == 0


def test_chosen_lines_move_and_become_comments_in_one_step(editor):
    text = "a = 1\n\n    b = 2\nc = 3\n"
    shown(editor, text)
    choose(editor, 1, 3)
    QTest.keyClick(editor, Key.Key_Tab)
    assert editor.toPlainText() == "    a = 1\n\n        b = 2\nc = 3\n"
    QTest.keyClick(editor, Key.Key_Backtab, Shift)
    assert editor.toPlainText() == text
    QTest.keyClick(editor, Key.Key_Slash, Control)
    assert editor.toPlainText() == "# a = 1\n\n#     b = 2\nc = 3\n"
    editor.undo()
    assert editor.toPlainText() == text
    editor.redo()
    choose(editor, 1, 3)
    QTest.keyClick(editor, Key.Key_Slash, Control)
    assert editor.toPlainText() == text


def test_hangul_is_composed(editor, qtbot):
    heard = []
    editor.edited.connect(heard.append)
    for event in (QInputMethodEvent("ㄱ", []), QInputMethodEvent("가", [])):
        QApplication.sendEvent(editor, event)
    assert editor.toPlainText() == ""
    done = QInputMethodEvent("", [])
    done.setCommitString("가")
    QApplication.sendEvent(editor, done)
    assert editor.toPlainText() == "가"
    assert heard[-1] == "가"


def test_colours_are_no_edits(editor, qtbot):
    heard = []
    editor.edited.connect(heard.append)
    shown(editor, "def f():\n    return '''a\nb'''\n" * 300)
    editor.restyle()
    for _ in range(100):
        QApplication.processEvents()
    assert heard == []


def test_the_tab_key_leads_on_until_something_is_typed(qtbot):
    whole = QWidget()
    qtbot.addWidget(whole)
    before, editor, behind = QLineEdit(), CodeEditor(LONGEST), QLineEdit()
    in_column(before, editor, behind, of=whole)
    with qtbot.waitActive(whole):
        whole.show()
        whole.activateWindow()
    before.setFocus()
    for expected in (editor, behind):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        assert QApplication.focusWidget() is expected
    QTest.keyClick(behind, Key.Key_Backtab, Shift)
    QTest.keyClicks(editor, "if x:")
    QTest.keyClick(editor, Key.Key_Tab)
    assert (editor.toPlainText(), QApplication.focusWidget()) == ("if x:   ", editor)
    QTest.keyClick(editor, Key.Key_Escape)
    QTest.keyClick(editor, Key.Key_Tab)
    assert QApplication.focusWidget() is behind


def test_what_is_pasted_is_plain_text_and_has_room(editor, qtbot):
    mime = QMimeData()
    mime.setHtml("<b>x</b>")
    mime.setText("x = 1\r\n\ty = '<b>'\r\n")
    QGuiApplication.clipboard().setMimeData(mime)
    editor.paste()
    assert editor.toPlainText() == "x = 1\n    y = '<b>'\n"
    mime = QMimeData()
    mime.setText("x" * LONGEST)
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(editor.refused) as refused:
        editor.paste()
    assert refused.args == [LONGEST + 20]
    assert "xx" not in editor.toPlainText()


def test_what_changed_elsewhere_can_be_undone_here_and_the_cursor_stays(editor):
    shown(editor, "a = '😀'\nb = 2\nc = 3\n", 3, 2)
    editor.show_text("a = '😀'\nbb = 22\nc = 3\n", is_other=False)
    assert editor.toPlainText() == "a = '😀'\nbb = 22\nc = 3\n"
    editor.undo()
    assert editor.toPlainText() == "a = '😀'\nb = 2\nc = 3\n"


def test_breakpoints_keep_to_their_lines(editor):
    shown(editor, "a\nb\nc\n")
    editor.toggle_breakpoint(2)
    editor.go_to(1)
    QTest.keyClick(editor, Key.Key_Return)
    assert editor.breakpoints == {3: ""}
    editor.show_marks({3: Mark.WRONG})
    line = next(area for number, area in editor.lines_in_sight() if number == 3)
    QTest.mouseClick(editor.gutter, Qt.MouseButton.LeftButton, pos=line.topLeft().toPoint())
    assert editor.breakpoints == {}


def test_find_goes_round_and_tells_how_many(qtbot):
    editor = CodeEditor(LONGEST)
    shown(editor, "dout = 1\nDOUT = 2\nx = dout\n")
    whole, find = QWidget(), FindBar(editor)
    qtbot.addWidget(whole)
    in_column(editor, find, of=whole)
    with qtbot.waitActive(whole):
        whole.show()
        whole.activateWindow()
    find.open_bar()
    QTest.keyClicks(find.entry, "dout")
    lines = [editor.line]
    for _ in range(3):
        QTest.keyClick(find.entry, Key.Key_Return)
        lines.append(editor.line)
    QTest.keyClick(find.entry, Key.Key_Return, Shift)
    assert lines == [1, 2, 3, 1]
    assert editor.line == 3
    QTest.keyClick(find.entry, Key.Key_Escape)
    assert not find.isVisible()


def test_undo_is_left_to_the_window_when_there_is_nothing_to_undo(editor):
    def claims():
        combination = QKeySequence(QKeySequence.StandardKey.Undo)[0]
        event = QKeyEvent(QEvent.Type.ShortcutOverride, combination.key(), combination.keyboardModifiers())
        event.ignore()
        QApplication.sendEvent(editor, event)
        return event.isAccepted()

    assert not claims()
    QTest.keyClicks(editor, "x")
    assert claims()


def test_a_wrong_line_stays_in_sight_when_what_is_said_of_it_takes_room(editor, qtbot):
    shown(editor, "\n".join(f"x{i} = {i}" for i in range(40)))
    editor.resize(400, 400)
    editor.show_marks({12: Mark.WRONG})
    editor.resize(400, 90)
    qtbot.waitUntil(lambda: 12 in [line for line, _ in editor.lines_in_sight()])
