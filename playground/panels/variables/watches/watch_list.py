"""The document's watches: a field to enter them, and what each says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Slot
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from playground.panels.variables.watches.table import WatchTable
from playground.panels.variables.watches.words import WatchWords
from playground.session.stepping.watch_expression import STATISTICS, WatchError
from playground.widgets.look.icons import icon
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from playground.session.session import Session


class WatchList(QWidget):
    """Enters, shows, orders and removes watches; what they say is the session's matter."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = WatchWords(session, self)
        self._entry = QLineEdit(self, objectName="watchEntry")
        self._names = QStringListModel(self)
        self._complain = QLabel(self, objectName="watchComplaint")
        self._complain.setWordWrap(True)
        self._complain.setVisible(False)
        self.table = WatchTable(self._words.explain, self)
        self.table.setObjectName("watchTable")
        self._up, self._down, self._remove = (
            QToolButton(objectName=f"watch{name}") for name in ("Up", "Down", "Remove")
        )
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        completer = QCompleter(self._names, self._entry)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._entry.setCompleter(completer)
        for button, name in ((self._up, "up"), (self._down, "down"), (self._remove, "remove")):
            button.setIcon(icon(name))
            button.setAutoRaise(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(3)
        for widget in (self._entry, self._complain, self.table):
            column.addWidget(widget)

    def _connect(self) -> None:
        self._entry.returnPressed.connect(self._on_entered)
        self._entry.textEdited.connect(self._on_text_edited)
        self._up.clicked.connect(self._on_up_clicked)
        self._down.clicked.connect(self._on_down_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)
        self.table.removal_requested.connect(self._on_removal_requested)
        self.table.move_requested.connect(self._on_move_requested)
        self.table.text_edited.connect(self._on_row_edited)
        self.table.currentItemChanged.connect(self._refresh_tools)
        self._session.watching.readings_changed.connect(self._refresh)
        self._session.document.watches_changed.connect(self._on_watches_changed)

    def tools(self) -> tuple[QWidget, ...]:
        """Return what belongs into the header of the section."""
        return (self._up, self._down, self._remove)

    def watch(self, text: str) -> None:
        """Watch something; what is wrong with it is said below the field."""
        try:
            self._session.watching.add(text)
        except WatchError as error:
            self._say(str(error))
            return
        self._say("")
        QTimer.singleShot(0, self._entry, self._entry.clear)  # the completer writes what was chosen once more
        self.table.mark(len(self._session.watching.all) - 1)

    # ---- what a person does

    @Slot()
    def _on_entered(self) -> None:
        if self._entry.text().strip():
            self.watch(self._entry.text())

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._say("")
        if len(text) == 1 or not self._names.rowCount():  # not with each letter: there are hundreds
            self._names.setStringList(self._session.watching.completions())

    @Slot(int, str)
    def _on_row_edited(self, place: int, text: str) -> None:
        try:
            self._session.watching.replace(place, text)
        except WatchError as error:
            self._say(str(error))
        else:
            self._say("")

    @Slot(int)
    def _on_removal_requested(self, place: int) -> None:
        self._session.watching.remove(place)

    @Slot(int, int)
    def _on_move_requested(self, place: int, to: int) -> None:
        self._session.watching.move(place, to)
        self.table.mark(to)

    @Slot()
    def _on_up_clicked(self) -> None:
        self.table.ask_to_move(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self.table.ask_to_move(1)

    @Slot()
    def _on_remove_clicked(self) -> None:
        if self.table.marked() >= 0:
            self._session.watching.remove(self.table.marked())

    # ---- what the session tells

    @Slot()
    def _refresh(self) -> None:
        if self.isVisible():
            self.table.show_rows([self._words.row(text) for text in self._session.watching.all])

    @Slot(object)
    def _on_watches_changed(self, _watches: object) -> None:
        self._refresh()
        self._refresh_tools()

    @Slot()
    def _refresh_tools(self) -> None:
        place, count = self.table.marked(), len(self._session.watching.all)
        self._up.setEnabled(place > 0)
        self._down.setEnabled(0 <= place < count - 1)
        self._remove.setEnabled(place >= 0)

    def _say(self, complaint: str) -> None:
        self._complain.setText(complaint)
        self._complain.setVisible(bool(complaint))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._refresh()

    # ---- words

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._entry.setPlaceholderText(self.tr("Watch: a1, W1[0, 3], norm(dW1)"))
        self._entry.setAccessibleName(self.tr("New watch"))
        about = self.tr(
            "Type what to watch and press Enter: a value by its name (a1), one of its numbers, counted from 0 "
            "(W1[0, 3]), or a statistic of it (norm(dW1)). Statistics: {all}. dead(z1) is the share of neurons that "
            "are 0 for every sample; nan(W1) counts what is NaN or infinite."
        )
        self._entry.setToolTip(wrapped(about.format(all=", ".join(STATISTICS))))
        self.table.setAccessibleName(self.tr("Watches"))
        self.table.setAccessibleDescription(self.tr("F2 edits, Delete removes, Ctrl+Up and Ctrl+Down move a watch."))
        self.table.setHeaderLabels([self.tr("Watch"), self.tr("Now"), self.tr("Over time")])
        for column, tip in enumerate((
            self.tr("What is watched."),
            self.tr("What it says where the debugger stands, or where training has come to; of an array its ends."),
            self.tr("Blue: over the iterations of training. Orange: over the steps of the pass."),
        )):  # fmt: skip
            self.table.headerItem().setToolTip(column, wrapped(tip))
        for button, text in (
            (self._up, self.tr("Move the watch up (Ctrl+Up)")),
            (self._down, self.tr("Move the watch down (Ctrl+Down)")),
            (self._remove, self.tr("Remove the watch (Delete)")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._say("")
        self._refresh()
        self._refresh_tools()
