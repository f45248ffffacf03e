"""A refusal at its field pushes nothing; a line of text gives Ctrl+Z back when it is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.fields.quiet_fields import QuietSpinBox
from playground.widgets.fields.text_line import TextLine


@pytest.fixture
def form(qtbot):
    """Give a window with a field of each kind."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for field in (NumberEntry(0, 1), QuietSpinBox(0, 9), TextLine()):
        field.setAccessibleName("Rate")
        layout.addWidget(field)
    window.resize(300, 300)
    window.show()
    qtbot.waitExposed(window)
    return window


def said(form):
    label = form.findChild(QLabel, "fieldComplaint")
    return label.text() if label is not None and label.isVisible() else ""


@pytest.mark.parametrize("kind", [NumberEntry, QuietSpinBox])
def test_a_refusal_is_said_at_its_field_and_moves_nothing(form, qtbot, kind):
    field = form.findChild(kind)
    places = [child.geometry() for child in form.findChildren(QWidget) if child.parent() is form]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "77")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said(form).startswith("Rate takes a")
    assert [child.geometry() for child in form.findChildren(QWidget) if child.parent() is form][:3] == places[:3]
    label = form.findChild(QLabel, "fieldComplaint")
    assert form.rect().contains(label.geometry())
    assert not label.geometry().intersects(field.geometry())
    roles = label.foregroundRole(), label.backgroundRole()  # test_theme.py measures what can be read on what
    assert roles == (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase)
    qtbot.keyClicks(field, "1")
    assert said(form) == ""


def claims_undo(field):
    """Say whether a field wants Ctrl+Z for itself."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_a_line_keeps_undo_while_its_text_is_typed_only(form, qtbot):
    line = form.findChild(TextLine)
    line.setFocus()
    assert not claims_undo(line)
    qtbot.keyClicks(line, "W1")
    assert claims_undo(line)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not claims_undo(line)
    qtbot.keyClicks(line, "[0]")
    assert claims_undo(line)
    line.setText("shown anew")
    assert not claims_undo(line)
