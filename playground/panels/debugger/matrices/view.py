"""A heat table that is looked at: pointing at a number lights others, and at most one number at a time is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPolygon, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QTableView, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.matrix.model import Block
from playground.widgets.matrix.view import MatrixView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray
    from PySide6.QtGui import QPalette, QResizeEvent

    from nn.inspection.sheet import Cell

_CORNER = 6  # px of the mark in the corner of a changed cell
_NOTCH = 120  # eighths of a degree that a wheel turns by one notch
_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class ZoomWheel(QObject):
    """Takes the wheel with Ctrl from a scrolling widget before anybody else does."""

    zoomed = Signal(int)
    """How many notches nearer."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._turned = 0
        self._viewport = area.viewport()
        self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn notches into steps."""
        if not isinstance(event, QWheelEvent) or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self.zoomed.emit(notches)
        return True


def zoom_of(event: QKeyEvent) -> int:
    """Give how many steps nearer a key leads, 0 if it does not."""
    return _STEPS.get(Qt.Key(event.key()), 0)


class EventMatrixView(MatrixView):
    """A `MatrixView` of one array that reports which cell is pointed at or chosen, and shows which belong together."""

    pointed = Signal(object)
    """Row and column under the pointer, None when it has left."""
    chosen = Signal(object)
    """Row and column that a person went to."""
    zoomed = Signal(int)
    """How many steps a person wants to come nearer."""
    left = Signal()
    """A person clicked beside the cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lit: NDArray[np.bool_] | None = None
        """Which cells are lit."""
        self.changed: NDArray[np.bool_] | None = None
        """Which cells are marked as different from before."""
        self._at: Cell | None = None
        self._most: Cell | None = None
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
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
    def shows_numbers(self) -> bool:
        """Whether the numbers can be read, or only colours be seen."""
        return self._shows_numbers

    def light(self, mask: NDArray[np.bool_] | None, most: Cell | None = None) -> None:
        """Light some cells; the mask has the shape of the table, and `most` is the cell that counts most."""
        self._most = most
        if mask is not None or self.lit is not None:
            self.lit = mask
            self.viewport().update()

    def mark_changed(self, mask: NDArray[np.bool_] | None) -> None:
        """Mark the cells that hold another number than before; the mask has the shape of the table."""
        if mask is not None or self.changed is not None:
            self.changed = mask if mask is not None and mask.any() else None
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
        else:
            self.scrollTo(now)  # other numbers may stand in the table now, and it be scrolled elsewhere

    def bring_into_sight(self, mask: NDArray[np.bool_], most: Cell | None = None) -> None:
        """Scroll to the lit cell that counts most, else to the first one along the axis in which none is seen whole."""
        rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
        seen = self._seen_whole()
        if seen is None or not rows.size or not columns.size:
            return
        row = rows[0] if not np.any((rows >= seen.top) & (rows <= seen.bottom)) else seen.top
        column = columns[0] if not np.any((columns >= seen.left) & (columns <= seen.right)) else seen.left
        if most is not None:
            row, column = most
        if (row, column) != (seen.top, seen.left):
            self.scrollTo(self.matrix.index(int(row), int(column)))

    def _seen_whole(self) -> Block | None:
        """Give the cells that are seen to their edges; one that is larger than the view counts where it begins."""
        area = self.viewport().rect()
        seen = self._seen(area)
        if seen is None:
            return None
        first = self.visualRect(self.matrix.index(seen.top, seen.left))
        last = self.visualRect(self.matrix.index(seen.bottom, seen.right))
        top, left = seen.top + (first.top() < 0), seen.left + (first.left() < 0)
        bottom, right = seen.bottom - (last.bottom() > area.bottom()), seen.right - (last.right() > area.right())
        return Block(min(top, seen.bottom), min(left, seen.right), max(bottom, seen.top), max(right, seen.left))

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

    def veiled(self, block: Block) -> NDArray[np.bool_] | None:
        """Give which cells of a block are tinted: those that are lit."""
        if self.lit is None:
            return None
        return self.lit[block.top : block.bottom + 1, block.left : block.right + 1]

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then what is said about them."""
        super().paintEvent(event)
        seen = self._seen(event.rect())
        if seen is None or (self.lit is None and self.changed is None):
            return
        with QPainter(self.viewport()) as painter:
            if self.changed is not None:
                paint_changed(painter, self._changed_areas(self.changed, seen), self.palette())
            if self.lit is not None:
                paint_lit(painter, self._lit_areas(self.lit, seen), self.palette())

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
        if self.lit is not None:
            self.bring_into_sight(self.lit, self._most)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell, or none beside them."""
        super().mousePressEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self.left.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report the cell under the pointer."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._point_at((index.row(), index.column()) if index.isValid() else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the number, or say why there is nothing to be edited."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid() and not self.matrix.is_editable:
            text = self.tr("Numbers can be changed in the whole next batch, where a step takes or computes them.")
            self.refused.emit(text)

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


def blocks_of(mask: NDArray[np.bool_]) -> Iterator[Block]:
    """Cut a mask into rectangles: runs along the rows, put together where rows below each other are alike."""
    open_runs: dict[tuple[int, int], int] = {}
    for row, runs in enumerate([*_runs(mask), set()]):
        for run in [run for run in open_runs if run not in runs]:
            yield Block(open_runs.pop(run), run[0], row - 1, run[1])
        for run in runs:
            open_runs.setdefault(run, row)


def _runs(mask: NDArray[np.bool_]) -> list[set[tuple[int, int]]]:
    """Give first and last place of each run of True, row by row."""
    runs: list[set[tuple[int, int]]] = [set() for _ in mask]
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), bool)
    padded[:, 1:-1] = mask
    edges = np.argwhere(padded[:, 1:] != padded[:, :-1]).tolist()
    for (row, first), (_, end) in zip(edges[::2], edges[1::2], strict=True):
        runs[row].add((first, end - 1))
    return runs


def paint_lit(painter: QPainter, areas: Iterable[QRect], palette: QPalette) -> None:
    """Frame groups of cells from which a number was made."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(chart_colors(palette).accent)
    for area in areas:
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.drawRect(area.adjusted(1, 1, -2, -2))


def paint_changed(painter: QPainter, areas: Iterable[QRect], palette: QPalette) -> None:
    """Fill the upper left corner of cells that hold another number than before."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(chart_colors(palette).text)
    for area in areas:
        corner, size = area.topLeft(), min(_CORNER, area.width() // 2)
        painter.drawPolygon(QPolygon([corner, corner + QPoint(size, 0), corner + QPoint(0, size)]))
