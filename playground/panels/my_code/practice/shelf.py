"""The milestones of the course and the exercises of the gallery, to choose from."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from playground.lessons.finished import EXERCISES, Finished
from playground.lessons.own_code.build_it_yourself import milestones
from playground.lessons.own_code.exercise import Exercise
from playground.lessons.own_code.gallery import exercises
from playground.panels.my_code.practice.things import beginning_of, say
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.fonts import bold
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.paragraph import Paragraph, plain
from playground.widgets.text.tooltips import describe, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QShowEvent

    from playground.panels.my_code.practice.things import Thing

_NAME = Qt.ItemDataRole.UserRole


class Shelf(LiveLook, QWidget):
    """Two lists; Open, a double click or Return begins with the chosen one."""

    begun = Signal(str, str)
    """Text and name of what a person begins with."""
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finished = Finished(EXERCISES)
        self._things: dict[str, Thing] = {}
        self._unread: Iterator[Thing] | None = None
        self._tree = QTreeWidget(self, objectName="practiceTree", headerHidden=True)
        self._tree.setIndentation(12)
        self._tree.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self._tree.setFrameShape(QFrame.Shape.NoFrame)
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.currentItemChanged.connect(self._refresh_about)
        self._tree.itemActivated.connect(self._on_open)
        self._headings = [QTreeWidgetItem(self._tree) for _ in range(2)]
        for heading in self._headings:
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            heading.setExpanded(True)
        self._progress = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._about = Paragraph("", self)
        self._open = QPushButton(icon("code"), "", self, objectName="practiceOpen")
        self._open.clicked.connect(self._on_open)
        self._back = QPushButton(self, objectName="practiceBack")
        self._back.clicked.connect(self.back_wanted)
        buttons = in_row(self._open, self._back, STRETCH, spacing=6)
        in_column(self._progress, (self._tree, 1), self._about, buttons, of=self, margins=(8, 6, 8, 8), spacing=8)
        # one file a turn of the event loop: all of them take half a second
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_one)
        self.retranslate()

    def hasHeightForWidth(self) -> bool:
        """Hide that paragraphs have: the dock would grow to the height that all of it likes best."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Let it be as small as a dock may be: the list gives way."""
        return QSize(200, 120)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the files when they are seen for the first time."""
        super().showEvent(event)
        if self._unread is None:
            self._unread = chain(milestones(), exercises())
            self._reading.start()
        self.refresh()

    @Slot()
    def _read_one(self) -> None:
        thing = None if self._unread is None else next(self._unread, None)
        if thing is None:
            self._reading.stop()
            self.refresh()
            return
        self._things[thing.name] = thing
        item = QTreeWidgetItem(self._headings[isinstance(thing, Exercise)])
        item.setData(0, _NAME, thing.name)
        self._show(item)
        if self._chosen() is None and thing.name not in self._finished:  # a heading is current once the list has focus
            self._tree.setCurrentItem(item)

    def refresh(self) -> None:
        """Show what is finished by now."""
        for item in self._items():
            self._show(item)
        for heading, name in zip(self._headings, self._names, strict=True):
            heading.setText(0, f"{name} ({heading.childCount()})")  # that there are more is below what is seen
        done = sum(name in self._finished for name in self._things)
        text = self.tr("{done} of {count} done")
        self._progress.setText(text.format(done=done, count=len(self._things)))

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for heading in self._headings:
            yield from (heading.child(place) for place in range(heading.childCount()))

    def _show(self, item: QTreeWidgetItem) -> None:
        thing = self._things[item.data(0, _NAME)]
        is_finished = thing.name in self._finished
        title = plain(say(thing.title))
        item.setText(0, f"{'.'.join(map(str, thing.chapter))}  {title}")
        item.setIcon(0, icon("tick" if is_finished else "ahead"))
        item.setToolTip(0, wrapped(title))
        state = self.tr("done") if is_finished else self.tr("not done")
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, state)

    def _chosen(self) -> Thing | None:
        item = self._tree.currentItem()
        return None if item is None else self._things.get(item.data(0, _NAME))

    @Slot()
    def _refresh_about(self) -> None:
        thing = self._chosen()
        self._open.setEnabled(thing is not None)
        if thing is None:
            self._about.say("")
        else:
            self._about.say(say(thing.question if isinstance(thing, Exercise) else thing.purpose))

    @Slot()
    def _on_open(self) -> None:
        thing = self._chosen()
        if thing is not None:
            self.begun.emit(*beginning_of(thing))

    def restyle(self) -> None:
        """Take the font of the moment."""
        for heading in self._headings:
            heading.setFont(0, bold(self.font()))

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self._names = (self.tr("Build it yourself"), self.tr("Find the bug"))
        self._tree.setAccessibleName(self.tr("Course and exercises"))
        self._tree.setAccessibleDescription(self.tr("The arrow keys choose one, Enter opens it."))
        self._progress.setToolTip(self.tr("A tick stands before each milestone reached and each bug mended."))
        self._open.setText(self.tr("Begin"))
        about = self.tr("Put its code into the editor, as one step: Undo brings back what is there now.")
        describe(self._open, self.tr("Begin"), about)
        self._back.setText(self.tr("Back to the code"))
        describe(self._back, self.tr("Back to the code"), self.tr("Leave the code as it is."))
        self.refresh()
        self._refresh_about()
