"""A field over a cell of a board, in which another number is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from playground.widgets.fields.number_over import NumberOver

if TYPE_CHECKING:
    from playground.widgets.boards.board import Spot
    from playground.widgets.boards.view import BoardsView


class CellEntry(QObject):
    """Opens over a cell, and tells of the number when it is entered."""

    entered = Signal(object, float)
    """Spot, and the number that is to stand there."""

    def __init__(self, view: BoardsView) -> None:
        super().__init__(view)
        self._view = view
        self._spot: Spot | None = None
        self.field = NumberOver(view)
        self.field.setObjectName("boardNumber")
        self.field.value_edited.connect(self._on_value_edited)
        self.field.editingFinished.connect(self._close)

    def open(self, spot: Spot, name: str, begun: str = "") -> None:
        """Let a number be typed for a cell that is called `name`; `begun` is what has been typed of it."""
        placed = self._view.boards[spot.board]
        self._spot = spot
        middle = placed.cell_area(spot.row, spot.column).center()
        self.field.open_at(middle, float(placed.board.values[spot.row, spot.column]), name, begun)

    @Slot(object)
    def _on_value_edited(self, value: float) -> None:
        if self._spot is not None:
            self.entered.emit(self._spot, float(value))

    @Slot()
    def _close(self) -> None:
        if self._spot is not None:
            self._spot = None
            self.field.go()
