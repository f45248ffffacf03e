"""All lessons by the book's chapters, and what the chosen one is about."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from playground.widgets.layouts import in_column
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.paragraph import Paragraph
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent

    from playground.panels.lessons.texts import LessonEntry

    Index = QModelIndex | QPersistentModelIndex

_LEAST_LINES = 6  # of the list: in a low window what a lesson is about, and the button that opens it, are seen
_NAME = Qt.ItemDataRole.UserRole


class _Tree(QTreeWidget):
    """Lessons below their chapters; the chapter of the current one is seen, too."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll when the height is known: while hidden, one line was all there was."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def scrollTo(self, index: Index, hint: QTreeWidget.ScrollHint = QTreeWidget.ScrollHint.EnsureVisible) -> None:
        """Bring a lesson into sight, above the first one of a chapter its name."""
        if index.parent().isValid() and index.row() == 0:
            super().scrollTo(index.parent(), hint)
        super().scrollTo(index, hint)


class LessonList(LiveLook, QWidget):
    """A list to choose from; Open, a double click or Return opens the chosen lesson."""

    open_requested = Signal(str)
    """Name of the lesson."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, LessonEntry] = {}
        self._tree = _Tree(self, objectName="lessonTree", headerHidden=True, rootIsDecorated=False)
        self._tree.setIndentation(12)
        self._tree.setMinimumHeight(_LEAST_LINES * self.fontMetrics().height())
        self._tree.setFrameShape(QFrame.Shape.NoFrame)
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._tree.currentItemChanged.connect(self._on_current_changed)
        self._tree.itemActivated.connect(self._on_activated)
        self._progress = QLabel(self)
        self._about = Paragraph("", self)
        self._open = QPushButton(icon("play"), "", self, objectName="lessonOpen")
        self._open.clicked.connect(self._ask_to_open)
        self._note = Paragraph("", self)
        in_column(
            self._progress,
            (self._tree, 1),
            self._about,
            self._note,
            (self._open, 0, Qt.AlignmentFlag.AlignLeft),
            of=self,
            margins=(8, 6, 8, 8),
            spacing=8,
        )
        self.retranslate()

    def show_entries(self, entries: Iterable[LessonEntry], chosen: str = "") -> None:
        """Show these lessons, in their order, and choose one by its name."""
        self._entries = {entry.name: entry for entry in entries}
        self._tree.clear()
        for chapter, group in groupby(self._entries.values(), key=_chapter_of):
            heading = QTreeWidgetItem(self._tree, [chapter])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = heading.font(0)
            font.setBold(True)
            heading.setFont(0, font)
            for entry in group:
                self._add(heading, entry, chosen)
        self._tree.expandAll()
        self._refresh_progress()
        self._refresh_about()

    def _add(self, heading: QTreeWidgetItem, entry: LessonEntry, chosen: str) -> None:
        item = QTreeWidgetItem(heading, [entry.title])
        item.setData(0, _NAME, entry.name)
        item.setIcon(0, icon("warning" if entry.problem else "tick" if entry.is_finished else "ahead"))
        item.setToolTip(0, wrapped(entry.problem or entry.title))
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, self._state_of(entry))
        if entry.name == chosen:
            self._tree.setCurrentItem(item)

    def _state_of(self, entry: LessonEntry) -> str:
        if entry.problem:
            return self.tr("cannot be read")
        return self.tr("finished") if entry.is_finished else self.tr("not finished")

    def chosen(self) -> str:
        """Give the name of the chosen lesson, empty when none is."""
        entry = self._current()
        return "" if entry is None else entry.name

    def take_focus(self) -> None:
        """Let the keyboard choose."""
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> LessonEntry | None:
        item = self._tree.currentItem()
        return None if item is None else self._entries.get(item.data(0, _NAME))

    def _on_current_changed(self) -> None:
        self._refresh_about()

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        self._ask_to_open()

    def _ask_to_open(self) -> None:
        entry = self._current()
        if entry is not None and not entry.problem:
            self.open_requested.emit(entry.name)

    def _refresh_about(self) -> None:
        entry = self._current()
        self._about.say("" if entry is None else entry.problem or entry.intro)
        can_open = entry is not None and not entry.problem
        self._open.setEnabled(can_open)
        self._note.setVisible(can_open)

    def _refresh_progress(self) -> None:
        finished = sum(entry.is_finished for entry in self._entries.values())
        text = self.tr("{finished} of {count} lessons finished")
        self._progress.setText(text.format(finished=finished, count=len(self._entries)))

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._tree.setAccessibleName(self.tr("Lessons"))
        self._tree.setAccessibleDescription(self.tr("The arrow keys choose a lesson, Enter opens it."))
        self._progress.setToolTip(self.tr("A tick stands before each lesson that you went through to its end."))
        self._open.setText(self.tr("Open lesson"))
        self._open.setToolTip(self.tr("Put the lesson's network, data and panels in place."))
        self._note.say(self.tr("It opens with a network of its own, as one step: Undo brings yours back as it was."))
        self._refresh_progress()
        self._refresh_about()


def _chapter_of(entry: LessonEntry) -> str:
    return entry.chapter
