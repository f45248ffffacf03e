"""The row over the curves in which the training that is over is asked: for a number of it, or when something held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QCompleter, QSizePolicy, QWidget

from playground.panels.curves.ask_words import first_time_text, watch_text
from playground.session.past.first_held import is_condition
from playground.session.phrase import said
from playground.session.stepping.watch_expression import WatchError
from playground.widgets.fields.text_line import TextLine
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover
from playground.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from playground.session.session import Session

_WIDTH = 24  # letters of the field


class AskRow(Refreshing, LiveLook, QWidget):
    """A field for a number or a condition, how far the past is looked through, and what was found.

    A number is watched and drawn beside the loss; of a condition the first iteration is found in which it held.
    """

    importance = Importance.ANSWER
    least_gap = READABLE_S

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._complaint = ""
        self._build()
        self._connect()
        self.retranslate()
        self._on_watch_changed(session.selection.watch)

    def _build(self) -> None:
        self._names = QStringListModel(self)
        self.entry = TextLine(self, objectName="askEntry")
        self.entry.setFixedWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        completer = QCompleter(self._names, self.entry, caseSensitivity=Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.entry.setCompleter(completer)
        self._stays = QCheckBox(objectName="askStays")
        self._end = tool_button("close", "askEnd", clicked=self._on_end, side=12)
        self._look = tool_button("look", "askLook", clicked=self._session.past.first_time.look_there)
        self._step = tool_button("step-into", "askStep", clicked=self._session.past.first_time.step_there)
        self._rest = tool_button("continue", "askRest", clicked=self._on_rest)
        for button in (self._look, self._step, self._rest):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._told = SteadyLabel()
        self._told.setObjectName("askTold")
        parts = (self.entry, self._stays, self._told, self._look, self._step, self._rest, self._end)
        WrappingRow(self, parts, self._told, 6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _connect(self) -> None:
        session = self._session
        self.entry.returnPressed.connect(self._on_entered)
        self.entry.textEdited.connect(self._on_text_edited)
        session.selection.watch_changed.connect(self._on_watch_changed)
        session.document.watches_changed.connect(self.out_of_date)
        session.past.first_time.changed.connect(self.out_of_date)
        session.past.watch_past.changed.connect(self.out_of_date)
        session.timeline.grown.connect(self.out_of_date)
        session.run.running_changed.connect(self.out_of_date)

    # ---- what a person does

    @Slot()
    def _on_entered(self) -> None:
        text = self.entry.text()
        if not text.strip():
            return
        self._complaint = ""
        try:
            if self._is_condition(text):
                self._ask(text)
            else:
                self._draw(text)
        except WatchError as error:
            self._complaint = said(error)
        self.out_of_date()

    def _ask(self, text: str) -> None:
        if not self._session.past.first_time.ask(text, stays=self._stays.isChecked()):
            self._complaint = self._why_not

    @property
    def _why_not(self) -> str:
        if self._session.run.is_running:
            return self.tr("Training goes on: pause it to ask its past.")
        return self._session.timeline.why_no_past()

    def _draw(self, text: str) -> None:
        """Watch a number, if it is not watched yet, and draw it beside the loss."""
        self._session.past.first_time.forget()
        packed = "".join(text.split())
        if packed not in self._session.watching.all:
            self._session.watching.add(text)
        self._session.selection.draw_watch(packed)
        self._session.past.watch_past.read((packed,))

    @Slot()
    def _on_rest(self) -> None:
        """Read what is drawn in the iterations that training came through too fast."""
        self._session.past.watch_past.read((self._drawn,))

    def _is_condition(self, text: str) -> bool:
        state = self._session.document.state
        return is_condition(text, state.spec, state.config)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._complaint = ""
        if len(text) == 1 or not self._names.rowCount():  # not with each letter: there are hundreds
            names = self._session.watching.completions()
            self._names.setStringList([*dict.fromkeys((*self._session.watching.all, *names))])
        self.out_of_date()

    @Slot()
    def _on_end(self) -> None:
        """Look no further; what was found, or the line, is taken away by another click."""
        past, first = self._session.past.watch_past, self._session.past.first_time
        if first.is_busy:
            first.cancel()
        elif first.question is not None:
            first.forget()
        elif past.is_busy:
            past.cancel()
        else:
            self._session.selection.draw_watch("")

    @Slot(str)
    def _on_watch_changed(self, text: str) -> None:
        if text:
            self._complaint = ""
            self.entry.setText(text)
            self._session.past.first_time.forget()
        self.out_of_date()

    # ---- what is told

    def refresh(self) -> None:
        """Say how far the past is looked through, what was found, or what is wrong with the text."""
        first = self._session.past.first_time
        is_asked = first.question is not None
        self._stays.setVisible(self._looks_like_condition)
        for button in (self._look, self._step):
            button.setVisible(is_asked and bool(first.iteration))
        self._rest.setVisible(not is_asked and self._has_rest)
        self._name_end()
        state = first_time_text(self._session) if is_asked else watch_text(self._session, self._drawn)
        self._told.reserve(re.sub(r"\d", "8", self._complaint or state))  # digits that count up move nothing
        self._told.setText(self._complaint or state)
        self._told.setToolTip(self._told.text())

    @property
    def _looks_like_condition(self) -> bool:
        try:
            return self._is_condition(self.entry.text())
        except WatchError:
            return False

    @property
    def _drawn(self) -> str:
        wanted = self._session.selection.watch
        return wanted if wanted in self._session.document.state.watches else ""

    @property
    def _has_rest(self) -> bool:
        past = self._session.past.watch_past
        if not self._drawn or past.is_busy or self._session.run.is_running:
            return False
        count, passes = past.count(self._drawn)
        return count < passes

    def _name_end(self) -> None:
        past, first = self._session.past.watch_past, self._session.past.first_time
        is_busy = first.is_busy or (first.question is None and past.is_busy)
        self._end.setVisible(is_busy or first.question is not None or bool(self._drawn))
        if is_busy:
            describe(self._end, self.tr("Look no further"), self.tr("What was found of the past stays."))
        elif first.question is not None:
            describe(self._end, self.tr("Take the question away"))
        else:
            describe(self._end, self.tr("Take the line away"), self.tr("The watch stays in the Variables panel."))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the text that is typed next."""
        super().showEvent(event)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.entry.setPlaceholderText(self.tr("max(abs(W2)), or max(abs(W2)) > 3"))
        about = self.tr(
            "Ask the training that led here, and press Enter. A number, such as max(abs(W2)) or mean(a1 > 0), is drawn "
            "beside the loss at every iteration. Of a condition, such as max(abs(W2)) > 3 or (loss < 0.1) & (epoch > "
            "2), the first iteration is found in which it held. Both are computed by training again, bit for bit."
        )
        describe(self.entry, self.tr("Question to the past"), about)
        self._stays.setText(self.tr("Once true, stays true"))
        on_hover(
            self.tr(
                "Look only between the two kept moments where it became true. That is much faster, and wrong where it "
                "was true for a while, long before."
            ),
            self._stays,
        )
        self._look.setText(self.tr("Look"))
        describe(self._look, self.tr("Look at that moment"), self.tr("All panels show the network as it was then."))
        self._rest.setText(self.tr("Read all"))
        about = self.tr(
            "Read it in the other iterations, too, by training again. Beside training it is read as often as there is "
            "time."
        )
        describe(self._rest, self.tr("Read it in every iteration"), about)
        self._step.setText(self.tr("Step there"))
        about = self.tr("All panels show that moment, and the debugger its iteration, where what holds is made.")
        describe(self._step, self.tr("Step there"), about)
        self.refresh()
