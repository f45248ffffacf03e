"""A table of real numbers with heat colours: fast at any size, edited like a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.actions import add_action, name_action
from playground.widgets.look.live_look import LiveLook
from playground.widgets.matrix.clipboard import MatrixClipboard
from playground.widgets.matrix.editor import NumberDelegate
from playground.widgets.matrix.gestures import MatrixGestures
from playground.widgets.matrix.header import MatrixHeader
from playground.widgets.matrix.model import Block, MatrixModel
from playground.widgets.matrix.numbers import step_for
from playground.widgets.matrix.painting import MARGIN, MatrixPainter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_ROW_PADDING = 5  # px
_PART_GAP = 7  # px above the first row of the second part
_NUMBERS = tuple("0123456789.-+")
"""Keys with which a number begins."""
_SMALL_CELL = 9  # px of a cell without a number


class MatrixView(LiveLook, QTableView):
    """Shows a `MatrixModel`; reports what a person wants to change, and changes nothing itself."""

    block_edited = Signal(object, object)
    """Block, and ndarray of its shape that is to stand there: typed or pasted."""
    nudged = Signal(object, float, int)
    """tuple of Block, how much is to be added, number of the gesture."""
    zeroed = Signal(object)
    """tuple of Block that is to become 0."""
    selection_moved = Signal()
    """Other cells are selected."""
    refused = Signal(str)
    """Why something typed or pasted was not taken."""
    edit_refused = Signal()
    """Somebody tried to change numbers that cannot be changed here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = MatrixModel(self)
        # Headers come first: they have to hear of another model's size before the view asks them for theirs.
        self.setHorizontalHeader(MatrixHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(MatrixHeader(Qt.Orientation.Vertical, self))
        self.setModel(self.matrix)
        self._painter: MatrixPainter | None = None
        self._shows_numbers = True
        self._gaps: list[int] = []  # rows with a gap above them
        self._gestures = MatrixGestures(self)
        self._set_up()
        self.clipboard = MatrixClipboard(self)
        """Copies and pastes."""
        within = Qt.ShortcutContext.WidgetShortcut
        self._zero = add_action(self, "", "Del", triggered=self._on_zero_triggered, shortcutContext=within)
        self.clipboard.pasted.connect(self.block_edited)
        self.clipboard.refused.connect(self.refused)
        self.matrix.block_edited.connect(self.block_edited)
        self.matrix.refused.connect(self.refused)
        self.matrix.modelReset.connect(self._on_model_reset)
        self.matrix.dataChanged.connect(self._on_numbers_moved)
        self.selectionModel().selectionChanged.connect(self.selection_moved)
        self._gestures.nudged.connect(self._on_nudged)
        self.doubleClicked.connect(self._on_double_clicked)
        MatrixView.retranslate(self)  # a subclass names what it adds

    def _set_up(self) -> None:
        self.setItemDelegate(NumberDelegate(self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setTabKeyNavigation(False)  # Tab leads on to the next widget, the arrows lead through this one
        self.setCornerButtonEnabled(True)
        self.setWordWrap(False)
        self.setShowGrid(False)  # cells are painted with their lines

    # ---- what is selected

    def selected_blocks(self) -> tuple[Block, ...]:
        """Give the selected cells; without any the current one."""
        ranges = self.selectionModel().selection()
        blocks = tuple(Block(each.top(), each.left(), each.bottom(), each.right()) for each in ranges)
        current = self.currentIndex()
        if not blocks and current.isValid():
            return (Block(current.row(), current.column(), current.row(), current.column()),)
        return blocks

    def select_block(self, block: Block) -> None:
        """Select cells, make the first one current and bring it into sight."""
        first = self.matrix.index(block.top, block.left)
        last = self.matrix.index(block.bottom, block.right)
        chooser = self.selectionModel()
        chooser.select(QItemSelection(first, last), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        chooser.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(first)

    def move_current(self, rows: int, columns: int) -> None:
        """Go to a neighbouring cell, if there is one."""
        now = self.currentIndex()
        there = self.matrix.index(now.row() + rows, now.column() + columns)
        if there.isValid():
            self.select_block(Block(there.row(), there.column(), there.row(), there.column()))

    # ---- what a person does

    @Slot()
    def _on_zero_triggered(self) -> None:
        if not self.matrix.is_editable:
            self.edit_refused.emit()
        elif self.selected_blocks():
            self.zeroed.emit(self.selected_blocks())

    @Slot(object, float, int)
    def _on_nudged(self, index: QModelIndex, steps: float, gesture: int) -> None:
        if not self.matrix.is_editable:
            self.edit_refused.emit()
            return
        if not self.selectionModel().isSelected(index):
            self.select_block(Block(index.row(), index.column(), index.row(), index.column()))
        blocks = self.selected_blocks()
        self.nudged.emit(blocks, float(f"{steps * step_for(self.matrix.limit):.6g}"), gesture)

    @Slot()
    def _on_double_clicked(self) -> None:
        if not self.matrix.is_editable:
            self.edit_refused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the editor with Enter as with F2."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not self.matrix.is_editable and (enters or event.key() == Qt.Key.Key_F2 or event.text() in _NUMBERS):
            self.edit_refused.emit()
        elif enters and self.state() != QAbstractItemView.State.EditingState and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    # ---- looks

    def show_numbers(self, shown: bool) -> None:
        """Show numbers, or small cells whose colours give the whole matrix at a glance."""
        self._shows_numbers = shown
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setVisible(shown)
        self._fit_cells()

    @Slot()
    def _on_model_reset(self) -> None:
        self._fit_cells()
        self.selection_moved.emit()

    @Slot()
    def _on_numbers_moved(self) -> None:
        # Another format can be wider: gradients shrink by orders of magnitude while a network learns.
        if self._shows_numbers and self.horizontalHeader().defaultSectionSize() < self._number_width():
            self._fit_cells()

    def _fit_cells(self) -> None:
        metrics = self.fontMetrics()
        wide, high = _SMALL_CELL, _SMALL_CELL
        if self._shows_numbers:
            names = [self.matrix.headerData(i, Qt.Orientation.Horizontal) for i in (0, self.matrix.columnCount() - 1)]
            widest = max(map(metrics.horizontalAdvance, names))
            wide, high = max(self._number_width(), widest + 2 * MARGIN), metrics.height() + _ROW_PADDING
        self.horizontalHeader().setDefaultSectionSize(wide)
        self.verticalHeader().setDefaultSectionSize(high)
        self.verticalHeader().setFixedWidth(self._name_width())
        self._set_gaps_apart(high)
        self._painter = None
        self.viewport().update()

    def _set_gaps_apart(self, high: int) -> None:
        """Leave a gap above the first row of each part but the first; a header keeps those of the matrix before."""
        starts = np.cumsum([len(part.table) for part in self.matrix.parts[:-1]], dtype=int).tolist()
        for row in {*self._gaps, *starts}:
            self.setRowHeight(row, high + _PART_GAP * (row in starts))
        self._gaps = starts

    def _name_width(self) -> int:
        """Give room for the longest name of a row, in bold as those of selected rows are."""
        font = self.font()
        font.setBold(True)
        names = [
            part.name if part.values.ndim == 1 else f"{part.rows}[{len(part.table)}]" for part in self.matrix.parts
        ]
        return max(map(QFontMetrics(font).horizontalAdvance, names), default=0) + 2 * MARGIN

    def _number_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.matrix.format.widest()) + 2 * MARGIN

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Give where a cell is painted, without the gap above the first row of a part."""
        area = super().visualRect(index)
        return area.adjusted(0, area.height() - self.verticalHeader().defaultSectionSize(), 0, 0)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells that can be seen and are to be painted anew."""
        if self._painter is None:
            self._painter = MatrixPainter(self.matrix, self.palette(), self.font())
        with QPainter(self.viewport()) as painter:
            painter.setFont(self.font())
            seen = self._seen(event.rect())
            if seen is not None:
                for block, area in self._areas(seen):
                    part, row = self.matrix.place(block.top)
                    rows, columns = range(row, row + block.shape[0]), range(block.left, block.right + 1)
                    self._painter.paint(painter, part, rows, columns, area, self.veiled(block))
                self._paint_selection(painter, self._painter, seen)

    def veiled(self, block: Block) -> NDArray[np.bool_] | None:
        """Give which cells of a block are tinted: those that are selected, but for a single one."""
        mask = None
        for chosen in self.selectionModel().selection():
            if (chosen.height(), chosen.width()) != (1, 1):
                mask = np.zeros(block.shape, bool) if mask is None else mask
                rows = slice(max(chosen.top() - block.top, 0), max(chosen.bottom() + 1 - block.top, 0))
                mask[rows, max(chosen.left() - block.left, 0) : max(chosen.right() + 1 - block.left, 0)] = True
        return mask

    def _seen(self, area: QRect) -> Block | None:
        """Give the cells that an area of the viewport touches."""
        if not self.matrix.parts:
            return None
        across, down = self.horizontalHeader(), self.verticalHeader()
        left, top = across.logicalIndexAt(area.left()), down.logicalIndexAt(area.top())
        right, bottom = across.logicalIndexAt(area.right()), down.logicalIndexAt(area.bottom())
        if left < 0 or top < 0:
            return None
        right = self.matrix.columnCount() - 1 if right < 0 else right
        bottom = self.matrix.rowCount() - 1 if bottom < 0 else bottom
        return Block(top, left, bottom, right)

    def _areas(self, block: Block) -> Iterator[tuple[Block, QRect]]:
        """Cut a block into what lies in each part, and give where that is in the viewport."""
        for piece in self.matrix.pieces(block):
            top = block.top + piece.first
            height = len(np.atleast_2d(piece.part.values[piece.where]))
            inside = Block(top, block.left, top + height - 1, block.right)
            corner = self.visualRect(self.matrix.index(inside.top, inside.left))
            end = self.visualRect(self.matrix.index(inside.bottom, inside.right))
            yield inside, corner.united(end)

    def _paint_selection(self, painter: QPainter, look: MatrixPainter, seen: Block) -> None:
        current = self.currentIndex()
        for chosen in self.selectionModel().selection():
            if (chosen.height(), chosen.width()) == (1, 1) and chosen.contains(current):
                continue  # its frame is enough, and its colour stays what it means
            shared = Block(
                max(chosen.top(), seen.top),
                max(chosen.left(), seen.left),
                min(chosen.bottom(), seen.bottom),
                min(chosen.right(), seen.right),
            )
            if shared.top <= shared.bottom and shared.left <= shared.right:
                for _, area in self._areas(shared):
                    look.paint_selection(painter, area, is_current=False)
        if current.isValid():
            look.paint_selection(painter, self.visualRect(current), is_current=True)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain the cell under the pointer."""
        if not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        index = self.indexAt(event.pos())
        text = self.matrix.hover_text(index.row(), index.column()) if index.isValid() else ""
        QToolTip.showText(event.globalPos(), text, self)
        return True

    def restyle(self) -> None:
        """Take the colours and the font of the moment."""
        self._painter = None
        if self.matrix.parts:
            self._fit_cells()

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.clipboard.retranslate()
        self.horizontalHeader().setToolTip(self.tr("A neuron of this layer: click to select all its numbers."))
        self.verticalHeader().setToolTip(self.tr("What the layer listens to: click to select all weights from it."))
        name_action(self._zero, self.tr("Set to 0"), self.tr("In the table of weights: set the selected numbers to 0"))
