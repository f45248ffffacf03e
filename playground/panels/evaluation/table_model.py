"""The confusion matrix as a table: how often each true class was called what, and two margins of shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont, QPalette

from nn.evaluation.confusion import precision, recall
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.text.share_text import share_text
from playground.widgets.text.tooltips import wrapped
from playground.words import class_word

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STRONGEST = 0.55  # of the full colour: the numbers on it stay legible
_NOWHERE = QModelIndex()

Place = QModelIndex | QPersistentModelIndex


class ConfusionModel(QAbstractTableModel):
    """Rows are the true classes, columns what was said; behind them what share is found, below what share is right."""

    def __init__(self, palette: QPalette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette, self._font = palette, QFont()
        self._classes: tuple[str, ...] = ()
        self._table: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self._of: NDArray[np.int64] = np.zeros(0, np.int64)
        self._found: NDArray[Any] = np.zeros(0)
        self._right: NDArray[Any] = np.zeros(0)
        self._shows_shares = False

    def show_table(self, classes: tuple[str, ...], table: NDArray[np.int64], of: NDArray[np.int64]) -> None:
        """Show other counts; `of` is how many samples each true class has."""
        is_other = classes != self._classes
        if is_other:
            self.beginResetModel()
        self._classes, self._table, self._of = classes, table, of
        self._found, self._right = recall(table, of), precision(table)
        if is_other:
            self.endResetModel()
        else:
            self._tell()

    def show_shares(self, shares: bool) -> None:
        """Show shares of each row in place of counts, or the counts."""
        self._shows_shares = shares
        self._tell()

    def restyle(self, palette: QPalette, font: QFont) -> None:
        """Take the colours of a theme and the font of the moment."""
        self._palette, self._font = palette, font
        self._tell()

    def _tell(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def cell(self, index: Place) -> tuple[int, int] | None:
        """Return the true and the said class of a cell, None for the margins."""
        inside = index.isValid() and max(index.row(), index.column()) < len(self._classes)
        return (index.row(), index.column()) if inside else None

    def rowCount(self, parent: Place = _NOWHERE) -> int:
        """Give the classes and the margin below."""
        return 0 if parent.isValid() or not self._classes else len(self._classes) + 1

    def columnCount(self, parent: Place = _NOWHERE) -> int:
        """Give the classes and the margin behind."""
        return self.rowCount(parent)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a class's name, or the name of a margin."""
        if not 0 <= section < self.rowCount():
            return None
        is_margin = section == len(self._classes)
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            margin = self.tr("found %") if across else self.tr("right %")
            return margin if is_margin else class_word(self._classes[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped(self._about_header(section, across, is_margin))
        return None

    def _about_header(self, section: int, across: bool, is_margin: bool) -> str:
        if is_margin and across:
            return self.tr("Recall: which share of the samples of each true class is found.")
        if is_margin:
            return self.tr("Precision: which share of what is called a class is one.")
        text = self.tr("Said: {name}") if across else self.tr("True: {name}, {count:,} samples")
        return text.format(name=class_word(self._classes[section]), count=int(self._of[section]))

    def data(self, index: Place, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows; nothing for cells that are gone."""
        if not index.isValid() or max(index.row(), index.column()) >= self.rowCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return self._font
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(index)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return wrapped(self._about(index.row(), index.column()))
        return None

    def _text(self, row: int, column: int) -> str:
        last = len(self._classes)
        if row == last and column == last:
            return share_text(self._accuracy(), "")
        if column == last or row == last:
            share = float(self._found[row] if column == last else self._right[column])
            return "–" if np.isnan(share) else share_text(share, "")
        count = int(self._table[row, column])
        if not count:
            return ""
        return share_text(count / int(self._of[row]), "") if self._shows_shares else str(count)

    def _accuracy(self) -> float:
        samples = int(self._of.sum())
        return int(self._table.trace()) / samples if samples else float("nan")

    def _ground(self, index: Place) -> QBrush | None:
        cell = self.cell(index)
        if cell is None:
            return None
        row, column = cell
        share = int(self._table[row, column]) / max(1, int(self._of[row]))
        colors = chart_colors(self._palette)
        # the square root: one in a hundred is what is looked for here
        return QBrush(blend(colors.background, colors.positive, _STRONGEST * share**0.5)) if share else None

    def _about(self, row: int, column: int) -> str:
        last, names = len(self._classes), [class_word(name) for name in self._classes]
        if row == last and column == last:
            return self.tr("The share of all samples that is right: the accuracy.")
        if column == last:
            return self.tr("Of the samples of class {name} this share is found (recall).").format(name=names[row])
        if row == last:
            return self.tr("Of what is called {name} this share is one (precision).").format(name=names[column])
        text = self.tr("{count:,} of the {of:,} samples of class {true} are called {said}. A click shows them.")
        count, of = int(self._table[row, column]), int(self._of[row])
        return text.format(count=count, of=of, true=names[row], said=names[column])
