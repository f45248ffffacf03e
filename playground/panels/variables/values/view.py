"""The table of variables: groups that fold, rows to choose and to follow to their origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from playground.panels.variables.values.model import Column, Look, VariableModel
from playground.panels.variables.values.row import VariableRow, paint_variable_row
from playground.safety.paint_guard import guarded_paint

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter

_WIDTHS = {Column.NAME: "M_W1", Column.SHAPE: "784×100", Column.LOW: "-0.0286", Column.MEAN: "-0.0286",
           Column.HIGH: "-0.0286"}  # fmt: skip
"""Texts as wide as those that usually stand in a column."""
_INDENTATION = 14  # px
_MARGIN = 5  # px beside a shape
_FOLLOW_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class VariableView(QTreeView):
    """Shows a `VariableModel`; only the rows that are seen cost anything."""

    chosen = Signal(str)
    """A person chose a value."""
    origin_requested = Signal(str)
    """A person wants to see where a value was made."""
    menu_requested = Signal(str, QPoint)
    """A person asked for what can be done with a value; the place on the screen."""

    def __init__(self, model: VariableModel, folded: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded = set(folded)
        self._drawn: dict[str, Look] = {}  # of the rows that were painted
        self._unfolds_all = False
        self.setModel(model)
        self.setItemDelegate(_RowHeight(self))
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENTATION)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_widths()
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.expanded.connect(self._on_unfolded)
        self.collapsed.connect(self._on_folded)
        model.regrouped.connect(self._on_regrouped)
        model.figures_changed.connect(self._renew_rows)

    def _set_widths(self) -> None:
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(24)
        header.setSectionsMovable(False)
        for column, text in _WIDTHS.items():
            extra = 40 if column == Column.NAME else 8  # the indentation of the tree; the margins of a cell
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(text) + extra)

    def variables(self) -> VariableModel:
        """Return the model."""
        model = self.model()
        assert isinstance(model, VariableModel)
        return model

    @guarded_paint
    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint a row."""
        model = self.variables()
        name = model.name_at(index)
        if not name:
            super().drawRow(painter, option, index)
            return
        is_selected = self.selectionModel().isSelected(index)
        self._drawn[name] = look = model.look(name)
        row = VariableRow(model.texts(name, look), look.figures, look.is_changed, is_selected)
        painter.save()
        paint_variable_row(painter, self._cells(option.rect), row, option.palette)
        painter.restore()

    @Slot()
    def _renew_rows(self) -> None:
        """Have the rows painted again that say something else: a step changes few of them."""
        model, bottom = self.variables(), self.viewport().height()
        index = self.indexAt(QPoint(0, 0))
        while index.isValid() and (place := self.visualRect(index)).top() < bottom:
            name = model.name_at(index)
            if name and not (look := model.look(name)).is_same(self._drawn.get(name)):
                self._make_room(model.texts(name, look)[Column.SHAPE])
                self.viewport().update(0, place.top(), self.viewport().width(), place.height())
            index = self.indexBelow(index)

    def _make_room(self, shape: str) -> None:
        """Widen the column of shapes for one that has more axes than those of a dense network."""
        width = self.fontMetrics().horizontalAdvance(shape) + 2 * _MARGIN
        if width > self.columnWidth(Column.SHAPE):
            self.setColumnWidth(Column.SHAPE, width)

    def _cells(self, row: QRect) -> list[QRect]:
        """Return where the columns are in a row; the names stand behind the tree's indentation."""
        header = self.header()
        places = [(header.sectionViewportPosition(c), header.sectionSize(c)) for c in Column]
        cells = [QRect(left, row.top(), width, row.height()) for left, width in places]
        cells[0].setLeft(cells[0].left() + _INDENTATION * 2)
        return cells

    def show_current(self, name: str) -> None:
        """Mark the row of a value, without telling that it was chosen."""
        index = self.variables().index_of(name)
        if index.isValid():
            self.setCurrentIndex(index)

    def current_name(self) -> str:
        """Return the name of the value whose row is marked, empty without one."""
        return self.variables().name_at(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by the arrows, follow by Return."""
        before = self.current_name()
        if event.key() in _FOLLOW_KEYS and before:
            self.origin_requested.emit(before)
            return
        super().keyPressEvent(event)
        name = self.current_name()
        if name and name != before:
            self.chosen.emit(name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row that is meant."""
        is_mouse = event.reason() == event.Reason.Mouse
        index = self.indexAt(event.pos()) if is_mouse else self.currentIndex()
        place = event.globalPos() if is_mouse else self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        name = self.variables().name_at(index)
        if name:
            self.menu_requested.emit(name, place)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        name = self.variables().name_at(index)
        if name:
            self.chosen.emit(name)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        name = self.variables().name_at(index)
        if name:
            self.origin_requested.emit(name)

    # ---- groups stay folded as a person left them, whatever comes into them

    def unfold_all(self, on: bool) -> None:
        """Show every group unfolded, as while something is searched for, or as a person left them."""
        self._unfolds_all = on
        self._on_regrouped()

    @Slot(QModelIndex)
    def _on_folded(self, index: QModelIndex) -> None:
        if not self._unfolds_all:
            self._folded.add(self.variables().groups[index.row()].key)

    @Slot(QModelIndex)
    def _on_unfolded(self, index: QModelIndex) -> None:
        if not self._unfolds_all:
            self._folded.discard(self.variables().groups[index.row()].key)

    @Slot()
    def _on_regrouped(self) -> None:
        self._drawn = {}
        for row, group in enumerate(self.variables().groups):
            self.setFirstColumnSpanned(row, QModelIndex(), True)
            self.setExpanded(self.variables().index(row, 0), self._unfolds_all or group.key not in self._folded)
        self._renew_rows()


class _RowHeight(QStyledItemDelegate):
    """Gives the rows some air; they are painted whole by the view."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give every row the same height, without asking for what stands in it."""
        return QSize(40, option.fontMetrics.height() + 7)
