"""The numbers of a filter, each in a field of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from nn.inspection.convolution.named_filters import Rows

_DIGITS = 2  # of a number that are seen at the least


class NumberGrid(LiveLook, QWidget):
    """A square of number fields; emits all numbers when a person has changed one."""

    edited = Signal(object)
    """Rows."""
    refused = Signal(str)

    def __init__(self, largest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = 0
        self._largest = largest
        self._fields: dict[tuple[int, int], NumberEntry] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self.setObjectName("filterNumbers")
        self.retranslate()

    def show_rows(self, rows: Rows) -> None:
        """Show other numbers; fields are made when they are first needed."""
        self._size = len(rows)
        for row in range(self._size):
            for column in range(self._size):
                self._field(row, column).show_value(rows[row][column])
        for (row, column), field in self._fields.items():
            field.setVisible(row < self._size and column < self._size)

    def _field(self, row: int, column: int) -> NumberEntry:
        if (row, column) not in self._fields:
            field = NumberEntry(parent=self)
            field.setObjectName(f"filterNumber{row}{column}")
            field.setMinimumWidth(field.fontMetrics().horizontalAdvance("0" * _DIGITS) + 10)
            field.value_edited.connect(self._on_edited)
            field.refused.connect(self.refused)
            self._fields[row, column] = field
            self._grid.addWidget(field, row, column)
            self._name(row, column)
        return self._fields[row, column]

    @Slot()
    def _on_edited(self) -> None:
        sides = range(self._size)
        self.edited.emit(tuple(tuple(float(self._fields[r, c].value() or 0) for c in sides) for r in sides))

    def _name(self, row: int, column: int) -> None:
        name = self.tr("Weight {row}, {column}").format(row=row, column=column)
        describe(
            self._fields[row, column],
            name,
            self.tr("A number of the filter: row {row}, column {column}.").format(row=row, column=column),
        )

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        for row, column in self._fields:
            self._name(row, column)
