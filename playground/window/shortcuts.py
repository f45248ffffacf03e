"""List every keyboard shortcut, read from the actions themselves."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDockWidget,
    QHeaderView,
    QMainWindow,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from playground.widgets.actions import without_mnemonic
from playground.widgets.layouts import in_column
from playground.widgets.look.fonts import bold
from playground.widgets.look.live_look import LiveLook

ROW_HEIGHT = 24  # px


class ShortcutsDialog(LiveLook, QDialog):
    """Keys and what they do; nothing is written here that could differ from what the keys really do."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window, objectName="shortcutsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QTreeWidget(rootIsDecorated=False, itemsExpandable=False, wordWrap=True, columnCount=3)
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
        for title, actions in self._groups().items():
            group = QTreeWidgetItem(self._list, [title])
            group.setFont(0, bold(self.font()))
            group.setFirstColumnSpanned(True)
            group.addChildren([_row(action) for action in actions])
            group.setExpanded(True)
        for column in (0, 1):
            self._list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _groups(self) -> dict[str, list[QAction]]:
        """Give the actions with keys by the menu or the panel they belong to, as they stand there."""
        window = self.parentWidget()
        groups = {without_mnemonic(each.text()): _with_keys(each.menu()) for each in window.menuBar().actions()}
        in_menus = {action for actions in groups.values() for action in actions}
        for action in shortcut_actions(window):
            if action not in in_menus:
                groups.setdefault(_panel_of(action) or self.tr("Everywhere"), []).append(action)
        return {title: actions for title, actions in groups.items() if actions}


def _with_keys(menu: QMenu | None) -> list[QAction]:
    """Give the actions of a menu that have keys, with those of the menus in it."""
    found: list[QAction] = []
    for action in menu.actions() if menu is not None else ():
        if action.menu() is not None:
            found += _with_keys(action.menu())
        elif not action.shortcut().isEmpty():
            found.append(action)
    return found


def _panel_of(action: QAction) -> str:
    """Give the title of the panel in which an action works, empty where it is none's."""
    owner = action.parent()
    while owner is not None and not isinstance(owner, QDockWidget):
        owner = owner.parent()
    return owner.windowTitle() if isinstance(owner, QDockWidget) else ""


def shortcut_actions(window: QWidget) -> list[QAction]:
    """Find the actions of a window that have a key, each once, in the order they were made."""
    return [action for action in window.findChildren(QAction) if not action.shortcut().isEmpty()]


def _row(action: QAction) -> QTreeWidgetItem:
    keys = ", ".join(k.toString(QKeySequence.SequenceFormat.NativeText) for k in action.shortcuts())
    words = without_mnemonic(action.text()).rstrip("…")
    if words.startswith(f"{action.iconText()}: "):  # Undo says what it would undo now; the key is for any of it
        words = action.iconText()
    row = QTreeWidgetItem([keys, words, action.statusTip()])
    row.setSizeHint(2, QSize(0, ROW_HEIGHT))  # of the last column, which is as wide as what is left
    row.setToolTip(2, action.statusTip())
    return row
