"""The table of trials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from playground.panels.trials.trial_model import TrialModel
from playground.widgets.look.fonts import smaller
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.runs.ranges import Range
    from nn.runs.trial import Result

_WIDEST = "0.00001234 ✓"
_ROWS_IN_A_TURN = 600
"""Whose words are written at a time for whoever filters: ten thousand at once would take longer than a frame."""


class TrialTable(Refreshing, LiveLook, QTableView):
    """Shows the trials, the best first; a click on a head sorts by it."""

    importance = Importance.DETAIL

    chosen_changed = Signal()
    """Another trial is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="trialTable")
        self.trials = TrialModel(self)
        self.setModel(self.trials)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        self._number: int | None = None
        self.trials.modelReset.connect(self._choose_again)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.retranslate()
        self.restyle()

    def show_results(self, ranges: tuple[Range, ...], results: Sequence[Result]) -> None:
        """Show the results of a search; the one that was chosen stays chosen, and what is seen stays in sight."""
        place = self.verticalScrollBar().value()
        columns = self.trials.columnCount()
        self.trials.show(ranges, results)
        if self.trials.columnCount() != columns:
            self.restyle()
        self.verticalScrollBar().setValue(place)
        self.out_of_date()

    def refresh(self) -> None:
        """Write some more of what the rows say."""
        if self.trials.write_texts(_ROWS_IN_A_TURN):
            self.out_of_date()

    def chosen(self) -> Result | None:
        """Return the trial that is chosen."""
        index = self.currentIndex()
        return self.trials.result(index) if index.isValid() and self.selectionModel().hasSelection() else None

    def choose(self, number: int) -> None:
        """Choose a trial by its number, and bring it into sight."""
        self._number = number
        self._choose_again()
        self.scrollTo(self.currentIndex())
        self.chosen_changed.emit()

    @Slot()
    def _choose_again(self) -> None:
        """Choose the trial that was chosen, where it stands now: nobody scrolled there."""
        row = None if self._number is None else self.trials.row_of(self._number)
        if row is not None:
            place = self.verticalScrollBar().value()
            self.selectRow(row)
            self.verticalScrollBar().setValue(place)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        result = self.trials.result(now)
        if result is not None:
            self._number = result.trial.number
        self.chosen_changed.emit()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr("The trials, the best on the samples held back first. A click on a head sorts by it.")
        describe(self, self.tr("Trials"), about)
        self.setToolTip("")
        self.setWhatsThis(about)
        self.trials.retranslate()
        self.out_of_date()

    def restyle(self) -> None:
        """Take the font of the moment."""
        small = smaller(self.font())
        self.horizontalHeader().setFont(small)
        metrics = QFontMetrics(self.font())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 5)
        for column in range(self.trials.columnCount()):
            head = str(self.trials.headerData(column, Qt.Orientation.Horizontal))
            width = max(metrics.horizontalAdvance(_WIDEST), metrics.horizontalAdvance(head) + 24)
            self.setColumnWidth(column, width)

    def minimumSizeHint(self) -> QSize:
        """Give the room of the heads and some rows: the rest scrolls."""
        return QSize(200, 120)
