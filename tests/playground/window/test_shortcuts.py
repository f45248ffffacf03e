"""The list of keys: whole, by menu and panel, each with its explanation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QTreeWidget

from playground.widgets.fields.number_entry import NumberEntry
from playground.window.shortcuts import ShortcutsDialog


@pytest.fixture
def rows(window):
    dialog = ShortcutsDialog(window)
    dialog.show()
    yield dialog.findChild(QTreeWidget)
    dialog.close()


def items_of(tree):
    groups = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {group.text(0): [group.child(row) for row in range(group.childCount())] for group in groups}


def test_keys_stand_by_the_menu_or_the_panel_they_belong_to(rows):
    groups = items_of(rows)
    assert list(groups)[:5] == ["File", "Edit", "View", "Run", "Debug"]
    assert "F5" in [item.text(0) for item in groups["Run"]]
    assert "Weights" in groups
    keys = [(item.text(0), item.text(1)) for group in groups.values() for item in group]
    assert len(set(keys)) == len(keys), "each action once"


def test_keys_and_actions_are_read_whole(rows):
    for column in (0, 1):
        texts = [item.text(column) for group in items_of(rows).values() for item in group]
        assert rows.columnWidth(column) > max(map(rows.fontMetrics().horizontalAdvance, texts))


def test_every_key_is_explained(rows):
    items = [item for group in items_of(rows).values() for item in group]
    assert len(items) > 10
    assert [item.text(1) for item in items if not item.text(2)] == []


def test_the_key_of_undo_is_for_any_edit(window):
    window.session.weights.set_cells("Set b1[0]", "b1", 0, 1.0)
    dialog = ShortcutsDialog(window)
    texts = [item.text(1) for item in items_of(dialog.findChild(QTreeWidget))["Edit"]]
    dialog.close()
    assert window.session.document.can_undo
    assert texts[0] == "Undo"


def test_no_line_of_text_keeps_undo_once_its_text_is_done(window, qtbot):
    """Also those of x and t, of a watch, of a condition: where nobody types, Ctrl+Z is the document's."""
    for line in window.findChildren(QLineEdit):
        if isinstance(line.parent(), QAbstractSpinBox | QComboBox) or line.objectName() == "searchLine":
            continue  # those have their own owner
        line.setModified(True)
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        line.event(event)
        assert not event.isAccepted() or isinstance(line, NumberEntry), line.objectName()
