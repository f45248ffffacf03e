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
_BEFORE, _BEHIND = 2, 3
"""Columns before those of the settings (number, merit), and behind them (loss, epochs, seconds)."""

Place = QModelIndex | QPersistentModelIndex


class TrialModel(QAbstractTableModel):
    """The results of a search in an order, those that a text and the brushes let through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ranges: tuple[Range, ...] = ()
        self._results: list[Result] = []
        self._keys: list[tuple[float, ...]] = []
        self._texts: list[str] = []
        self._order = np.empty(0, np.int64)
        self._column, self._is_descending = 1, True
        self._wanted = ""
        self._brushed: np.ndarray | None = None

    def show(self, ranges: tuple[Range, ...], results: Sequence[Result]) -> None:
        """Show the results of a search, of which only those at the end are new; or of another search."""
        is_other = ranges is not self._ranges or len(results) < len(self._results)
        if not is_other and len(results) == len(self._results):
            return
        self.beginResetModel()
        if is_other:
            self._ranges, self._results, self._keys, self._texts = ranges, [], [], []
        for result in results[len(self._results) :]:
            self._results.append(result)
            self._keys.append(self._key(result))
            self._texts.append(" ".join(self._cell(result, column) for column in range(self.columnCount())).casefold())
        self._arrange()
        self.endResetModel()

    def show_those_with(self, text: str) -> None:
        """Show the trials that hold a text."""
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
            shown &= np.fromiter((self._wanted in text for text in self._texts), bool, count)
        rows = np.flatnonzero(shown)
        keys = np.array([key[self._column] for key in self._keys])[rows] if count else np.empty(0)
        self._order = rows[np.argsort(-keys if self._is_descending else keys, kind="stable")]

    def _key(self, result: Result) -> tuple[float, ...]:
        trial = result.trial
        settings = [_number(each, trial.settings.get(each.name)) for each in self._ranges]
        loss = math.inf if math.isnan(result.loss) else result.loss
        return (float(trial.number), result.score, *settings, loss, float(trial.epochs), result.seconds)

    def result(self, index: Place) -> Result | None:
        """Return the result in a row."""
        row = index.row()
        return self._results[self._order[row]] if index.isValid() and row < len(self._order) else None

    def row_of(self, number: int) -> int | None:
        """Return the row of a trial, None where it is not shown."""
        for row, place in enumerate(self._order.tolist()):
            if self._results[place].trial.number == number:
                return row
        return None

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
        trial = result.trial
        if column < _BEFORE:
            return (str(trial.number + 1), merit_text(result))[column]
        place = column - _BEFORE
        if place < len(self._ranges):
            name = self._ranges[place].name
            return value_text(name, trial.settings[name]) if name in trial.settings else "–"
        loss = "–" if math.isnan(result.loss) else f"{result.loss:.4g}"
        return (loss, str(trial.epochs), f"{result.seconds:.1f}")[place - len(self._ranges)]


def _number(of: Range, value: Any) -> float:
    """Return by what a setting is sorted: its number, or its place in the list."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    values: tuple[Any, ...] = getattr(of, "values", ())
    return float(values.index(value)) if value in values else math.nan


def _alignment(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
