"""What is searched, how, and where: the form of a search."""

from __future__ import annotations

import math
import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from playground.panels.trials.range_row import RangeRow
from playground.panels.trials.suggestions import FIRST, searchable
from playground.session.searching.at_work import Where, usual_jobs
from playground.widgets.fields.quiet_fields import ChoiceBox, QuietSpinBox
from playground.widgets.fields.text_line import TextLine
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.runs.ranges import Range
    from playground.session.session import Session

_ADDRESS = "tcp://…"
_HOW = ("random", "grid", "halving")
_MOST_TRIALS, _MOST_SEEDS, _MOST_MINUTES = 10_000, 100, 100_000


class SearchForm(LiveLook, QWidget):
    """Fields for the ranges, the kind of search, its size, and who does the trials."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[RangeRow] = []
        self._place = QVBoxLayout(spacing=4)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._add = QPushButton(objectName="addSearchSetting")
        self._add.clicked.connect(self._on_add)
        self._how = ChoiceBox()
        self._how.setObjectName("searchHow")
        for how in _HOW:
            self._how.addItem("", how)
        self._trials = _spin("searchTrials", 1, _MOST_TRIALS, 20)
        self._seeds = _spin("searchSeeds", 1, _MOST_SEEDS, 1)
        self._minutes = _spin("searchMinutes", 0, _MOST_MINUTES, 0)
        self._jobs = _spin("searchJobs", 1, max(1, os.cpu_count() or 1), usual_jobs())
        self._scheduler = TextLine(objectName="searchScheduler")  # empty at each start: no file says where code runs
        self._scheduler.textChanged.connect(self._on_scheduler_changed)
        self._note = QLabel(wordWrap=True)
        self._note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._labels = [QLabel() for _ in range(6)]
        self._lay_out()
        for name in FIRST:
            self._add_row(name, "")
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(horizontalSpacing=8, verticalSpacing=4)
        fields = (self._how, self._trials, self._seeds, self._minutes, self._jobs, self._scheduler)
        for row, (label, field) in enumerate(zip(self._labels, fields, strict=True)):
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        in_column(self._place, (self._add, 0, Qt.AlignmentFlag.AlignLeft), grid, self._note, of=self, spacing=6)

    def _names(self) -> tuple[str, ...]:
        state = self._session.document.state
        return searchable(state.spec, state.config)

    def _add_row(self, name: str, values: str) -> None:
        row = RangeRow(self._names(), name, values, self)
        row.removed.connect(self._on_removed)
        self._rows.append(row)
        self._place.addWidget(row)

    # ---- what it says

    def ranges(self) -> tuple[Range, ...] | None:
        """Return what is to be tried; None where a field cannot be read, which it says."""
        ranges = [row.range() for row in self._rows]
        return None if any(each is None for each in ranges) else tuple(each for each in ranges if each is not None)

    def chosen(self) -> dict[str, Any]:
        """Return the other parts of a plan."""
        how = str(self._how.currentData())
        return {"how": how, "trials": self._trials.value(), "seeds": self._seeds.value()}

    def where(self) -> Where:
        """Return who does the trials."""
        return Where(self._jobs.value(), self._scheduler.text().strip())

    def seconds(self) -> float:
        """Return how long the search may take."""
        return 60 * self._minutes.value() or math.inf

    # ---- what it is told

    def show_ranges(self, ranges: Sequence[Range]) -> None:
        """Show other ranges, as a search was begun with them or as its results advise."""
        for row in list(self._rows):
            self._on_removed(row)
        for each in ranges:
            self._add_row(each.name, each.to_text())

    def show_plan(self, ranges: Sequence[Range], how: str, trials: int, seeds: int) -> None:
        """Show a search that was begun before."""
        self.show_ranges(ranges)
        self._how.setCurrentIndex(max(0, self._how.findData(how)))
        self._trials.show_value(trials)
        self._seeds.show_value(seeds)

    @Slot()
    def _on_add(self) -> None:
        used = {row.name for row in self._rows}
        fresh = next((name for name in self._names() if name not in used), None)
        if fresh is not None:
            self._add_row(fresh, "")

    @Slot(object)
    def _on_removed(self, row: RangeRow) -> None:
        if row not in self._rows:  # a second key, before Qt has taken the row away
            return
        self._rows.remove(row)
        self._place.removeWidget(row)
        row.hide()
        row.deleteLater()

    @Slot(str)
    def _on_scheduler_changed(self, text: str) -> None:
        self._jobs.setEnabled(not text.strip())

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._name_ways()
        self._minutes.setSpecialValueText(self.tr("no limit"))
        for label, (field, name, about) in zip(self._labels, self._words_of_fields(), strict=True):
            label.setText(name)
            describe(field, name, about)
        self._scheduler.setPlaceholderText(_ADDRESS)
        self._add.setText(self.tr("Add a setting"))
        describe(self._add, self._add.text(), self.tr("Vary one setting more."))
        self._note.setText(
            self.tr(
                "All else is as in the document, the epochs, too. A fifth of the training data is held back to choose "
                "by; the test data are looked at once, for the winner."
            )
        )

    def _name_ways(self) -> None:
        names = {
            "random": self.tr("Random"),
            "grid": self.tr("Grid"),
            "halving": self.tr("Successive halving (ASHA)"),
        }
        for place, how in enumerate(_HOW):
            self._how.setItemText(place, names[how])

    def _words_of_fields(self) -> tuple[tuple[QWidget, str, str], ...]:
        """Return the fields from top to bottom, each with its name and what it is for."""
        ways = self.tr(
            "Random: settings drawn at random, on a logarithmic scale where the range says so; better than a grid "
            "where only some settings matter. Grid: all combinations. Successive halving: many for a short time, the "
            "best of them for longer and longer."
        )
        seeds = self.tr("How often each is tried, each time from another seed: one good result may be luck.")
        jobs = self.tr("Trials at a time, in processes of lowest priority. One core is best left to the window.")
        scheduler = self.tr(
            "Address of a Dask cluster, such as tcp://host:8786 or tls://host:8786, to try on other machines; empty: "
            "on this one. Whoever reaches a scheduler can run any code there: use one that you trust. A document never "
            "holds an address."
        )
        return (
            (self._how, self.tr("How"), ways),
            (self._trials, self.tr("Trials"), self.tr("How many settings are tried, at the most.")),
            (self._seeds, self.tr("Seeds each"), seeds),
            (self._minutes, self.tr("Minutes"), self.tr("No trial begins after so many minutes; 0 is no limit.")),
            (self._jobs, self.tr("Processes"), jobs),
            (self._scheduler, self.tr("Dask scheduler"), scheduler),
        )


def _spin(name: str, low: int, high: int, value: int) -> QuietSpinBox:
    spin = QuietSpinBox(low, high)
    spin.setObjectName(name)
    spin.show_value(value)
    return spin
