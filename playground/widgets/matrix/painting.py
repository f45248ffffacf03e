"""Paints the cells of a matrix in one go: one picture of colours, one line at a time, one text a cell.

Qt's own way asks the model half a dozen questions and the style to paint for every cell, which takes ten times as
long as a frame may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPalette

from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.heat import heat_indices, heat_table, wants_light_text

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QFont

    from playground.widgets.matrix.model import MatrixModel, MatrixPart

MARGIN = 5  # px between a number and the edge of its cell
_SMALLEST_WITH_TEXT = 24  # px of a column; numbers in narrower ones could not be read
_VEIL = 0.2  # share of the accent in the cells that are chosen: the colour below must still be told
_GRID = 0.10  # share of the text colour in the lines between cells
_TO_ZEROS = str.maketrans("123456789", "000000000")


class MatrixPainter:
    """Paints blocks of a model's cells, all equally large.

    Parameters
    ----------
    model : MatrixModel
    palette : QPalette
    font : QFont
    """

    def __init__(self, model: MatrixModel, palette: QPalette, font: QFont) -> None:
        self._model = model
        self._table = heat_table(palette)
        self._light = wants_light_text(self._table.tobytes())
        self._veiled = _veiled(self._table, chart_colors(palette).accent.rgb())
        self._light_veiled = wants_light_text(self._veiled.tobytes())
        base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        self._line = blend(base, text, _GRID)
        self._accent = chart_colors(palette).accent
        self._inks = (QColor(0, 0, 0), QColor(255, 255, 255))  # one of both is easy to read on any colour
        self._metrics = QFontMetrics(font)
        self._advances: dict[str, int] = {}

    def paint(
        self,
        painter: QPainter,
        part: MatrixPart,
        rows: range,
        columns: range,
        area: QRect,
        veiled: NDArray[np.bool_] | None = None,
    ) -> None:
        """Paint some cells of one part.

        Parameters
        ----------
        painter : QPainter
        part : MatrixPart
        rows, columns : range
            Which cells, counted within the part.
        area : QRect
            Where all of them go together, in px.
        veiled : ndarray of bool, optional
            Which of them are tinted with the colour of what is chosen; their numbers stand on the tint.
        """
        values = part.table[rows.start : rows.stop, columns.start : columns.stop]
        places = heat_indices(values, self._model.limit)
        colors, light = self._table.take(places), self._light.take(places)
        if veiled is not None:
            colors = np.where(veiled, self._veiled.take(places), colors)
            light = np.where(veiled, self._light_veiled.take(places), light)
        pixels = np.ascontiguousarray(colors)
        picture = QImage(pixels.data, len(columns), len(rows), 4 * len(columns), QImage.Format.Format_RGB32)
        painter.drawImage(area, picture)
        width, height = area.width() // len(columns), area.height() // len(rows)
        if width < _SMALLEST_WITH_TEXT:
            return
        self._paint_lines(painter, area, width, height)
        self._paint_numbers(painter, values, light, area.topLeft(), width, height)

    def paint_selection(self, painter: QPainter, area: QRect, is_current: bool) -> None:
        """Paint the frame of selected cells, or the stronger one of the current cell."""
        painter.setPen(self._accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for inset in range(2 if is_current else 1):
            painter.drawRect(area.adjusted(inset, inset, -1 - inset, -1 - inset))

    def _paint_lines(self, painter: QPainter, area: QRect, width: int, height: int) -> None:
        painter.setPen(self._line)
        for y in range(area.top() + height - 1, area.bottom() + 1, height):
            painter.drawLine(area.left(), y, area.right(), y)
        for x in range(area.left() + width - 1, area.right() + 1, width):
            painter.drawLine(x, area.top(), x, area.bottom())

    def _paint_numbers(
        self,
        painter: QPainter,
        values: NDArray[np.floating],
        light: NDArray[np.bool_],
        corner: QPoint,
        width: int,
        height: int,
    ) -> None:
        texts = [list(map(self._model.format, row)) for row in values.tolist()]
        rise = (height - self._metrics.height()) // 2 + self._metrics.ascent()
        for ink in (0, 1):
            painter.setPen(self._inks[ink])
            for row, column in np.argwhere(light == ink).tolist():
                text = texts[row][column]
                right = corner.x() + (column + 1) * width - MARGIN
                painter.drawText(right - self._advance(text), corner.y() + row * height + rise, text)

    def _advance(self, text: str) -> int:
        shape = text.translate(_TO_ZEROS)  # all digits are equally wide
        if shape not in self._advances:
            self._advances[shape] = self._metrics.horizontalAdvance(shape)
        return self._advances[shape]


def _veiled(table: NDArray[np.uint32], tint: int) -> NDArray[np.uint32]:
    """Give the colours with a share of another one in each."""
    channels = [(_share(table >> shift & 255, tint >> shift & 255) << shift).astype(np.uint32) for shift in (16, 8, 0)]
    return np.uint32(0xFF000000) | channels[0] | channels[1] | channels[2]


def _share(below: NDArray[np.uint32], above: int) -> NDArray[np.int64]:
    return np.rint(below * (1 - _VEIL) + above * _VEIL).astype(np.int64)
