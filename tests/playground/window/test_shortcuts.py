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


def test_keys_and_actions_are_read_whole(rows):
    for column in (0, 1):
        texts = [rows.topLevelItem(row).text(column) for row in range(rows.topLevelItemCount())]
        assert rows.columnWidth(column) > max(map(rows.fontMetrics().horizontalAdvance, texts))


def test_every_key_is_explained(rows):
    items = [rows.topLevelItem(row) for row in range(rows.topLevelItemCount())]
    assert len(items) > 10
    assert [item.text(1) for item in items if not item.text(2)] == []
