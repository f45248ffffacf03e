"""The table of runs: sorted, filtered, chosen from with mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from playground.panels.runs.run_model import (
    APART,
    BEST,
    FORK,
    LAST,
    LOSS,
    MOST_DEPTH,
    NOTE,
    PAST,
    RUN,
    SWATCH,
    TIME,
    UPDATES,
    RunModel,
)
from playground.widgets.look.colors import chart_colors, is_dark
from playground.widgets.look.fonts import smaller
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe
from playground.widgets.ticks import TickDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent

    from playground.session.runs.branches import Branches
    from playground.session.runs.groups import Entry
    from playground.session.runs.runs import Runs

_WIDEST = {
    RUN: "Run 128 (5 seeds)✓✓✓✓",
    FORK: "after 12,000 · learning rate 0.001",
    APART: "learning rate 0.001 · Adam · 100 – 50",
    BEST: "99.9 ± 0.1%",
    LAST: "99.9 ± 0.1%",
}
_WIDEST |= {
    LOSS: "0.01234 ± 0.00012",
    UPDATES: "1,000,000",
    TIME: "59 min 59 s",
    PAST: "64.0 MB",
    NOTE: "a note of some words",
}
_ROLE = Qt.ItemDataRole


class _Chosen(QSortFilterProxyModel):
    """The runs in an order, those whose name, note or settings hold a text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.wanted = ""
        self.setSortRole(_ROLE.UserRole)
        self.setDynamicSortFilter(True)

    def show_those_with(self, text: str) -> None:
        self.beginFilterChange()
        self.wanted = text.strip().casefold()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        if not self.wanted:
            return True
        model = self.sourceModel()
        texts = (model.data(model.index(row, column)) for column in (RUN, FORK, APART, NOTE))
        return any(self.wanted in str(text).casefold() for text in texts)


class RunTable(LiveLook, QTableView):
    """Shows the runs; Enter or a double click on a figure looks at one, Delete deletes those that are chosen.

    Ctrl+Enter, or a double click on where it left another one, switches to a run.
    """

    chosen_changed = Signal()
    """Other runs are chosen."""
    opened = Signal(int)
    """Number of a run that somebody wants to look at."""
    switch_requested = Signal(int)
    """Number of a run that somebody wants to be the current one."""
    delete_requested = Signal()
    pin_requested = Signal()
    """The curves of those that are chosen are to be drawn, or no more."""

    def __init__(self, runs: Runs, branches: Branches, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="runTable")
        self.model_of_runs = RunModel(runs, branches, self)
        self._order = _Chosen(self)
        self._order.setSourceModel(self.model_of_runs)
        self.setModel(self._order)
        self.setItemDelegateForColumn(RUN, TickDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setIconSize(QSize(SWATCH + MOST_DEPTH * SWATCH * 2, SWATCH))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(False)
        header.sortIndicatorChanged.connect(self._show_tree)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        self._order.modelReset.connect(self.chosen_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.retranslate()
        self.restyle()

    def show_those_with(self, text: str) -> None:
        """Show the runs whose name, note or settings hold a text."""
        self._order.show_those_with(text)
        self._show_tree()

    @Slot()
    def _show_tree(self) -> None:
        """Indent branches where they stand below what they left."""
        is_sorted = self.horizontalHeader().sortIndicatorSection() >= 0
        self.model_of_runs.show_tree(not is_sorted and not self._order.wanted)

    def refresh(self) -> None:
        """Show the runs of the moment; those that were chosen stay so."""
        chosen = set(self.chosen())
        self.model_of_runs.refresh()
        self.setColumnHidden(FORK, not self.model_of_runs.has_branches)
        if chosen and chosen != set(self.chosen()):
            self.choose(chosen)

    def chosen_entries(self) -> tuple[Entry, ...]:
        """Return the runs and groups that are chosen, from the top down."""
        indexes = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        rows = (self.model_of_runs.row(self._order.mapToSource(index)) for index in indexes)
        return tuple(row.entry for row in rows if row is not None)

    def chosen(self) -> tuple[int, ...]:
        """Return their numbers."""
        return tuple(entry.number for entry in self.chosen_entries())

    def choose(self, numbers: set[int]) -> None:
        """Choose runs by their numbers."""
        selection = self.selectionModel()
        selection.clearSelection()
        for place, row in enumerate(self.model_of_runs.rows):
            if row.number in numbers:
                index = self._order.mapFromSource(self.model_of_runs.index(place, 0))
                selection.select(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)

    def rename(self) -> None:
        """Let a person write another name for the run that is chosen."""
        chosen = self.selectionModel().selectedRows()
        if chosen:
            self.edit(chosen[0])

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() == FORK:
            self._ask_for(self.switch_requested, index)
        elif index.column() not in (RUN, NOTE):
            self._ask_for(self.opened, index)

    def _ask_for(self, signal: SignalInstance, index: QModelIndex) -> None:
        row = self.model_of_runs.row(self._order.mapToSource(index))
        if row is not None:
            signal.emit(row.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: look; Ctrl+Enter: switch; F2: rename; Space: pin those that are chosen; Delete: delete them.

        A whole row is chosen: which of its cells has the focus is hardly seen. Only among the notes F2 writes one.
        """
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            is_switch = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._ask_for(self.switch_requested if is_switch else self.opened, self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif event.key() == Qt.Key.Key_F2 and self.currentIndex().column() != NOTE:
            self.rename()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.pin_requested.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "The runs of this document, the current one in bold. A tick draws the curves of a run beside the current "
            "ones, and so does Space; Enter looks at its network; Ctrl+Enter switches to it; F2 renames it; a click on "
            "a head sorts."
        )
        describe(self, self.tr("Runs"), about)
        self.setToolTip("")  # its cells have their own
        self.setWhatsThis(about)
        self.model_of_runs.retranslate()
        self.model_of_runs.headerDataChanged.emit(Qt.Orientation.Horizontal, RUN, NOTE)

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        small = smaller(self.font())
        self.horizontalHeader().setFont(small)
        metrics = QFontMetrics(self.font())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 6)
        for column, text in _WIDEST.items():
            if column != NOTE:
                self.setColumnWidth(column, metrics.horizontalAdvance(text) + 16)
        palette = self.palette()
        colors = chart_colors(palette)
        self.model_of_runs.restyle(self.font(), colors.network, colors.muted, dark=is_dark(palette))

    def minimumSizeHint(self) -> QSize:
        """Give the room of the heads and a row: the rest scrolls."""
        return QSize(200, 60)
