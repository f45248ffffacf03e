"""List every keyboard shortcut, read from the actions themselves."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from playground.widgets.actions import without_mnemonic
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook

ROW_HEIGHT = 24  # px


class ShortcutsDialog(LiveLook, QDialog):
    """Keys and what they do; nothing is written here that could differ from what the keys really do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, objectName="shortcutsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QTreeWidget(rootIsDecorated=False, alternatingRowColors=True, columnCount=3)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        in_column(self._list, self._buttons, of=self, margins=(14, 14, 14, 12))
        self.retranslate()
        self.resize(820, 540)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._list.setHeaderLabels([self.tr("Keys"), self.tr("Action"), self.tr("What it does")])
        self._list.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._list.setToolTip(self.tr("Every key that does something in this window"))
        self._list.clear()
        self._list.addTopLevelItems([_row(action) for action in shortcut_actions(self.parentWidget())])
        for column in (0, 1):
            self._list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)


def shortcut_actions(window: QWidget) -> list[QAction]:
    """Find the actions of a window that have a key, each once, in the order they were made."""
    return [action for action in window.findChildren(QAction) if not action.shortcut().isEmpty()]


def _row(action: QAction) -> QTreeWidgetItem:
    keys = ", ".join(k.toString(QKeySequence.SequenceFormat.NativeText) for k in action.shortcuts())
    words = without_mnemonic(action.text()).rstrip("…")
    row = QTreeWidgetItem([keys, words, action.statusTip()])
    row.setSizeHint(2, QSize(0, ROW_HEIGHT))  # of the last column, which is as wide as what is left
    row.setToolTip(2, action.statusTip())
    return row
