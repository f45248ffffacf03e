"""The small field in which a number of a matrix is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

_LEAST_WIDTH = 150  # px: room for all digits of a float32, also over a narrow column


class NumberDelegate(QStyledItemDelegate):
    """Opens a line edit with the exact number; the model says what becomes of the text."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Give a line edit that a screen reader calls by the cell's name."""
        editor = QLineEdit(parent, alignment=Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)).partition(" = ")[0])
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the number, unless something is being typed: it may move many times a second."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Hand over what was typed; a number that was only looked at stays what it is by now."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            super().setModelData(editor, model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the editor over its cell, wide enough for every digit and within the table."""
        area = option.rect
        width = max(area.width(), _LEAST_WIDTH)
        left = max(min(area.right() + 1 - width, editor.parentWidget().width() - width), 0)
        editor.setGeometry(left, area.top(), width, area.height())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let the arrows that do not move the cursor end the typing and go on to the next cell."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, QLineEdit):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            view = self.parent()
            if step is not None and hasattr(view, "move_current"):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor)
                view.move_current(step, 0)
                return True
        return super().eventFilter(editor, event)
