"""Leaf through the rows of the data, the test part or the training part, and go to the next mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from playground.panels.input.kinds import fits
from playground.panels.input.rows.mistake_search import MistakeSearch
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox, QuietSpinBox
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.tooltips import describe, on_hover
from playground.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from playground.session.looking.sample import Sample
    from playground.session.session import Session

_ROW = re.compile(r"(test|train) (\d+)")
_PARTS = ("test", "train")


class RowBrowser(Refreshing, LiveLook, QWidget):
    """Shows which row of the data is looked at, and makes another one the sample."""

    importance = Importance.ANSWER

    noted = Signal(str)
    """One sentence about a search, empty when it is over."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._part = ChoiceBox(self)
        self._part.setMinimumContentsLength(10)
        self._part.show_value("test")
        self._number = QuietSpinBox(0, 0, self)
        self._number.setObjectName("rowNumber")
        self._count = QLabel(self)
        by_key = Qt.FocusPolicy.StrongFocus
        self._previous = tool_button("previous", "rowPrevious", clicked=self.go_back, focusPolicy=by_key)
        self._next = tool_button("next", "rowNext", clicked=self.go_on, focusPolicy=by_key)
        self._mistake = tool_button(
            "next-mistake",
            "rowMistake",
            clicked=self.go_to_mistake,
            focusPolicy=by_key,
            autoRaise=False,
            toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        )
        self._search = MistakeSearch(session.looking, self)
        leaf = QWidget(self)
        in_row(self._previous, self._number, self._next, self._count, STRETCH, of=leaf, spacing=4)
        WrappingRow(self, (self._part, leaf, self._mistake), leaf, spacing=4)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._part.value_edited.connect(self._on_part_edited)
        self._number.value_edited.connect(self._on_number_edited)
        self._number.refused.connect(self._session.status)
        self._search.found.connect(self._on_found)
        self._search.found_none.connect(self._on_found_none)
        self._session.looking.sample_changed.connect(self._on_sample_changed)
        self._session.looking.network_changed.connect(self._on_data_changed)
        self._session.library.data_changed.connect(self._on_data_changed)

    # ---- what a person does

    @Slot()
    def go_back(self) -> None:
        """Show the row before; the first one's is the last."""
        self._leaf(-1)

    @Slot()
    def go_on(self) -> None:
        """Show the row after; the last one's is the first."""
        self._leaf(1)

    @Slot()
    def go_to_mistake(self) -> None:
        """Look for the next row that the network gets wrong."""
        data = self._data()
        if data is not None and data.classes:
            self.noted.emit(self.tr("Looking for the next mistake …"))
            self._search.start(data, self._number.value(), self._part.value())

    def _leaf(self, by: int) -> None:
        count = self._rows()
        if count:
            place = _ROW.fullmatch(self._origin())
            start = self._number.value() if place else (-1 if by > 0 else 0)
            self._show((start + by) % count)

    def _show(self, number: int) -> None:
        self._search.stop()
        self.noted.emit("")
        if number < self._rows():
            self._session.looking.show_row(number, self._part.value())

    @Slot(object)
    def _on_part_edited(self, _part: object) -> None:
        self._show(0)
        self.out_of_date()

    @Slot(object)
    def _on_number_edited(self, number: int) -> None:
        self._show(number)

    @Slot(int)
    def _on_found(self, number: int) -> None:
        self._show(number)

    @Slot()
    def _on_found_none(self) -> None:
        self.noted.emit(self.tr("No mistakes: the network is right about every row of this part."))

    # ---- from the session to the widgets

    @Slot(object)
    def _on_sample_changed(self, _sample: Sample | None) -> None:
        self.out_of_date()

    @Slot(object)
    def _on_data_changed(self, _data: object) -> None:
        self._search.stop()
        self.noted.emit("")
        self.out_of_date()

    def refresh(self) -> None:
        """Show which row is looked at, and how many there are."""
        place = _ROW.fullmatch(self._origin())
        if place:
            self._part.show_value(place[1])
        count, data = self._rows(), self._data()
        self._number.setRange(0, max(count - 1, 0))
        if place:
            self._number.show_value(int(place[2]))
        self._count.setText(self.tr("of {count:,}").format(count=count) if count else "")
        self._mistake.setVisible(data is not None and bool(data.classes))
        self.setEnabled(count > 0)

    def _origin(self) -> str:
        sample = self._session.looking.sample
        return "" if sample is None else sample.origin

    def _data(self) -> Dataset | None:
        data = self._session.library.data
        return data if data is not None and fits(self._session.looking.network.spec, data) else None

    def _rows(self) -> int:
        data = self._data()
        return 0 if data is None else len(data.x_test if self._part.value() == "test" else data.x)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        test = self.tr("Rows kept back for the test: the network never learns from them.")
        self._part.set_choices(
            (
                Choice("test", self.tr("Test row"), test),
                Choice("train", self.tr("Training row"), self.tr("Rows that the network learns from.")),
            )
        )
        self._part.setAccessibleName(self.tr("Part of the data"))
        self._part.explain(self.tr("Which part of the data to leaf through."))
        describe(self._number, self.tr("Number of the row"), self.tr("Number of the row, counted from 0."))
        describe(self._previous, self.tr("Previous row"), self.tr("Previous row of this part"))
        describe(self._next, self.tr("Next row"), self.tr("Next row of this part"))
        mistake = self.tr("Go to the next row of this part that the network takes for another class.")
        describe(self._mistake, self.tr("Next mistake"), mistake)
        self._mistake.setText(self.tr("Next mistake"))
        on_hover(self.tr("How many rows this part has."), self._count)
        self.out_of_date()
