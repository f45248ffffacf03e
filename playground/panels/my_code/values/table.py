"""An array as a table with its title, in which numbers may be typed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nn.inspection.sheet import Sheet
from playground.widgets.layouts import in_column
from playground.widgets.matrix.model import MatrixPart
from playground.widgets.matrix.view import MatrixView

if TYPE_CHECKING:
    from numpy.typing import NDArray


class ValueTable(MatrixView):
    """A table of numbers whose rows and columns are only places."""

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        super().retranslate()
        self.horizontalHeader().setToolTip(self.tr("The place along the last axis, counted from 0"))
        self.verticalHeader().setToolTip(self.tr("The place along the first axis, counted from 0"))


class TitledTable(QWidget):
    """A title, and the numbers below it; or words where there are none. The table is made when there are some."""

    block_edited = Signal(object, object)
    """Block, and the numbers that a person wants there."""
    scrolled = Signal(int, int)
    """How far to the right and down."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.title = QLabel(objectName=f"{name}Title", textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._column = in_column(self.title, of=self, spacing=2)
        self._is_made = False

    @cached_property
    def view(self) -> ValueTable:
        """The numbers."""
        view = ValueTable()
        view.setObjectName(self._name)
        view.block_edited.connect(self.block_edited)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)
        self._column.addWidget(view, 1)
        self._is_made = True
        return view

    @Slot()
    def _on_scrolled(self) -> None:
        self.scrolled.emit(self.view.horizontalScrollBar().value(), self.view.verticalScrollBar().value())

    @Slot(int, int)
    def scroll_to(self, right: int, down: int) -> None:
        """Show the same place as another table."""
        if self._is_made:
            self.view.horizontalScrollBar().setValue(right)
            self.view.verticalScrollBar().setValue(down)

    def hasHeightForWidth(self) -> bool:
        """Hide that words have: the dock would grow to the height that all of it likes best."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Be content with a few rows; they scroll."""
        return QSize(90, 4 * self.fontMetrics().lineSpacing())

    def show_array(self, title: str, name: str, array: NDArray[Any], *, editable: bool = False) -> None:
        """Show an array of any number of axes; numbers that are whole are shown as the others are."""
        if not array.size:
            self.show_words(title)
            return
        self.title.setText(title)
        numbers = array if array.dtype == bool else array.astype(np.float64, copy=False)
        sheet = Sheet(name, numbers)
        values = sheet.table if array.ndim > 1 else sheet.table[0]
        part = MatrixPart(name, values, rows=name, cell_name=sheet.name_of)
        self.view.setAccessibleName(title)
        self.view.matrix.show([part], "", editable=editable)
        self.view.show()

    def show_words(self, title: str) -> None:
        """Show that there are no numbers, and why."""
        self.title.setText(title)
        if self._is_made:
            self.view.matrix.show([], "")
            self.view.hide()
