"""The breakpoints in a person's own code: their lines, and the conditions under which they stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QWidget

from nn.expressions import Expression
from playground.session.phrase import said
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from playground.session.session import Session

_LINE, _CONDITION = 0, 1
_NUMBER = Qt.ItemDataRole.UserRole


class CodeBreakpointList(LiveLook, QWidget):
    """Lists them; a condition is typed into its row."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own, self._stepping = session.own_code.source, session.own_code.stepping
        self._nothing = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(10, 8, 10, 8)
        self._complaint = QLabel(self, wordWrap=True, visible=False, textFormat=Qt.TextFormat.PlainText)
        self._complaint.setObjectName("codeConditionComplaint")
        self.list = QTreeWidget(self, objectName="codeBreakpointList", columnCount=2, rootIsDecorated=False)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.list.header().setSectionResizeMode(_LINE, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(_CONDITION, QHeaderView.ResizeMode.Stretch)
        self.list.itemDoubleClicked.connect(self._on_double_clicked)
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.installEventFilter(self)
        in_column(self._nothing, (self.list, 1), self._complaint, of=self, spacing=2)
        self._stepping.breakpoints_changed.connect(self.refresh)
        self.retranslate()

    @Slot()
    def refresh(self) -> None:
        """Show the breakpoints as they are."""
        breakpoints, code = self._stepping.breakpoints, self._own.code
        lines = [] if code is None else code.text.split("\n")
        with QSignalBlocker(self.list):
            self.list.clear()
            for line, condition in breakpoints.items():
                text = lines[line - 1].strip() if 0 < line <= len(lines) else ""
                item = QTreeWidgetItem([f"{line}  {said(text)}", condition])
                item.setData(_LINE, _NUMBER, line)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                item.setToolTip(_LINE, wrapped(self.tr("Enter goes to where this line runs next; Delete removes it.")))
                about = self.tr("Double click or F2: type when it stops, such as max(abs(dx)) > 10.")
                item.setToolTip(_CONDITION, wrapped(about))
                self.list.addTopLevelItem(item)
        self.list.setVisible(bool(breakpoints))
        self._nothing.setVisible(not breakpoints)

    # ---- what a person does

    @Slot(QTreeWidgetItem, int)
    def _on_double_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column == _CONDITION:
            self.list.editItem(item, _CONDITION)
        else:
            self._stepping.run_to_line(item.data(_LINE, _NUMBER))

    @Slot(QTreeWidgetItem, int)
    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        line, text = item.data(_LINE, _NUMBER), item.text(_CONDITION).strip()
        if column != _CONDITION:
            return
        try:
            if text:
                Expression.parse(text)
        except ValueError as error:
            self._say(said(error))
        else:
            self._say("")
            self._stepping.breakpoint_edit_wanted.emit(line, text)
        self.refresh()

    def _say(self, text: str) -> None:
        self._complaint.setText(text)
        self._complaint.setVisible(bool(text))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let the list be used by keyboard: Enter goes there, F2 edits the condition, Delete removes."""
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.list):
            return False
        item = self.list.currentItem()
        if item is None:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._stepping.run_to_line(item.data(_LINE, _NUMBER))
        elif event.key() == Qt.Key.Key_F2:
            self.list.editItem(item, _CONDITION)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._stepping.breakpoint_edit_wanted.emit(item.data(_LINE, _NUMBER), None)
        else:
            return False
        return True

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self._nothing.setText(self.tr("No breakpoints in your code. A click beside a line number, or F9, sets one."))
        self.list.setAccessibleName(self.tr("Breakpoints in your code"))
        self.list.setAccessibleDescription(
            self.tr("F2 edits the condition, Delete removes a breakpoint, Enter goes there.")
        )
        self.list.setHeaderLabels([self.tr("Line"), self.tr("Stops where")])
        self.refresh()
