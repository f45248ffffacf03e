"""The row over the curves in which the training that is over is asked: a number of it, to be drawn beside the loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from playground.session.phrase import said
from playground.session.stepping.watch_expression import WatchError
from playground.widgets.fields.text_line import TextLine
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from playground.session.session import Session

_WIDTH = 30  # letters of the field


class AskRow(Refreshing, LiveLook, QWidget):
    """A field for an expression, and how far its past is read; seen when a person wants to ask."""

    importance = Importance.ANSWER
    least_gap = READABLE_S

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._complaint = ""
        self._names = QStringListModel(self)
        self.entry = TextLine(self, objectName="askEntry")
        self.entry.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        completer = QCompleter(self._names, self.entry, caseSensitivity=Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.entry.setCompleter(completer)
        self._told = SteadyLabel()
        self._told.setObjectName("askTold")
        self._end = tool_button("close", "askEnd", clicked=self._on_end, side=12)
        in_row(self.entry, self._end, (self._told, 1), of=self, spacing=6)
        self.entry.returnPressed.connect(self._on_entered)
        self.entry.textEdited.connect(self._on_text_edited)
        session.selection.watch_changed.connect(self._on_watch_changed)
        session.document.watches_changed.connect(self.out_of_date)
        session.watch_past.changed.connect(self.out_of_date)
        session.timeline.grown.connect(self.out_of_date)
        self.retranslate()
        self._on_watch_changed(session.selection.watch)

    # ---- what a person does

    @Slot()
    def _on_entered(self) -> None:
        self.draw(self.entry.text())

    def draw(self, text: str) -> None:
        """Watch something, if it is not watched yet, and draw it beside the loss."""
        packed = "".join(text.split())
        if not packed:
            return
        try:
            if packed not in self._session.watching.all:
                self._session.watching.add(text)
        except WatchError as error:
            self._complaint = said(error)
        else:
            self._complaint = ""
            self._session.selection.draw_watch(packed)
        self.out_of_date()

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._complaint = ""
        if len(text) == 1 or not self._names.rowCount():  # not with each letter: there are hundreds
            names = self._session.watching.completions()
            self._names.setStringList([*dict.fromkeys((*self._session.watching.all, *names))])
        self.out_of_date()

    @Slot()
    def _on_end(self) -> None:
        """Read no further, or take the line away."""
        past = self._session.watch_past
        if past.is_busy:
            past.cancel()
        else:
            self._session.selection.draw_watch("")

    @Slot(str)
    def _on_watch_changed(self, text: str) -> None:
        if text:
            self._complaint = ""
            self.entry.setText(text)
        self.out_of_date()

    # ---- what is told

    def refresh(self) -> None:
        """Say how far the past is read, or what is wrong with the text."""
        past, text = self._session.watch_past, self._drawn
        self._end.setVisible(past.is_busy or bool(text))
        if past.is_busy:
            describe(self._end, self.tr("Read no further"), self.tr("What was read of the past stays."))
        else:
            describe(self._end, self.tr("Take the line away"), self.tr("The watch stays in the Variables panel."))
        self._told.setText(self._complaint or self._state_text(text))
        self._told.setToolTip(self._told.text())

    @property
    def _drawn(self) -> str:
        wanted = self._session.selection.watch
        return wanted if wanted in self._session.document.state.watches else ""

    def _state_text(self, text: str) -> str:
        past, way = self._session.watch_past, self._session.timeline.way
        if past.is_busy:
            said_so = self.tr("Its past is read by training again: {share:.0%}. A click on the line leads there.")
            return said_so.format(share=past.share_done)
        if not text:
            return self.tr("Enter draws it beside the loss, at every iteration of the past.")
        if way is None or way.first == way.last:
            return self.tr("There is no past yet: it is read while you train.")
        return self.tr("Blue, on the right axis. A click on the line leads to that moment.")

    def showEvent(self, event: QShowEvent) -> None:
        """Take the text that is typed next."""
        super().showEvent(event)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.entry.setPlaceholderText(self.tr("max(abs(W2)), mean(a1 > 0)"))
        about = self.tr(
            "Type a number of the training and press Enter: what it was at every iteration, also long ago, is found by "
            "training again, and is drawn beside the loss. Values have the book's names: max(abs(W2)), mean(a1 > 0), "
            "norm(dW1) / norm(W1)."
        )
        describe(self.entry, self.tr("Number of the training"), about)
        self.refresh()
