"""The runs as rows of a table."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from operator import is_
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap

from playground.panels.runs.words import (
    NOTHING,
    alike_text,
    apart_text,
    branch_text,
    loss_text,
    score_text,
    size_text,
    time_text,
)
from playground.session.runs.apart import differing, settings_of
from playground.session.runs.figures import Figures, figures_of
from playground.session.runs.groups import Entry, grouped
from playground.session.runs.keeping import is_same
from playground.session.runs.networks import title_of, title_of_all
from playground.widgets.look.run_colors import MOST_RUNS, run_color

if TYPE_CHECKING:
    from playground.session.document.state import Run, RunRecord
    from playground.session.runs.branches import Branches, Past
    from playground.session.runs.runs import Runs

RUN, FORK, APART, BEST, LAST, LOSS, UPDATES, TIME, PAST, NOTE = range(10)
_FIGURES = (BEST, LAST, LOSS, UPDATES, TIME, PAST)
SWATCH = 12
"""px: the side of a patch of colour."""
MOST_DEPTH = 8
"""Branches of branches stand no deeper than this."""
_INDENT = 14  # px
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole

Place = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, eq=False)
class Row:
    """A run, or a group of runs, and what is said of it.

    Attributes
    ----------
    fork
        Where it left another run, and what was changed since.
    depth
        How many runs stand above it in the tree.
    past
        What is kept of the way to its end.
    """

    entry: Entry
    apart: str
    fork: str
    depth: int
    past: Past | None
    is_current: bool

    @property
    def run(self) -> Run:
        """The run, or the first one of the group."""
        return self.entry.runs[0]

    @property
    def number(self) -> int:
        """The number by which it goes."""
        return self.entry.number


class RunModel(QAbstractTableModel):
    """The runs, the latest first, behind each the branches that left it; names and notes can be written.

    Attributes
    ----------
    is_tree : bool
        Whether branches stand indented: not where somebody sorted or filtered them.
    """

    def __init__(self, runs: Runs, branches: Branches, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs, self._branches = runs, branches
        self.is_tree = True
        self.rows: list[Row] = []
        self._known: dict[int, tuple[tuple[RunRecord, ...], Figures]] = {}
        self._settings: WeakKeyDictionary[Run, dict[str, Any]] = WeakKeyDictionary()
        self._told: tuple[list[dict[str, Any]], list[str]] = ([], [])  # settings, and what was said of them
        self._is_dark = False
        self._network, self._line = QColor(), QColor()
        self._bold = QFont()

    def refresh(self) -> None:
        """Show the runs that there are now; the same ones stay where they are."""
        order = dict(self._branches.lineage.in_order())
        places = {number: place for place, number in enumerate(order)}
        entries = sorted(self._entries(), key=lambda entry: places[entry.number])
        texts = self._apart_texts(entries)
        rows = [self._row(entry, text, order[entry.number]) for entry, text in zip(entries, texts, strict=True)]
        before = self.rows
        is_same_list = [row.number for row in rows] == [row.number for row in before]
        if not is_same_list:
            self.beginResetModel()
        self.rows = rows
        if not is_same_list:
            self.endResetModel()
            return
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if not _is_alike(old, new):  # who sorts or filters looks at each row that is told
                self.dataChanged.emit(self.index(place, 0), self.index(place, NOTE))

    def _row(self, entry: Entry, apart: str, depth: int) -> Row:
        past = self._branches.past_of(entry.runs[0])
        return Row(entry, apart, self._fork_text(entry), depth, past, self._runs.is_current(entry.number))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._told = ([], [])
        self.refresh()

    def _apart_texts(self, entries: list[Entry]) -> list[str]:
        """Say what each entry differs in; what was said of the same settings is not put together again."""
        settings = [self._settings_of(entry) for entry in entries]
        if settings != self._told[0]:
            texts = [apart_text(each) for each in differing(settings)]
            self._told = settings, texts if any(texts) or len(texts) < 2 else [alike_text()] * len(texts)
        return self._told[1]

    def _fork_text(self, entry: Entry) -> str:
        """Say where a run left another one, and what was changed since; nothing of a run of its own."""
        run = entry.runs[0]
        fork = run.label.fork
        if fork is None:
            return ""
        return branch_text(fork.iteration, self._branches.changed(run), edited=self._branches.has_edits(run))

    @property
    def has_branches(self) -> bool:
        """Whether a run left another one."""
        return any(row.fork for row in self.rows)

    def show_tree(self, wanted: bool) -> None:
        """Let branches stand indented below what they left, or not."""
        if wanted != self.is_tree:
            self.is_tree = wanted
            if self.rows:
                self.dataChanged.emit(self.index(0, RUN), self.index(len(self.rows) - 1, RUN))

    def _settings_of(self, entry: Entry) -> dict[str, Any]:
        """Return the settings of an entry; those of a group without the seed, of which it has several."""
        run = entry.runs[0]
        if run not in self._settings:
            self._settings[run] = settings_of(run)
        settings = self._settings[run]  # as a run of its own: others may join it
        return {name: value for name, value in settings.items() if name != "seed"} if entry.is_group else settings

    def _entries(self) -> list[Entry]:
        """Put the runs of a group together, each with its figures; those at hand are not computed again."""
        entries = [Entry(runs, tuple(map(self._figures, runs))) for runs in grouped(self._runs.all())]
        members = (pair for entry in entries for pair in zip(entry.runs, entry.figures, strict=True))
        self._known = {run.label.number: (run.history, figures) for run, figures in members}
        return entries

    def _figures(self, run: Run) -> Figures:
        known = self._known.get(run.label.number)
        return known[1] if known is not None and is_same(known[0], run.history) else figures_of(run.history)

    def restyle(self, font: QFont, network: QColor, line: QColor, *, dark: bool) -> None:
        """Take the font and the colours of the moment: of the current curves, and of the lines of the tree."""
        self._is_dark, self._network, self._line, self._bold = dark, network, line, QFont(font)
        self._bold.setBold(True)

    def row(self, index: Place) -> Row | None:
        """Return the run at a place."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    # ---- what Qt asks of a model

    def rowCount(self, parent: Place = _NOWHERE) -> int:
        """Give the number of runs."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Place = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else NOTE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Give the name of a column, and on hover what it holds."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == _ROLE.TextAlignmentRole:
            return _alignment(section)
        names, about = self._heads()
        if role == _ROLE.DisplayRole:
            return names[section]
        return about[section] if role == _ROLE.ToolTipRole else None

    def _heads(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        names = (
            self.tr("Run"),
            self.tr("Branch"),
            self.tr("What differs"),
            self.tr("Best"),
            self.tr("Last"),
            self.tr("Loss"),
            self.tr("Updates"),
            self.tr("Time"),
            self.tr("Past"),
            self.tr("Note"),
        )
        about = (
            self.tr(
                "The name of the run, with the colour of its curves: a frame alone where only they are kept, and no "
                "weights. The tick draws them beside the current ones."
            ),
            self.tr(
                "Where a run left the one above it, after how many updates, and what was changed since. A double click "
                "switches to it."
            ),
            self.tr("The settings that are not the same for all of these runs."),
            self.tr(
                "The highest share of the test data that it got right, or its lowest test loss for values. Of several "
                "seeds the mean, and the standard deviation of a single one."
            ),
            self.tr("The same at its last measurement."),
            self.tr("The mean loss of its last 50 mini-batches."),
            self.tr("The updates that it made."),
            self.tr("How long its training took; of a group that of all its seeds together."),
            self.tr(
                "What the moments take that are kept of its training: from them every other moment is found again. "
                "Branches share theirs. They can be compacted or forgotten, by the menu of a run."
            ),
            self.tr("Yours to write: what you wanted to see, and what you saw."),
        )
        return names, about

    def flags(self, index: Place) -> Qt.ItemFlag:
        """Say what can be done with a cell."""
        flags = super().flags(index)
        if index.column() == RUN:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in (RUN, NOTE) else flags

    def data(self, index: Place, role: int = _ROLE.DisplayRole) -> Any:
        """Give what a cell shows, by which it is sorted, and what it says on hover."""
        row, column = self.row(index), index.column()
        if row is None:
            return None
        if role in (_ROLE.DisplayRole, _ROLE.EditRole, _ROLE.AccessibleTextRole):
            return self._text(row, column, role)
        if role == _ROLE.UserRole:
            return self._order(row, column)
        if role == _ROLE.CheckStateRole and column == RUN:
            return Qt.CheckState.Checked if row.run.label.is_pinned else Qt.CheckState.Unchecked
        if role == _ROLE.DecorationRole and column == RUN:
            depth = row.depth if self.is_tree else 0
            is_whole = all(run.checkpoint is not None for run in row.entry.runs)
            return _swatch(self._color(row).name(), min(depth, MOST_DEPTH), self._line.name(), is_whole=is_whole)
        if role == _ROLE.TextAlignmentRole:
            return _alignment(column)
        if role == _ROLE.FontRole and row.is_current and column == RUN:
            return self._bold
        if role == _ROLE.ToolTipRole:
            return self._about(row, column)
        return None

    def setData(self, index: Place, value: Any, role: int = _ROLE.EditRole) -> bool:
        """Take a name, a note or a tick that a person gave."""
        row = self.row(index)
        if row is None:
            return False
        numbers = row.entry.numbers
        if role == _ROLE.CheckStateRole:
            self._runs.pin(numbers, Qt.CheckState(value) == Qt.CheckState.Checked)
        elif index.column() == RUN:
            is_unchanged = value.strip() == title_of(row.run.label)
            self._runs.rename(numbers, row.run.label.name if is_unchanged else value)
        else:
            self._runs.note(row.number, value)
        return True

    def _color(self, row: Row) -> QColor:
        """Return the colour in which a run is drawn: beside the current one in its own."""
        return self._network if row.is_current else run_color(row.run.label.color, dark=self._is_dark)

    def _text(self, row: Row, column: int, role: int) -> str:
        label, entry = row.run.label, row.entry
        if column == RUN:
            return self._title(row) if role != _ROLE.EditRole else title_of(label)
        if column in (BEST, LAST):
            return score_text(entry.spread_of("best" if column == BEST else "last"), entry.is_accuracy)
        texts = {
            FORK: row.fork,
            APART: row.apart,
            LOSS: loss_text(entry),
            UPDATES: f"{entry.figures[0].updates:,}",
            TIME: time_text(sum(figures.seconds for figures in entry.figures)),
            PAST: NOTHING if row.past is None else size_text(row.past.nbytes),
        }
        return texts.get(column, label.note)

    def _title(self, row: Row) -> str:
        title = title_of_all(row.entry.runs)
        return self.tr("{run} (now)").format(run=title) if row.is_current else title

    def _order(self, row: Row, column: int) -> Any:
        entry = row.entry
        names = {BEST: "best", LAST: "last", LOSS: "loss", UPDATES: "updates", TIME: "seconds"}
        values: dict[int, float] = {column: entry.spread_of(name).mean for column, name in names.items()}
        values[RUN] = row.number
        values[PAST] = -1.0 if row.past is None else row.past.nbytes
        values[FORK] = -1.0 if row.run.label.fork is None else row.run.label.fork.iteration
        value = values.get(column)
        if value is None:
            return self._text(row, column, _ROLE.DisplayRole).casefold()
        return -math.inf if math.isnan(value) else value

    def _about(self, row: Row, column: int) -> str:
        if column == RUN:
            state = self.tr("Weights kept") if row.run.checkpoint is not None else self.tr("Curves only")
            diverged = self.tr("; it diverged") if any(each.has_diverged for each in row.entry.figures) else ""
            return self.tr("{state}{diverged}. Double-click or F2 to rename it.").format(state=state, diverged=diverged)
        if column == PAST and row.past is not None:
            kept, most = self._branches.bytes_kept
            text = self.tr("{count:,} moments; those of all runs together take {kept} of {most}.")
            return text.format(count=row.past.count, kept=size_text(kept), most=size_text(most))
        return self._text(row, column, _ROLE.DisplayRole) if column in (FORK, APART, NOTE) else ""


@lru_cache(2 * (2 * MOST_RUNS + 2) * (MOST_DEPTH + 1))
def _swatch(color: str, depth: int, line: str, *, is_whole: bool) -> QIcon:
    """Return a patch of a run's colour, the same where its row is chosen; of a branch behind a bent line.

    It is hollow where the weights are not kept.
    """
    left = depth * _INDENT
    picture = QPixmap(left + SWATCH, SWATCH)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        if depth:
            painter.setPen(QColor(line))
            bend = left - _INDENT + SWATCH // 2
            painter.drawLine(bend, 0, bend, SWATCH // 2)
            painter.drawLine(bend, SWATCH // 2, left - 3, SWATCH // 2)
        if is_whole:
            painter.fillRect(left, 0, SWATCH, SWATCH, QColor(color))
        else:
            painter.setPen(QPen(QColor(color), 2))
            painter.drawRect(left + 1, 1, SWATCH - 2, SWATCH - 2)
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(picture, mode)
    return icon


def _is_alike(one: Row, other: Row) -> bool:
    """Say whether nothing is said of two rows that differs."""
    same_runs = len(one.entry.runs) == len(other.entry.runs) and all(map(is_, one.entry.runs, other.entry.runs))
    same_place = (one.depth, one.is_current) == (other.depth, other.is_current)
    return same_runs and same_place and (one.apart, one.fork, one.past) == (other.apart, other.fork, other.past)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
