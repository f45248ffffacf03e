"""Numbers between a table and the clipboard, where spreadsheets leave and find them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from playground.widgets.actions import add_action, name_action
from playground.widgets.matrix.tab_separated import BadTableError, numbers_text, placed, read_numbers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView


class MatrixClipboard(QObject):
    """Copies what is selected in a `MatrixView` and asks for what is pasted, with the usual keys and in its menu."""

    pasted = Signal(object, object)
    """Block, and ndarray of its shape that is to stand there."""
    refused = Signal(str)
    """Why something was not copied or pasted."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        within = Qt.ShortcutContext.WidgetShortcut
        self._copy = add_action(view, "", "Ctrl+C", triggered=self.copy, shortcutContext=within)
        self._paste = add_action(view, triggered=self.paste)  # its key is that of pasting pictures: see `eventFilter`
        view.installEventFilter(self)

    @Slot()
    def copy(self) -> None:
        """Put the selected numbers on the clipboard, exact to the last digit."""
        blocks = self._view.selected_blocks()
        if len(blocks) > 1:
            self.refused.emit(self.tr("Several separate blocks are selected: copy one rectangle at a time."))
        elif blocks:
            QGuiApplication.clipboard().setText(numbers_text(self._view.matrix.numbers(blocks[0])))

    @Slot()
    def paste(self) -> None:
        """Ask for the clipboard's numbers at the selected place, or say why they do not fit there."""
        matrix, blocks = self._view.matrix, self._view.selected_blocks()
        if not matrix.is_editable or not blocks:
            return
        try:
            values = read_numbers(QGuiApplication.clipboard().text())
            block, values = placed(values, blocks, (matrix.rowCount(), matrix.columnCount()), matrix.name)
        except BadTableError as error:
            self.refused.emit(str(error))
            return
        self.pasted.emit(block, values)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim Ctrl+V before the window pastes a picture."""
        if not (isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.paste()
        event.accept()  # a ShortcutOverride that is accepted comes back as a key press
        return True

    def retranslate(self) -> None:
        """Name its actions in the language of the moment."""
        keys = QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)
        name_action(self._copy, self.tr("Copy numbers"), self.tr("In the table of weights: copy the selected numbers"))
        text = self.tr("Paste numbers")  # in an f-string nobody finds it to translate
        name_action(self._paste, f"{text}\t{keys}", self.tr("In the table of weights: paste numbers at this place"))
