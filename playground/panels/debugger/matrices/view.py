"""A heat table that is looked at: pointing at a number lights others, and at most one number at a time is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QModelIndex, QRect, QSignalBlocker, QSize, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from playground.panels.debugger.matrices.marks import blocks_of, paint_changed, paint_lit
from playground.panels.debugger.matrices.zoom import ZoomWheel, zoom_of
from playground.safety.paint_guard import guarded_paint
from playground.widgets.matrix.model import Block
from playground.widgets.matrix.view import MatrixView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from PySide6.QtGui import QResizeEvent

    from playground.panels.debugger.matrices.sheet import Cell


class EventMatrixView(MatrixView):
    """A `MatrixView` of one array that reports which cell is pointed at or chosen, and shows which belong together."""

    pointed = Signal(object)
    """Row and column under the pointer, None when it has left."""
    chosen = Signal(object)
    """Row and column that a person went to."""
    zoomed = Signal(int)
    """How many steps a person wants to come nearer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit: NDArray[np.bool_] | None = None
        self._changed: NDArray[np.bool_] | None = None
        self._at: Cell | None = None
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)  # Tab leads on to the next matrix, the arrows lead through this one
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
        for action in self.actions():  # copying is what is left of editing
            if action.shortcut() != QKeySequence(QKeySequence.StandardKey.Copy):
                self.removeAction(action)
        self.selection_moved.connect(self._on_selection_moved)
        self.clicked.connect(self._on_clicked)
        ZoomWheel(self).zoomed.connect(self.zoomed)

    # ---- what is shown

    @property
    def lit(self) -> NDArray[np.bool_] | None:
        """Which cells are lit."""
        return self._lit

    @property
    def changed(self) -> NDArray[np.bool_] | None:
        """Which cells are marked as different from before."""
        return self._changed

    @property
    def shows_numbers(self) -> bool:
        """Whether the numbers can be read, or only colours be seen."""
        return self._shows_numbers

    def light(self, mask: NDArray[np.bool_] | None) -> None:
        """Light some cells; the mask has the shape of the table."""
        if mask is not None or self._lit is not None:
            self._lit = mask
            self.viewport().update()

    def mark_changed(self, mask: NDArray[np.bool_] | None) -> None:
        """Mark the cells that hold another number than before; the mask has the shape of the table."""
        if mask is not None or self._changed is not None:
            self._changed = mask if mask is not None and mask.any() else None
            self.viewport().update()

    def show_current(self, cell: Cell | None) -> None:
        """Frame a cell and bring it into sight, without telling anybody."""
        now = self.currentIndex()
        if cell is None:
            with QSignalBlocker(self):
                self.selectionModel().clear()
        elif (now.row(), now.column()) != cell:
            with QSignalBlocker(self):
                self.select_block(Block(*cell, *cell))

    def bring_into_sight(self, mask: NDArray[np.bool_]) -> None:
        """Scroll to the first lit cell, along the axis in which none can be seen."""
        rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
        seen = self._seen(self.viewport().rect())
        if seen is None or not rows.size or not columns.size:
            return
        row = rows[0] if not np.any((rows >= seen.top) & (rows <= seen.bottom)) else seen.top
        column = columns[0] if not np.any((columns >= seen.left) & (columns <= seen.right)) else seen.left
        if (row, column) != (seen.top, seen.left):
            self.scrollTo(self.matrix.index(int(row), int(column)))

    def natural_size(self) -> QSize:
        """Give the size in which no scrolling is needed."""
        across, down = self.horizontalHeader(), self.verticalHeader()
        above = 0 if across.isHidden() else across.sizeHint().height()
        high = self.matrix.rowCount() * down.defaultSectionSize()
        return QSize(self.width_of(self.matrix.columnCount()), high + above + 2 * self.frameWidth())

    def width_of(self, columns: int) -> int:
        """Give the width in which so many columns are seen beside the names of the rows."""
        across, down = self.horizontalHeader(), self.verticalHeader()
        beside = 0 if down.isHidden() else down.sizeHint().width()
        return columns * across.defaultSectionSize() + beside + 2 * self.frameWidth()

    # ---- painting

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then what is said about them."""
        super().paintEvent(event)
        seen = self._seen(event.rect())
        if seen is None or (self._lit is None and self._changed is None):
            return
        with QPainter(self.viewport()) as painter:
            if self._changed is not None:
                paint_changed(painter, self._changed_areas(self._changed, seen), self.palette())
            if self._lit is not None:
                paint_lit(painter, self._lit_areas(self._lit, seen), self.palette())

    def _changed_areas(self, mask: NDArray[np.bool_], seen: Block) -> Iterator[QRect]:
        for row, column in np.argwhere(mask[seen.top : seen.bottom + 1, seen.left : seen.right + 1]).tolist():
            yield self.visualRect(self.matrix.index(row + seen.top, column + seen.left))

    def _lit_areas(self, mask: NDArray[np.bool_], seen: Block) -> Iterator[QRect]:
        # A cell more on each side: the frame of what goes on beyond a strip that is painted anew has no end there.
        top, left = max(seen.top - 1, 0), max(seen.left - 1, 0)
        for block in blocks_of(mask[top : seen.bottom + 2, left : seen.right + 2]):
            yield self._area(Block(block.top + top, block.left + left, block.bottom + top, block.right + left))

    def _area(self, block: Block) -> QRect:
        first = self.visualRect(self.matrix.index(block.top, block.left))
        return first.united(self.visualRect(self.matrix.index(block.bottom, block.right)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what is looked at."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        if self._lit is not None:
            self.bring_into_sight(self._lit)

    # ---- what a person does

    @Slot()
    def _on_selection_moved(self) -> None:
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isSelected(index):
            self.chosen.emit((index.row(), index.column()))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        """Choose a cell that is selected already, because it was pointed at."""
        self.chosen.emit((index.row(), index.column()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report the cell under the pointer."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._point_at((index.row(), index.column()) if index.isValid() else None)

    def viewportEvent(self, event: QEvent) -> bool:
        """Report that the pointer has left."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        return super().viewportEvent(event)

    def _point_at(self, cell: Cell | None) -> None:
        if cell != self._at:
            self._at = cell
            self.pointed.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Come nearer with +, go away with -."""
        steps = zoom_of(event)
        if steps:
            self.zoomed.emit(steps)
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.horizontalHeader().setToolTip("")
        self.verticalHeader().setToolTip("")
