"""The first rows of a file, to be looked at before it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_COLUMNS = 60


class PreviewTable(QTableWidget):
    """Shows rows of texts; the target's column stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, editTriggers=QAbstractItemView.EditTrigger.NoEditTriggers, alternatingRowColors=True)
        self.setObjectName("importPreview")
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Give room for some columns and nine rows."""
        return QSize(460, 270)

    def show_rows(self, names: Sequence[str], rows: Sequence[Sequence[str]], target: int, first: int = 1) -> None:
        """Show rows under the names of their columns.

        Parameters
        ----------
        names
            Names of the columns; without, they are numbered.
        rows
            What stands in them.
        target
            Index of the column that is to be predicted.
        first
            Number of the first row.
        """
        width = min(max((len(row) for row in rows), default=0), _MOST_COLUMNS)
        self.setRowCount(len(rows))
        self.setColumnCount(width)
        self.setHorizontalHeaderLabels([names[c] if c < len(names) else str(c + 1) for c in range(width)])
        self.setVerticalHeaderLabels([str(first + row) for row in range(len(rows))])
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells[:width]):
                self.setItem(row, column, _item(cell, column == target))
        self.resizeColumnsToContents()


def _item(text: str, is_target: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    if is_target:
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    return item
