"""Several matrices below each other as one table of exact numbers, for Qt's views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from playground.widgets.look.heat import typical_limit
from playground.widgets.matrix.numbers import BadNumberError, NumberFormat, exact_text, read_exact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

_NOWHERE = QModelIndex()
_LIMIT_OF_MASKS = 4.0
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, eq=False)
class MatrixPart:
    """One array of a table.

    Attributes
    ----------
    name
        As in ``W1``; its cells are ``W1[3, 17]``, those of a vector ``b1[17]``.
    values : ndarray, shape (rows, columns) or (columns,)
        Real numbers or truths, read whenever they are painted: they may change in place.
    rows
        What the rows stand for, as in ``x``: the headers are ``x[0]``, ``x[1]`` ... A vector's row has its own name.
    cell_name
        Gives the name of a cell for its row and column, where it is not that of the table: a picture is cut out of a
        larger array.
    """

    name: str
    values: NDArray[np.floating[Any]]
    rows: str = ""
    cell_name: Callable[[int, int], str] | None = None

    @property
    def table(self) -> NDArray[np.floating[Any]]:
        """The numbers with two axes."""
        return np.atleast_2d(self.values)


class Block(NamedTuple):
    """Cells from a first to a last row and column, both inclusive."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns there are."""
        return self.bottom - self.top + 1, self.right - self.left + 1


class Piece(NamedTuple):
    """What of one part lies in a block: ``values[where]`` are the rows from `first` on of the block."""

    part: MatrixPart
    where: tuple[slice, ...]
    first: int


class MatrixModel(QAbstractTableModel):
    """A table over live arrays. It never changes them: what is typed is reported by `block_edited`."""

    block_edited = Signal(object, object)
    """Block, and ndarray of float64 of its shape: what a person wants to stand there."""
    refused = Signal(str)
    """Why a typed text was not taken."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.parts: tuple[MatrixPart, ...] = ()
        self.limit = 0.0
        """The size that has the full colour."""
        self.format = NumberFormat(0.0)
        self._columns = ""
        self._editable = False
        self._explain: Callable[[int, int], str] | None = None

    def show(
        self,
        parts: Sequence[MatrixPart],
        columns: str,
        *,
        editable: bool = True,
        explain: Callable[[int, int], str] | None = None,
    ) -> None:
        """Show other arrays.

        Parameters
        ----------
        parts : sequence of MatrixPart
            From top to bottom; all equally wide.
        columns : str
            What the columns stand for, as in ``a1``.
        editable : bool
            Whether numbers can be typed.
        explain : callable, optional
            Gives the second line of the text on hover for a row and a column.
        """
        parts = tuple(parts)
        if self._fits(parts) and columns == self._columns:
            self.parts, self._editable, self._explain = parts, editable, explain
            self.refresh()
            return
        self.beginResetModel()
        self.parts, self._columns, self._editable, self._explain = parts, columns, editable, explain
        self._measure()
        self.endResetModel()

    def explain_by(self, explain: Callable[[int, int], str] | None) -> None:
        """Take the second line of the text on hover from another function."""
        self._explain = explain

    def refresh(self) -> None:
        """Tell the views that the numbers have moved."""
        if self.parts:
            self._measure()
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Give the rows of all parts together."""
        return 0 if parent.isValid() else sum(len(part.table) for part in self.parts)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Give the columns, equally many in each part."""
        return 0 if parent.isValid() or not self.parts else self.parts[0].values.shape[-1]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a number: short to be shown, exact to be edited or read out; None for a cell that is gone."""
        if index.row() >= self.rowCount() or index.column() >= self.columnCount():
            return None  # an exception in a call from Qt would meet the next slot and crash there
        if role == Qt.ItemDataRole.DisplayRole:
            return self.format(self.value(index.row(), index.column()).item())
        if role == Qt.ItemDataRole.EditRole:
            return exact_text(self.value(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Report a typed text as an edit, or why it cannot be one; the number itself stays."""
        row, column = index.row(), index.column()
        if value == self.data(index, Qt.ItemDataRole.EditRole):
            return False  # nothing was typed: what is shown is not what is stored, and must not replace it
        try:
            number = read_exact(str(value), self.value(row, column).dtype, self.name(row, column))
        except BadNumberError as error:
            self.refused.emit(str(error))
            return False
        self.block_edited.emit(Block(row, column, row, column), np.array([[number]]))
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let every cell be selected, and edited if the numbers can be."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._editable else flags

    @property
    def is_editable(self) -> bool:
        """Whether numbers can be typed."""
        return self._editable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name what a row or a column stands for; None for one that is gone."""
        across = orientation == Qt.Orientation.Horizontal
        if section >= (self.columnCount() if across else self.rowCount()):
            return None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if across:
            return f"{self._columns}[{section}]"
        part, row = self.place(section)
        return part.name if part.values.ndim == 1 else f"{part.rows}[{row}]"

    def place(self, row: int) -> tuple[MatrixPart, int]:
        """Give the part that a row of the table belongs to, and the row within it."""
        for part in self.parts:
            if row < len(part.table):
                return part, row
            row -= len(part.table)
        raise IndexError(f"the table has {self.rowCount()} rows, there is no row {row}")

    def value(self, row: int, column: int) -> np.floating[Any]:
        """Give a number as it is stored."""
        part, inside = self.place(row)
        return part.table[inside, column]

    def name(self, row: int, column: int) -> str:
        """Give the book's name of a cell: ``W1[3, 17]``, ``b1[17]``."""
        part, inside = self.place(row)
        if part.cell_name is not None:
            return part.cell_name(inside, column)
        return f"{part.name}[{column}]" if part.values.ndim == 1 else f"{part.name}[{inside}, {column}]"

    def sentence(self, row: int, column: int) -> str:
        """Give a cell's name and its exact number."""
        return f"{self.name(row, column)} = {exact_text(self.value(row, column))}"

    def hover_text(self, row: int, column: int) -> str:
        """Give a cell's name, its exact number and what it stands for."""
        more = self._explain(row, column) if self._explain else ""
        return f"{self.sentence(row, column)}\n{more}".strip()

    def pieces(self, block: Block) -> Iterator[Piece]:
        """Cut a block into what lies in each part."""
        start = 0
        columns = slice(block.left, block.right + 1)
        for part in self.parts:
            rows = len(part.table)
            top, bottom = max(block.top - start, 0), min(block.bottom - start, rows - 1)
            if top <= bottom:
                where = (columns,) if part.values.ndim == 1 else (slice(top, bottom + 1), columns)
                yield Piece(part, where, start + top - block.top)
            start += rows

    def numbers(self, block: Block) -> NDArray[np.floating[Any]]:
        """Give a copy of the numbers of a block."""
        return np.concatenate([np.atleast_2d(piece.part.values[piece.where]) for piece in self.pieces(block)])

    def _fits(self, parts: tuple[MatrixPart, ...]) -> bool:
        def outline(of: tuple[MatrixPart, ...]) -> list[tuple[str, str, tuple[int, ...]]]:
            return [(part.name, part.rows, part.values.shape) for part in of]

        return outline(parts) == outline(self.parts)

    def _measure(self) -> None:
        self.limit = max((_limit_of(part.values) for part in self.parts), default=0.0)
        self.format = NumberFormat(self.limit)


def _limit_of(values: NDArray[Any]) -> float:
    """Give the size that has the full colour; a mask is pale where it is true."""
    return _LIMIT_OF_MASKS if values.dtype == bool else typical_limit(values)
