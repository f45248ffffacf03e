"""Paints a board: colours, numbers where there is room for them, what is hatched, what is framed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontInfo, QFontMetrics, QImage, QPainter, QPalette, QPen

from nn.inspection.number_texts import number_texts
from nn.notation import plain
from playground.widgets.boards.board import Look
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.heat import heat_indices, heat_table, wants_light_text

if TYPE_CHECKING:
    from playground.widgets.boards.arranging import Placed
    from playground.widgets.boards.board import Frame

_WITH_TEXT = 20  # px of a cell in which a number may stand
_WITH_LINES = 7  # px of a cell that is set apart from its neighbours
_GRID = 0.13  # share of the text colour in the lines between cells
_RIM = 0.07  # ... and in the ground of padding
_SMALL_TEXT = 0.75  # of the font, where a number would else find no room
_WIDTHS = {Look.NOW: 3, Look.SOURCE: 2, Look.POINTED: 2, Look.EQUAL: 2}


class BoardPainter:
    """Paints placed boards in the colours of a palette."""

    def __init__(self, palette: QPalette, font: QFont) -> None:
        self._colors = chart_colors(palette)
        self._table = heat_table(palette)
        self._light = wants_light_text(self._table.tobytes())
        base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        self._line, self._rim = blend(base, text, _GRID), blend(base, text, _RIM)
        self._base, self._text = base, text
        self._font, self._small_font = font, QFont(font)
        self._small_font.setPixelSize(max(round(QFontInfo(font).pixelSize() * _SMALL_TEXT), 1))
        self._metrics, self._small_metrics = QFontMetrics(font), QFontMetrics(self._small_font)

    def paint(self, painter: QPainter, placed: Placed, frames: tuple[Frame, ...] = ()) -> None:
        """Paint one board with its title, and frames beside its own."""
        board = placed.board
        title = QRect(
            placed.area.left(), placed.area.top() - self._metrics.height() - 1, 10_000, self._metrics.height()
        )
        painter.setPen(self._colors.muted)
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, board.title)
        self._paint_cells(painter, placed)
        self._paint_rim(painter, placed)
        if placed.cell >= _WITH_TEXT:
            self._paint_numbers(painter, placed)
        self._paint_hatching(painter, placed)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colors.muted, 1, self._border_style(placed)))
        if not any(board.gaps):
            painter.drawRect(placed.area.adjusted(0, 0, -1, -1))
        for frame in (*board.frames, *frames):
            self._paint_frame(painter, placed, frame)
        if board.sign:
            middle = QRect(placed.area.right() + 1, placed.area.top(), 20, placed.area.height())
            painter.setPen(self._text)
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, board.sign)

    def _border_style(self, placed: Placed) -> Qt.PenStyle:
        hidden = placed.board.hidden
        return Qt.PenStyle.DashLine if hidden is not None and hidden.any() else Qt.PenStyle.SolidLine

    def _paint_cells(self, painter: QPainter, placed: Placed) -> None:
        board = placed.board
        colors = self._table.take(heat_indices(board.values, board.limit))
        if board.hidden is not None:
            colors = np.where(board.hidden, np.uint32(self._base.rgb()), colors)
        down, across = board.gaps
        for top in range(0, board.rows, down or board.rows):
            for left in range(0, board.columns, across or board.columns):
                block = np.ascontiguousarray(
                    colors[top : top + (down or board.rows), left : left + (across or board.columns)]
                )
                high, wide = block.shape
                area = QRect(placed.cell_area(top, left).topLeft(), placed.area.size())
                area.setSize(
                    area.size().scaled(wide * placed.cell, high * placed.cell, Qt.AspectRatioMode.IgnoreAspectRatio)
                )
                picture = QImage(block.data, wide, high, 4 * wide, QImage.Format.Format_RGB32)
                painter.drawImage(area, picture)
                self._paint_lines(painter, area, placed.cell)

    def _paint_lines(self, painter: QPainter, area: QRect, cell: int) -> None:
        painter.setPen(self._line)
        if cell >= _WITH_LINES:
            for y in range(area.top() + cell, area.bottom(), cell):
                painter.drawLine(area.left(), y, area.right(), y)
            for x in range(area.left() + cell, area.right(), cell):
                painter.drawLine(x, area.top(), x, area.bottom())
        painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _paint_rim(self, painter: QPainter, placed: Placed) -> None:
        """Give padding a ground of its own, and the picture within a line around it."""
        board, (down, across) = placed.board, (side * placed.cell for side in placed.board.rim)
        if not any(board.rim):
            return
        inside = placed.area.adjusted(across, down, -across, -down)
        brush = QBrush(blend(self._base, self._text, 0.35), Qt.BrushStyle.Dense7Pattern)
        for part in _around(placed.area, inside):
            painter.fillRect(part, self._rim)
            painter.fillRect(part, brush)
        painter.setPen(self._colors.muted)
        painter.drawRect(inside.adjusted(0, 0, -1, -1))
        if placed.cell >= _WITH_TEXT:
            for row, column in np.ndindex(board.values.shape):
                cell = placed.cell_area(row, column)
                if not inside.contains(cell):
                    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, board.rim_text)

    def _paint_numbers(self, painter: QPainter, placed: Placed) -> None:
        board = placed.board
        light = self._light.take(heat_indices(board.values, board.limit))
        inks = (QColor(0, 0, 0), QColor(255, 255, 255))
        down, across = board.rim
        for row, column in np.ndindex(board.values.shape):
            is_rim = min(row, board.rows - 1 - row) < down or min(column, board.columns - 1 - column) < across
            if is_rim or board.is_hidden(row, column):
                continue
            text, font = self._fitting(plain(board.values[row, column]), placed.cell)
            painter.setPen(inks[int(light[row, column])])
            painter.setFont(font)
            painter.drawText(placed.cell_area(row, column), Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(self._font)

    def _fitting(self, value: float, width: int) -> tuple[str, QFont]:
        """Return the most exact text that fits into a cell; if none does, in small letters, at last without its 0."""
        texts = number_texts(value)
        bare = [text.replace("0.", ".", 1) for text in texts if text.lstrip("-").startswith("0.")]
        usual, small = (self._font, self._metrics, 3), (self._small_font, self._small_metrics, 1)
        for (font, metrics, margin), tried in ((usual, texts), (small, texts), (small, bare)):
            for text in tried:
                if metrics.horizontalAdvance(text) <= width - margin:
                    return text, font
        return "", self._font

    def _paint_hatching(self, painter: QPainter, placed: Placed) -> None:
        if placed.board.hatched is None:
            return
        brush = QBrush(self._colors.muted, Qt.BrushStyle.BDiagPattern)
        for row, column in np.argwhere(placed.board.hatched).tolist():
            painter.fillRect(placed.cell_area(row, column), brush)

    def _paint_frame(self, painter: QPainter, placed: Placed, frame: Frame) -> None:
        if frame.height < 1 or frame.width < 1:
            return
        first = placed.cell_area(frame.top, frame.left)
        last = placed.cell_area(frame.top + frame.height - 1, frame.left + frame.width - 1)
        area = first.united(last)
        width = _WIDTHS[frame.look]
        is_dashed = frame.look is Look.EQUAL
        colour = self._text if frame.look is Look.POINTED else self._colors.accent
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # a line of the ground around it, so that it is seen on its own colour, too
        painter.setPen(QPen(self._base, width + 2))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        style = Qt.PenStyle.DotLine if is_dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, width, style, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(area.adjusted(0, 0, -1, -1))


def _around(outer: QRect, inner: QRect) -> list[QRect]:
    """Cut what lies between two rectangles into four."""
    return [
        QRect(outer.left(), outer.top(), outer.width(), inner.top() - outer.top()),
        QRect(outer.left(), inner.bottom() + 1, outer.width(), outer.bottom() - inner.bottom()),
        QRect(outer.left(), inner.top(), inner.left() - outer.left(), inner.height()),
        QRect(inner.right() + 1, inner.top(), outer.right() - inner.right(), inner.height()),
    ]
