"""The table of watches: the text, what it says, and a small plot; rows to edit, order and take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from playground.panels.variables.watches.plot import WatchPlot, iteration_at, paint_watch_plot
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.colors import chart_colors
from playground.widgets.text.tooltips import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

TEXT, VALUE, PLOT = range(3)
_PLOT = Qt.ItemDataRole.UserRole
_QUIET = Qt.ItemDataRole.UserRole + 1
_WIDTHS = ("norm(dW10)", "-0.0000 … -0.0000")


class WatchRow(NamedTuple):
    """What a row shows.

    Attributes
    ----------
    text
        What is watched.
    value
        What it says.
    is_quiet
        Whether that is no number, but why there is none.
    """

    text: str
    value: str
    is_quiet: bool
    plot: WatchPlot


class WatchTable(QTreeWidget):
    """Shows watches; Delete removes the marked one, Ctrl+Up and Ctrl+Down move it, F2 or a double click edits it.

    Parameters
    ----------
    explain : callable
        Gives the text on hover of a watch.
    """

    removal_requested = Signal(int)
    move_requested = Signal(int, int)
    """From which place to which."""
    text_edited = Signal(int, str)
    moment_wanted = Signal(object)
    """The iteration in a plot that was clicked."""

    def __init__(self, explain: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explain = explain
        self._rows: tuple[WatchRow, ...] = ()
        self.setColumnCount(3)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setItemDelegate(WatchDelegate(self))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        for column, text in enumerate(_WIDTHS):
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(text) + 14)
        self.itemDelegate().commitData.connect(self._on_editor_committed)

    def show_rows(self, rows: Sequence[WatchRow]) -> None:
        """Show these watches, in their order; the marked place stays marked."""
        while self.topLevelItemCount() > len(rows):
            self.takeTopLevelItem(self.topLevelItemCount() - 1)
        while self.topLevelItemCount() < len(rows):
            item = QTreeWidgetItem(self)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable)
        for place, row in enumerate(rows):
            if self._rows[place : place + 1] != (row,):
                self._fill(self.topLevelItem(place), row)
        self._rows = tuple(rows)

    def _fill(self, item: QTreeWidgetItem, row: WatchRow) -> None:
        item.setText(TEXT, row.text)
        item.setText(VALUE, row.value)
        item.setData(VALUE, _QUIET, row.is_quiet)
        item.setData(PLOT, _PLOT, row.plot)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain a watch on hover: its words are made when they are asked for, not at each step."""
        if isinstance(event, QHelpEvent):
            item = self.itemAt(event.pos())
            text = wrapped(self._explain(item.text(TEXT))) if item else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the moment of a point in a plot that is clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or index.column() != PLOT:
            return
        area = QRectF(self.visualRect(index)).adjusted(4, 2, -4, -2)
        iteration = iteration_at(event.position().x(), area, index.data(_PLOT))
        if iteration is not None:
            self.moment_wanted.emit(iteration)

    def text_of(self, place: int) -> str:
        """Return the watch that a row shows."""
        return self._rows[place].text if 0 <= place < len(self._rows) else ""

    def marked(self) -> int:
        """Return the place of the marked watch, -1 without one."""
        return self.indexOfTopLevelItem(self.currentItem()) if self.currentItem() else -1

    def mark(self, place: int) -> None:
        """Mark a watch."""
        self.setCurrentItem(self.topLevelItem(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove and move the marked watch by keyboard."""
        is_marked, control = self.marked() >= 0, event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and is_marked:
            self.ask_to_remove()
        elif control and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and is_marked:
            self.ask_to_move(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    @Slot()
    def ask_to_remove(self) -> None:
        """Ask for the marked watch to go away."""
        if self.marked() >= 0:
            self.removal_requested.emit(self.marked())

    def ask_to_move(self, by: int) -> None:
        """Ask for the marked watch to go up or down."""
        place = self.marked()
        if place >= 0 and 0 <= place + by < self.topLevelItemCount():
            self.move_requested.emit(place, place + by)

    @Slot(QWidget)
    def _on_editor_committed(self, editor: QWidget) -> None:
        self.text_edited.emit(self.marked(), editor.property("text"))


class WatchDelegate(QStyledItemDelegate):
    """Paints the plots; only the text of a watch can be edited, and only its owner writes it into the table."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget | None:
        """Edit the text, whichever cell was meant."""
        return super().createEditor(parent, option, index) if index.column() == TEXT else None  # type: ignore[return-value]

    def setModelData(self, editor: QWidget, model: object, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave the table as it is: what was typed may be no watch."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Write what is no number quietly."""
        super().initStyleOption(option, index)
        if index.data(_QUIET):
            option.palette.setColor(QPalette.ColorRole.Text, chart_colors(option.palette).muted)

    @guarded_paint
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell."""
        plot = index.data(_PLOT)
        if plot is None:
            super().paint(painter, option, index)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Base))
        area = QRectF(option.rect).adjusted(4, 2, -4, -2)
        paint_watch_plot(painter, area, plot, chart_colors(option.palette))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the plots some height."""
        return QSize(40, option.fontMetrics.height() + 12)
