"""A line below the editor that finds a text in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QWidget

from playground.widgets.actions import add_action, name_action
from playground.widgets.fields.text_line import TextLine
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from playground.panels.my_code.editor.code_editor import CodeEditor

_MOST = 500
"""Places that are lit: more of them nobody looks through."""


class FindBar(LiveLook, QWidget):
    """Lights every place of a text and goes from one to the next; Escape closes it."""

    def __init__(self, editor: CodeEditor) -> None:
        super().__init__()
        self._editor = editor
        self.entry = TextLine(objectName="codeFind", clearButtonEnabled=True)
        self._count = QLabel()
        self._back = tool_button("up", "codeFindBack", clicked=self._on_back)
        self._on = tool_button("down", "codeFindNext", clicked=self._on_next)
        self._close = tool_button("close", "codeFindClose", clicked=self.close_bar)
        in_row((self.entry, 1), self._count, self._back, self._on, self._close, of=self, spacing=4)
        self.entry.textChanged.connect(self._on_text_changed)
        self.entry.returnPressed.connect(self._on_next)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self._before = add_action(
            self, "actionFindBefore", "Shift+Return", triggered=self._on_back, shortcutContext=within
        )
        self.hide()
        self.retranslate()

    def open_bar(self) -> None:
        """Ask what to find: at first the chosen word."""
        chosen = self._editor.textCursor().selectedText()
        self.show()
        if chosen and "\u2029" not in chosen:
            self.entry.setText(chosen)
        self.entry.selectAll()
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._refresh()

    @Slot()
    def close_bar(self) -> None:
        """Find no more."""
        self.hide()
        self._editor.show_found([])
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # the field had those
            super().keyPressEvent(event)

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        found = self._refresh()
        here = self._editor.textCursor().selectionStart()
        self._go(next((each for each in found if each.selectionStart() >= here), found[0] if found else None))

    @Slot()
    def _on_next(self) -> None:
        found, here = self._refresh(), self._editor.textCursor().selectionStart()
        self._go(next((each for each in found if each.selectionStart() > here), found[0] if found else None))

    @Slot()
    def _on_back(self) -> None:
        found, here = self._refresh(), self._editor.textCursor().selectionStart()
        before = [each for each in found if each.selectionStart() < here]
        self._go(before[-1] if before else found[-1] if found else None)

    def _go(self, place: QTextCursor | None) -> None:
        if place is not None:
            self._editor.setTextCursor(place)
            self._editor.ensureCursorVisible()

    def _refresh(self) -> list[QTextCursor]:
        """Find anew, because the text may have been edited."""
        found = _places(self._editor, self.entry.text())
        self._editor.show_found(found)
        if not self.entry.text():
            self._count.clear()
        elif found:
            count = f"{len(found):,}" if len(found) < _MOST else f"{_MOST:,}+"
            self._count.setText(self.tr("{count} found").format(count=count))
        else:
            self._count.setText(self.tr("Not found"))
        return found

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self.entry.setPlaceholderText(self.tr("Find in the code"))
        about = self.tr("Enter goes to the next place, Shift+Enter to the one before, Escape closes.")
        describe(self.entry, self.tr("Find in the code"), about)
        describe(self._back, self.tr("The place before"))
        name_action(self._before, self.tr("The place before"), self.tr("Go to the place before at which it was found"))
        describe(self._on, self.tr("The next place"))
        describe(self._close, self.tr("Close"))


def _places(editor: CodeEditor, text: str) -> list[QTextCursor]:
    found: list[QTextCursor] = []
    cursor = QTextCursor(editor.document())
    while text and len(found) < _MOST:
        cursor = editor.document().find(text, cursor)
        if cursor.isNull():
            break
        found.append(QTextCursor(cursor))
    return found
