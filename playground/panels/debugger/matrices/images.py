"""The rows or columns of a matrix as pictures, each pixel of which is a number that can be pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from playground.panels.debugger.matrices.view import ZoomWheel, zoom_of
from playground.widgets.matrix.numbers import exact_text
from playground.widgets.picture.weight_images import WeightImages

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nn.inspection.sheet import Cell, Pictures

_PICTURES_ACROSS = 3  # that are seen at once where there is room for the natural size
_GOOD_SIDE = 92  # px of a picture in which strokes can be recognised


class EventMatrixImages(WeightImages):
    """Shows a matrix as pictures and reports the number under the pointer."""

    pointed = Signal(object)
    """Row and column of the matrix under the pointer, None when it has left."""
    chosen = Signal(object)
    """Row and column that were clicked."""
    zoomed = Signal(int)
    """How many steps a person wants to come nearer to the selected picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: Pictures | None = None
        self._at: Cell | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.image_selected.connect(self._on_image_selected)
        ZoomWheel(self).zoomed.connect(self.zoomed)

    def show_pictures(self, pictures: Pictures) -> None:
        """Show other pictures."""
        self._pictures = pictures
        self.show_weights(pictures.columns, pictures.shape, pictures.name_of)

    def light(self, mask: NDArray[np.bool_] | None) -> None:
        """Frame the picture in which most numbers are lit; the mask has the shape of the matrix."""
        if mask is not None and self._pictures is not None and mask.any():
            self.select(int(np.argmax(mask.sum(axis=1 if self._pictures.along_rows else 0))))

    def cell_at(self, point: QPoint) -> Cell | None:
        """Give row and column of the matrix at a point of the viewport."""
        number = self.column_at(point)
        if number < 0 or self._pictures is None:
            return None
        area = self.area_of(number)
        high, wide = self._pictures.shape
        row, column = (point.y() - area.top()) * high // area.height(), (point.x() - area.left()) * wide // area.width()
        inside = 0 <= row < high and 0 <= column < wide
        return self._pictures.cell_of(number, row, column) if inside else None

    def natural_size(self) -> QSize:
        """Give a size in which the first pictures are seen well."""
        across = min(self.count, _PICTURES_ACROSS)
        return QSize(across * _GOOD_SIDE + 24, _GOOD_SIDE * -(-self.count // max(across, 1)) + 12)

    @Slot(int)
    def _on_image_selected(self, number: int) -> None:
        if self._pictures is not None and self._at is None:  # by the keyboard: the pointer is elsewhere
            self.chosen.emit(self._pictures.cell_of(number, 0, 0))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report the number under the pointer."""
        super().mouseMoveEvent(event)
        self._point_at(self.cell_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the number that is clicked."""
        self._at = cell = self.cell_at(event.position().toPoint())
        super().mousePressEvent(event)
        if cell is not None:
            self.chosen.emit(cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Come nearer."""
        self.zoomed.emit(1)

    def viewportEvent(self, event: QEvent) -> bool:
        """Name the number under the pointer; report that the pointer has left."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        if isinstance(event, QHelpEvent) and self._pictures is not None:
            cell = self.cell_at(event.pos())
            sheet = self._pictures.sheet
            text = "" if cell is None else f"{sheet.name_of(*cell)} = {exact_text(sheet.table[cell])}"
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def _point_at(self, cell: Cell | None) -> None:
        if cell != self._at:
            self._at = cell
            self.pointed.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the pictures with the arrows, come nearer with + and Enter."""
        steps = 1 if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else zoom_of(event)
        if steps:
            self.zoomed.emit(steps)
        else:
            super().keyPressEvent(event)
