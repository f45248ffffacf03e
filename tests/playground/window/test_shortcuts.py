"""The list of keys: whole, by menu and panel, each with its explanation."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTreeWidget

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
