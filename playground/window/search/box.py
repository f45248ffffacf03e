"""The box in which a person types what they look for, and the list of what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QDialog, QHeaderView, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem

from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe
from playground.window.search.entries import entries

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QMainWindow

    from playground.session.session import Session
    from playground.window.search.entries import Entry

_SIZE = QSize(620, 420)
_ROW = 26  # px
_MOST = 60  # rows: who sees more types another letter
_TOP = 60  # px below the window's top edge
_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchBox(LiveLook, QDialog):
    """Finds commands, fields and lessons by words of their names, in both languages; Enter does the chosen one."""

    def __init__(self, window: QMainWindow, session: Session, language: str) -> None:
        super().__init__(window, objectName="searchBox")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries = entries(window, session, language)
        self.line = QLineEdit(objectName="searchLine", clearButtonEnabled=True)
        self.list = QTreeWidget(objectName="searchList", rootIsDecorated=False, columnCount=3, headerHidden=True)
        self._about = QLabel(wordWrap=True)
        self._set_up_list()
        self.line.textChanged.connect(self._refresh)
        self.line.installEventFilter(self)
        in_column(self.line, (self.list, 1), self._about, of=self, margins=(10, 10, 10, 10), spacing=6)
        self.retranslate()
        self.resize(_SIZE.boundedTo(window.size()))
        self.move(window.mapToGlobal(window.rect().topLeft()).x() + (window.width() - self.width()) // 2, self._top())

    def _top(self) -> int:
        window = self.parentWidget()
        return window.mapToGlobal(window.rect().topLeft()).y() + min(_TOP, max(window.height() - self.height(), 0))

    def _set_up_list(self) -> None:
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the line, the arrows go through the list
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        self.list.currentItemChanged.connect(self._refresh_about)
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._about.setMinimumHeight(2 * self.fontMetrics().height())

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self.setWindowTitle(self.tr("Search"))
        self.line.setPlaceholderText(self.tr("Command, panel, setting, layer or lesson"))
        about = self.tr("Type words of a name, in English or Korean. The arrow keys choose, Enter does it.")
        describe(self.line, self.tr("Search"), about)
        self.list.setAccessibleName(self.tr("What fits"))
        self._refresh()

    # ---- what is found

    @Slot()
    def _refresh(self) -> None:
        self.list.clear()
        found = self._found()
        self.list.addTopLevelItems([self._row(entry) for entry in found])
        if found:
            self.list.setCurrentItem(self.list.topLevelItem(0))
        else:
            self._about.setText(self.tr("Nothing is called that. Try one word of its name."))

    def _found(self) -> list[Entry]:
        words = self.line.text().casefold().split()
        ranked = [(entry.matches(words), entry) for entry in self._entries]
        fitting = sorted(((rank, entry) for rank, entry in ranked if rank is not None), key=lambda pair: pair[0])
        return [entry for _, entry in fitting[:_MOST]]

    def _row(self, entry: Entry) -> QTreeWidgetItem:
        row = QTreeWidgetItem([entry.name, entry.place, entry.keys])
        row.setData(0, Qt.ItemDataRole.UserRole, entry)
        row.setSizeHint(0, QSize(0, _ROW))
        muted = self.palette().brush(QPalette.ColorRole.PlaceholderText)
        row.setForeground(1, muted)
        if entry.act is None:
            row.setForeground(0, muted)
        return row

    @Slot()
    def _refresh_about(self) -> None:
        entry = self._chosen()
        if entry is not None:
            self._about.setText(entry.about)
            # The focus stays in the line: who listens hears from there what is chosen.
            self.line.setAccessibleDescription(f"{entry.name}, {entry.place}. {entry.about}")

    def _chosen(self) -> Entry | None:
        item = self.list.currentItem()
        return None if item is None else item.data(0, Qt.ItemDataRole.UserRole)

    # ---- what a person does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys that are pressed in the line go through the list."""
        is_pressed = watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_pressed and event.key() in _TO_LIST:
            self._move(event)
            return True
        return super().eventFilter(watched, event)

    def _move(self, event: QKeyEvent) -> None:
        page = max(self.list.viewport().height() // _ROW - 1, 1)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        last = self.list.topLevelItemCount() - 1
        row = self.list.indexOfTopLevelItem(self.list.currentItem()) + step[Qt.Key(event.key())]
        if last >= 0:
            self.list.setCurrentItem(self.list.topLevelItem(min(max(row, 0), last)))

    def accept(self) -> None:
        """Do what is chosen: Enter was pressed."""
        self._do()

    @Slot()
    def _on_activated(self) -> None:
        self._do()

    def _do(self) -> None:
        entry = self._chosen()
        if entry is not None and entry.act is not None:  # one that cannot be done says why below the list
            super().accept()  # first, so that what is done may take the focus
            entry.act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what is chosen on Enter: a dialog without a button would not."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)
