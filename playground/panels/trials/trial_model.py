"""The trials of a search as rows of a table: ten thousand of them are sorted and filtered by NumPy, not one by one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from playground.panels.setting_words import setting_text, value_text
from playground.panels.trials.words import merit_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nn.runs.ranges import Range
    from nn.runs.trial import Result

_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole
_MERIT = 1
"""The column of how good a trial is."""
_BEFORE, _BEHIND = 2, 3
"""Columns before those of the settings (number, merit), and behind them (loss, epochs, seconds)."""

Place = QModelIndex | QPersistentModelIndex


class TrialModel(QAbstractTableModel):
    """The results of a search in an order, those that a text and the brushes let through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ranges: tuple[Range, ...] = ()
        self._results: list[Result] = []
        self._keys: dict[int, np.ndarray] = {}  # of a column, once somebody sorts by it
        self._texts: list[str] = []  # of a row, once somebody filters
        self._order = np.empty(0, np.int64)
        self._column, self._is_descending = _MERIT, True
        self._wanted = ""
        self._brushed: np.ndarray | None = None

    def show(self, ranges: tuple[Range, ...], results: Sequence[Result]) -> None:
        """Show the results of a search, of which only those at the end are new; or of another search."""
        is_other = ranges is not self._ranges or len(results) < len(self._results)
        if not is_other and len(results) == len(self._results):
            return
        self.beginResetModel()
        if is_other:
            self._ranges, self._results, self._keys, self._texts = ranges, [], {}, []
        self._results += results[len(self._results) :]
        self._arrange()
        self.endResetModel()

    def show_those_with(self, text: str) -> None:
        """Show the trials that hold a text, as far as their rows are written: the others follow as they are."""
        self._wanted = text.strip().casefold()
        self._rearrange()

    def show_brushed(self, brushed: np.ndarray | None) -> None:
        """Show the trials for which an array of truth values, as long as the results, is true; None: all."""
        self._brushed = brushed
        self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._column, self._is_descending = max(0, column), order == Qt.SortOrder.DescendingOrder
        self._rearrange()

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        count = len(self._results)
        shown = np.ones(count, bool)
        if self._brushed is not None and len(self._brushed) == count:
            shown &= self._brushed
        if self._wanted:
            written = len(self._texts)
            shown[:written] &= np.fromiter((self._wanted in text for text in self._texts), bool, written)
            shown[written:] = False
        rows = np.flatnonzero(shown)
        if self._column == _MERIT:  # of equally good ones that with the smaller loss is the better: it is the winner
            rows = rows[np.argsort(self._keys_of(_BEFORE + len(self._ranges))[rows], kind="stable")]
        keys = self._keys_of(self._column)[rows]
        self._order = rows[np.argsort(-keys if self._is_descending else keys, kind="stable")]

    def _keys_of(self, column: int) -> np.ndarray:
        """Return by what a column is sorted, a number a result: those of earlier results are known."""
        known = self._keys.get(column, np.empty(0))
        new = self._results[len(known) :]
        if new:
            known = self._keys[column] = np.concatenate((known, np.array(self._new_keys(column, new), np.float64)))
        return known

    def _new_keys(self, column: int, results: Sequence[Result]) -> list[float]:
        place = column - _BEFORE
        if place in range(len(self._ranges)):
            of = self._ranges[place]
            return [_number(of, result.trial.settings.get(of.name)) for result in results]
        if column < _BEFORE:
            return [(result.score if column else result.trial.number) for result in results]
        if place == len(self._ranges):
            return [math.inf if math.isnan(result.loss) else result.loss for result in results]
        return [(result.trial.epochs if place == len(self._ranges) + 1 else result.seconds) for result in results]

    def write_texts(self, most: int) -> bool:
        """Write what the next rows say, so many of them, for whoever filters; return whether some are left.

        Texts that come again and again are made once.
        """
        names = [each.name for each in self._ranges]
        known: dict[tuple[str, Any], str] = {}
        new = self._results[len(self._texts) :][:most]
        for result in new:
            row = [str(result.trial.number + 1), merit_text(result)]
            for setting in zip(names, map(result.trial.settings.get, names), strict=True):
                if setting not in known:
                    known[setting] = _setting(*setting)
                row.append(known[setting])
            row += (_loss(result), str(result.trial.epochs), _seconds(result))
            self._texts.append(" ".join(row).casefold())
        if new and self._wanted:
            self._rearrange()
        return len(self._texts) < len(self._results)

    def result(self, index: Place) -> Result | None:
        """Return the result in a row."""
        row = index.row()
        return self._results[self._order[row]] if index.isValid() and row < len(self._order) else None

    def row_of(self, number: int) -> int | None:
        """Return the row of a trial, None where it is not shown."""
        rows = np.flatnonzero(self._keys_of(0)[self._order] == number)
        return int(rows[0]) if len(rows) else None

    def retranslate(self) -> None:
        """Say heads and words of the rows in the language of the moment."""
        self._texts = []
        self._rearrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))

    # ---- what Qt asks of a model

    def rowCount(self, parent: Place = _NOWHERE) -> int:
        """Give the number of trials."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Place = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else _BEFORE + len(self._ranges) + _BEHIND

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Give the name of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == _ROLE.DisplayRole:
            return self._head(section)
        return _alignment(section) if role == _ROLE.TextAlignmentRole else None

    def _head(self, column: int) -> str:
        if column < _BEFORE:
            return (self.tr("Trial"), self.tr("Held back"))[column]
        place = column - _BEFORE
        if place < len(self._ranges):
            return setting_text(self._ranges[place].name)
        return (self.tr("Loss"), self.tr("Epochs"), self.tr("Seconds"))[place - len(self._ranges)]

    def data(self, index: Place, role: int = _ROLE.DisplayRole) -> Any:
        """Give what a cell shows."""
        if role == _ROLE.TextAlignmentRole:
            return _alignment(index.column())
        if role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return None
        result = self.result(index)
        return None if result is None else self._cell(result, index.column())

    def _cell(self, result: Result, column: int) -> str:
        place = column - _BEFORE
        if place in range(len(self._ranges)):
            name = self._ranges[place].name
            return _setting(name, result.trial.settings.get(name))
        if column < _BEFORE:
            return merit_text(result) if column else str(result.trial.number + 1)
        behind = place - len(self._ranges)
        return _seconds(result) if behind == 2 else str(result.trial.epochs) if behind else _loss(result)


def _setting(name: str, value: Any) -> str:
    return "–" if value is None else value_text(name, value)


def _loss(result: Result) -> str:
    return "–" if math.isnan(result.loss) else f"{result.loss:.4g}"


def _seconds(result: Result) -> str:
    return f"{result.seconds:.1f}"


def _number(of: Range, value: Any) -> float:
    """Return by what a setting is sorted: its number, or its place in the list."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    values: tuple[Any, ...] = getattr(of, "values", ())
    return float(values.index(value)) if value in values else math.nan


def _alignment(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
