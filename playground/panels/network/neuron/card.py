"""A card that lays one neuron open: its inputs, weights and products in a table, and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableView,
    QWidget,
)

from nn.messages import printable
from playground.widgets.actions import add_action
from playground.widgets.fields.number_entry import parse_number
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.fonts import bold
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_ANY_INDEX = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
WEIGHT = 2
"""The column of the weights."""


class Term(NamedTuple):
    """One line of the table: the input's name, its number, the weight, and the product."""

    name: str
    x: str
    w: str
    product: str


class TermsModel(QAbstractTableModel):
    """The terms of a sum as a table, of which weights can be typed."""

    weight_edited = Signal(int, object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms: tuple[Term, ...] = ()
        self._headers: tuple[str, ...] = ("", "", "", "")

    def show_terms(self, headers: Sequence[str], terms: Sequence[Term]) -> None:
        """Replace all lines; as many as before keep their place in the view."""
        if len(terms) == len(self._terms):
            self._headers, self._terms = tuple(headers), tuple(terms)
            if terms:
                self.dataChanged.emit(self.index(0, 0), self.index(len(terms) - 1, 3))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 3)
            return
        self.beginResetModel()
        self._headers, self._terms = tuple(headers), tuple(terms)
        self.endResetModel()

    def rowCount(self, parent: _ANY_INDEX = _NONE) -> int:
        """Give the number of terms."""
        return 0 if parent.isValid() else len(self._terms)

    def columnCount(self, parent: _ANY_INDEX = _NONE) -> int:
        """Give the four columns."""
        return 0 if parent.isValid() else 4

    def data(self, index: _ANY_INDEX, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's text, numbers to the right."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return self._terms[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _ANY_INDEX) -> Qt.ItemFlag:
        """Say that weights can be typed."""
        can_be_typed = index.isValid() and index.column() == WEIGHT
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if can_be_typed else Qt.ItemFlag.NoItemFlags)

    def setData(self, index: _ANY_INDEX, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another weight; the session makes the edit, and the new numbers come from there."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self._terms[index.row()].w:
            return False
        try:
            self.weight_edited.emit(index.row(), float(parse_number(str(value))))
        except ValueError:
            text = self.tr("{name} takes a number, not “{text}”.")
            self.refused.emit(text.format(name=self._headers[WEIGHT], text=printable(str(value))))
        return False

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None


class NeuronCard(LiveLook, QFrame):
    """Title, a few lines of arithmetic, the table of terms, and the way to the weights.

    Signals
    -------
    closed
        A person is done with it.
    weights_requested
        A person wants to see and change the weights.
    weight_edited : int, float
        The weight in a line of the table is to be another.
    refused : str
        Why what was typed is no weight.
    origin_requested : int
        A person asks where the weight in a line of the table comes from.
    history_requested : int
        A person asks for the history of that weight.
    """

    closed = Signal()
    weights_requested = Signal()
    weight_edited = Signal(int, object)
    refused = Signal(str)
    origin_requested = Signal(int)
    history_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("neuronCard")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._title = QLabel()
        self._lines = QLabel(wordWrap=True)
        self._lines.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._title.setFont(bold(self.font()))
        self._model = TermsModel(self)
        self._model.weight_edited.connect(self.weight_edited)
        self._model.refused.connect(self.refused)
        self._table = QTableView(showGrid=False, alternatingRowColors=True, tabKeyNavigation=False)
        by_key_too = Qt.FocusPolicy.StrongFocus
        self._weights = tool_button("", clicked=self.weights_requested, focusPolicy=by_key_too)
        self._close = tool_button("close", clicked=self.closed, side=14, focusPolicy=by_key_too)
        self._set_up_table()
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._history = add_action(self._table, "termHistory", triggered=self._on_history_triggered)
        self._origin = add_action(self._table, "termOrigin", triggered=self._on_origin_triggered)
        head = in_row((self._title, 1), self._weights, self._close, spacing=2)
        in_column(head, self._lines, (self._table, 1), STRETCH, of=self, margins=(8, 4, 4, 4), spacing=3)
        self.retranslate()

    def show_neuron(
        self, title: str, lines: Sequence[str], headers: Sequence[str], terms: Sequence[Term], has_weights: bool
    ) -> None:
        """Show a neuron's arithmetic; without terms there is no table."""
        self._title.setText(title)
        self._lines.setText("\n".join(lines))
        self._model.show_terms(headers, terms)
        self._table.setVisible(bool(terms))
        self._weights.setVisible(has_weights)
        self.setAccessibleName(title)

    def take_focus(self) -> None:
        """Let the keyboard scroll the terms, or close the card where there are none."""
        (self._close if self._table.isHidden() else self._table).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_history_triggered(self) -> None:
        row = self._table.currentIndex().row()
        if row >= 0:
            self.history_requested.emit(row)

    @Slot()
    def _on_origin_triggered(self) -> None:
        row = self._table.currentIndex().row()
        if row >= 0:
            self.origin_requested.emit(row)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._history.setText(self.tr("History of this weight…"))
        self._origin.setText(self.tr("Where does this weight come from?"))
        self._weights.setText(self.tr("Weights"))
        on_hover(self.tr("Show this neuron's weights in the Weights panel, to change them."), self._weights)
        describe(self._close, self.tr("Close"), self.tr("Close (Esc)"))
        self._table.setAccessibleName(self.tr("Terms of the sum"))
        self._table.setAccessibleDescription(
            self.tr("Inputs, weights and products, the largest product first. F2 or a double click changes a weight.")
        )
        self._lines.setAccessibleDescription(self.tr("The arithmetic of this neuron."))

    def _set_up_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 3)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)  # measure what is seen, not a thousand lines
        header.setMinimumSectionSize(30)
